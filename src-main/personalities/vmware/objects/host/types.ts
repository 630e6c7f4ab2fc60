import type { AnyManaged } from '../managed.ts';
import { esxcliMethods } from '../../esxcli/types.ts';
import { accessManager, lockdownMethods } from './access.ts';
import { autoStartManager } from './autostart.ts';
import { certificateManager } from './certificate.ts';
import { datastoreSystem } from './datastore-system.ts';
import { dateTimeSystem } from './date-time.ts';
import { firewallSystem } from './firewall.ts';
import { hostPaths, hostProperties } from './host-properties.ts';
import { hostType } from './host.ts';
import { patchManager } from '../../patches/patch-desk.ts';
import { imageManager } from './image.ts';
import { directoryTypes } from './directory.ts';
import { moreSystems } from './more-systems.ts';
import { passthruSystem } from './passthru.ts';
import { cpuScheduler } from './threads.ts';
import { kernelModuleSystem } from './kernel-modules.ts';
import { lifecycleMethods } from './lifecycle.ts';
import { networkSystem } from './network-system.ts';
import { virtualNicManager, vmotionSystem } from './nic-desk.ts';
import { serviceSystem } from './services.ts';
import {
  accountManager,
  diagnosticSystem,
  healthSystem,
  powerSystem,
  snmpSystem,
  vsanSystem,
} from './small-systems.ts';
import { storageSystem } from './storage-system.ts';

export const hostTypes = (): readonly AnyManaged[] => [
  hostType({
    properties: hostProperties,
    paths: hostPaths,
    methods: { ...lifecycleMethods, ...lockdownMethods, ...esxcliMethods },
  }),
  networkSystem(),
  kernelModuleSystem(),
  storageSystem(),
  datastoreSystem(),
  serviceSystem(),
  firewallSystem(),
  dateTimeSystem(),
  accessManager(),
  autoStartManager(),
  virtualNicManager(),
  vmotionSystem(),
  imageManager(),
  patchManager(),
  healthSystem(),
  vsanSystem(),
  snmpSystem(),
  powerSystem(),
  diagnosticSystem(),
  ...directoryTypes(),
  cpuScheduler(),
  passthruSystem(),
  ...moreSystems(),
  accountManager(),
  certificateManager(),
];
