import type { LoggedEvent } from '../../sim/contract/events.ts';
import { qualityCodes } from '../../sim/contract/lane-frame.ts';
import { createCatalogue } from './catalogue.ts';
import type { Client } from './client.ts';
import { openLive, type Live } from './live.ts';
import type { Listed, Listing, Selection } from './listings/listing.ts';
import { liveColumns, withReading } from './listings/sensors.ts';
import type { Outcome } from './outcome.ts';
import type { Change } from './show.ts';

export type Watched = {
  readonly client: Client;
  readonly listing: Listing;
  readonly selection: Selection;
  /** What of the listing was asked for by name; everything where nothing was. */
  readonly choose: (listed: readonly Listed[]) => readonly Listed[];
  readonly print: (change: Change, listed: readonly Listed[]) => void;
};

/** Prints what is there, then every change, until the host goes or the user does. It never ends well. */
export async function watch(watched: Watched): Promise<Outcome<never>> {
  const { client, listing } = watched;
  const opened = await openLive(client.address, client.signal);
  if (!opened.ok) return opened;
  const live = opened.value;
  try {
    // Before the first look, so that nothing happens unseen in between.
    live.say({ op: 'watch', since: null, branch: null });
    if (listing.watch.kind === 'readings') return await watchReadings(watched, live);
    if (listing.watch.kind === 'story') return await watchStory(watched, live);
    return await watchState(watched, live);
  } finally {
    live.close();
  }
}

/** A new catalogue each time: names and places may have changed too. */
async function look({ client, listing, selection, choose }: Watched): Promise<Outcome<readonly Listed[]>> {
  const loaded = await listing.load({ client, catalogue: createCatalogue(client) }, selection);
  return loaded.ok ? { ok: true, value: choose(loaded.value) } : loaded;
}

async function watchState(watched: Watched, live: Live): Promise<Outcome<never>> {
  const how = watched.listing.watch;
  const first = await look(watched);
  if (!first.ok) return first;
  watched.print('present', first.value);
  let before = first.value;
  for (;;) {
    const heard = await live.next();
    if (!heard.ok) return heard;
    if (heard.value.op === 'frame' || how.kind !== 'state' || !how.stirredBy(heard.value)) continue;
    const now = await look(watched);
    if (!now.ok) return now;
    printDifference(watched, before, now.value);
    before = now.value;
  }
}

export function printDifference(
  { print }: Pick<Watched, 'print'>,
  before: readonly Listed[],
  now: readonly Listed[],
): void {
  const earlier = new Map(before.map((listed) => [listed.id, listed]));
  const present = new Set(now.map((listed) => listed.id));
  print(
    'removed',
    before.filter((listed) => !present.has(listed.id)),
  );
  print(
    'added',
    now.filter((listed) => !earlier.has(listed.id)),
  );
  print(
    'changed',
    now.filter((listed) => (earlier.get(listed.id)?.mark ?? listed.mark) !== listed.mark),
  );
}

/** Asks for what was announced, so that every line looks as `dvm get events` prints it. */
async function watchStory(watched: Watched, live: Live): Promise<Outcome<never>> {
  const first = await look(watched);
  if (!first.ok) return first;
  watched.print('present', first.value);
  let last = Number(first.value.at(-1)?.id ?? 0);
  for (;;) {
    const heard = await live.next();
    if (!heard.ok) return heard;
    if (heard.value.op === 'reset') last = Math.min(last, heard.value.revision);
    if (heard.value.op !== 'events') continue;
    const unseen = heard.value.items.filter((item) => item.revision > last);
    if (unseen.length === 0) continue;
    const now = await look({ ...watched, selection: { ...watched.selection, limit: reachBackTo(unseen) } });
    if (!now.ok) return now;
    watched.print(
      'added',
      now.value.filter((listed) => Number(listed.id) > last),
    );
    last = Math.max(last, ...now.value.map((listed) => Number(listed.id)));
  }
}

/** The host gives out a thousand at most at a time. Twice as many as told of: more may have come meanwhile. */
const reachBackTo = (unseen: readonly LoggedEvent[]): number => Math.min(1000, unseen.length * 2 + 20);

async function watchReadings(watched: Watched, live: Live): Promise<Outcome<never>> {
  let sensors = await look(watched);
  if (!sensors.ok) return sensors;
  watched.print('present', sensors.value);
  let shown = new Map<string, string>();
  const subscribe = (listed: readonly Listed[]) =>
    live.say({ op: 'lanes', view: 1, sensors: listed.map((each) => each.id) });
  subscribe(sensors.value);
  for (;;) {
    const heard = await live.next();
    if (!heard.ok) return heard;
    if (heard.value.op === 'refused' || heard.value.op === 'fault') {
      return { ok: false, refusal: { kind: 'refused', refusal: heard.value.refusal } };
    }
    if (heard.value.op === 'frame') {
      shown = printFrame(watched, sensors.value, { frame: heard.value.frame, shown });
      continue;
    }
    if (
      heard.value.op !== 'reset' &&
      !(heard.value.op === 'events' && heard.value.items.some(touchesSensors))
    )
      continue;
    const now = await look(watched);
    if (!now.ok) return now;
    printDifference({ print: watched.print }, sensors.value.map(unread), now.value.map(unread));
    sensors = now;
    subscribe(now.value);
  }
}

const touchesSensors = ({ event }: LoggedEvent): boolean => event.type.startsWith('entity.');

/** Readings come by themselves; whether a sensor changed is another question. */
const unread = (listed: Listed): Listed => ({
  ...listed,
  mark: JSON.stringify([listed.reference, { ...listed.value, reading: null }]),
});

type Frame = {
  readonly frame: {
    readonly at: number;
    readonly values: Float32Array;
    readonly ages: Float32Array;
    readonly qualities: Uint8Array;
  };
  readonly shown: ReadonlyMap<string, string>;
};

function printFrame(
  { print }: Watched,
  sensors: readonly Listed[],
  { frame, shown }: Frame,
): Map<string, string> {
  const next = new Map(shown);
  for (const [index, listed] of sensors.entries()) {
    const value = frame.values[index];
    const age = frame.ages[index];
    if (value === undefined || age === undefined || Number.isNaN(value)) continue;
    const quality = qualityCodes[frame.qualities[index] ?? 0] ?? null;
    const now = withReading(listed, { value: asWritten(value), age: age * 1000, quality, at: frame.at });
    next.set(listed.id, visible(now));
    if (visible(now) !== (shown.get(listed.id) ?? visible(listed))) print('changed', [now]);
  }
  return next;
}

/** What is printed decides: a change behind the last decimal is none, and growing older is none either. */
const visible = ({ cells }: Listed): string =>
  cells.map((cell, column) => (column === liveColumns.age ? '' : cell.text)).join('\t');

/** Frames carry 32-bit floats: 24.3 arrives as 24.299999. */
const asWritten = (value: number): number => Math.round(value * 10_000) / 10_000;
