/** Labs with a power chain, for tests: every unit by one call, by the same rules as any other lab. */
import type { ScenarioName } from '../contract/scenarios.ts';
import type { EntityId, ScenarioRunId } from '../contract/ids.ts';
import type { OrderVerb } from '../contract/orders.ts';
import type { Entity, Kind } from '../contract/entities.ts';
import type { FacilityKind } from '../contract/kinds.table.ts';
import { advanceTo } from '../kernel/step.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { did } from './small-lab.ts';

type Unit = Exclude<FacilityKind, 'site' | 'room' | 'row' | 'rack' | 'device' | 'pdu' | 'sensor'>;
type Spec = Readonly<Record<string, unknown>>;

type Added = {
  readonly kind: Unit;
  readonly fedBy?: readonly EntityId[];
  readonly parent?: EntityId;
  readonly spec?: Spec;
};

/** A rack whose servers draw `kilowatts` whatever the hour. Feeders of its PDUs by feed; none leaves the feed out. */
export type RackPlan = {
  readonly kilowatts: number;
  readonly a?: EntityId | 'grid';
  readonly b?: EntityId | 'grid';
  readonly psus?: 1 | 2;
  readonly feed?: 'A' | 'B';
  readonly devices?: number;
  readonly breaker?: number;
  readonly phases?: 'L1' | 'L2' | 'L3' | 'three';
};

export type BuiltRack = { readonly id: EntityId; readonly a: EntityId | null; readonly b: EntityId | null };

export type PowerLab = {
  readonly world: World;
  readonly site: EntityId;
  readonly room: EntityId;
  readonly add: (unit: Added) => EntityId;
  readonly rack: (plan: RackPlan) => BuiltRack;
  /** What a column of an entity's line says now. */
  readonly read: (id: EntityId, column: string) => number;
  readonly run: (seconds: number) => void;
  readonly order: (target: EntityId, verb: OrderVerb, value?: number) => void;
  readonly strike: (name: ScenarioName, target: EntityId) => ScenarioRunId;
  readonly stop: (run: ScenarioRunId) => void;
};

const usual: Readonly<Record<Unit, Spec>> = {
  utility: {},
  transformer: { model: 'm', ratedPower: 400 },
  genset: { model: 'm', ratedPower: 400, crankFailure: 0 },
  ats: { model: 'm', ratedPower: 400 },
  ups: { model: 'm', ratedPower: 100, position: { x: 1, y: 1 } },
  battery: { model: 'm', cells: 240, capacity: 100, age: 0 },
  panel: { model: 'm', ratedPower: 200 },
  crac: { model: 'm', ratedCooling: 70, setpoint: 22, position: { x: 1, y: 1 } },
  chiller: { model: 'm', ratedCooling: 100 },
};
const inRoom: readonly Kind[] = ['ups', 'panel', 'crac'];

export function powerLab(seed: string): PowerLab {
  const world = createWorld();
  did(world, { type: 'lab.found', name: 'Power', seed, epoch: 1_767_600_000_000 });
  let made = 0;
  let racks = 0;
  const make = (item: object): EntityId => {
    made += 1;
    const named = { name: `n${made}`, ...item };
    return did(world, { type: 'inventory.create', item: named as never }).ids[0] as EntityId;
  };
  const site = make({ kind: 'site', name: 'site', spec: { timezone: 'UTC' } });
  const room = make({ kind: 'room', parent: site, spec: { width: 900, depth: 8, envelope: 'A1' } });
  const row = make({ kind: 'row', parent: room, spec: { containment: 'none' } });
  return {
    world,
    site,
    room,
    add: ({ kind, fedBy, parent, spec }) =>
      make({
        kind,
        parent: parent ?? (inRoom.includes(kind) ? room : site),
        links: fedBy === undefined ? {} : { fedBy },
        spec: { ...usual[kind], ...spec },
      }),
    rack: (plan) => {
      racks += 1;
      return makeRack(make, { row, n: racks, plan });
    },
    read: (id, column) => readColumn(world, id, column),
    run: (seconds) => advanceTo(world, world.clock.tick + seconds),
    order: (target, verb, value) => {
      did(world, { type: 'plant.order', target, verb, value: value ?? null });
    },
    strike: (name, target) => did(world, { type: 'scenario.run', name, target }).ids[0] as ScenarioRunId,
    stop: (id) => {
      did(world, { type: 'scenario.stop', id });
    },
  };
}

type Make = (item: object) => EntityId;
type NewRack = { readonly row: EntityId; readonly n: number; readonly plan: RackPlan };

function makeRack(make: Make, { row, n, plan }: NewRack): BuiltRack {
  const { kilowatts, psus = 2, feed = 'A', devices = 3 } = plan;
  const rack = make({
    kind: 'rack',
    parent: row,
    spec: {
      position: { x: 1 + n, y: 2 },
      width: 0.6,
      depth: 1.2,
      facing: 'south',
      heightU: 42,
      ratedPower: kilowatts,
    },
  });
  for (let at = 0; at < devices; at += 1) {
    const watts = (kilowatts * 1000) / devices;
    make({
      kind: 'device',
      parent: rack,
      spec: {
        model: 'm',
        category: 'server',
        slot: { position: 1 + 2 * at, height: 2, face: 'both' },
        idlePower: watts,
        ratedPower: watts,
        psus,
        feed,
      },
    });
  }
  const pdu = (of: 'A' | 'B', from: EntityId | 'grid' | undefined): EntityId | null =>
    from === undefined
      ? null
      : make({
          kind: 'pdu',
          parent: rack,
          links: from === 'grid' ? {} : { fedBy: [from] },
          spec: {
            model: 'm',
            feed: of,
            ratedPower: 22,
            breaker: plan.breaker ?? 32,
            phases: plan.phases ?? 'three',
          },
        });
  return { id: rack, a: pdu('A', plan.a), b: pdu('B', plan.b) };
}

function readColumn(world: World, id: EntityId, column: string): number {
  const { kind } = world.inventory.get(id) as Entity;
  const table = world.plant.state[kind as 'pdu'];
  const values = (table.columns as Readonly<Record<string, Float64Array>>)[column];
  const at = table.ids.indexOf(id);
  const value = values?.[at];
  if (value === undefined) throw new Error(`${id} has no ${column}`);
  return value;
}

/** Two sides, A and B, each with a UPS and a panel; one transformer, one switch and one genset for both. */
export type TwoSides = PowerLab & {
  readonly utility: EntityId;
  readonly transformer: EntityId;
  readonly genset: EntityId;
  readonly ats: EntityId;
  readonly upsA: EntityId;
  readonly upsB: EntityId;
  readonly batteryA: EntityId;
  readonly batteryB: EntityId;
  readonly panelA: EntityId;
  readonly panelB: EntityId;
};

export function twoSides(seed: string, genset: Spec): TwoSides {
  const lab = powerLab(seed);
  const utility = lab.add({ kind: 'utility' });
  const transformer = lab.add({ kind: 'transformer', fedBy: [utility] });
  const engine = lab.add({ kind: 'genset', spec: genset });
  const ats = lab.add({ kind: 'ats', fedBy: [transformer, engine] });
  const side = (): { ups: EntityId; battery: EntityId; panel: EntityId } => {
    const ups = lab.add({ kind: 'ups', fedBy: [ats] });
    const battery = lab.add({ kind: 'battery', parent: ups });
    return { ups, battery, panel: lab.add({ kind: 'panel', fedBy: [ups] }) };
  };
  const [a, b] = [side(), side()];
  return {
    ...lab,
    utility,
    transformer,
    genset: engine,
    ats,
    upsA: a.ups,
    upsB: b.ups,
    batteryA: a.battery,
    batteryB: b.battery,
    panelA: a.panel,
    panelB: b.panel,
  };
}
