import type { Figure, ReportCell, ReportSection } from '../../../sim/contract/reports.ts';
import { measureEnergy, tariffOf } from './energy-measure.ts';
import type { EnergyFacts } from './energy-measure.ts';
import type { Ground } from './ground.ts';
import { as, bars, chart, column, figure, percent, sumOf, table } from './parts.ts';
import type { Draft } from './parts.ts';
import { numberIn } from './written.ts';

export async function buildEnergy(ground: Ground): Promise<Draft> {
  const facts = await measureEnergy(ground, ground.span);
  const prior = ground.prior === null ? null : await measureEnergy(ground, ground.prior);
  return {
    headline: headlineOf(ground, facts, prior),
    sections: sectionsOf(ground, facts, prior),
    sources: facts.sources,
  };
}

function headlineOf(ground: Ground, facts: EnergyFacts, prior: EnergyFacts | null): Figure[] {
  const { words, language } = ground;
  const say = words.energy;
  const isRoom = ground.things('site').length === 0;
  const missing = isRoom ? say.noSite : say.noSensor;
  const energyOf = (label: string, pick: (of: EnergyFacts) => number | null, note: string): Figure =>
    figure({
      ...as.kilowattHours,
      label,
      value: pick(facts),
      prior: prior === null ? null : pick(prior),
      better: 'lower',
      note: pick(facts) === null ? missing : note,
    });
  const tariff = tariffOf(ground);
  const price = tariff === null ? say.mixed : say.price(numberIn(language, tariff.price, 2), tariff.currency);
  return [
    energyOf(say.total, ({ total }) => total, facts.by === 'meter' ? say.byMeter : say.byPower),
    energyOf(say.it, ({ it }) => it, say.byPower),
    energyOf(say.cooling, ({ cooling }) => cooling, say.byPower),
    { ...energyOf(say.pue, ({ pue }) => pue, ''), ...as.ratio, decimals: 3 },
    figure({
      kind: 'money',
      unit: tariff?.currency ?? '',
      decimals: 2,
      label: say.cost,
      value: facts.cost,
      prior: prior?.cost ?? null,
      better: 'lower',
      note: isRoom && tariff !== null ? `${price}, ${say.priceOfIt}` : price,
    }),
    {
      ...energyOf(say.carbon, ({ carbon }) => carbon?.kilograms ?? null, carbonNote(say, facts)),
      unit: 'kg',
    },
    { ...energyOf(say.water, ({ litres }) => litres, say.byWue), unit: 'L', decimals: 0 },
  ];
}

const carbonNote = (say: Ground['words']['energy'], { carbon }: EnergyFacts): string =>
  carbon?.by === 'cue' ? say.byCue : say.byGrid;

function sectionsOf(ground: Ground, facts: EnergyFacts, prior: EnergyFacts | null): ReportSection[] {
  const say = ground.words.energy;
  const { at, total, it, cooling } = facts.lines;
  const isKnown = (values: readonly (number | null)[]) => values.some((value) => value !== null);
  const lines = [
    { label: say.totalLine, values: [...total] },
    { label: say.itLine, values: [...it] },
    { label: say.coolingLine, values: [...cooling] },
  ].filter(({ values }) => isKnown(values));
  const pue = total.map((value, cell) => {
    const part = it[cell] ?? null;
    return value === null || part === null || part <= 0 ? null : value / part;
  });
  const hasPue = isKnown(pue);
  return [
    chart({ title: say.power, at: [...at], lines, unit: 'kW', empty: say.noPower }),
    ...(hasPue
      ? [
          chart({
            title: say.pueTrend,
            note: say.pueNote,
            at: [...at],
            lines: [{ label: say.pue, values: pue }],
            unit: '',
            decimals: 3,
            empty: say.noPower,
          }),
        ]
      : []),
    lossTable(ground, facts),
    bars({
      title: say.top,
      note: say.topNote,
      unit: 'kWh',
      bars: facts.racks
        .slice(0, 10)
        .map(({ rack, kilowattHours }) => ({ label: rack.name, value: kilowattHours })),
      empty: say.noRacks,
    }),
    rackTable(ground, facts, prior),
  ];
}

function lossTable({ words }: Ground, { losses }: EnergyFacts) {
  const say = words.energy;
  const supply = losses?.find(({ stage }) => stage === 'utility')?.kilowatts ?? 0;
  return table({
    title: say.losses,
    note: say.lossesNote,
    columns: [
      column(say.stage, as.text),
      column(say.mean, as.kilowatts),
      column(words.columns.share, as.share),
    ],
    rows: (losses ?? []).map(({ stage, kilowatts }) => [
      say.stages[stage],
      kilowatts,
      percent(kilowatts, supply),
    ]),
    empty: say.noStages,
  });
}

function rackTable({ words }: Ground, { racks }: EnergyFacts, prior: EnergyFacts | null) {
  const say = words.energy;
  const before = new Map((prior?.racks ?? []).map(({ rack, kilowattHours }) => [rack.id, kilowattHours]));
  const all = sumOf(racks.map(({ kilowattHours }) => kilowattHours));
  const change = prior === null ? [] : [column(words.change, as.share)];
  return table({
    title: say.racks,
    columns: [
      column(words.columns.rack, as.text),
      column(say.energyOf, as.kilowattHours),
      column(words.columns.share, as.share),
      column(say.mean, { ...as.kilowatts, decimals: 2 }),
      column(say.peak, { ...as.kilowatts, decimals: 2 }),
      ...change,
    ],
    rows: racks.map(({ rack, kilowattHours, mean, peak }): ReportCell[] => {
      const was = before.get(rack.id);
      const moved = was === undefined || was === 0 ? null : ((kilowattHours - was) * 100) / was;
      return [
        rack.name,
        kilowattHours,
        percent(kilowattHours, all),
        mean,
        peak,
        ...(prior === null ? [] : [moved]),
      ];
    }),
    empty: say.noRacks,
  });
}
