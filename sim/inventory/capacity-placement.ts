/** Where new machines would fit: a plan that keeps every limit, and why other racks do not come into question. */
import type { Placement, PlacementParams, PlacementRack, PlacementReason } from '../contract/capacity.ts';
import { pathOfRack } from './capacity-book.ts';
import type { CapacityBook } from './capacity-book.ts';
import type { RackBook } from './capacity-racks.ts';
import { createTrial } from './capacity-trial.ts';
import type { Fit, Trial } from './capacity-trial.ts';

type Asked = Omit<PlacementParams, 'within'>;
type Candidate = { readonly rack: RackBook; readonly fit: Fit; readonly power: number };
type Feed = Fit['feed'];
type Planned = {
  readonly rack: RackBook;
  readonly feed: Feed;
  readonly holds: number;
  readonly positions: number[];
};
/** By rack, and in it by feed. */
type Plan = Map<RackBook, Map<Feed, Planned>>;
type Planning = { readonly trial: Trial; readonly asked: Asked; readonly plan: Plan };

export function placementIn(book: CapacityBook, racks: readonly RackBook[], asked: Asked): Placement {
  const trial = createTrial(book, asked);
  const { candidates, refused } = judge(trial, racks);
  const planning: Planning = { trial, asked, plan: new Map() };
  const placed = strategies[asked.together](planning, candidates);
  const planned = [...planning.plan.values()].flatMap((feeds) => [...feeds.values()]);
  const proposals = planned.map((one) => proposal(book, trial, { planned: one, asked }));
  return {
    asked: asked.count,
    placed,
    proposals,
    others: otherRacks(book, planning, candidates),
    refused: reasonOrder.flatMap((reason) => {
      const count = refused.get(reason) ?? 0;
      return count === 0 ? [] : [{ reason, racks: count, because: reasonText(reason, asked) }];
    }),
    because: summary(asked, placed, planning.plan.size),
  };
}

function judge(
  trial: Trial,
  racks: readonly RackBook[],
): { candidates: Candidate[]; refused: ReadonlyMap<PlacementReason, number> } {
  const refused = new Map<PlacementReason, number>();
  const candidates: Candidate[] = [];
  for (const rack of racks) {
    const fit = trial.fit(rack);
    if (fit.reason === null) candidates.push({ rack, fit, power: trial.powerLeft(rack) });
    else refused.set(fit.reason, (refused.get(fit.reason) ?? 0) + 1);
  }
  return { candidates, refused };
}

type Strategy = (planning: Planning, candidates: readonly Candidate[]) => number;

/** Each answers how many it placed. */
const strategies: Readonly<Record<PlacementParams['together'], Strategy>> = {
  any: fewestRacks,
  'same-rack': oneRack,
  spread: manyRacks,
};

const mostPower = (a: Candidate, b: Candidate): number => b.power - a.power;

/** The rack that is filled best: the least room to spare, and where that is alike the most power. */
const snuggest = (a: Candidate, b: Candidate): number => a.fit.holds - b.fit.holds || mostPower(a, b);
const roomiest = (a: Candidate, b: Candidate): number => b.fit.holds - a.fit.holds || mostPower(a, b);

/** Puts as many as may be into one rack, as it is by now: what racks share may have gone to others. */
function fill({ trial, plan }: Planning, { rack, fit: before }: Candidate, most: number): number {
  const feeds = plan.get(rack) ?? new Map<Feed, Planned>();
  let placed = 0;
  while (placed < most) {
    const fit = trial.fit(rack);
    const count = Math.min(fit.onFeed, most - placed);
    if (count === 0) break;
    const planned = feeds.get(fit.feed) ?? { rack, feed: fit.feed, holds: before.holds, positions: [] };
    planned.positions.push(...trial.put(rack, count, fit));
    feeds.set(fit.feed, planned);
    plan.set(rack, feeds);
    placed += count;
  }
  return placed;
}

function oneRack(planning: Planning, candidates: readonly Candidate[]): number {
  const { count } = planning.asked;
  const enough = candidates.filter(({ fit }) => fit.holds >= count).toSorted(snuggest)[0];
  const chosen = enough ?? candidates.toSorted(roomiest)[0];
  return chosen === undefined ? 0 : fill(planning, chosen, count);
}

/** Large racks are filled first; what is left of the machines goes where it just fits. */
function fewestRacks(planning: Planning, candidates: readonly Candidate[]): number {
  const { count } = planning.asked;
  const ranked = candidates.toSorted(roomiest);
  let placed = 0;
  for (const candidate of ranked) {
    const missing = count - placed;
    if (missing === 0) break;
    if (candidate.fit.holds > missing) {
      const last = lastRack(planning, ranked, missing);
      if (last !== undefined) return placed + fill(planning, last, missing);
    }
    placed += fill(planning, candidate, missing);
  }
  return placed;
}

function lastRack(
  { trial, plan }: Planning,
  ranked: readonly Candidate[],
  missing: number,
): Candidate | undefined {
  return ranked
    .filter(({ rack, fit }) => fit.holds >= missing && !plan.has(rack))
    .toSorted(snuggest)
    .find(({ rack }) => trial.fit(rack).holds >= missing);
}

/** One to each rack in turn, those with the most power left first, until all are placed or nothing takes one more. */
function manyRacks(planning: Planning, candidates: readonly Candidate[]): number {
  const { count } = planning.asked;
  let placed = 0;
  let open: readonly Candidate[] = candidates.toSorted(mostPower);
  while (placed < count && open.length > 0) {
    const still: Candidate[] = [];
    for (const candidate of open) {
      if (placed === count) break;
      if (fill(planning, candidate, 1) === 0) continue;
      placed += 1;
      still.push(candidate);
    }
    open = still;
  }
  return placed;
}

type Proposed = { readonly planned: Planned; readonly asked: Asked };

function proposal(book: CapacityBook, trial: Trial, { planned, asked }: Proposed): PlacementRack {
  const { rack, positions, holds, feed } = planned;
  const left = { units: trial.unitsLeft(rack), kilowatts: trial.powerLeft(rack) };
  const power = `${left.kilowatts.toFixed(1)} kW and ${left.units} U are left`;
  const takes = `takes ${positions.length} of ${asked.count}`;
  return {
    rack: rack.id,
    name: rack.name,
    path: pathOfRack(book, rack),
    holds,
    positions: positions.toSorted((a, b) => a - b),
    feed,
    because: `${takes}; ${power}`,
    left,
  };
}

const shown = 20;

function otherRacks(
  book: CapacityBook,
  { trial, plan }: Planning,
  candidates: readonly Candidate[],
): PlacementRack[] {
  const others: PlacementRack[] = [];
  for (const { rack } of candidates.toSorted(roomiest)) {
    if (others.length === shown) break;
    const fit = plan.has(rack) ? null : trial.fit(rack);
    if (fit === null || fit.holds === 0) continue;
    others.push({
      rack: rack.id,
      name: rack.name,
      path: pathOfRack(book, rack),
      holds: fit.holds,
      positions: [],
      feed: fit.feed,
      because: `could take ${fit.holds}`,
      left: { units: trial.unitsLeft(rack), kilowatts: trial.powerLeft(rack) },
    });
  }
  return others;
}

const reasonOrder = [
  'gap',
  'feed',
  'power',
  'cooling',
  'ports',
  'weight',
] as const satisfies readonly PlacementReason[];

function reasonText(reason: PlacementReason, asked: Asked): string {
  const power = `${(asked.watts / 1000).toFixed(2)} kW`;
  switch (reason) {
    case 'gap':
      return `no gap of ${asked.units} U`;
    case 'feed':
      return 'one feed only, and the machine has two power supplies';
    case 'power':
      return `less than ${power} left on ${asked.psus === 2 ? 'either feed alone' : 'any one feed'}`;
    case 'cooling':
      return `less than ${power} of cooling left in the room`;
    case 'ports':
      return `fewer than ${asked.nics} network ports left`;
    case 'weight':
      return `less than ${asked.weight ?? 0} kg left`;
    default:
      return reason satisfies never;
  }
}

function summary({ count, together }: Asked, placed: number, racks: number): string {
  const machines = count === 1 ? 'machine' : 'machines';
  if (placed === 0) return `None of ${count} ${machines} fits`;
  const where = racks === 1 ? 'in one rack' : `in ${racks} racks`;
  const beyond = placed < count && together === 'same-rack' ? '; no rack holds more' : '';
  return `${placed} of ${count} ${machines} fit${placed === 1 && count === 1 ? 's' : ''} ${where}${beyond}`;
}
