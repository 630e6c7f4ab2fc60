/** From the grid to the racks, stage by stage: what a stage is given and does not hand on. */
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ReportSource, ReportSpan } from '../../../sim/contract/reports.ts';
import type { Ground, Sensor } from './ground.ts';
import { sumOf } from './parts.ts';
import { meanOf } from './stretches.ts';
import type { Stretch } from './stretches.ts';

export type Stage =
  | 'utility'
  | 'transformer'
  | 'genset'
  | 'ats'
  | 'ups'
  | 'panel'
  | 'pdu'
  | 'cooling'
  | 'it'
  | 'other';
export type Losses = readonly { readonly stage: Stage; readonly kilowatts: number }[];

/** Mean power that a thing hands on (or takes, where it is the last), kW. */
export type Means = ReadonlyMap<EntityId, number>;

const chain = [
  'utility',
  'transformer',
  'genset',
  'ats',
  'ups',
  'panel',
  'pdu',
  'crac',
  'chiller',
] as const satisfies readonly Kind[];

export async function stagesRead(
  ground: Ground,
  span: ReportSpan,
): Promise<{ readonly means: Means; readonly source: ReportSource | null }> {
  const means = new Map<EntityId, number>();
  const sensors = chain
    .flatMap((kind): readonly Entity[] => ground.things(kind))
    .flatMap(({ id }) => ground.sensorsOf(id, 'power').slice(0, 1));
  if (sensors.length === 0) return { means, source: null };
  const take = ({ parent }: Sensor, stretches: readonly Stretch[]): void => {
    const mean = meanOf(stretches);
    if (mean !== null && parent !== null) means.set(parent, mean);
  };
  const what = ground.words.energy.losses;
  return { means, source: await ground.read({ what, sensors, span, take }) };
}

/** Feeders that share what they feed, and all that hangs on any of them: what goes in must come out. */
type Knot = { readonly feeders: Set<EntityId>; readonly fed: Set<EntityId> };

function knotsOf(things: readonly Entity[]): readonly Knot[] {
  const knotOf = new Map<EntityId, Knot>();
  for (const { id, links } of things) {
    const feeders = links.fedBy ?? [];
    if (feeders.length === 0) continue;
    const knot: Knot = { feeders: new Set(feeders), fed: new Set([id]) };
    for (const feeder of feeders) {
      const known = knotOf.get(feeder);
      for (const one of known?.feeders ?? []) knot.feeders.add(one);
      for (const one of known?.fed ?? []) knot.fed.add(one);
    }
    for (const feeder of knot.feeders) knotOf.set(feeder, knot);
  }
  return [...new Set(knotOf.values())];
}

/** Null where neither what comes in nor what the racks take is known. */
export function lossesOf(ground: Pick<Ground, 'things' | 'inventory'>, means: Means): Losses | null {
  const things = chain.flatMap((kind): readonly Entity[] => ground.things(kind));
  const together = (kinds: readonly Kind[]): number =>
    sumOf(things.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => means.get(id) ?? 0));
  const supply = together(['utility', 'genset']);
  const it = together(['pdu']);
  if (supply <= 0 || it <= 0) return null;
  const lost = new Map<Stage, number>();
  for (const knot of knotsOf(things)) addLoss(lost, { ground, knot, means });
  const cooling = together(['crac', 'chiller']);
  const stages = [...lost.entries()]
    .filter(([stage]) => stage !== 'other')
    .map(([stage, kilowatts]) => ({
      stage,
      kilowatts: Math.max(0, kilowatts),
    }));
  const known = it + cooling + sumOf(stages.map(({ kilowatts }) => kilowatts));
  return [
    { stage: 'utility', kilowatts: supply },
    ...stages,
    { stage: 'cooling', kilowatts: cooling },
    { stage: 'it', kilowatts: it },
    { stage: 'other', kilowatts: supply - known },
  ];
}

type Loss = { readonly ground: Pick<Ground, 'inventory'>; readonly knot: Knot; readonly means: Means };

/** Nothing is said of a knot where one of its things has no sensor. What is lost belongs to those that are fed, by their share. */
function addLoss(lost: Map<Stage, number>, { ground, knot, means }: Loss): void {
  const fed = [...knot.fed];
  const all = [...knot.feeders, ...fed].map((id) => means.get(id));
  if (all.some((mean) => mean === undefined)) return;
  const out = fed.map((id) => means.get(id) ?? 0);
  const given = sumOf([...knot.feeders].map((id) => means.get(id) ?? 0));
  const gone = given - sumOf(out);
  const handed = sumOf(out);
  for (const [index, id] of fed.entries()) {
    const kind = ground.inventory.get(id)?.kind;
    const stage = stageOf(kind);
    if (stage === null) continue;
    const share = handed > 0 ? (out[index] ?? 0) / handed : 1 / fed.length;
    lost.set(stage, (lost.get(stage) ?? 0) + gone * share);
  }
}

function stageOf(kind: Kind | undefined): Stage | null {
  switch (kind) {
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'ups':
    case 'panel':
    case 'pdu':
      return kind;
    case 'crac':
    case 'chiller':
      return 'other';
    default:
      return null;
  }
}
