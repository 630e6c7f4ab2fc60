import type * as z from 'zod';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Notification } from '../../../sim/contract/notifications.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { queries, QueryAnswer, QueryName, Status } from '../../../sim/contract/queries.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';
import type { AlarmRecall } from '../../services/alarms/alarm-recall.ts';
import type { ReportService } from '../../services/reports/report-desk.ts';
import type { DeviceTypeLibrary } from '../../services/assets/device-type-library.ts';
import type { Boxes } from '../../guests/container/boxes.ts';
import type { VsphereDesk } from '../../personalities/vmware/vsphere-desk.ts';
import type { Insides } from '../../guests/insides.ts';
import type { Board } from '../board.ts';
import type { Session } from '../session.ts';

export type ReaderDeps = {
  readonly session: () => Session;
  readonly recall: AlarmRecall;
  readonly board: Board;
  readonly status: () => Status;
  readonly operations: () => readonly Operation[];
  readonly labs: () => QueryAnswer<'labs'>;
  readonly settings: () => Settings;
  readonly addressesOf: (entity: EntityId) => readonly DeviceAddress[];
  readonly notifications: (limit: number) => readonly Notification[];
  readonly reports: Pick<ReportService, 'make' | 'list'>;
  readonly hardware: () => QueryAnswer<'hardware'>;
  readonly deviceTypes: Pick<DeviceTypeLibrary, 'find'>;
  readonly insides: Insides;
  readonly consoles: () => QueryAnswer<'consoles'>;
  readonly machineUsers: (machine: string) => Promise<Result<QueryAnswer<'machine-users'>>>;
  readonly recordings: () => QueryAnswer<'recordings'>['recordings'];
  readonly engine: Pick<Boxes, 'state' | 'logOf'>;
  readonly vsphere: Pick<VsphereDesk, 'state' | 'calls' | 'call'>;
  readonly templates: () => QueryAnswer<'templates'>;
};

export type Params<Name extends QueryName> = z.output<(typeof queries)[Name]['params']>;
