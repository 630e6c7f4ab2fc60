import type { GuestClock, GuestDemand, GuestFileChange, GuestService } from '../../contract/guests.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { GuestOs } from '../../contract/machine-specs.ts';
import type { SimMillis } from '../../contract/units.ts';
import type { Bytes } from '../bytes.ts';
import type { FileDelta, NodeRecord } from '../files/node.ts';
import { ownNetworkPath } from '../network/own-network.ts';

/** Never changed in place: who holds one holds a moment. */
export type GuestState = {
  readonly base: GuestOs;
  readonly files: FileDelta;
  /** Of the contents in `files`. */
  readonly bytes: number;
  readonly demand: GuestDemand;
  readonly services: readonly GuestService[];
  /** How wrong its clock is; absent: it never was. */
  readonly clock?: GuestClock;
  /** null: it is off. */
  readonly bootedAt: SimMillis | null;
  /** What lay on its disk at each snapshot of the machine. */
  readonly kept: ReadonlyMap<number, KeptFiles>;
};

type KeptFiles = Pick<GuestState, 'base' | 'files' | 'bytes'>;

export type GuestBook = {
  readonly get: (machine: EntityId) => GuestState | undefined;
  readonly put: (machine: EntityId, state: GuestState) => void;
  readonly drop: (machine: EntityId) => void;
  readonly machines: () => Iterable<EntityId>;
  readonly size: () => number;
  /** Grows with every change: who remembers what it saw of guests asks. */
  readonly changes: () => number;
  /** What machines set of their networks themselves: another map where one did. */
  readonly networks: () => ReadonlyMap<EntityId, string>;
  /** JSON of all. Each guest's text is remembered, for most did nothing since the last snapshot. */
  readonly atRest: () => string;
};

export const nothingDemanded: GuestDemand = { cores: 0, memoryBytes: 0 };

export function createGuestBook(): GuestBook {
  const states = new Map<EntityId, GuestState>();
  const texts = new WeakMap<GuestState, string>();
  let changes = 0;
  let networks: ReadonlyMap<EntityId, string> = new Map();
  const keepNetwork = (machine: EntityId, text: string | undefined): void => {
    if (networks.get(machine) === text) return;
    const next = new Map(networks);
    if (text === undefined) next.delete(machine);
    else next.set(machine, text);
    networks = next;
  };
  const textOf = (state: GuestState): string => {
    const known = texts.get(state);
    if (known !== undefined) return known;
    const text = JSON.stringify(atRest(state));
    texts.set(state, text);
    return text;
  };
  return {
    get: (machine) => states.get(machine),
    put: (machine, state) => {
      states.set(machine, state);
      keepNetwork(machine, state.files.get(ownNetworkPath)?.content);
      changes += 1;
    },
    drop: (machine) => {
      keepNetwork(machine, undefined);
      if (states.delete(machine)) changes += 1;
    },
    machines: () => states.keys(),
    size: () => states.size,
    changes: () => changes,
    networks: () => networks,
    // By name: a world that was restored must be written like one that lived on.
    atRest: () =>
      `{${[...states]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([machine, state]) => `${JSON.stringify(machine)}:${textOf(state)}`)
        .join(',')}}`,
  };
}

type FilesAtRest = readonly (readonly [Bytes, NodeRecord | null])[];

type GuestAtRest = Omit<GuestState, 'files' | 'kept'> & {
  readonly files: FilesAtRest;
  readonly kept: readonly (readonly [number, Omit<KeptFiles, 'files'> & { readonly files: FilesAtRest }])[];
};
export type GuestsAtRest = Readonly<Record<EntityId, GuestAtRest>>;

const laid = (files: FileDelta): FilesAtRest =>
  [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));

const atRest = (state: GuestState): GuestAtRest => ({
  base: state.base,
  files: laid(state.files),
  bytes: state.bytes,
  demand: state.demand,
  services: state.services,
  ...(state.clock === undefined ? {} : { clock: state.clock }),
  bootedAt: state.bootedAt,
  kept: [...state.kept]
    .toSorted(([one], [other]) => one - other)
    .map(([number, kept]) => [number, { base: kept.base, files: laid(kept.files), bytes: kept.bytes }]),
});

export function restoreGuests(book: GuestBook, rest: GuestsAtRest): void {
  for (const [machine, state] of Object.entries(rest)) {
    book.put(machine as EntityId, {
      ...state,
      files: new Map(state.files),
      kept: new Map(state.kept.map(([number, kept]) => [number, { ...kept, files: new Map(kept.files) }])),
    });
  }
}

const sizeOf = (record: NodeRecord | null | undefined): number => record?.content?.length ?? 0;

/** What lies on the disk after these changes. */
export function withChanges(
  { files, bytes }: Pick<GuestState, 'files' | 'bytes'>,
  changes: readonly GuestFileChange[],
): Pick<GuestState, 'files' | 'bytes'> {
  if (changes.length === 0) return { files, bytes };
  const after = new Map(files);
  let held = bytes;
  for (const change of changes) {
    const before = after.get(change.path);
    const record = recordAfter(before, change);
    held += sizeOf(record) - sizeOf(before);
    if (record === undefined) after.delete(change.path);
    else after.set(change.path, record);
  }
  return { files: after, bytes: held };
}

function recordAfter(
  before: NodeRecord | null | undefined,
  change: GuestFileChange,
): NodeRecord | null | undefined {
  switch (change.is) {
    case 'kept':
      return change.record as NodeRecord;
    case 'gone':
      return null;
    case 'plain':
      return undefined;
    case 'longer':
      return before === null || before === undefined ? before : longer(before, change);
    default:
      return change satisfies never;
  }
}

function longer(
  before: NodeRecord,
  { bytes, modifiedAt }: Extract<GuestFileChange, { is: 'longer' }>,
): NodeRecord {
  const content = `${before.content ?? ''}${bytes}`;
  // A further piece of what came in several.
  if (before.modifiedAt === modifiedAt) return { ...before, content };
  const { changedAt: _, ...rest } = before;
  return { ...rest, content, modifiedAt };
}

/** What lies in memory only: a start of the machine finds it empty. */
const volatile = ['/run', '/tmp', '/dev', '//memory', '//own/now', ownNetworkPath];

export function withoutVolatile(state: KeptFiles): KeptFiles {
  const gone = [...state.files.keys()].filter((path) =>
    volatile.some((place) => path === place || path.startsWith(`${place}/`)),
  );
  const changes = gone.map((path) => ({ path, is: 'plain' }) as const);
  return { base: state.base, ...withChanges(state, changes) };
}
