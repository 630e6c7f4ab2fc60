import type { Bytes } from '../bytes.ts';
import type { ClockView } from './wall-clock.ts';

/** The machine as the lab knows it. Every function is asked when somebody reads, so it tells the truth of the moment. */
export type MachineView = {
  readonly hostname: () => Bytes;
  readonly changeHostname: (name: Bytes) => void;
  /** As `uname -r`, `-v` and `-m` say. */
  readonly kernelRelease: string;
  readonly kernelVersion: string;
  readonly architecture: string;
  readonly bootedAt: () => number;
  /** Absent: nobody but the machine itself knows of it. */
  readonly clock?: ClockView;
  readonly cores: () => number;
  readonly processor: () => ProcessorView;
  readonly memoryBytes: () => number;
  readonly usedMemoryBytes: () => number;
  readonly cachedMemoryBytes: () => number;
  readonly swapBytes: () => number;
  readonly usedSwapBytes: () => number;
  readonly load: () => readonly [number, number, number];
  readonly processorUse: () => number;
  readonly nics: () => readonly NicView[];
  readonly temperatures: () => readonly TemperatureView[];
  readonly disks: () => readonly DiskView[];
  /** Who runs it, where one can be asked from inside; absent: the machine hears of nobody. */
  readonly hypervisor?: HypervisorView;
};

/** The back door of VMware's machines: what is left there for the guest, and by it. */
export type HypervisorView = {
  /** `guestinfo.x`; null: there is no such value. */
  readonly info: (name: Bytes) => Bytes | null;
  readonly changeInfo: (name: Bytes, value: Bytes) => void;
  /** Who it shall be from now on; null: as it is. */
  readonly orders: () => GuestOrders | null;
  readonly ordersDone: () => void;
};

export type GuestOrders = {
  readonly hostname: Bytes | null;
  readonly domain: Bytes;
  readonly nameServers: readonly Bytes[];
  readonly search: readonly Bytes[];
};

export type ProcessorView = {
  readonly vendor: string;
  readonly model: string;
  readonly megahertz: number;
  readonly cacheKilobytes: number;
};

export type NicView = {
  readonly name: string;
  readonly address: string;
  readonly mtu: number;
  readonly speedMegabits: number;
  readonly isUp: boolean;
  readonly received: TrafficView;
  readonly sent: TrafficView;
};
export type TrafficView = {
  readonly bytes: number;
  readonly packets: number;
  readonly errors: number;
  readonly dropped: number;
};

export type TemperatureView = {
  /** `x86_pkg_temp`, `acpitz`. */
  readonly type: string;
  readonly label: string;
  readonly celsius: number;
  readonly criticalCelsius: number;
};

export type DiskView = {
  /** What it is by, whatever it is called; absent: its name. */
  readonly key?: string;
  readonly name: string;
  readonly model: string;
  readonly sizeBytes: number;
  readonly isReadOnly: boolean;
  readonly reads: number;
  readonly readBytes: number;
  readonly writes: number;
  readonly writtenBytes: number;
};
