/** WaitForUpdates and its kin: an answer as soon as there is something to tell. */
import { setImmediate as turnOver, setTimeout as breath } from 'node:timers/promises';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Asking, Call } from '../objects/managed.ts';
import type { Data } from '../wire/value.ts';
import { forget, isStirred, updatesOf } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Collector } from './collector.ts';

export type Wish = {
  readonly version: string;
  /** Wall time. */
  readonly maxMillis: number;
  readonly maxObjects: number;
};

/** Figures move by themselves; a client hears of them this often. */
const figureMillis = 5000;
/** Events come in showers: what comes together is told together, and looking never takes most of the time. */
const breathMillis = 20;
/** The longest that others wait while updates are gathered. */
const turnMillis = 5;

export async function waitForUpdates(call: Call, collector: Collector, wish: Wish): Promise<Answer> {
  const begun = begin(collector, wish.version);
  if (!begun.ok) return begun;
  if (begun.value !== null) return done(begun.value);
  collector.waiting?.abort();
  const waiting = new AbortController();
  collector.waiting = waiting;
  const release = call.session?.hold();
  try {
    return await lookUntil(call, collector, {
      ...wish,
      signal: AbortSignal.any([waiting.signal, call.gone()]),
    });
  } finally {
    release?.();
    if (collector.waiting === waiting) collector.waiting = null;
  }
}

/** The answer that was lost is given again; null: go on and look. */
function begin(collector: Collector, version: string): Answer<Data | null> {
  if (version === '') {
    collector.pending.length = 0;
    collector.last = null;
    for (const filter of collector.filters.values()) forget(filter);
    return done(null);
  }
  if (version === String(collector.version)) return done(null);
  if (collector.last?.after === version) return done(collector.last.set);
  return faulted(
    'InvalidCollectorVersion',
    `Version ${version} is not one that this collector can go on from; begin again without a version.`,
  );
}

type Looking = Wish & { readonly signal: AbortSignal };

async function lookUntil(call: Call, collector: Collector, wish: Looking): Promise<Answer> {
  const { vc } = call;
  const deadline = vc.wallNow() + wish.maxMillis;
  for (;;) {
    const begun = performance.now();
    await gather(call, collector);
    const took = performance.now() - begun;
    if (collector.isClosed || (wish.signal.aborted && !call.isGone()))
      return faulted('RequestCanceled', 'The wait for updates was cancelled.');
    if (collector.pending.length > 0) return done(take(collector, wish));
    const left = deadline - vc.wallNow();
    if (left <= 0 || wish.signal.aborted) return done(undefined);
    const figures = [...collector.filters.values()].filter(({ hasFigures }) => hasFigures);
    const pause = figures.length > 0 ? Math.min(left, figureMillis) : left;
    const why = await rest(collector, pause, wish.signal);
    if (why === 'late') for (const filter of figures) filter.isAllDirty = true;
    else if (!wish.signal.aborted) await breath(Math.max(breathMillis, took * 4));
  }
}

/** Reads what may have changed, and gives others their turn meanwhile. */
async function gather(asking: Asking, collector: Collector): Promise<void> {
  let since = performance.now();
  for (const filter of collector.filters.values()) {
    if (!isStirred(filter)) continue;
    for (const update of updatesOf(asking, filter)) {
      if (update !== null) collector.pending.push({ filter, update });
      if (performance.now() - since < turnMillis) continue;
      await turnOver();
      since = performance.now();
    }
  }
}

function take(collector: Collector, { maxObjects }: Wish): Data {
  const taken = collector.pending
    .splice(0, maxObjects)
    .filter(({ filter }) => collector.filters.has(filter.ref.value));
  const byFilter = new Map<Filter, Data[]>();
  for (const { filter, update } of taken) {
    const list = byFilter.get(filter);
    if (list === undefined) byFilter.set(filter, [update]);
    else list.push(update);
  }
  const after = String(collector.version);
  collector.version += 1;
  const set: Data = {
    _type: 'UpdateSet',
    version: String(collector.version),
    filterSet: [...byFilter].map(([{ ref }, objectSet]) => ({ filter: ref, objectSet })),
    truncated: collector.pending.length > 0,
  };
  collector.last = { after, set };
  return set;
}

/** The longest that one timer of Node's can run. */
const longest = 2_147_483_647;

function rest(collector: Collector, millis: number, signal: AbortSignal): Promise<'woken' | 'late'> {
  return new Promise((resolve) => {
    const end = (why: 'woken' | 'late'): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      collector.wake = null;
      resolve(why);
    };
    const stop = (): void => end('woken');
    const timer = setTimeout(() => end('late'), Math.min(millis, longest));
    if (signal.aborted) return end('woken');
    signal.addEventListener('abort', stop);
    collector.wake = stop;
    if ([...collector.filters.values()].some(isStirred)) end('woken');
  });
}
