/** The energy of a stretch of time: what was read, added up. */
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import { lossesOf, stagesRead } from './losses.ts';
import type { Losses } from './losses.ts';
import type { Ground, Sensor } from './ground.ts';
import { sumOf } from './parts.ts';
import { createGrid, integralOf, meanOf } from './stretches.ts';
import type { Stretch } from './stretches.ts';

export type RackEnergy = {
  readonly rack: EntityOf<'rack'>;
  readonly kilowattHours: number;
  readonly mean: number | null;
  readonly peak: number | null;
};

export type EnergyFacts = {
  /** kWh; null where no sensor tells. */
  readonly total: number | null;
  readonly it: number | null;
  readonly cooling: number | null;
  readonly by: 'meter' | 'power';
  /** Facility over IT energy, by power alone, so that both have the same hours. */
  readonly pue: number | null;
  readonly cost: number | null;
  readonly carbon: { readonly kilograms: number; readonly by: 'cue' | 'grid' } | null;
  readonly litres: number | null;
  readonly racks: readonly RackEnergy[];
  readonly losses: Losses | null;
  readonly lines: {
    readonly at: readonly number[];
    readonly total: readonly (number | null)[];
    readonly it: readonly (number | null)[];
    readonly cooling: readonly (number | null)[];
  };
  readonly sources: readonly ReportSource[];
};

const drawnCells = 96;

export async function measureEnergy(ground: Ground, span: ReportSpan): Promise<EnergyFacts> {
  const sources: ReportSource[] = [];
  const racks = await rackEnergy(ground, span, sources);
  const losses = await lossesIn(ground, span, sources);
  const ofRacks = racks.length === 0 ? null : sumOf(racks.map(({ kilowattHours }) => kilowattHours));
  const common = { racks, losses, sources };
  const sites = ground.things('site');
  if (sites.length === 0) return { ...common, ...(await roomAlone(ground, span, ofRacks)) };
  const whole = await sitesEnergy({ ground, span, sources }, sites);
  // Where a site does not tell, its racks do.
  return { ...common, ...whole, it: whole.it ?? ofRacks };
}

type Way = { readonly ground: Ground; readonly span: ReportSpan; readonly sources: ReportSource[] };
type Whole = Omit<EnergyFacts, 'racks' | 'losses' | 'sources'>;

async function rackEnergy(ground: Ground, span: ReportSpan, sources: ReportSource[]): Promise<RackEnergy[]> {
  const racks = new Map(ground.things('rack').map((rack) => [rack.id as string, rack]));
  const sensors = [...racks.values()].flatMap(({ id }) => ground.sensorsOf(id, 'power').slice(0, 1));
  const found: RackEnergy[] = [];
  const what = `${ground.words.things.rack}: ${ground.words.energy.mean}`;
  const take = ({ parent }: Sensor, stretches: readonly Stretch[]): void => {
    const rack = racks.get(parent ?? '');
    if (rack === undefined || stretches.length === 0) return;
    const peak = stretches.reduce((high, { max }) => Math.max(high, max), -Infinity);
    found.push({ rack, kilowattHours: integralOf(stretches), mean: meanOf(stretches), peak });
  };
  if (sensors.length > 0) sources.push(await ground.read({ what, sensors, span, take }));
  return found.toSorted((a, b) => b.kilowattHours - a.kilowattHours);
}

async function lossesIn(ground: Ground, span: ReportSpan, sources: ReportSource[]): Promise<Losses | null> {
  if (ground.things('site').length === 0) return null;
  const { means, source } = await stagesRead(ground, span);
  if (source !== null) sources.push(source);
  return lossesOf(ground, means);
}

/** Of less than a site only the racks are known. */
async function roomAlone(ground: Ground, span: ReportSpan, it: number | null): Promise<Whole> {
  const sensors = ground.things('rack').flatMap(({ id }) => ground.sensorsOf(id, 'power').slice(0, 1));
  const means = createGrid(span, drawnCells);
  const sums = means.at.map((): number | null => null);
  const take = (_sensor: Sensor, stretches: readonly Stretch[]): void => {
    for (const [cell, mean] of drawnTogether(span, [stretches]).entries())
      if (mean !== null) sums[cell] = (sums[cell] ?? 0) + mean;
  };
  await ground.read({ what: '', sensors, span, step: Math.max(300_000, means.width), take });
  const none = means.at.map(() => null);
  const price = tariffOf(ground)?.price ?? null;
  return {
    total: null,
    it,
    cooling: null,
    by: 'power',
    pue: null,
    cost: it === null || price === null ? null : it * price,
    carbon: null,
    litres: null,
    lines: { at: means.at, total: none, it: sums, cooling: none },
  };
}

export type Tariff = { readonly price: number; readonly currency: string };

/** Null where the sites of the scope do not agree. */
export function tariffOf(ground: Ground): Tariff | null {
  const sites = ground.things('site');
  const all =
    sites.length > 0 ? sites : [...ground.inventory.ofKind('site')].filter((site) => holds(ground, site));
  const [first] = all;
  if (first === undefined) return null;
  const { energyPrice, currency } = first.spec;
  const agree = all.every(({ spec }) => spec.energyPrice === energyPrice && spec.currency === currency);
  return agree ? { price: energyPrice, currency } : null;
}

function holds({ inventory, within }: Ground, site: EntityOf<'site'>): boolean {
  for (let at = within; at !== null; at = inventory.get(at)?.parent ?? null) if (at === site.id) return true;
  return false;
}

/** One site, of what its sensors said; null where none did. */
type SiteEnergy = {
  readonly stretches: { readonly [Name in 'total' | 'it' | 'cooling']: readonly Stretch[] };
  readonly total: number | null;
  readonly it: number | null;
  readonly cooling: number | null;
  readonly metered: number | null;
  readonly cue: number | null;
  readonly kilograms: number | null;
  readonly litres: number | null;
};

async function siteEnergy(way: Way, site: EntityOf<'site'>): Promise<SiteEnergy> {
  const read = (metric: Metric) => readOne(way, site, metric);
  const stretches = {
    total: await read('total-power'),
    it: await read('power'),
    cooling: await read('cooling-power'),
  };
  const total = known(stretches.total);
  const it = known(stretches.it);
  const metered = counted(await read('energy'));
  const cue = meanOf(await read('cue'));
  const wue = meanOf(await read('wue'));
  const whole = metered ?? total;
  const byGrid = whole === null ? null : whole * gridCarbon(way.ground, site);
  return {
    stretches,
    total,
    it,
    cooling: known(stretches.cooling),
    metered,
    cue,
    kilograms: cue === null || it === null ? byGrid : cue * it,
    litres: wue === null || it === null ? null : wue * it,
  };
}

const known = (stretches: readonly Stretch[]): number | null =>
  stretches.length === 0 ? null : integralOf(stretches);

/** Of what is known; null where nothing is. */
function sumKnown(values: readonly (number | null)[]): number | null {
  const some = values.filter((value) => value !== null);
  return some.length === 0 ? null : sumOf(some);
}

async function sitesEnergy(way: Way, sites: readonly EntityOf<'site'>[]): Promise<Whole> {
  const { ground, span } = way;
  const all: SiteEnergy[] = [];
  for (const site of sites) all.push(await siteEnergy(way, site));
  const drawn = (name: keyof SiteEnergy['stretches']) =>
    drawnTogether(
      span,
      all.map(({ stretches }) => stretches[name]),
    );
  const power = { total: sumKnown(all.map(({ total }) => total)), it: sumKnown(all.map(({ it }) => it)) };
  const isMetered = all.every(({ metered }) => metered !== null);
  const total = isMetered ? sumKnown(all.map(({ metered }) => metered)) : power.total;
  const tariff = tariffOf(ground);
  const kilograms = sumKnown(all.map((one) => one.kilograms));
  const by = all.every(({ cue }) => cue !== null) ? 'cue' : 'grid';
  return {
    total,
    it: power.it,
    cooling: sumKnown(all.map(({ cooling }) => cooling)),
    by: isMetered ? 'meter' : 'power',
    pue: ratioOf(power.total, power.it),
    cost: total === null || tariff === null ? null : total * tariff.price,
    carbon: kilograms === null ? null : { kilograms, by },
    litres: sumKnown(all.map(({ litres }) => litres)),
    lines: {
      at: createGrid(span, drawnCells).at,
      total: drawn('total'),
      it: drawn('it'),
      cooling: drawn('cooling'),
    },
  };
}

const ratioOf = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null || part <= 0 ? null : whole / part;

/** What several draw together, in each cell of a drawing. */
function drawnTogether(span: ReportSpan, all: readonly (readonly Stretch[])[]): (number | null)[] {
  const sums: (number | null)[] = Array.from({ length: drawnCells }, () => null);
  for (const stretches of all) {
    const grid = createGrid(span, drawnCells);
    grid.add(stretches);
    for (const [cell, mean] of grid.means().entries())
      if (mean !== null) sums[cell] = (sums[cell] ?? 0) + mean;
  }
  return sums;
}

async function readOne({ ground, span, sources }: Way, site: EntityOf<'site'>, metric: Metric) {
  const sensors = ground.sensorsOf(site.id, metric).slice(0, 1);
  let found: readonly Stretch[] = [];
  if (sensors.length === 0) return found;
  const take = (_sensor: Sensor, stretches: readonly Stretch[]): void => {
    found = stretches;
  };
  sources.push(await ground.read({ what: `${site.name}: ${metric}`, sensors, span, take }));
  return found;
}

/** A counter that only goes up: the last less the first. Null for fewer than two words of it. */
function counted(stretches: readonly Stretch[]): number | null {
  const [first] = stretches;
  const last = stretches.at(-1);
  if (first === undefined || last === undefined || stretches.length < 2) return null;
  return Math.max(0, last.max - first.min);
}

function gridCarbon(ground: Ground, site: EntityOf<'site'>): number {
  const utility = [...ground.inventory.childrenOf(site.id)].find((one) => one.kind === 'utility');
  return utility?.kind === 'utility' ? utility.spec.carbonIntensity : 0.25;
}
