import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { BaseTree, FileNode, FileSource, Ledger, Place } from '../files/file-node.ts';
import type { Credentials } from '../files/node.ts';
import type { FileSpace } from '../files/walk.ts';
import type { Library } from '../library.ts';
import type { DryRecord } from './fold/record.ts';
import type { MachineView } from './machine-view.ts';
import type { ClockView } from './wall-clock.ts';
import type { Endpoint } from '../network/connection.ts';
import type { Wire } from '../network/wire.ts';
import type { ChildChange, Peer, Program, SignalHandler, Step, System } from './program.ts';
import type { Resting } from './resting.ts';
import type { Storage } from './storage/facts.ts';
import type { SignalName } from './signals.table.ts';
import type { TerminalModes } from './terminal-facts.ts';

/** Who waits for one thing to happen, one of a kind. Woken ones look for themselves whether it did. */
export type WaitQueue = { waiting: readonly Process[] };

/** What can be read and written through a descriptor. Nothing in here waits: 'wait' says that the caller must. */
export type Stream = {
  readonly kind: 'file' | 'directory' | 'pipe' | 'terminal' | 'device' | 'channel';
  readonly read: (by: Process, most: number, at: Description) => Answer<Bytes> | 'wait';
  /** How many bytes it took. */
  readonly write: (by: Process, bytes: Bytes, at: Description) => Answer<number> | 'wait';
  readonly isReadable: (at: Description) => boolean;
  readonly readers: WaitQueue | null;
  readonly writers: WaitQueue | null;
  /** The last descriptor is closed. */
  readonly close: (at: Description) => void;
  readonly terminal: TerminalDevice | null;
  /** What is in it, of a pipe. */
  readonly pipe?: Pipe;
};

/** Anonymous or named: ends are counted by what their descriptions may do. */
export type PipeStream = Stream & { readonly pipe: Pipe };
export type Pipe = {
  readonly kernel: Kernel;
  /** Of a FIFO, or of a pipe that somebody looked at. */
  node: FileNode | null;
  chunks: Bytes[];
  /** Of the first chunk, what is read. */
  taken: number;
  held: number;
  reading: number;
  writing: number;
  /** Ever, so that one that came and went is not missed. */
  readingSeen: number;
  writingSeen: number;
  readonly readers: WaitQueue;
  readonly writers: WaitQueue;
};

/** What `stat` tells of a pipe or socket without a name. Its node is made when somebody looks: hardly anybody does. */
export type Nameless = {
  readonly inode: number;
  readonly uid: number;
  readonly gid: number;
  readonly at: number;
  node: FileNode | null;
};

/** An open file: shared by every descriptor that was duplicated or inherited from one. */
export type Description = {
  readonly stream: Stream;
  /** null of what has no name: a pipe between two processes, a socket. */
  readonly place: Place | null;
  readonly nameless: Nameless | null;
  readonly path: Bytes;
  readonly access: 'read' | 'write' | 'both';
  readonly isAppending: boolean;
  offset: number;
  holders: number;
};

/** A terminal as the kernel sees it; terminal/terminal.ts makes them. */
export type TerminalDevice = {
  readonly name: string;
  /** Its number in /dev/pts. */
  readonly number: number;
  session: number | null;
  foreground: number | null;
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly modes: () => TerminalModes;
  readonly changeModes: (modes: TerminalModes) => void;
  readonly isHungUp: () => boolean;
  /** null: nothing to read yet. */
  readonly take: (most: number) => Bytes | null;
  readonly isReadable: () => boolean;
  /** False: the client is behind, wait until it is not. */
  readonly put: (bytes: Bytes) => boolean;
  readonly readers: WaitQueue;
  readonly writers: WaitQueue;
  attach: (wires: TerminalWires) => void;
};

export type TerminalWires = {
  readonly signal: (group: number, signal: SignalName) => void;
  readonly wake: (queue: WaitQueue) => void;
  readonly hungUp: () => void;
};

export type Process = {
  readonly pid: number;
  parent: number;
  group: number;
  session: number;
  terminal: TerminalDevice | null;
  who: Credentials;
  /** Who started it, where a set-uid file changed `who`. */
  real: Credentials;
  name: Bytes;
  executable: Bytes;
  arguments: readonly Bytes[];
  environment: ReadonlyMap<Bytes, Bytes>;
  directory: Place;
  umask: number;
  nice: number;
  descriptors: (Description | undefined)[];
  steps: Step<number> | null;
  /** What `execute` put in place of it, from its next turn on. */
  next: Step<number> | null;
  state: 'ready' | 'blocked' | 'zombie';
  isStopped: boolean;
  isQueued: boolean;
  until: number | null;
  waits: readonly WaitQueue[];
  pending: readonly SignalName[];
  handlers: Map<SignalName, SignalHandler>;
  wasInterrupted: boolean;
  children: readonly number[];
  /** What its parent has not been told yet. */
  changes: ChildChange[];
  /** Who waits for its children. */
  readonly forChildren: WaitQueue;
  readonly startedAt: number;
  processorTime: number;
  chargedAt: number;
  occupied: { readonly cores: number; readonly memoryBytes: number };
  resting: Resting | null;
};

export type KernelLine = { readonly at: number; readonly text: string };

export type Limits = {
  readonly processes: number;
  readonly descriptors: number;
  /** What files and pipes of one machine may hold in the host's memory. */
  readonly heldBytes: number;
};

/** A port that somebody listens on. */
export type Listener = {
  readonly address: string;
  readonly port: number;
  readonly inode: number;
  readonly owner: number;
  readonly waiting: { readonly endpoint: Endpoint; readonly own: Peer; readonly peer: Peer }[];
  readonly readers: WaitQueue;
};
/** A port that somebody listens on, as the host sees it. */
export type OpenPort = Pick<Listener, 'port' | 'address'> & {
  readonly owner: number;
  /** The owner's. */
  readonly name: Bytes;
};
export type Connected = Pick<Listener, 'inode' | 'owner' | 'readers'> & {
  readonly own: Peer;
  readonly peer: Peer;
};

export type Network = {
  readonly wire: Wire;
  readonly listeners: Set<Listener>;
  readonly connected: Set<Connected>;
  nextPort: number;
};

export type Kernel = {
  readonly space: FileSpace;
  readonly ledger: Ledger;
  readonly view: MachineView;
  readonly programs: ReadonlyMap<string, Program>;
  readonly library: Library;
  readonly seed: number;
  readonly emptyBase: BaseTree;
  readonly storage: Storage;
  readonly desk: Desk;
  readonly calls: SharedCalls;
  readonly limits: Limits;
  /** The lab's time: what sleeps and lasts goes by it. */
  readonly now: () => number;
  /** What the machine takes for the time. */
  readonly wall: () => number;
  readonly clock: ClockView;
  readonly chance: () => number;
  readonly processes: Map<number, Process>;
  readonly terminals: Map<string, TerminalDevice>;
  /** What pipes without a name are on. */
  readonly pipeSource: FileSource;
  /** Pipes that somebody has open. */
  readonly pipes: Map<FileNode, PipeStream>;
  readonly network: Network;
  readonly queue: Process[];
  readonly sleepers: Set<Process>;
  readonly log: KernelLine[];
  readonly listeners: KernelListeners;
  current: Process | null;
  /** Calls left in this slice of the current process. */
  breath: number;
  isTimeUp: () => boolean;
  nextPid: number;
  nextInode: number;
  /** It is put away: what it has is in here until somebody wants something of it. */
  folded: Folded | null;
};

export type Folded = {
  readonly record: DryRecord;
  readonly wakeAt: number | null;
  readonly ports: readonly OpenPort[];
  readonly processes: number;
  /** What they occupy beside their own. */
  readonly memoryBytes: number;
};

/** Who runs just now, of all machines of one distribution: one thread runs them all. */
export type Desk = { kernel: Kernel | null };

export type KernelListeners = {
  readonly exits: Set<(pid: number, change: ChildChange) => void>;
  /** It has something to run again. */
  ready: () => void;
  fault: (report: { readonly pid: number; readonly name: Bytes; readonly error: unknown }) => void;
  logged: (line: KernelLine) => void;
};

/** What of a `System` is the same for every process of every machine: it serves whoever runs. */
export type SharedCalls = Pick<
  System,
  | 'parent'
  | 'isTired'
  | 'files'
  | 'descriptors'
  | 'processes'
  | 'again'
  | 'terminal'
  | 'machine'
  | 'network'
  | 'storage'
>;
