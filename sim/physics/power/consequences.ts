import type { Consequences, Redundancy } from '../../contract/consequences.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { World } from '../../kernel/world.ts';
import type { PlantState } from '../state.ts';
import { poolOf } from './battery.ts';
import { minutesLeft } from './cells.ts';
import { endsDead, liveTime, sumUp } from './flow.ts';
import type { Flow } from './flow.ts';
import type { RacksLayout } from './racks-layout.ts';
import { pullLevers, stepRacks, turnRacks } from './racks.ts';
import { plantOf, plantWithout, settleChain } from './settled.ts';
import type { Compiled, Question } from './settled.ts';

/**
 * What happens if this is lost now: a utility, transformer, genset, ATS, panel or rack PDU stops giving power,
 * a UPS fails to its bypass, a site loses its grid. With present demands, once switches and gensets have acted.
 */
export function whatIfLost(world: World, id: EntityId): Consequences {
  const plant = plantOf(world);
  const pdu = plant.layout.index.pdu.get(id);
  return compare(world, plant, { ...lossOf(plant, id), pdus: pdu === undefined ? [] : [pdu] });
}

/** What happens if every rack PDU on this feed loses its power, in a rack, a row, a room or a site. */
export function whatIfFeedLost(
  world: World,
  { within, feed }: { readonly within: EntityId; readonly feed: 'A' | 'B' },
): Consequences {
  const plant = plantOf(world);
  const kind = world.inventory.get(within)?.kind;
  const pdus = plant.state.pdu.ids.flatMap((id, at) => {
    const one = world.inventory.get(id);
    if (one?.kind !== 'pdu' || one.spec.feed !== feed || kind === undefined) return [];
    return above(world.inventory, id, kind)?.id === within ? [at] : [];
  });
  return compare(world, plant, { gone: new Set(), failed: new Set(), batteries: 'bridge', pdus });
}

type Loss = Question & { readonly pdus: readonly number[] };

function lossOf({ layout }: Compiled, id: EntityId): Question {
  const { graph } = layout.power;
  const node = graph.nodeOf(id);
  const question: Question = { gone: new Set(), failed: new Set(), batteries: 'bridge' };
  if (node === undefined) return question;
  if (node >= graph.start.ups && node < graph.start.panel) return { ...question, failed: new Set([node]) };
  if (node >= graph.start.utility) return { ...question, gone: new Set([node]) };
  return { ...question, gone: gridOf(layout.power.graph, node) };
}

/** A site that loses its grid loses all its utilities. */
function gridOf(graph: Compiled['layout']['power']['graph'], grid: number): Set<number> {
  const gone = new Set([grid]);
  for (let node = graph.start.utility; node < graph.start.transformer; node += 1)
    if (graph.site[node] === graph.site[grid]) gone.add(node);
  return gone;
}

type Outcome = { readonly state: PlantState; readonly flow: Flow; readonly racks: RacksLayout };

function compare(world: World, plant: Compiled, loss: Loss): Consequences {
  const now = outcome(world, plant, { gone: new Set(), failed: new Set(), batteries: 'bridge', pdus: [] });
  const then = outcome(world, plant, loss);
  const dark: EntityId[] = [];
  const degraded: EntityId[] = [];
  for (const [rack, id] of plant.state.rack.ids.entries()) {
    const before = now.state.rack.columns.powered[rack] as number;
    const after = then.state.rack.columns.powered[rack] as number;
    if (before > 0 && after === 0) dark.push(id);
    else if (after < before || (after > 0 && feedsOf(then, rack) < feedsOf(now, rack))) degraded.push(id);
  }
  return { dark, degraded, overloaded: overloaded(plant, now, then), bridged: bridged(plant, now, then) };
}

/** The chain at rest with its racks on it: reckoned on copies. */
function outcome(world: World, whole: Compiled, loss: Loss): Outcome {
  const plant = plantWithout(whole, loss.gone);
  const { power } = plant.layout;
  const flow = settleChain(plant, loss);
  const racks = copyRacks(power.racks);
  const state = { ...plant.state, rack: copyTable(plant.state.rack), pdu: copyTable(plant.state.pdu) };
  pullLevers(world, state, { ...plant.layout, power: { ...power, racks } });
  for (const pdu of loss.pdus) racks.pdu.lost[pdu] = 1;
  // At rest: whatever has power has had it for long enough to be up.
  for (const column of [state.rack.columns.powered, state.pdu.columns.single, state.pdu.columns.dual])
    column.fill(1);
  turnRacks(state, racks, flow);
  stepRacks(state, racks, flow);
  for (const kind of ['crac', 'chiller'] as const) {
    for (const [at, kilowatts] of plant.state[kind].columns.power.entries()) {
      const node = power.feeder[kind][at] as number;
      flow.out[node] = (flow.out[node] as number) + kilowatts * liveTime(flow, node);
    }
  }
  sumUp(flow, power.graph, power.losses);
  return { state, flow, racks };
}

function copyTable<Table extends PlantState['rack'] | PlantState['pdu']>(table: Table): Table {
  const columns = Object.entries<Float64Array>(table.columns).map(([name, values]) => [name, values.slice()]);
  return { ...table, columns: Object.fromEntries(columns) as Table['columns'] };
}

const copyRacks = (racks: RacksLayout): RacksLayout => ({
  ...racks,
  pdu: {
    ...racks.pdu,
    amps: racks.pdu.amps.slice(),
    peak: racks.pdu.peak.slice(),
    lost: racks.pdu.lost.slice(),
  },
  share: racks.share.slice(),
  moving: racks.moving.slice().fill(1),
  turn: { stale: true, struck: true, warm: true },
});

function feedsOf({ state, flow, racks }: Outcome, rack: number): number {
  const live = [0, 0];
  for (let k = racks.begin[rack] as number; k < (racks.begin[rack + 1] as number); k += 1) {
    const pdu = racks.list[k] as number;
    if (isLive({ state, flow, racks }, pdu)) live[racks.pdu.isB[pdu] as number] = 1;
  }
  return (live[0] as number) + (live[1] as number);
}

const isLive = ({ state, flow, racks }: Outcome, pdu: number): boolean =>
  state.pdu.columns.breaker[pdu] !== 0 &&
  racks.pdu.lost[pdu] === 0 &&
  !endsDead(flow, racks.pdu.feeder[pdu] as number);

function overloaded({ layout }: Compiled, now: Outcome, then: Outcome): Consequences['overloaded'] {
  const { graph, losses, panel } = layout.power;
  const found: Consequences['overloaded'] = [];
  const note = (id: EntityId | null | undefined, before: number, after: number): void => {
    if (id !== null && id !== undefined && after > 100 && after > before * 1.0001)
      found.push({ id, load: after });
  };
  for (let node = graph.start.utility; node < graph.junctions; node += 1) {
    const rated = losses.rated[node] as number;
    if (rated <= 0) continue;
    const breaker = panel.breaker[node - graph.start.panel] ?? Number.POSITIVE_INFINITY;
    const load = ({ flow }: Outcome): number =>
      100 * Math.max((flow.out[node] as number) / rated, mostAmps(flow, node) / breaker);
    note(graph.ids[node], load(now), load(then));
  }
  const { perBreaker } = layout.power.racks.pdu;
  for (const [pdu, id] of then.state.pdu.ids.entries()) {
    const load = ({ state: { pdu: of } }: Outcome): number => {
      const { l1, l2, l3 } = of.columns;
      const amps = Math.max(l1[pdu] as number, l2[pdu] as number, l3[pdu] as number);
      return Math.max(of.columns.load[pdu] as number, 100 * amps * (perBreaker[pdu] as number));
    };
    note(id, load(now), load(then));
  }
  return found;
}

/** A on the fullest phase of what hangs on rack PDUs. */
const mostAmps = ({ l1, l2, l3 }: Flow, node: number): number =>
  Math.max(l1[node] as number, l2[node] as number, l3[node] as number);

function bridged({ state, layout }: Compiled, now: Outcome, then: Outcome): Consequences['bridged'] {
  const { graph } = layout.power;
  return state.ups.ids.flatMap((id, at) => {
    const node = graph.start.ups + at;
    if (then.flow.viaStore[node] === 0 || now.flow.viaStore[node] !== 0) return [];
    const watts = 1000 * (then.flow.store[node] as number);
    return [{ id, minutes: minutesLeft(poolOf(state, layout, at), watts) }];
  });
}

/** Whether a rack bears the loss of any one thing on its way to the grid: each is taken away in turn, for good. */
export function redundancyOf(world: World, rack: EntityId): Redundancy {
  const plant = plantOf(world);
  const at = plant.layout.index.rack.get(rack);
  const question: Question = { gone: new Set(), failed: new Set(), batteries: 'ignored' };
  const usual = at === undefined ? 0 : sharePowered(plant, at, { ...question, pdus: [] });
  if (at === undefined || usual === 0) return { level: 'none', singlePoints: [] };
  const { graph, racks } = plant.layout.power;
  const pdus = [...racks.list.subarray(racks.begin[at], racks.begin[at + 1])];
  const roots =
    pdus.length === 0 ? [racks.grid[at] as number] : pdus.map((pdu) => racks.pdu.feeder[pdu] as number);
  const points: EntityId[] = pdus.flatMap((pdu) =>
    sharePowered(plant, at, { ...question, pdus: [pdu] }) < usual ? (plant.state.pdu.ids[pdu] ?? []) : [],
  );
  for (const node of upstream(plant, roots)) {
    const id = graph.ids[node];
    const gone = node < graph.start.utility ? gridOf(graph, node) : new Set([node]);
    if (id === null || id === undefined) continue;
    if (sharePowered(plant, at, { ...question, gone, pdus: [] }) < usual) points.push(id);
  }
  return { level: points.length === 0 ? 'redundant' : 'single feed', singlePoints: points };
}

/**
 * Everything on the way from these nodes to the grid, nearest first: what feeds them, and behind a genset
 * whoever may call it or take his call back.
 */
function upstream({ layout }: Compiled, roots: readonly number[]): Set<number> {
  const { first, second, calls, gensets } = layout.power.graph.wiring;
  const seen = new Set<number>();
  const waiting = [...roots];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (node === 0 || seen.has(node)) continue;
    seen.add(node);
    waiting.push(first[node] as number, second[node] as number);
    for (const { unit, caller } of calls[node - gensets] ?? []) waiting.push(unit, caller);
  }
  return seen;
}

/** Share of one rack's equipment that would have power. */
function sharePowered(plant: Compiled, rack: number, loss: Loss): number {
  const { racks } = plant.layout.power;
  const flow = settleChain(plantWithout(plant, loss.gone), loss);
  const grid = racks.grid[rack] as number;
  if (grid !== 0) return endsDead(flow, grid) ? 0 : 1;
  const live = [false, false];
  for (let k = racks.begin[rack] as number; k < (racks.begin[rack + 1] as number); k += 1) {
    const pdu = racks.list[k] as number;
    if (!loss.pdus.includes(pdu) && isLive({ state: plant.state, flow, racks }, pdu))
      live[racks.pdu.isB[pdu] as number] = true;
  }
  const [a = false, b = false] = live;
  return (
    (a ? (racks.onA[rack] as number) : 0) +
    (b ? (racks.onB[rack] as number) : 0) +
    (a || b ? (racks.dual[rack] as number) : 0)
  );
}
