import type { Figure, ReportCell, ReportSection } from '../../../sim/contract/reports.ts';
import { cellDue, cellWatch, healthEnd, isWithinYear } from './battery-advice.ts';
import { measureBattery } from './battery-measure.ts';
import type { BatteryFacts, CellFacts, StringFacts } from './battery-measure.ts';
import type { Ground } from './ground.ts';
import { as, bars, chart, column, figure, table } from './parts.ts';
import type { Draft } from './parts.ts';

export async function buildBattery(ground: Ground): Promise<Draft> {
  const facts = await measureBattery(ground, ground.span);
  const prior = ground.prior === null ? null : await measureBattery(ground, ground.prior);
  return {
    headline: headlineOf(ground, facts, prior),
    sections: sectionsOf(ground, facts),
    sources: facts.sources,
  };
}

const lowest = ({ strings }: BatteryFacts): number | null => {
  const known = strings.map(({ health }) => health).filter((health) => health !== null);
  return known.length === 0 ? null : Math.min(...known);
};

const isNow = ({ advice }: StringFacts): boolean => advice.reason === 'now' || advice.reason === 'pastAge';
const due = (cells: readonly CellFacts[]): number => cells.filter(({ ratio }) => ratio >= cellDue).length;

function headlineOf({ words, span }: Ground, facts: BatteryFacts, prior: BatteryFacts | null): Figure[] {
  const say = words.battery;
  const both = (pick: (of: BatteryFacts) => number | null) => ({
    value: pick(facts),
    prior: prior === null ? null : pick(prior),
  });
  const soon = facts.strings.filter((one) => !isNow(one) && isWithinYear(one.advice, span.to)).length;
  return [
    figure({
      label: say.strings,
      value: facts.strings.length,
      prior: null,
      note: facts.strings.length === 0 ? say.none : '',
    }),
    figure({
      ...as.share,
      label: say.lowest,
      ...both(lowest),
      better: 'higher',
      note: lowest(facts) === null ? say.noHealth : '',
    }),
    figure({ label: say.replace, ...both(({ strings }) => strings.filter(isNow).length), better: 'lower' }),
    figure({ label: say.soon, value: soon, prior: null, better: 'lower' }),
    figure({
      label: say.cells,
      value: facts.cells.length === 0 ? null : due(facts.cells),
      prior: prior === null || prior.cells.length === 0 ? null : due(prior.cells),
      better: 'lower',
      note: facts.cells.length === 0 ? say.noCells : say.ofCells(facts.cells.length),
    }),
  ];
}

function sectionsOf({ words }: Ground, facts: BatteryFacts): ReportSection[] {
  const say = words.battery;
  const known = facts.strings.filter(({ health }) => health !== null);
  return [
    stringTable(words, facts),
    chart({
      title: say.trend,
      note: say.trendNote,
      at: [...facts.at],
      // More lines than these nobody can tell apart: the ones that end first.
      lines: known.slice(0, 6).map(({ battery, line }) => ({ label: battery.name, values: [...line] })),
      limits: [{ label: say.end, value: healthEnd }],
      unit: '%',
      empty: facts.strings.length === 0 ? say.none : say.noTrend,
    }),
    bars({
      title: say.cellBars,
      note: say.cellBarsNote,
      unit: '%',
      bars: facts.cells
        .slice(0, 20)
        .map(({ battery, cell, ratio }) => ({ label: `${battery.name} ${cell}`, value: ratio * 100 })),
      limit: { label: say.due, value: cellDue * 100 },
      empty: say.noCells,
    }),
    cellTable(words, facts),
  ];
}

function stringTable(words: Ground['words'], { strings }: BatteryFacts) {
  const say = words.battery;
  return table({
    title: say.table,
    columns: [
      column(say.string, as.text),
      column(say.ups, as.text),
      column(say.health, as.share),
      column(words.change, { ...as.share, decimals: 2 }),
      column(say.age, { kind: 'number', unit: say.years, decimals: 1 }),
      column(say.worst, as.text),
      column(words.columns.expected, as.time),
      column(words.columns.reason, as.text),
    ],
    rows: strings.map(({ battery, ups, health, before, age, cells, advice }): ReportCell[] => [
      battery.name,
      ups,
      health,
      health === null || before === null ? null : health - before,
      age,
      cells[0] === undefined ? '–' : `${cells[0].cell}: ${Math.round(cells[0].ratio * 100)} %`,
      advice.at,
      reasonOf(say, advice.reason, cells),
    ]),
    empty: say.none,
  });
}

function reasonOf(
  say: Ground['words']['battery'],
  reason: StringFacts['advice']['reason'],
  cells: readonly CellFacts[],
): string {
  const replaced = due(cells);
  const watched = cells.filter(({ ratio }) => ratio >= cellWatch && ratio < cellDue).length;
  return [
    say[reason],
    replaced === 0 ? '' : `${say.cellsDue(replaced)}.`,
    watched === 0 ? '' : `${say.cellsWatch(watched)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function cellTable(words: Ground['words'], { cells }: BatteryFacts) {
  const say = words.battery;
  return table({
    title: say.cellTable,
    columns: [
      column(say.string, as.text),
      column(say.cell, as.text),
      column(say.resistance, { kind: 'number', unit: 'mΩ', decimals: 2 }),
      column(say.ofNew, { ...as.share, decimals: 0 }),
      column(words.columns.reason, as.text),
    ],
    rows: cells
      .filter(({ ratio }) => ratio >= cellWatch)
      .map(({ battery, cell, resistance, ratio }) => [
        battery.name,
        cell,
        resistance,
        ratio * 100,
        ratio >= cellDue ? say.cellNow : say.cellWatch,
      ]),
    empty: cells.length === 0 ? say.noCells : say.allGood,
  });
}
