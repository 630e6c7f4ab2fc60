import type { AlarmKpis, Judged } from '../../../sim/contract/alarm-kpis.ts';
import type { Figure, ReportCell, ReportSection, ReportSpan } from '../../../sim/contract/reports.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import { alarmKpis } from '../../../sim/index.ts';
import { countsOver, tallyOf } from './failures.ts';
import type { Ground } from './ground.ts';
import { as, bars, chart, column, figure, prose, table } from './parts.ts';
import type { Draft } from './parts.ts';
import { alarmsIn } from './uptime.ts';
import { numberIn, valueIn } from './written.ts';

type Facts = { readonly kpis: AlarmKpis; readonly prior: AlarmKpis | null };

export async function buildAlarms(ground: Ground): Promise<Draft> {
  const found = await alarmsIn(ground, Math.min(ground.span.from, ground.prior?.from ?? Infinity));
  await ground.breathe();
  // The book of alarms is of now: one that was resolved after the stretch was open at its end.
  const of = ({ from, to }: ReportSpan): AlarmKpis =>
    alarmKpis({ ...found, from: asSimMillis(from), to: asSimMillis(to) });
  const facts: Facts = { kpis: of(ground.span), prior: ground.prior === null ? null : of(ground.prior) };
  const raised = tallyOf(found.alarms, ground.span).raised;
  const { at, counts } = countsOver(raised, ground.span, 48);
  const say = ground.words.alarms;
  return {
    headline: headlineOf(ground, facts),
    sections: [
      ...(facts.kpis.extent === 'part' ? [prose(say.table, [say.partial])] : []),
      judgedTable(ground, facts),
      chart({
        title: say.over,
        at,
        lines: raised.length === 0 ? [] : [{ label: say.raisedLine, values: counts }],
        unit: '',
        decimals: 0,
        empty: say.none,
      }),
      ...listsOf(ground, facts.kpis),
    ],
    sources: [],
  };
}

type Measure = {
  readonly label: string;
  readonly pick: (of: AlarmKpis) => Judged;
  readonly unit: string;
  readonly decimals: number;
};

function measures(say: Ground['words']['alarms']): readonly Measure[] {
  return [
    { label: say.per10, pick: ({ rate }) => rate.per10Minutes, unit: '', decimals: 2 },
    { label: say.perHour, pick: ({ rate }) => rate.perHour, unit: '', decimals: 2 },
    { label: say.perDay, pick: ({ rate }) => rate.perDay, unit: '', decimals: 1 },
    { label: say.peak, pick: ({ rate }) => rate.peak, unit: '', decimals: 0 },
    { label: say.flood, pick: ({ floods }) => floods.share, unit: '%', decimals: 2 },
    { label: say.chattering, pick: ({ chattering }) => chattering.count, unit: '', decimals: 0 },
    { label: say.stale, pick: ({ stale }) => stale.count, unit: '', decimals: 0 },
    { label: say.topShare, pick: ({ top }) => top.share, unit: '%', decimals: 1 },
  ];
}

function headlineOf({ words, language }: Ground, { kpis, prior }: Facts): Figure[] {
  const say = words.alarms;
  const both = (pick: (of: AlarmKpis) => number | null) => ({
    value: pick(kpis),
    prior: prior === null ? null : pick(prior),
  });
  const shown = measures(say).filter(({ label }) => [say.per10, say.peak, say.flood].includes(label));
  return [
    figure({ label: say.rang, ...both(({ rang }) => rang), better: 'lower' }),
    figure({ label: say.quiet, ...both(({ quiet }) => quiet) }),
    ...shown.map(({ label, pick, unit, decimals }) =>
      figure({
        label,
        unit,
        decimals,
        kind: unit === '%' ? 'share' : 'number',
        ...both((of) => pick(of).value),
        better: 'lower',
        note: say.target(numberIn(language, pick(kpis).target, 0) + (unit === '%' ? ' %' : '')),
      }),
    ),
    figure({ ...as.duration, label: say.acknowledge, ...both((of) => of.acknowledge.mean), better: 'lower' }),
    figure({ ...as.duration, label: say.resolve, ...both((of) => of.resolve.mean), better: 'lower' }),
  ];
}

function judgedTable({ words, language }: Ground, { kpis, prior }: Facts) {
  const say = words.alarms;
  const write = (value: number, { unit, decimals }: Measure): string =>
    valueIn(language, value, { kind: 'number', unit, decimals });
  const before = prior === null ? [] : [column(say.before, as.text)];
  return table({
    title: say.table,
    columns: [
      column(say.measure, as.text),
      column(say.value, as.text),
      column(say.targetColumn, as.text),
      ...before,
      column(say.verdict, as.text),
    ],
    rows: measures(say).map((measure): ReportCell[] => {
      const { value, target, verdict } = measure.pick(kpis);
      return [
        measure.label,
        write(value, measure),
        `≤ ${write(target, { ...measure, decimals: 0 })}`,
        ...(prior === null ? [] : [write(measure.pick(prior).value, measure)]),
        say.verdicts[verdict],
      ];
    }),
    empty: say.none,
  });
}

type Source = AlarmKpis['top']['items'][number];

function listsOf(ground: Ground, kpis: AlarmKpis): ReportSection[] {
  const { words, inventory, session } = ground;
  const say = words.alarms;
  const titles = new Map([...session.world.rules.all()].map(({ id, title }) => [id, title]));
  const nameOf = ({ rule, source }: Pick<Source, 'rule' | 'source'>): [string, string] => [
    inventory.get(source)?.name ?? source,
    titles.get(rule) ?? rule,
  ];
  const about = [column(words.columns.thing, as.text), column(words.columns.rule, as.text)];
  return [
    bars({
      title: say.priorities,
      note: say.prioritiesNote,
      unit: '%',
      bars:
        kpis.rang === 0
          ? []
          : kpis.priorities.map(({ name, share }) => ({ label: say.names[name], value: share })),
      empty: say.none,
    }),
    table({
      title: say.actors,
      columns: [...about, column(words.columns.count, as.count), column(words.columns.share, as.share)],
      rows: kpis.top.items.map((item) => [...nameOf(item), item.alarms, item.share]),
      empty: say.none,
    }),
    table({
      title: say.floods,
      note: say.floodsNote,
      columns: [
        column(say.from, as.time),
        column(say.to, as.time),
        column(words.columns.count, as.count),
        column(say.most, as.count),
      ],
      rows: kpis.floods.items.map(({ from, to, alarms, peak }) => [from, to ?? say.lasts, alarms, peak]),
      empty: say.noFloods,
    }),
    table({
      title: say.chatter,
      columns: [...about, column(words.columns.count, as.count), column(say.mostMinute, as.count)],
      rows: kpis.chattering.items.map((item) => [...nameOf(item), item.alarms, item.peak]),
      empty: say.noChatter,
    }),
    table({
      title: say.staleList,
      columns: [...about, column(say.raised, as.time)],
      rows: kpis.stale.items.map((item) => [...nameOf(item), item.raisedAt]),
      empty: say.noStale,
    }),
  ];
}
