import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { Figure, ReportCell, ReportSection, ReportSpan } from '../../../sim/contract/reports.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import { alarmsSince } from '../../host/reader/alarm-kpis.ts';
import { isWithin } from '../../host/reader/within.ts';
import { countsOver, failingBy, tallyOf } from './failures.ts';
import type { Tally } from './failures.ts';
import type { Ground } from './ground.ts';
import { as, chart, column, figure, percent, prose, sumOf, table } from './parts.ts';
import type { Draft } from './parts.ts';
import { measurePower } from './powered.ts';
import type { RackPower } from './powered.ts';

type UptimeFacts = {
  readonly tally: Tally;
  readonly racks: readonly RackPower[];
  readonly millis: number;
  readonly extent: 'whole' | 'part';
};

/** Alarms of the scope, as far back as a moment. */
export async function alarmsIn(ground: Ground, from: number) {
  if (ground.mode === 'rehearse') return { alarms: [], extent: 'whole' as const };
  const { alarms, extent } = await alarmsSince(ground, asSimMillis(from));
  const { within, inventory } = ground;
  const mine = within === null ? alarms : alarms.filter(({ source }) => isWithin(inventory, source, within));
  return { alarms: mine, extent };
}

export async function buildUptime(ground: Ground): Promise<Draft> {
  const found = await alarmsIn(ground, Math.min(ground.span.from, ground.prior?.from ?? Infinity));
  const sources: Draft['sources'][number][] = [];
  const measure = async (span: ReportSpan): Promise<UptimeFacts> => {
    const { racks, source } = await measurePower(ground, span);
    if (source !== null && span === ground.span) sources.push(source);
    return { tally: tallyOf(found.alarms, span), racks, millis: span.to - span.from, extent: found.extent };
  };
  const facts = await measure(ground.span);
  const prior = ground.prior === null ? null : await measure(ground.prior);
  return { headline: headlineOf(ground, facts, prior), sections: sectionsOf(ground, facts), sources };
}

const availability = ({ racks }: UptimeFacts): number | null =>
  percent(sumOf(racks.map(({ powered }) => powered)), sumOf(racks.map(({ read }) => read)));

const between = ({ tally, millis }: UptimeFacts): number | null =>
  tally.failures.length === 0 ? null : millis / tally.failures.length;

function headlineOf({ words }: Ground, facts: UptimeFacts, prior: UptimeFacts | null): Figure[] {
  const say = words.uptime;
  const both = (pick: (of: UptimeFacts) => number | null) => ({
    value: pick(facts),
    prior: prior === null ? null : pick(prior),
  });
  const criticals = ({ tally }: UptimeFacts) =>
    tally.raised.filter(({ severity }) => severity === 'critical').length;
  return [
    figure({
      ...as.fineShare,
      label: say.availability,
      ...both(availability),
      better: 'higher',
      note: facts.racks.length === 0 ? say.noState : say.availabilityNote,
    }),
    figure({ label: say.alarms, ...both(({ tally }) => tally.raised.length), better: 'lower' }),
    figure({ label: say.critical, ...both(criticals), better: 'lower' }),
    figure({
      ...as.duration,
      label: say.mttr,
      ...both(({ tally }) => tally.repair),
      better: 'lower',
      note: say.mttrNote,
    }),
    figure({ ...as.duration, label: say.mtta, ...both(({ tally }) => tally.acknowledge), better: 'lower' }),
    figure({
      ...as.duration,
      label: say.mtbf,
      ...both(between),
      better: 'higher',
      note: facts.tally.failures.length === 0 ? say.noFailure : say.mtbfNote,
    }),
    figure({ label: say.open, ...both(({ tally }) => tally.open), better: 'lower' }),
  ];
}

const parts = 48;

function sectionsOf(ground: Ground, facts: UptimeFacts): ReportSection[] {
  const say = ground.words.uptime;
  const { at, counts } = countsOver(facts.tally.raised, ground.span, parts);
  return [
    ...(facts.extent === 'part' ? [prose(say.alarms, [say.partial])] : []),
    chart({
      title: say.perDay,
      note: say.perDayNote,
      at,
      lines: facts.tally.raised.length === 0 ? [] : [{ label: say.raised, values: counts }],
      unit: '',
      decimals: 0,
      empty: say.noAlarms,
    }),
    systemTable(ground, facts),
    thingTable(ground, facts),
    rackTable(ground, facts),
    eventTable(ground, facts),
  ];
}

function systemTable(ground: Ground, { tally, millis }: UptimeFacts) {
  const say = ground.words.uptime;
  const kindOf = (source: Alarm['source']): Kind | null => ground.inventory.get(source)?.kind ?? null;
  return table({
    title: say.systems,
    note: say.systemsNote,
    columns: [
      column(ground.words.columns.kind, as.text),
      column(say.count, as.count),
      column(say.failures, as.count),
      column(say.mtbfShort, as.duration),
      column(say.mttrShort, as.duration),
    ],
    rows: failingBy(tally.failures, kindOf).map(({ key, failures, repair }): ReportCell[] => {
      const count = ground.things(key).length;
      return [ground.words.things[key], count, failures, (millis * count) / failures, repair];
    }),
    empty: say.noFailure,
  });
}

function thingTable(ground: Ground, { tally, millis }: UptimeFacts) {
  const say = ground.words.uptime;
  return table({
    title: say.things,
    columns: [
      column(ground.words.columns.thing, as.text),
      column(ground.words.columns.kind, as.text),
      column(say.failures, as.count),
      column(say.mtbfShort, as.duration),
      column(say.mttrShort, as.duration),
    ],
    rows: failingBy(tally.failures, (source) => source).map(({ key, failures, repair }): ReportCell[] => {
      const thing = ground.inventory.get(key);
      const kind = thing === undefined ? '–' : ground.words.things[thing.kind];
      return [thing?.name ?? key, kind, failures, millis / failures, repair];
    }),
    empty: say.noFailure,
    most: 50,
  });
}

function rackTable({ words }: Ground, { racks }: UptimeFacts) {
  const say = words.uptime;
  const dark = racks.filter(({ read, powered }) => read - powered >= 1);
  return table({
    title: say.racks,
    columns: [
      column(words.columns.rack, as.text),
      column(say.rackShare, as.fineShare),
      column(say.without, as.duration),
      column(say.read, as.duration),
    ],
    rows: dark
      .toSorted((a, b) => b.read - b.powered - (a.read - a.powered))
      .map(({ rack, read, powered }) => [rack.name, percent(powered, read), read - powered, read]),
    empty: racks.length === 0 ? say.noState : say.noDark,
  });
}

function eventTable(ground: Ground, { tally }: UptimeFacts) {
  const say = ground.words.uptime;
  return table({
    title: say.events,
    columns: [
      column(ground.words.columns.time, as.time),
      column(ground.words.columns.thing, as.text),
      column(ground.words.columns.message, as.text),
      column(say.acknowledged, as.duration),
      column(say.lasted, as.duration),
    ],
    rows: tally.raised
      .filter(({ severity }) => severity === 'critical')
      .map(({ raisedAt, source, message, acknowledgedAt, resolvedAt }): ReportCell[] => [
        raisedAt,
        ground.inventory.get(source)?.name ?? source,
        message,
        acknowledgedAt === null ? null : acknowledgedAt - raisedAt,
        resolvedAt === null ? null : resolvedAt - raisedAt,
      ]),
    empty: say.noEvents,
    most: 60,
  });
}
