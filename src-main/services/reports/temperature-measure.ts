/** How long each inlet was inside its envelopes, and how far beyond. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import { above, allowable, recommended } from '../../../sim/index.ts';
import { isInlet } from '../../host/reader/within.ts';
import { stepFor } from './ground.ts';
import type { Ground, Sensor } from './ground.ts';
import {
  createGrid,
  excessOver,
  hourMillis,
  meanOf,
  millisOf,
  shareAbove,
  shareBelow,
  shortfallUnder,
} from './stretches.ts';
import type { Stretch } from './stretches.ts';

type Envelope = EntityOf<'room'>['spec']['envelope'];
type Band = { readonly low: number; readonly high: number };
export type Limits = { readonly recommended: Band; readonly allowable: Band };

export const limitsOf = (envelope: Envelope): Limits => ({
  recommended: {
    low: recommended.low,
    high: envelope === 'H1' ? recommended.highDense : recommended.high,
  },
  allowable: allowable[envelope],
});

/** One inlet over the stretch. Times in milliseconds, degree-hours beyond the recommended band. */
export type InletFacts = {
  readonly read: number;
  readonly recommended: number;
  readonly allowable: number;
  readonly hotHours: number;
  readonly coldHours: number;
  readonly mean: number;
  readonly max: number;
  readonly min: number;
  /** Null where readings are too far apart to judge. */
  readonly fast: number | null;
};

export type RackTemperature = {
  readonly rack: EntityOf<'rack'>;
  readonly envelope: Envelope;
  readonly worst: InletFacts;
};

export type TemperatureFacts = {
  readonly racks: readonly RackTemperature[];
  readonly inlets: number;
  readonly read: number;
  readonly recommended: number;
  readonly allowable: number;
  readonly degreeHours: number;
  readonly max: number | null;
  readonly fast: number | null;
  readonly envelopes: ReadonlyMap<string, Envelope>;
  readonly lines: {
    readonly at: readonly number[];
    readonly mean: readonly (number | null)[];
    readonly max: readonly (number | null)[];
  };
  readonly sources: readonly ReportSource[];
};

const drawnCells = 96;

export function inletFacts(stretches: readonly Stretch[], limits: Limits): InletFacts | null {
  const mean = meanOf(stretches);
  if (mean === null) return null;
  const outside = (band: Band): number =>
    stretches.reduce(
      (sum, one) => sum + one.lasts * (shareAbove(one, band.high) + shareBelow(one, band.low)),
      0,
    );
  const hours = (height: (one: Stretch) => number): number =>
    stretches.reduce((sum, one) => sum + height(one) * (one.lasts / hourMillis), 0);
  const read = millisOf(stretches);
  return {
    read,
    recommended: read - outside(limits.recommended),
    allowable: read - outside(limits.allowable),
    hotHours: hours((one) => excessOver(one, limits.recommended.high)),
    coldHours: hours((one) => shortfallUnder(one, limits.recommended.low)),
    mean,
    max: stretches.reduce((high, { max }) => Math.max(high, max), -Infinity),
    min: stretches.reduce((low, { min }) => Math.min(low, min), Infinity),
    fast: fastChanges(stretches),
  };
}

/** ASHRAE TC 9.9: 5 K in any quarter of an hour, 20 K in any hour. */
const rates = [
  { window: 900_000, kelvin: 5 },
  { window: 3_600_000, kelvin: 20 },
] as const;
/** A quarter of an hour needs three readings at least to be judged. */
const coarsest = 450_000;

/** How many times it changed too fast; what lasts is one. */
export function fastChanges(stretches: readonly Stretch[]): number | null {
  const typical = stretches.map(({ lasts }) => lasts).toSorted((a, b) => a - b)[stretches.length >> 1];
  if (typical === undefined || typical > coarsest) return null;
  let episodes = 0;
  let isFast = false;
  const oldest = rates.map(() => 0);
  for (const [index, one] of stretches.entries()) {
    const wasFast = isFast;
    isFast = false;
    for (const [rate, { window, kelvin }] of rates.entries()) {
      let first = oldest[rate] ?? 0;
      while (one.at - (stretches[first]?.at ?? one.at) > window) first += 1;
      oldest[rate] = first;
      if (moved(stretches, first, index) > kelvin) isFast = true;
    }
    if (isFast && !wasFast) episodes += 1;
  }
  return episodes;
}

/** How far the last of some stretches lies from the farthest of them. Asked for every reading: makes nothing. */
function moved(stretches: readonly Stretch[], first: number, last: number): number {
  const end = stretches[last]?.mean ?? 0;
  let most = 0;
  for (let index = first; index < last; index += 1)
    most = Math.max(most, Math.abs(end - (stretches[index]?.mean ?? end)));
  return most;
}

export async function measureTemperature(ground: Ground, span: ReportSpan): Promise<TemperatureFacts> {
  const { inventory } = ground;
  const racks = new Map<string, RackTemperature>();
  const envelopes = new Map<string, Envelope>();
  const means = createGrid(span, drawnCells);
  const sums = { inlets: 0, read: 0, recommended: 0, allowable: 0 };
  const take = (sensor: Sensor, stretches: readonly Stretch[]): void => {
    const rack = sensor.parent === null ? undefined : inventory.get(sensor.parent);
    if (rack?.kind !== 'rack') return;
    const room = above(inventory, rack.id, 'room');
    const envelope = room?.spec.envelope ?? 'A1';
    if (room !== undefined) envelopes.set(room.name, envelope);
    sums.inlets += 1;
    const facts = inletFacts(stretches, limitsOf(envelope));
    if (facts === null) return;
    means.add(stretches);
    sums.read += facts.read;
    sums.recommended += facts.recommended;
    sums.allowable += facts.allowable;
    const known = racks.get(rack.id)?.worst;
    if (known === undefined || isWorse(facts, known)) racks.set(rack.id, { rack, envelope, worst: facts });
  };
  const sensors = ground
    .things('rack')
    .flatMap(({ id }) => ground.sensorsOf(id, 'temperature'))
    .filter((sensor) => isInlet(inventory, sensor));
  const what = `${ground.words.things.rack}: ${ground.words.temperature.trend}`;
  const source = await ground.read({ what, sensors, span, step: stepFor(span), take });
  const all = [...racks.values()].toSorted((a, b) => (isWorse(a.worst, b.worst) ? -1 : 1));
  const judged = all.map(({ worst }) => worst.fast).filter((fast) => fast !== null);
  return {
    ...sums,
    racks: all,
    degreeHours: all.reduce((sum, { worst }) => sum + beyond(worst), 0),
    max: all.length === 0 ? null : Math.max(...all.map(({ worst }) => worst.max)),
    fast: judged.length === 0 ? null : judged.reduce((sum, fast) => sum + fast, 0),
    envelopes,
    lines: { at: means.at, mean: means.means(), max: means.highest() },
    sources: [source],
  };
}

export const beyond = ({ hotHours, coldHours }: InletFacts): number => hotHours + coldHours;

/** By degree-hours beyond, then by the time outside, then by the warmest moment. */
function isWorse(a: InletFacts, b: InletFacts): boolean {
  if (beyond(a) !== beyond(b)) return beyond(a) > beyond(b);
  const share = (of: InletFacts): number => of.recommended / of.read;
  return share(a) === share(b) ? a.max > b.max : share(a) < share(b);
}
