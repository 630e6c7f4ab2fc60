import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import { orderTable } from '../contract/orders.table.ts';
import type { OrderVerb } from '../contract/orders.ts';
import { firstColumns } from '../physics/columns.table.ts';
import { columnOf } from '../physics/state.ts';
import type { TableName } from '../physics/tables.ts';
import { scenarioCards } from '../scenarios/catalogue.table.ts';
import { drillCards } from '../scenarios/drills.table.ts';
import { put } from '../testing/small-lab.ts';
import { oneOfEverything } from '../testing/starter-lab.ts';
import { applyEvents } from './apply.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { advanceTo } from './step.ts';
import type { World } from './world.ts';

const crac = 'crac-1' as EntityId;

const nth = <Item>(items: readonly Item[], n: number): Item => items[n % items.length] as Item;

/** The n-th thing of one of these kinds; what does not exist is refused, which is part of the story. */
const targetOf = (world: World, kinds: readonly string[], n: number): string => {
  const found = [...world.inventory.all()].filter((entity) => kinds.includes(entity.kind));
  return found.length === 0 ? 'rack-999' : nth(found, n).id;
};

type Doing = { readonly wait: number; readonly what: number; readonly pick: number; readonly n: number };

function commandOf(world: World, { what, pick, n }: Doing): CommandInput {
  switch (what) {
    case 0: {
      const card = nth(scenarioCards, pick);
      const target = targetOf(world, card.targets, n) as never;
      return {
        type: 'scenario.run',
        name: card.name,
        target,
        severity: 'total',
        duration: n % 40,
        delay: n % 7,
      };
    }
    case 1: {
      const verb = nth(Object.keys(orderTable) as OrderVerb[], pick);
      const target = targetOf(world, orderTable[verb].kinds, n) as never;
      return { type: 'plant.order', target, verb, value: verb === 'cell-replace' ? 1 + (n % 40) : null };
    }
    case 2:
      return { type: 'drill.start', drill: nth(drillCards, pick).id };
    case 3:
      return { type: 'drill.end', id: `drill-${1 + (n % 3)}` as never };
    default:
      return { type: 'inventory.change', id: crac, spec: { setpoint: 18 + (n % 8) } };
  }
}

const story = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 30 }),
    what: fc.integer({ min: 0, max: 4 }),
    pick: fc.nat({ max: 40 }),
    n: fc.nat({ max: 60 }),
  }),
  { maxLength: 20 },
);

test('FR-130-218 rewind and replay hold for scenarios, orders, drills and the whole plant, to the bit', () => {
  fc.assert(
    fc.property(fc.nat({ max: 0xffff }), story, (seed, doings) => {
      const world = oneOfEverything(seed.toString(16));
      const log: { tick: number; events: readonly WorldEvent[] }[] = [];
      const snapshots = [takeSnapshot(world)];
      const first = world.revision as number;
      for (const doing of doings) {
        advanceTo(world, world.clock.tick + doing.wait);
        const decision = put(world, commandOf(world, doing));
        if (decision.ok) log.push({ tick: world.clock.tick, events: decision.value.events });
        snapshots.push(takeSnapshot(world));
      }
      advanceTo(world, world.clock.tick + 20);
      for (const snapshot of [snapshots[0], nth(snapshots, Math.floor(snapshots.length / 2))]) {
        if (snapshot === undefined) continue;
        expect(worldHash(replay({ snapshot, log, first, to: world.clock.tick }))).toBe(worldHash(world));
      }
    }),
    { numRuns: 25 },
  );
});

type Replay = {
  readonly snapshot: Snapshot;
  readonly log: readonly { tick: number; events: readonly WorldEvent[] }[];
  readonly first: number;
  readonly to: number;
};

function replay({ snapshot, log, first, to }: Replay): World {
  const world = restoreSnapshot(snapshot);
  let revision = first;
  for (const { tick, events } of log) {
    revision += events.length;
    if (revision <= snapshot.revision) continue;
    advanceTo(world, tick);
    applyEvents(world, events);
  }
  advanceTo(world, to);
  return world;
}

/** A snapshot as the first version wrote it: fewer tables, fewer columns, and no names of either. */
function asOfThen(world: World): Snapshot {
  const snapshot = takeSnapshot(world);
  const {
    columns: _,
    drills: _d,
    rules: _r,
    outOfService: _o,
    orders: _p,
    tables,
    ...rest
  } = JSON.parse(snapshot.state) as Record<string, unknown> & { tables: Record<string, unknown> };
  const names = Object.keys(firstColumns) as (keyof typeof firstColumns & TableName)[];
  const lanes = names.flatMap((name) =>
    firstColumns[name].flatMap((column) => [...(columnOf(world.plant.state, name, column) ?? [])]),
  );
  const kept = Object.fromEntries(names.map((name) => [name, tables[name]]));
  return { ...snapshot, state: JSON.stringify({ ...rest, tables: kept }), lanes: Float64Array.from(lanes) };
}

test('FR-130-243 a lab of the first version opens: what has come since is born, what was there is kept', () => {
  const world = oneOfEverything('5');
  advanceTo(world, 300);
  const old = restoreSnapshot(asOfThen(world));
  expect([...old.plant.state.rack.columns.inlet]).toEqual([...world.plant.state.rack.columns.inlet]);
  expect([...old.plant.state.battery.columns.charge].every((charge) => charge > 0)).toBe(true);
  advanceTo(old, 600);
  const { inlet, powered } = old.plant.state.rack.columns;
  expect(Math.max(...inlet)).toBeLessThan(27);
  expect(Math.min(...powered)).toBe(1);
});

test('FR-130-244 events of the first version are taken with the fields that have come since', () => {
  const world = oneOfEverything('5');
  const crac = [...world.inventory.ofKind('crac')][0];
  if (crac === undefined) throw new Error('the lab has cooling units');
  const { model, ratedCooling, setpoint, position } = crac.spec;
  const then = { ...crac, spec: { model, ratedCooling, setpoint, position } } as unknown as typeof crac;
  applyEvents(world, [{ type: 'entity.changed', entity: then }]);
  const now = world.inventory.get(crac.id);
  expect(now?.kind === 'crac' && [now.spec.coil, now.spec.stages]).toEqual(['compressor', 2]);
});
