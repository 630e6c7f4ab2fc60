import { above } from '../../inventory/inventory.ts';
import type { EntityId } from '../../contract/ids.ts';
import { chance, hashText } from '../../kernel/chance.ts';
import { integers, numbers } from '../found.ts';
import type { Births, Found, Ground } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { bornString, floatVolts, resistanceGain } from './cells.ts';
import type { StringsLayout } from './cells.ts';
import { panelBusbar, panelTransformer, siteTransformer, upsLegacy, upsModern } from './curves.table.ts';
import type { LossCurve } from './curves.table.ts';
import { createFlow } from './flow.ts';
import type { Flow, Losses } from './flow.ts';
import { powerGraph } from './graph.ts';
import type { Graph } from './graph.ts';
import { racksLayout } from './racks-layout.ts';
import type { RacksLayout } from './racks-layout.ts';

/** Who feeds whom, ratings, and room to reckon in. */
export type PowerLayout = {
  readonly graph: Graph;
  readonly flow: Flow;
  readonly losses: Losses;
  readonly racks: RacksLayout;
  readonly strings: StringsLayout;
  readonly utility: {
    readonly actor: Int32Array;
    readonly voltage: Float64Array;
    readonly hertz: Float64Array;
  };
  readonly genset: GensetLayout;
  readonly ats: { readonly transferTime: Float64Array; readonly retransferDelay: Float64Array };
  /** The strings behind each UPS. */
  readonly ups: {
    readonly rated: Float64Array;
    readonly hertz: Float64Array;
    readonly strings: readonly (readonly number[])[];
    /** The mode it is born in. */
    readonly mode: Float64Array;
  };
  /** A per phase of the main breaker. */
  readonly panel: { readonly breaker: Float64Array };
  /** Share of this second in which cooling units have power; written before the air is stepped. */
  readonly live: { readonly crac: Float64Array; readonly chiller: Float64Array };
  readonly feeder: { readonly crac: Int32Array; readonly chiller: Int32Array };
  /** Gaps of the step before: racks are looked at anew only where one has changed. */
  readonly before: { readonly from: Float64Array; readonly to: Float64Array; readonly changed: Uint8Array };
};

type GensetLayout = {
  readonly actor: Int32Array;
  readonly hertz: Float64Array;
  readonly rated: Float64Array;
  readonly tank: Float64Array;
  readonly burn: Float64Array;
  readonly startDelay: Float64Array;
  readonly crankTime: Float64Array;
  readonly crankTries: Float64Array;
  readonly crankFailure: Float64Array;
  readonly warmUp: Float64Array;
  readonly cooldown: Float64Array;
};

export function powerLayout(world: Ground, found: Found, index: PlantIndex): PowerLayout {
  const graph = powerGraph(world, found, index);
  const hertz = hertzOf(world, found, index);
  const strings = stringsLayout(world, found, index);
  return {
    graph,
    flow: createFlow(graph.size),
    losses: lossesOf(found, graph),
    racks: racksLayout(world, found, { graph, index }),
    strings,
    utility: {
      actor: integers(found.utility, (one) => hashText(one.id)),
      voltage: numbers(found.utility, ({ spec }) => spec.voltage),
      hertz: numbers(found.utility, ({ spec }) => spec.frequency),
    },
    genset: gensetLayout(found, numbers(found.genset, hertz)),
    ats: {
      transferTime: numbers(found.ats, ({ spec }) => spec.transferTime),
      retransferDelay: numbers(found.ats, ({ spec }) => spec.retransferDelay),
    },
    ups: {
      rated: numbers(found.ups, ({ spec }) => spec.ratedPower),
      hertz: numbers(found.ups, hertz),
      strings: found.ups.map((_, ups) => [...strings.ups.keys()].filter((at) => strings.ups[at] === ups)),
      mode: numbers(found.ups, ({ spec }) => (spec.mode === 'eco' ? 1 : 0)),
    },
    // Three phases at 400 V: each bears a third of the rating at 230 V.
    panel: { breaker: numbers(found.panel, ({ spec }) => Math.max(1, spec.ratedPower / 0.69)) },
    live: {
      crac: new Float64Array(found.crac.length).fill(1),
      chiller: new Float64Array(found.chiller.length).fill(1),
    },
    feeder: {
      crac: integers(found.crac, (one) => graph.feederOf(one.id)),
      chiller: integers(found.chiller, (one) => graph.feederOf(one.id)),
    },
    before: {
      from: new Float64Array(graph.size).fill(-1),
      to: new Float64Array(graph.size),
      changed: new Uint8Array(graph.size),
    },
  };
}

/** The frequency of the land: that of the site's first utility. */
function hertzOf(
  { inventory }: Ground,
  found: Found,
  index: PlantIndex,
): (unit: { readonly id: EntityId }) => number {
  const siteOf = (id: EntityId): number => index.site.get(above(inventory, id, 'site')?.id as EntityId) ?? 0;
  const bySite = new Map<number, number>();
  for (const one of found.utility.toReversed()) bySite.set(siteOf(one.id), one.spec.frequency);
  return ({ id }) => bySite.get(siteOf(id)) ?? 50;
}

const lossless: LossCurve = [0, 0, 0];

function lossesOf(found: Found, graph: Graph): Losses {
  const rated = new Float64Array(graph.size);
  const curve = Array.from({ length: graph.size }, () => lossless);
  for (const [at, { spec }] of found.transformer.entries()) {
    rated[graph.start.transformer + at] = spec.ratedPower;
    curve[graph.start.transformer + at] = siteTransformer;
  }
  for (const kind of ['genset', 'ats'] as const)
    for (const [at, { spec }] of found[kind].entries()) rated[graph.start[kind] + at] = spec.ratedPower;
  for (const [at, { spec }] of found.ups.entries()) {
    rated[graph.start.ups + at] = spec.ratedPower;
    curve[graph.start.ups + at] = spec.losses === 'legacy' ? upsLegacy : upsModern;
  }
  for (const [at, { spec }] of found.panel.entries()) {
    rated[graph.start.panel + at] = spec.ratedPower;
    curve[graph.start.panel + at] = spec.losses === 'busbar' ? panelBusbar : panelTransformer;
  }
  return { rated, curve };
}

const gensetLayout = ({ genset }: Found, hertz: Float64Array): GensetLayout => ({
  actor: integers(genset, (one) => hashText(one.id)),
  hertz,
  rated: numbers(genset, ({ spec }) => spec.ratedPower),
  tank: numbers(genset, ({ spec }) => spec.tank),
  burn: numbers(genset, ({ spec }) => spec.burn),
  startDelay: numbers(genset, ({ spec }) => spec.startDelay),
  crankTime: numbers(genset, ({ spec }) => spec.crankTime),
  crankTries: numbers(genset, ({ spec }) => spec.crankTries),
  crankFailure: numbers(genset, ({ spec }) => spec.crankFailure),
  warmUp: numbers(genset, ({ spec }) => spec.warmUp),
  cooldown: numbers(genset, ({ spec }) => spec.cooldown),
});

/** Cells of one make differ by a few per cent in capacity and resistance. */
const healthSpread = 0.02;
const resistanceSpread = 0.06;

function stringsLayout({ inventory, seed }: Ground, found: Found, index: PlantIndex): StringsLayout {
  const begin = new Int32Array(found.battery.length + 1);
  for (const [at, { spec }] of found.battery.entries()) begin[at + 1] = (begin[at] as number) + spec.cells;
  const cells = found.battery.flatMap((battery) =>
    Array.from({ length: battery.spec.cells }, (_, number) => {
      const actor = hashText(battery.id);
      const luck = (draw: number): number => chance({ seed, actor, tick: number, draw });
      const { age, designLife, resistance } = battery.spec;
      const fresh = resistance * (1 + resistanceSpread * (luck(2) - 0.5));
      const health = Math.max(0.05, 1 - (0.2 * age) / designLife - healthSpread * luck(1));
      return { health, fresh, worn: fresh * (1 + resistanceGain * (1 - health)) };
    }),
  );
  const perString = (): Float64Array => new Float64Array(found.battery.length);
  return {
    ups: integers(found.battery, (one) => index.ups.get(one.parent as EntityId) ?? -1),
    room: integers(
      found.battery,
      (one) => index.room.get(above(inventory, one.id, 'room')?.id as EntityId) ?? -1,
    ),
    actor: integers(found.battery, (one) => hashText(one.id)),
    begin,
    capacity: numbers(found.battery, ({ spec }) => spec.capacity),
    designLife: numbers(found.battery, ({ spec }) => spec.designLife),
    bornHealth: numbers(cells, ({ health }) => health),
    bornResistance: numbers(cells, ({ worn }) => worn),
    freshResistance: numbers(cells, ({ fresh }) => fresh),
    emf: perString(),
    ohms: perString(),
    wants: perString(),
    known: new Uint8Array(found.battery.length),
  };
}

/** Everything is born whole, closed, charged and fuelled. */
export function powerBirths({ strings, ups }: PowerLayout): Births {
  return {
    rack: () => ({ powered: 1 }),
    utility: () => ({ state: 1 }),
    transformer: () => ({ state: 1, temperature: 40 }),
    genset: () => ({ fuel: 100 }),
    ats: () => ({ state: 1 }),
    ups: (at) => ({ state: 1 + (ups.mode[at] as number), mode: ups.mode[at] as number }),
    battery: (at) => bornString(strings, at),
    cell: (at) => ({
      charge: 1,
      health: strings.bornHealth[at] as number,
      resistance: strings.bornResistance[at] as number,
      voltage: floatVolts,
    }),
    panel: () => ({ state: 1, breaker: 1 }),
    pdu: () => ({ state: 1, breaker: 1, voltage: 230, single: 1, dual: 1 }),
  };
}
