/**
 * The vCenter that a call finds itself in, the one world and what the face keeps beside it; and the types that
 * speak of it in turn: who asks, the objects that answer. They know each other, so they stand in one place.
 */
import type { Actor } from '../../../sim/contract/actors.ts';
import type { CommandInput, Receipt } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../sim/contract/papers.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { MachineUse, World } from '../../../sim/index.ts';
import type { Announcement } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import type { HostNames } from './esx/host-names.ts';
import type { ConsoleDesk } from './console/console-desk.ts';
import type { EventLog } from './events/event.ts';
import type { Blobs } from './files/blobs.ts';
import type { StoreFolders } from './files/store-folders.ts';
import type { GuestDesk } from './guest-operations/guests.ts';
import type { Answer, Fault } from './objects/fault.ts';
import type { Members } from './objects/inventory/members.ts';
import type { Refs } from './objects/refs.ts';
import type { Version } from './schema/version.ts';
import type { PropertyType, VimSchema } from './schema/vim-schema.ts';
import type { Identity } from './sso/identity.ts';
import type { Schedule } from './scheduled/schedule.ts';
import type { Session, Sessions } from './server/sessions.ts';
import type { Users } from './server/users.ts';
import type { WireCall } from './server/wire-log.ts';
import type { Tasks } from './tasks/tasks.ts';
import type { Data, Ref, Value } from './wire/value.ts';

/** What the world holds for this face alone. A paper's shape is checked by who reads it. */
export type Papers = {
  readonly get: (key: string) => PaperValue | undefined;
  /** What is asked most, of each machine that is told of: its own, and whether the tools' disc is in it. */
  readonly machine: (id: EntityId) => PaperValue | undefined;
  readonly installer: (id: EntityId) => PaperValue | undefined;
  readonly below: (prefix: string) => readonly { readonly key: string; readonly value: PaperValue }[];
  /** null takes it away. */
  readonly write: (
    items: readonly { readonly key: string; readonly value: PaperValue }[],
    caller: Caller | null,
  ) => Promise<Result<Receipt>>;
};

/** Things that live as long as a session: views, filters, collectors. */
export type Shelf = {
  readonly get: (ref: Ref) => unknown;
  readonly put: (ref: Ref, thing: unknown) => void;
  /** What is taken down is told so, where it has `close`. */
  readonly drop: (ref: Ref) => void;
  readonly all: () => Iterable<readonly [string, unknown]>;
  readonly count: () => number;
};

export type Vc = {
  readonly world: () => World;
  /** Lab time, milliseconds since 1970. */
  readonly now: () => number;
  /** Moments as the wire has them; many things tell of the same ones. */
  readonly iso: (millis: number) => string;
  readonly schema: VimSchema;
  readonly refs: Refs;
  readonly types: ReadonlyMap<string, AnyManaged>;
  readonly readers: Readers;
  /** Which machines are on which host, pool, store and wire. */
  readonly members: () => Members;
  readonly papers: Papers;
  readonly tasks: Tasks;
  /** What is done at its time. */
  readonly schedule: Schedule;
  readonly events: EventLog;
  readonly sessions: Sessions;
  readonly users: Users;
  /** What runs in the machines. */
  readonly guests: GuestDesk;
  /** Their screens and keyboards. */
  readonly consoles: ConsoleDesk;
  /** Contents of files. */
  readonly blobs: Blobs;
  readonly access: Access;
  /** Who signs tokens; null where there is no key for it. */
  readonly identity: Identity | null;
  readonly shelf: (caller: Caller | null) => Shelf;
  readonly execute: (command: CommandInput, caller: Caller | null) => Promise<Result<Receipt>>;
  readonly actorOf: (caller: Caller | null) => Actor;
  readonly listen: (listener: (announcement: Announcement) => void) => () => void;
  /** Custom fields, as the lab has them; `fieldsFor` as the wire wants them. */
  readonly fields: () => readonly { readonly key: number; readonly name: string; readonly type?: string }[];
  readonly fieldsFor: (type: string) => readonly Data[];
  readonly permissionsOn: (ref: Ref) => readonly Data[];
  readonly effectiveRoles: (ref: Ref) => Value;
  readonly alarmStates: (ref: Ref, which: 'declared' | 'triggered') => readonly Data[];
  /** What machines and hosts use in this second; made anew only when the world moved on. */
  readonly use: () => MachineUse;
  /** vCenter or one host's own endpoint. */
  readonly kind: 'vcenter' | 'host';
  /** `8.0.2.0` and build, as `about` says them. */
  readonly about: {
    readonly version: string;
    readonly apiVersion: string;
    readonly build: string;
    /** Newer than it says: a stand-in for vcsim names 6.5 and answers whatever it is asked. */
    readonly speaks?: string;
  };
  readonly instanceUuid: string;
  /** null: objects are called on the wire as they are here. */
  readonly names: HostNames | null;
  /** Where datastores are directories of this machine. */
  readonly storeFolders?: StoreFolders;
  /** The last calls of all clients, the newest first. */
  readonly calls: () => readonly WireCall[];
  /** Of the wall, for waits: lab time may stand still. */
  readonly wallNow: () => number;
  /** Of the wall, milliseconds: so long a call waits for a lab whose clock stands before it says so. */
  readonly patience: number;
  readonly log: Log;
};

/** Who asks, as far as objects care. */
export type Caller = {
  /** The session's key; things of a session are kept on its shelf. */
  readonly key: string;
  /** `VSPHERE.LOCAL\\Administrator` and alike. */
  readonly user: string;
};

export type Asking = {
  readonly vc: Vc;
  readonly caller: Caller | null;
  readonly version: Version;
};

export type Call = Asking & {
  readonly method: string;
  readonly self: Ref;
  /** As the schema names the parameters. */
  readonly args: Data;
  /** The client hung up: a wait for updates ends. */
  readonly isGone: () => boolean;
  readonly gone: () => AbortSignal;
  readonly userAgent: string;
  readonly address: string;
  /** How the client reached us, `https://127.0.0.1:8989`. */
  readonly origin: string;
  readonly session: Session | null;
  /** What came, byte for byte: signatures are looked at there. */
  readonly sent?: Uint8Array;
  /** The certificate that the client showed for the connection, in base64. */
  readonly certificate?: string | undefined;
  /** The client is this session from here on; null: it has none any more. */
  readonly enter: (session: Session | null) => void;
};

export type Read<T> = (thing: T, asking: Asking, ref: Ref) => Value;
export type Method<T> = (call: Call, thing: T) => Answer | Promise<Answer>;

export type ManagedType<T> = {
  /** As the WSDL names it. */
  readonly type: string;
  readonly find: (asking: Asking, ref: Ref) => T | undefined;
  /** What is not given is unset. */
  readonly properties: Readonly<Record<string, Read<T>>>;
  /** Fast ways to deep paths that are asked for often: `summary.config.memorySizeMB`. */
  readonly paths?: Readonly<Record<string, Read<T>>>;
  /** By WSDL name: `PowerOnVM_Task`. */
  readonly methods: Readonly<Record<string, Method<T>>>;
};

/** A type whose thing only itself knows. */
export type AnyManaged = ManagedType<unknown>;

export type Access = {
  /** Why the caller may not, where it lacks one of these privileges on the object; null: it may. */
  readonly refusal: (asking: Asking, ref: Ref, privileges: readonly string[]) => Fault | null;
};

export type Thing = { readonly is: unknown };

export type PathReader = {
  readonly path: string;
  readonly property: PropertyType;
  /** The position of the version that brought it. */
  readonly since: number;
  readonly privileges: readonly string[];
  /** As the schema declares it. */
  readonly read: (thing: Thing, asking: Asking, ref: Ref) => Value;
  /** As an anyType: with its type. */
  readonly readAny: (thing: Thing, asking: Asking, ref: Ref) => Value;
};

export type TypeReaders = {
  readonly type: string;
  /** undefined: it exists no longer, or never did. */
  readonly find: (asking: Asking, ref: Ref) => Thing | undefined;
  /** null where the type has no such property. */
  readonly path: (path: string) => PathReader | null;
  /** The plain properties of the type, in the order of the schema. */
  readonly all: () => readonly PathReader[];
};

/** null for types that are not served here, or that the schema does not know. */
export type Readers = (type: string) => TypeReaders | null;
