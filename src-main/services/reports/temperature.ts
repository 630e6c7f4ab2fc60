import type { Figure, ReportCell, ReportSection } from '../../../sim/contract/reports.ts';
import type { Ground } from './ground.ts';
import { as, bars, chart, column, figure, percent, prose, table } from './parts.ts';
import type { Draft } from './parts.ts';
import { beyond, limitsOf, measureTemperature } from './temperature-measure.ts';
import type { RackTemperature, TemperatureFacts } from './temperature-measure.ts';

export async function buildTemperature(ground: Ground): Promise<Draft> {
  const facts = await measureTemperature(ground, ground.span);
  const prior = ground.prior === null ? null : await measureTemperature(ground, ground.prior);
  return {
    headline: headlineOf(ground, facts, prior),
    sections: sectionsOf(ground, facts),
    sources: facts.sources,
  };
}

/** Inside all the while; what rounding leaves of a millisecond is nothing. */
const isAlwaysIn = ({ worst }: RackTemperature): boolean => worst.read - worst.recommended < 1;

function headlineOf(
  { words, span }: Ground,
  facts: TemperatureFacts,
  prior: TemperatureFacts | null,
): Figure[] {
  const say = words.temperature;
  const length = span.to - span.from;
  const both = (pick: (of: TemperatureFacts) => number | null) => ({
    value: pick(facts),
    prior: prior === null ? null : pick(prior),
  });
  const none = facts.inlets === 0 ? say.none : '';
  return [
    figure({
      ...as.fineShare,
      label: say.recommended,
      ...both((of) => percent(of.recommended, of.read)),
      better: 'higher',
      note: none,
    }),
    figure({
      ...as.fineShare,
      label: say.allowable,
      ...both((of) => percent(of.allowable, of.read)),
      better: 'higher',
      note: none,
    }),
    figure({
      label: say.racks,
      ...both(({ racks }) => racks.filter(isAlwaysIn).length),
      better: 'higher',
      note: say.ofRacks(facts.racks.length),
    }),
    figure({ ...as.degreeHours, label: say.degreeHours, ...both((of) => of.degreeHours), better: 'lower' }),
    figure({ ...as.celsius, label: say.highest, ...both(({ max }) => max), better: 'lower', note: none }),
    figure({
      label: say.rates,
      ...both(({ fast }) => fast),
      better: 'lower',
      note: facts.fast === null ? say.ratesCoarse : say.ratesNote,
    }),
    figure({
      ...as.share,
      label: say.silent,
      ...both((of) => (of.inlets === 0 ? null : 100 - (of.read * 100) / (length * of.inlets))),
      better: 'lower',
      note: facts.inlets === 0 ? say.none : say.silentNote,
    }),
  ];
}

function sectionsOf({ words }: Ground, facts: TemperatureFacts): ReportSection[] {
  const say = words.temperature;
  const { at, mean, max } = facts.lines;
  const tightest = [...facts.envelopes.values()]
    .map(limitsOf)
    .toSorted((a, b) => a.recommended.high - b.recommended.high || a.allowable.high - b.allowable.high)[0];
  const offenders = facts.racks.filter(({ worst }) => beyond(worst) > 0);
  return [
    chart({
      title: say.trend,
      note: say.trendNote,
      at: [...at],
      lines: [
        { label: say.mean, values: [...mean] },
        { label: say.max, values: [...max] },
      ],
      unit: '°C',
      limits:
        tightest === undefined
          ? []
          : [
              { label: say.recLow, value: tightest.recommended.low },
              { label: say.recHigh, value: tightest.recommended.high },
              { label: say.allowHigh, value: tightest.allowable.high },
            ],
      empty: say.none,
    }),
    bars({
      title: say.worst,
      note: say.worstNote,
      unit: 'K·h',
      decimals: 2,
      bars: offenders.slice(0, 10).map(({ rack, worst }) => ({ label: rack.name, value: beyond(worst) })),
      empty: facts.inlets === 0 ? say.none : say.noOffender,
    }),
    rackTable(words, facts),
    prose(
      say.envelopes,
      [...facts.envelopes].map(([room, envelope]) => say.envelope(envelope, room)),
    ),
  ];
}

function rackTable(words: Ground['words'], { racks }: TemperatureFacts) {
  const say = words.temperature;
  return table({
    title: say.perRack,
    note: say.perRackNote,
    columns: [
      column(words.columns.rack, as.text),
      column(say.class, as.text),
      column(say.recommended, as.share),
      column(say.allowable, as.share),
      column(say.tooHot, as.degreeHours),
      column(say.tooCold, as.degreeHours),
      column(say.lowest, as.celsius),
      column(say.mean, as.celsius),
      column(say.highest, as.celsius),
      column(say.fast, as.count),
      column(say.read, as.duration),
    ],
    rows: racks.map(({ rack, envelope, worst }): ReportCell[] => [
      rack.name,
      envelope,
      percent(worst.recommended, worst.read),
      percent(worst.allowable, worst.read),
      worst.hotHours,
      worst.coldHours,
      worst.min,
      worst.mean,
      worst.max,
      worst.fast,
      worst.read,
    ]),
    empty: say.none,
  });
}
