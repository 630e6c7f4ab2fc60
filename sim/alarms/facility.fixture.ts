/** A small room with its whole chain of power and cooling, and the sensors that tell of it. Alarms only: no physics. */
import type { Actor } from '../contract/actors.ts';
import { commandSchema } from '../contract/commands.ts';
import type { CommandInput } from '../contract/commands.ts';
import { entitySchema } from '../contract/entities.ts';
import type { AlarmId, EntityId } from '../contract/ids.ts';
import type { Result } from '../contract/result.ts';
import { asSimMillis, asTick } from '../contract/units.ts';
import type { Decision } from '../inventory/decide.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { decideAlarm } from './decide.ts';
import type { AlarmCommand } from './decide.ts';
import type { AlarmEvent } from './fold.ts';
import { foldAlarm } from './fold.ts';

const tester: Actor = { origin: 'system', name: 'test', role: 'admin' };

/** Decides and, where it may be, folds: what the door does with a command about alarms. */
export function put(world: World, input: CommandInput): Result<Decision> {
  const decision = decideAlarm(world, commandSchema.parse(input) as AlarmCommand, tester);
  if (decision.ok) for (const event of decision.value.events) foldAlarm(world, event as AlarmEvent);
  return decision;
}

/** As `put`, for what must be fine. */
export function did(world: World, input: CommandInput): Decision {
  const result = put(world, input);
  if (!result.ok) throw new Error(`${input.type}: ${result.refusal.message}`);
  return result.value;
}

/** The clock shows so many seconds since the lab began. */
export function showTime(world: World, seconds: number): void {
  world.clock = { ...world.clock, tick: asTick(seconds) };
}

export type Named = {
  readonly of: string;
  readonly metric: string;
  readonly rule: string;
  readonly value: number;
};

export const ring = ({ world, sensor }: Facility, { of, metric, rule, value }: Named): AlarmId =>
  did(world, { type: 'alarm.raise', rule, sensor: sensor(of, metric), value }).ids[0] as AlarmId;

type Item = {
  readonly kind: string;
  readonly name: string;
  readonly parent?: string;
  readonly spec: object;
  readonly links?: object;
};

const at = (x: number, y: number) => ({ x, y });

export type Facility = {
  readonly world: World;
  /** The sensor of a thing, by names: `sensor('crac-01', 'state')`. */
  readonly sensor: (name: string, metric: string) => EntityId;
  readonly thing: (name: string) => EntityId;
};

export function facility(racks: number): Facility {
  const world = createWorld();
  world.founded = true;
  world.clock = { ...world.clock, epoch: asSimMillis(1_767_600_000_000) };
  const ids = new Map<string, EntityId>();
  const make = (item: Item): string => {
    const id = `${item.kind}-${world.inventory.nextNumber(item.kind as never)}` as EntityId;
    world.inventory.put(entitySchema.parse({ parent: null, links: {}, aliases: {}, ...item, id }));
    ids.set(item.name, id);
    return id;
  };
  const watch = (name: string, metric: string, place = 'middle'): void => {
    const parent = ids.get(name) ?? '';
    const sensor = `${name} ${metric}`;
    make({ kind: 'sensor', name: sensor, parent, spec: { metric, place, source: 'bot' } });
  };
  const site = make({ kind: 'site', name: 'site1', spec: { timezone: 'UTC' } });
  power({ make, watch, site });
  const room = make({
    kind: 'room',
    name: 'room1',
    parent: site,
    spec: { width: 100, depth: 10, envelope: 'A1' },
  });
  roomPower({ make, watch, room, ids });
  cooling({ make, watch, site, room, ids });
  const row = make({ kind: 'row', name: 'A', parent: room, spec: { containment: 'none' } });
  for (let n = 1; n <= racks; n += 1) addRack({ make, watch, row, n, ids });
  return {
    world,
    sensor: (name, metric) => known(ids, `${name} ${metric}`),
    thing: (name) => known(ids, name),
  };
}

function known(ids: ReadonlyMap<string, EntityId>, name: string): EntityId {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`there is no ${name}`);
  return id;
}

type Hands = {
  readonly make: (item: Item) => string;
  readonly watch: (name: string, metric: string, place?: string) => void;
};

function power({ make, watch, site }: Hands & { readonly site: string }): void {
  const utility = make({ kind: 'utility', name: 'grid', parent: site, spec: {} });
  const genset = make({
    kind: 'genset',
    name: 'genset-01',
    parent: site,
    spec: { model: 'g', ratedPower: 500 },
  });
  make({
    kind: 'ats',
    name: 'ats-01',
    parent: site,
    spec: { model: 'a', ratedPower: 500 },
    links: { fedBy: [utility, genset] },
  });
  for (const name of ['grid', 'genset-01', 'ats-01']) watch(name, 'state');
}

type Ids = { readonly ids: ReadonlyMap<string, EntityId> };

function roomPower({ make, watch, room, ids }: Hands & Ids & { readonly room: string }): void {
  for (const side of ['a', 'b']) {
    const ups = make({
      kind: 'ups',
      name: `ups-${side}`,
      parent: room,
      spec: { model: 'u', ratedPower: 200, position: at(2, 2) },
      links: { fedBy: [ids.get('ats-01') ?? ''] },
    });
    make({
      kind: 'battery',
      name: `string-${side}`,
      parent: ups,
      spec: { model: 'b', cells: 40, capacity: 100 },
    });
    make({
      kind: 'panel',
      name: `panel-${side}`,
      parent: room,
      spec: { model: 'p', ratedPower: 200 },
      links: { fedBy: [ups] },
    });
    for (const metric of ['state', 'charge', 'runtime']) watch(`ups-${side}`, metric);
    watch(`string-${side}`, 'charge');
    watch(`panel-${side}`, 'state');
  }
}

function cooling({
  make,
  watch,
  site,
  room,
  ids,
}: Hands & Ids & { readonly site: string; readonly room: string }): void {
  const fedBy = [ids.get('ats-01') ?? ''];
  const spec = { model: 'c', ratedCooling: 70, setpoint: 20, position: at(4, 4) };
  const first = make({ kind: 'crac', name: 'crac-01', parent: room, spec, links: { fedBy } });
  make({ kind: 'crac', name: 'crac-02', parent: room, spec, links: { fedBy } });
  make({
    kind: 'chiller',
    name: 'chiller-01',
    parent: site,
    spec: { model: 'h', ratedCooling: 200 },
    links: { fedBy, cools: [first] },
  });
  for (const name of ['crac-01', 'crac-02']) {
    watch(name, 'state');
    watch(name, 'supply-temperature');
    watch(name, 'setpoint');
  }
  watch('crac-01', 'leak');
  watch('chiller-01', 'state');
  watch('chiller-01', 'water-supply');
}

function addRack({
  make,
  watch,
  row,
  n,
  ids,
}: Hands & Ids & { readonly row: string; readonly n: number }): void {
  const name = `A${String(n).padStart(2, '0')}`;
  const rack = make({
    kind: 'rack',
    name,
    parent: row,
    spec: { position: at(n, 2), width: 0.6, depth: 1.2, facing: 'south', heightU: 42, ratedPower: 8 },
  });
  watch(name, 'temperature', 'front-middle');
  watch(name, 'state');
  for (const feed of ['A', 'B'] as const) {
    const pdu = `${name}-pdu-${feed.toLowerCase()}`;
    make({
      kind: 'pdu',
      name: pdu,
      parent: rack,
      spec: { model: 'r', feed, ratedPower: 8 },
      links: { fedBy: [ids.get(`panel-${feed.toLowerCase()}`) ?? ''] },
    });
    watch(pdu, 'state');
    watch(pdu, 'breaker');
    watch(pdu, 'load');
  }
}
