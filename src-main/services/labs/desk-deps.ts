import type { Result } from '../../../sim/contract/result.ts';
import type { Channel } from '../../../sim/contract/notifications.ts';
import type { Actor } from '../../../sim/contract/actors.ts';
import type { EngineOrder } from '../../../sim/contract/engine.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { VsphereOrder } from '../../../sim/contract/vsphere.ts';
import type { TerminalOrder } from '../../../sim/contract/terminal.ts';
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import type { DeviceTypeLibrary } from '../assets/device-type-library.ts';
import type { Door } from '../../host/door.ts';
import type { Keeper } from '../../host/keeper.ts';
import type { Operations, Progress } from '../../host/operations.ts';
import type { HostOptions } from '../../host/options.ts';
import type { Pacer } from '../../host/pacer.ts';
import type { Session } from '../../host/session.ts';
import type { SettingsStore } from '../../host/settings.ts';
import type { ReportService } from '../reports/report-desk.ts';

export type DeskDeps = {
  readonly options: HostOptions;
  readonly session: () => Session;
  readonly door: Door;
  readonly pacer: Pacer;
  readonly keeper: Keeper;
  readonly operations: Operations;
  readonly settings: SettingsStore;
  readonly testNotification: (channel: Channel) => Promise<Result<null>>;
  readonly previewHardware: (source: HardwareSource) => Promise<Result<HardwareState>>;
  readonly deviceTypes: DeviceTypeLibrary;
  readonly reports: Pick<ReportService, 'order'>;
  readonly engine: {
    readonly order: (order: EngineOrder, actor: Actor, progress: Progress) => Promise<Result<DeskReceipt>>;
  };
  readonly terminals: { readonly order: (order: TerminalOrder) => Result<DeskReceipt> };
  readonly vsphere: { readonly order: (order: VsphereOrder) => Result<DeskReceipt> };
  /** Puts a session under the door and tells everyone. */
  readonly put: (session: Session, reason: 'lab' | 'branch') => Promise<void>;
};
