import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import { exportReadings, type Export, type ReadingSource } from '../../services/history/export-readings.ts';
import { lineFormats, type FormatName } from '../../services/history/reading-lines.ts';
import { labelsOf, type SensorLabels } from '../../services/history/sensor-labels.ts';
import type { Client } from '../client.ts';
import { list, text } from '../flags.ts';
import { readDuration, readMoment } from '../lab-time.ts';
import { done, failed, misused, notFound, type Failure, type Outcome } from '../outcome.ts';
import { meant } from '../references.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Call } from '../verb.ts';

const flags = {
  format: text({ label: 'FORMAT', choices: Object.keys(lineFormats), help: 'csv where left out' }),
  from: text({
    label: 'MOMENT',
    help: 'The first moment: -2h, 08:30, a date and time; a day back where left out',
  }),
  to: text({ label: 'MOMENT', help: 'Up to this moment; now where left out' }),
  sensors: list({
    label: 'SENSOR',
    completes: 'get sensors',
    help: 'Only these sensors, by id, name or path',
  }),
  within: text({
    label: 'THING',
    completes: 'get racks',
    help: 'Only sensors in this site, room, rack or device',
  }),
  every: text({
    label: 'TIME',
    help: 'Mean, smallest and largest of each 5m, 1h …; every reading where left out',
  }),
  out: text({
    label: 'FILE',
    short: 'f',
    completes: 'file',
    help: 'Write here; to standard output where left out',
  }),
};

type Wanted = {
  readonly [Name in Exclude<keyof typeof flags, 'sensors'>]: string | undefined;
} & { readonly sensors: readonly string[] };

export const exportReadingsVerb = leaf({
  name: 'export-readings',
  summary: 'Write what the sensors read to a file',
  about:
    'Writes CSV, or InfluxDB line protocol for `influx write`. Times are the lab’s.\nReadings older than the days they are kept are there as five-minute means only: ask for them with --every.',
  examples: [
    'dvm export-readings --within room1 --every 5m --from -24h --out day.csv',
    'dvm export-readings --within A01 --from -10m',
    'dvm export-readings --format influx --every 1m --out readings.lp',
  ],
  flags,
  run: async (call, wanted) => {
    const every = widthOf(wanted.every);
    if (!every.ok) return every;
    const client = await call.host();
    if (!client.ok) return client;
    const span = await spanOf(client.value, wanted, every.value);
    if (!span.ok) return span;
    const entities = await allEntities(client.value);
    if (!entities.ok) return entities;
    const sensors = chosen(entities.value, wanted);
    if (!sensors.ok) return sensors;
    return write(call, wanted.out, {
      ...span.value,
      source: gatewayOf(client.value),
      sensors: sensors.value,
      format: (wanted.format ?? 'csv') as FormatName,
      every: every.value,
    });
  },
});

const day = 86_400_000;

function widthOf(every: string | undefined): Outcome<number | null> {
  if (every === undefined) return { ok: true, value: null };
  const width = readDuration(every);
  if (width === null || width < 1000 || width > day)
    return misused(`${every} is no width of a bucket`, 'Give 1s to 1d, such as 30s, 5m or 1h');
  return { ok: true, value: width };
}

type Span = { readonly from: number; readonly to: number };

async function spanOf(client: Client, wanted: Wanted, every: number | null): Promise<Outcome<Span>> {
  const status = await client.query('status', {});
  if (!status.ok) return status;
  const { at: now, clock } = status.value;
  const lab = { epoch: clock.epoch, tick: clock.tick, now };
  const moment = (given: string | undefined, usual: number): Outcome<number> => {
    if (given === undefined) return { ok: true, value: usual };
    const tick = readMoment(given, lab);
    return tick.ok ? { ok: true, value: clock.epoch + tick.value * 1000 } : tick;
  };
  const from = moment(wanted.from, Math.max(clock.epoch, now - day));
  if (!from.ok) return from;
  // The present moment's readings are wanted too.
  const to = moment(wanted.to, now + 1);
  if (!to.ok) return to;
  if (from.value >= to.value) return misused('--from lies after --to');
  const grid = every ?? 1;
  return { ok: true, value: { from: Math.floor(from.value / grid) * grid, to: to.value } };
}

async function allEntities(client: Client): Promise<Outcome<ReadonlyMap<string, Entity>>> {
  const all = new Map<string, Entity>();
  for (let after: string | null | undefined; after !== null;) {
    const page = await client.query('entities', { limit: 20_000, ...(after === undefined ? {} : { after }) });
    if (!page.ok) return page;
    for (const entity of page.value.items) all.set(entity.id, entity);
    after = page.value.next;
  }
  return { ok: true, value: all };
}

type Standing = { readonly entity: Entity; readonly path: readonly Entity[] };

function chosen(all: ReadonlyMap<string, Entity>, wanted: Wanted): Outcome<readonly SensorLabels[]> {
  const standing = [...all.values()].map((entity): Standing => ({ entity, path: pathTo(all, entity) }));
  let sensors = standing.filter(({ entity }) => entity.kind === 'sensor');
  if (wanted.within !== undefined) {
    const top = called(
      standing.filter(({ entity }) => entity.kind !== 'sensor'),
      wanted.within,
    );
    if (!top.ok) return top;
    sensors = sensors.filter(({ path }) =>
      path.some(({ id }) => top.value.some(({ entity }) => entity.id === id)),
    );
  }
  if (wanted.sensors.length > 0) {
    const named: Standing[] = [];
    for (const reference of wanted.sensors) {
      const found = called(sensors, reference);
      if (!found.ok) return found;
      named.push(...found.value);
    }
    sensors = [...new Set(named)];
  }
  if (sensors.length === 0) return notFound('There are no sensors there');
  return {
    ok: true,
    value: sensors.map(({ entity, path }) => labelsOf(path.slice(0, -1), entity as EntityOf<'sensor'>)),
  };
}

function pathTo(all: ReadonlyMap<string, Entity>, entity: Entity): readonly Entity[] {
  const parent = entity.parent === null ? undefined : all.get(entity.parent);
  return parent === undefined ? [entity] : [...pathTo(all, parent), entity];
}

/** By id, or by any path that means it; a name that several have means them all. */
function called(things: readonly Standing[], reference: string): Outcome<readonly Standing[]> {
  const byId = things.filter(({ entity }) => entity.id === reference);
  const found = byId.length > 0 ? byId : meant(things, reference, ({ path }) => path.map(({ name }) => name));
  if (found.length > 0) return { ok: true, value: found };
  const names = things.map(({ entity }) => entity.name);
  return notFound(`There is nothing called ${reference} with sensors`, didYouMean(reference, names));
}

function gatewayOf(client: Client): ReadingSource<Failure> {
  return {
    page: ({ sensors, ...asked }) => client.query('readings', { sensors: sensors.join(','), ...asked }),
    buckets: async ({ sensors, from, to, points }) => {
      const answer = await client.query('history', { sensors: sensors.join(','), from, to, points });
      return answer.ok ? { ok: true, value: answer.value.series } : answer;
    },
  };
}

/** The file has its name only when it is whole. */
async function write(
  call: Call,
  out: string | undefined,
  asked: Export<Failure>,
): Promise<Outcome<undefined>> {
  if (out === undefined) {
    const told = await eachPage(asked, (page) => call.console.data(page.slice(0, -1)));
    return told.ok ? done : told;
  }
  const file = resolve(call.directory, out);
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'w');
    let told: Outcome<{ readonly lines: number }>;
    try {
      told = await eachPage(asked, (page) => handle.appendFile(page));
    } finally {
      await handle.close();
    }
    if (!told.ok) {
      await rm(part, { force: true });
      return told;
    }
    await rename(part, file);
    call.console.words(`Wrote ${told.value.lines} lines of ${asked.sensors.length} sensors to ${file}.`);
    return done;
  } catch (error) {
    await rm(part, { force: true });
    const message = `The file ${file} could not be written: ${error instanceof Error ? error.message : String(error)}`;
    return failed({ kind: 'refused', refusal: { code: 'storage-failed', message } });
  }
}

async function eachPage(
  asked: Export<Failure>,
  take: (page: string) => Promise<void> | void,
): Promise<Outcome<{ readonly lines: number }>> {
  const pages = exportReadings(asked);
  for (;;) {
    const next = await pages.next();
    if (next.done === true) return next.value;
    await take(next.value);
  }
}
