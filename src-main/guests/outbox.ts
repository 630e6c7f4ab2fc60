import { performance } from 'node:perf_hooks';
import type { GuestDemand } from '../../sim/contract/guests.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { NodeRecord } from '../../sim/guests/files/node.ts';
import type { LiveGuestDeps } from './live-guest-deps.ts';

/** A guest that writes without end is told to the world so often. */
const flushMillis = 50;
const demandMillis = 2000;

export type Outbox = {
  readonly add: (speak: () => void) => void;
  readonly afterSlice: (left: 'idle' | 'more') => void;
  readonly passTime: () => void;
  readonly isBusy: () => boolean;
  readonly settled: () => Promise<void>;
};

type Pending = Map<Bytes, NodeRecord | null>;

/** Keeps back what a guest says until what it did is on disk. */
export function createOutbox(deps: LiveGuestDeps, isEnded: () => boolean): Outbox {
  const { body } = deps;
  let speeches: (() => void)[] = [];
  // A guest at rest keeps no empty one.
  let pending: Pending | null = null;
  let dirtySince = 0;
  let flushing: Promise<void> | null = null;
  const demands = createDemands(deps);
  const speak = (those: readonly (() => void)[]): void => {
    for (const one of those) one();
  };
  const flush = async (): Promise<void> => {
    while (pending !== null && !isEnded()) {
      const changes: Pending = pending;
      const said = speeches;
      pending = null;
      speeches = [];
      for (const files of deps.differences(changes)) {
        const told = await deps.tell({ files });
        if (isEnded()) return;
        if (!told.ok) return deps.torn();
      }
      speak(said);
    }
    speak(speeches.splice(0));
  };
  const settle = (): void => {
    flushing ??= flush().finally(() => {
      flushing = null;
    });
  };
  return {
    add: (one) => void speeches.push(one),
    afterSlice: (left) => {
      if (isEnded()) return;
      const changes = body.machine.takeChanges();
      if (changes.size > 0 && pending === null) {
        dirtySince = performance.now();
        pending = new Map();
      }
      for (const [path, record] of changes) pending?.set(path, record);
      if (pending === null && flushing === null) speak(speeches.splice(0));
      else if (left === 'idle' || performance.now() - dirtySince >= flushMillis) settle();
    },
    passTime: demands.look,
    isBusy: () => pending !== null || flushing !== null || speeches.length > 0,
    settled: async () => {
      while (flushing !== null) await flushing;
    },
  };
}

/** Tells what the processes would use, and which services answer, where it differs enough to be felt. */
function createDemands({ body, tell }: LiveGuestDeps): { readonly look: () => void } {
  let demand: GuestDemand = { cores: 0, memoryBytes: 0 };
  let services = '[]';
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = (): void => {
    const now = performance.now();
    if (now - lookedAt < demandMillis) return;
    lookedAt = now;
    const next = body.machine.demand();
    const standing = body.services();
    const text = JSON.stringify(standing);
    const isFelt = isOther(demand, next);
    if (!isFelt && text === services) return;
    void tell({
      ...(isFelt ? { demand: next } : {}),
      ...(text === services ? {} : { services: standing }),
    });
    if (isFelt) demand = next;
    services = text;
  };
  return { look };
}

const feltCores = 0.05;
const feltBytes = 33_554_432;

const isOther = (one: GuestDemand, other: GuestDemand): boolean =>
  Math.abs(one.cores - other.cores) >= feltCores ||
  Math.abs(one.memoryBytes - other.memoryBytes) >= feltBytes;
