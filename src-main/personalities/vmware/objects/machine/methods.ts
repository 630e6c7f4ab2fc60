/** All that a machine can be told. */
import { consoleMethods } from '../../console/methods.ts';
import { exportMethods } from '../../files/ovf/export.ts';
import type { Method } from '../managed.ts';
import { cloneMethods } from './clone.ts';
import { diskMethods } from './disks.ts';
import { lifecycleMethods } from './lifecycle.ts';
import type { Vm } from './paper.ts';
import { powerMethods } from './power.ts';
import { reconfigureMethods } from './reconfigure.ts';
import { relocateMethods } from './relocate.ts';
import { snapshotMethods } from './snapshots.ts';
import { toolsMethods } from './tools.ts';

export const machineMethods: Readonly<Record<string, Method<Vm>>> = {
  ...powerMethods,
  ...snapshotMethods,
  ...toolsMethods,
  ...lifecycleMethods,
  ...reconfigureMethods,
  ...cloneMethods,
  ...relocateMethods,
  ...diskMethods,
  ...exportMethods,
  ...consoleMethods,
};
