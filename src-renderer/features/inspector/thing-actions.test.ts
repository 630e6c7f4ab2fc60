import { expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import type { WorldState } from '../../data/world.ts';
import { thingActions } from './thing-actions.ts';

const thing = (kind: Kind, id: string, parent: string | null): Entity =>
  ({ kind, id, name: id, parent, links: {}, aliases: {}, spec: {} }) as unknown as Entity;
const rack = thing('rack', 'rack-1', 'row-1');
const crac = thing('crac', 'crac-1', 'room-1');

function worldOf(
  more: { readonly alarms?: readonly Alarm[]; readonly runs?: readonly ScenarioRun[] } = {},
): Pick<WorldState, 'entities' | 'children' | 'alarms' | 'runs'> {
  return {
    entities: new Map([rack, crac].map((entity) => [entity.id, entity])),
    children: new Map(),
    alarms: new Map((more.alarms ?? []).map((alarm) => [alarm.id, alarm])),
    runs: new Map((more.runs ?? []).map((run) => [run.id, run])),
  };
}
const alarm = (number: number, state: Alarm['state']): Alarm =>
  ({ id: `alarm-${number}`, source: 'rack-1', severity: 'critical', state, raisedAt: 0 }) as unknown as Alarm;
const run = { id: 'scenario-1', name: 'COOLING_FAILURE', target: 'rack-1' } as unknown as ScenarioRun;
const find = (entity: Entity, id: string, world = worldOf()) =>
  thingActions(entity, world).find((action) => action.id === `thing.${id}`);

test('FR-120-115 a healthy rack offers the drill, and says why there is nothing to stop or to acknowledge', () => {
  expect(find(rack, 'cooling-failure')?.disabled()).toBeNull();
  expect(find(rack, 'stop')?.disabled()).toBe('No scenario runs here');
  expect(find(rack, 'acknowledge')?.disabled()).toBe('Nothing unacknowledged here');
});

test('FR-120-115 a rack in a drill offers to stop it, not to start it again', () => {
  const world = worldOf({ runs: [run] });
  expect(find(rack, 'cooling-failure', world)?.disabled()).toBe('It runs here already');
  expect(find(rack, 'stop', world)?.disabled()).toBeNull();
});

test('FR-120-115 only alarms that nobody has acknowledged can be', () => {
  const world = worldOf({
    alarms: [alarm(1, 'ACTIVE'), alarm(2, 'ACTIVE'), alarm(3, 'ACKNOWLEDGED'), alarm(4, 'RESOLVED')],
  });
  expect(find(rack, 'acknowledge', world)?.title).toBe('Acknowledge 2 alarms');
  expect(find(rack, 'acknowledge', world)?.disabled()).toBeNull();
});

test('FR-120-115 a drill that does not strike a kind is shown with the reason', () => {
  expect(find(crac, 'cooling-failure')?.disabled()).toBe('Strikes a rack or a room');
});

test('FR-120-208 the orders of a unit stand in its menu, those that ask first with an ellipsis', () => {
  const orders = (kind: Kind) =>
    thingActions(thing(kind, 'unit-1', 'room-1'), worldOf())
      .filter(({ id }) => id.startsWith('thing.order-'))
      .map(({ title }) => title);
  expect(orders('pdu')).toEqual(['Open breaker …', 'Close breaker']);
  expect(orders('crac')).toEqual(['Switch on', 'Switch off …', 'Mop up']);
  expect(orders('rack')).toEqual([]);
});

const sensor = (id: string, parent: string, source: string): Entity =>
  ({
    ...thing('sensor', id, parent),
    spec: { metric: 'power', place: 'middle', source },
  }) as unknown as Entity;
/** A rack with a sensor of its own, and a PDU with two, one of them hardware already. */
function measured(): Pick<WorldState, 'entities' | 'children' | 'alarms' | 'runs'> {
  const pdu = thing('pdu', 'pdu-1', 'rack-1');
  const all = [
    rack,
    crac,
    pdu,
    sensor('sensor-1', 'rack-1', 'bot'),
    sensor('sensor-2', 'pdu-1', 'bot'),
    sensor('sensor-3', 'pdu-1', 'hardware'),
  ];
  const children = Map.groupBy(all, (entity) => entity.parent ?? '');
  return {
    ...worldOf(),
    entities: new Map(all.map((entity) => [entity.id, entity])),
    children: new Map([...children].map(([id, items]) => [id, items.map((entity) => entity.id)])),
  };
}

test('FR-130-296 what is measured at or below a thing can be left to hardware or given back, with the count', () => {
  const world = measured();
  expect(find(rack, 'source-hardware', world)?.title).toBe('Leave its 2 sensors to hardware…');
  expect(find(rack, 'source-bot', world)?.title).toBe('Let bots speak for its sensors…');
  const own = world.entities.get('sensor-3' as Entity['id']);
  if (own === undefined) throw new Error('it is there');
  expect(find(own, 'source-bot', world)?.title).toBe('Let its bot speak for it…');
  expect(find(own, 'source-hardware', world)?.disabled()).toBe('Hardware speaks for all of them already');
});

test('FR-130-296 what nothing measures has no such action', () => {
  expect(find(crac, 'source-hardware', measured())).toBeUndefined();
  expect(find(crac, 'source-bot', measured())).toBeUndefined();
});
