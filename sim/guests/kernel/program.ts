import type { Library } from '../library.ts';
import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Credentials, DirectoryEntry, NodeKind, Stat } from '../files/node.ts';
import type { OwnNetwork } from '../network/own-network.ts';
import type { Wire } from '../network/wire.ts';
import type { MachineFacts } from './machine-facts.ts';
import type { AgainCalls, Resting } from './resting.ts';
import type { StorageCalls } from './storage/facts.ts';
import type { SignalName } from './signals.table.ts';
import type { Step, Wait } from './step.ts';
import type { TerminalCalls } from './terminal-facts.ts';

export type { Step, Wait };

/** A program ends with its exit status. It is written once for every guest: what it knows it asks the system. */
export type Program = (system: System) => Step<number>;

export type OpenFlags = {
  readonly access: 'read' | 'write' | 'both';
  readonly create?: boolean;
  readonly exclusive?: boolean;
  readonly truncate?: boolean;
  readonly append?: boolean;
  readonly directory?: boolean;
  readonly noFollow?: boolean;
};

/** Which descriptor of the child is which of the parent; those not named are closed. */
export type Descriptors = ReadonlyMap<number, number>;

export type SpawnRequest = {
  /** A path; looking through PATH is the shell's business. */
  readonly file: Bytes;
  readonly arguments: readonly Bytes[];
  readonly environment: ReadonlyMap<Bytes, Bytes>;
  readonly descriptors: Descriptors;
  /** Process group: its own, one that exists, or the parent's. */
  readonly group: 'own' | 'parent' | number;
};

export type ForkRequest = Pick<SpawnRequest, 'descriptors' | 'group'> & {
  /** What ps shows. */
  readonly name: Bytes;
  readonly program: Program;
};

export type ProcessState = 'running' | 'sleeping' | 'stopped' | 'zombie';

/** How a child ended or changed; `wait` answers one. */
export type ChildChange =
  | { readonly pid: number; readonly how: 'exited'; readonly status: number }
  | { readonly pid: number; readonly how: 'killed'; readonly signal: SignalName; readonly core: boolean }
  | { readonly pid: number; readonly how: 'stopped'; readonly signal: SignalName }
  | { readonly pid: number; readonly how: 'continued' };

export type SignalHandler = 'default' | 'ignore' | ((signal: SignalName) => void);

/** A process as `ps` and /proc see it. */
export type ProcessFacts = {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  readonly terminal: string | null;
  readonly who: Credentials;
  readonly name: Bytes;
  readonly arguments: readonly Bytes[];
  readonly state: ProcessState;
  readonly startedAt: number;
  /** Lab milliseconds of processor time. */
  readonly processorTime: number;
  /** Cores it would use now if it could. */
  readonly demand: number;
  readonly memoryBytes: number;
  readonly nice: number;
};

/** The calls of the kernel, bound to one process. Everything answers at once but what must be called with `yield*`. */
export type System = {
  readonly pid: number;
  readonly parent: () => number;
  readonly arguments: readonly Bytes[];
  readonly environment: ReadonlyMap<Bytes, Bytes>;
  /** Milliseconds since 1970, as the machine's clock has it. */
  readonly now: () => number;
  /** The lab's own, which nobody sets: for how long something lasts. */
  readonly steady: () => number;
  /** 0 ≤ x < 1, never the same draw twice. */
  readonly chance: () => number;
  /** True when it has worked long enough: then `yield turn`. Every loop without another yield asks it. */
  readonly isTired: () => boolean;
  /** What others have worked out of the same texts. */
  readonly library: Library;

  readonly files: FileCalls;
  readonly descriptors: DescriptorCalls;
  readonly processes: ProcessCalls;
  readonly again: AgainCalls;
  readonly terminal: TerminalCalls;
  /** What the machine is and how it does: names, sizes, load. */
  readonly machine: MachineFacts;
  /** Sockets of streams, and what hangs on the other end of the cable. */
  readonly network: NetworkCalls;
  /** Disks, and what of them is mounted. */
  readonly storage: StorageCalls;
};

export type Peer = { readonly address: string; readonly port: number };

export type NetworkCalls = {
  /** A descriptor to accept from. EADDRINUSE, EADDRNOTAVAIL; EACCES below 1024 for all but root. */
  readonly listen: (at: Peer) => Answer<number>;
  readonly accept: (descriptor: number) => Step<Answer<{ readonly descriptor: number; readonly peer: Peer }>>;
  /** By address; names are resolved before. */
  readonly connect: (to: Peer) => Step<Answer<number>>;
  readonly sockets: () => readonly SocketFacts[];
  readonly wire: Wire;
  /** Cards, addresses and ways as this machine has them from now on; EPERM for all but root. */
  readonly change: (own: OwnNetwork) => Answer<void>;
};

/** What `ss` tells of a socket. */
export type SocketFacts = {
  readonly state: 'listening' | 'established';
  readonly own: Peer;
  readonly peer: Peer;
  readonly inode: number;
  /** Who made it. */
  readonly owner: number;
  /** Connections nobody has accepted yet. */
  readonly waiting: number;
};

/** Paths may be relative to the working directory. All check the caller's permissions. */
export type FileCalls = {
  readonly workingDirectory: () => Bytes;
  readonly changeDirectory: (path: Bytes) => Answer<void>;
  /** Absolute, every link resolved. */
  readonly resolve: (path: Bytes) => Answer<Bytes>;
  readonly stat: (path: Bytes) => Answer<Stat>;
  /** Of a link itself. */
  readonly linkStat: (path: Bytes) => Answer<Stat>;
  readonly list: (path: Bytes) => Answer<readonly DirectoryEntry[]>;
  /** A whole file at once, generated ones too; not for pipes and terminals. */
  readonly readFile: (path: Bytes) => Answer<Bytes>;
  /** Made with `mode` minus umask where it is not there; else its bytes replaced. */
  readonly writeFile: (path: Bytes, content: Bytes, mode: number) => Answer<void>;
  readonly mayAccess: (path: Bytes, what: 'read' | 'write' | 'run' | 'exist') => boolean;
  readonly makeDirectory: (path: Bytes, mode: number) => Answer<void>;
  readonly makePipe: (path: Bytes, mode: number) => Answer<void>;
  readonly makeLink: (goal: Bytes, path: Bytes) => Answer<void>;
  readonly makeTwin: (existing: Bytes, path: Bytes) => Answer<void>;
  readonly readLink: (path: Bytes) => Answer<Bytes>;
  readonly remove: (path: Bytes) => Answer<void>;
  readonly removeDirectory: (path: Bytes) => Answer<void>;
  readonly rename: (from: Bytes, to: Bytes) => Answer<void>;
  readonly changeMode: (path: Bytes, mode: number) => Answer<void>;
  /** null: as it was. */
  readonly changeOwner: (path: Bytes, uid: number | null, gid: number | null) => Answer<void>;
  /** Of a link itself: `chown -h`. */
  readonly changeLinkOwner: (path: Bytes, uid: number | null, gid: number | null) => Answer<void>;
  readonly changeTimes: (path: Bytes, accessedAt: number, modifiedAt: number) => Answer<void>;
  /** Of a link itself: `touch -h`. */
  readonly changeLinkTimes: (path: Bytes, accessedAt: number, modifiedAt: number) => Answer<void>;
  /** A device (`character`, `block`), pipe or socket: `mknod`; only root makes devices. */
  readonly makeNode: (
    path: Bytes,
    node: { readonly kind: NodeKind; readonly mode: number; readonly special: Stat['special'] },
  ) => Answer<void>;
  readonly umask: () => number;
  readonly changeUmask: (mask: number) => void;
  /** Every mounted file system, as /proc/mounts and df tell. */
  readonly mounts: () => readonly MountFacts[];
};

export type MountFacts = {
  readonly at: Bytes;
  readonly source: Bytes;
  readonly type: string;
  readonly options: string;
  readonly device: number;
  readonly sizeBytes: number;
  readonly usedBytes: number;
  readonly inodes: number;
  readonly usedInodes: number;
  /** Of what is free, what only root gets. */
  readonly reservedBytes: number;
  /** Of one that shows a part of its file system: which. */
  readonly part: Bytes | null;
};

export type DescriptorCalls = {
  readonly open: (path: Bytes, flags: OpenFlags, mode: number) => Step<Answer<number>>;
  readonly close: (descriptor: number) => Answer<void>;
  /** At most so many bytes, '' at the end. EINTR where a handled signal came. */
  readonly read: (descriptor: number, most: number) => Step<Answer<Bytes>>;
  /** All of it. A reader that is gone ends the process with SIGPIPE, or answers EPIPE where that is ignored. */
  readonly write: (descriptor: number, bytes: Bytes) => Step<Answer<void>>;
  readonly seek: (descriptor: number, offset: number, from: 'start' | 'here' | 'end') => Answer<number>;
  readonly truncate: (descriptor: number, size: number) => Answer<void>;
  readonly stat: (descriptor: number) => Answer<Stat>;
  readonly pipe: () => Answer<readonly [reading: number, writing: number]>;
  /** To the number given, or the lowest free one from `least`. */
  readonly duplicate: (descriptor: number, to: number | { readonly least: number }) => Answer<number>;
  readonly isOpen: (descriptor: number) => boolean;
  readonly isTerminal: (descriptor: number) => boolean;
  /** Waits until one of these can be read or the time (lab ms from now) is over. */
  readonly poll: (descriptors: readonly number[], most: number | null) => Step<Answer<readonly number[]>>;
};

export type ProcessCalls = {
  /** Where it waits, if it can go on from there by its state alone; null: not any more. */
  readonly rest: (resting: Resting | null) => void;
  readonly spawn: (request: SpawnRequest) => Answer<number>;
  readonly fork: (request: ForkRequest) => Answer<number>;
  /** Becomes another program: comes back only where that cannot be. */
  readonly execute: (request: Omit<SpawnRequest, 'group'>) => Step<Answer<never>>;
  /** A child, or any (null). `isHanging` false: answers null where nothing changed. */
  readonly wait: (of: {
    readonly pid: number | null;
    readonly isHanging: boolean;
    readonly alsoStopped: boolean;
  }) => Step<Answer<ChildChange | null>>;
  /** Negative: the group. */
  readonly kill: (pid: number, signal: SignalName | 'none') => Answer<void>;
  readonly onSignal: (signal: SignalName, handler: SignalHandler) => Answer<void>;
  /** Lab milliseconds. EINTR where a handled signal came. */
  readonly sleep: (milliseconds: number) => Step<Answer<void>>;
  /** Until a handled signal comes. */
  readonly pause: () => Step<void>;
  readonly group: () => number;
  readonly changeGroup: (pid: number, group: number) => Answer<void>;
  /** A session of its own, without a terminal. */
  readonly newSession: () => Answer<void>;
  readonly who: () => Credentials;
  /** Who called, where a set-uid file made `who` somebody else: sudo and passwd ask. */
  readonly realWho: () => Credentials;
  /** Set by su, sudo, login; only root may. */
  readonly become: (who: Credentials) => Answer<void>;
  readonly list: () => readonly ProcessFacts[];
  readonly renice: (pid: number, nice: number) => Answer<void>;
  /** Says that it keeps so many cores and so much memory busy, without doing the work here. */
  readonly occupy: (load: { readonly cores: number; readonly memoryBytes: number }) => void;
};
