import { beforeEach, expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import { useSelection } from '../../app/selection.ts';
import { useWorld } from '../../data/world.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { alarmActions, alarmsInHand } from './alarms.actions.ts';

const entity = (id: string, parent: string | null): [Entity['id'], Entity] => [
  id as Entity['id'],
  { id, parent } as Entity,
];
const alarm = (id: string, source: string, state: Alarm['state'] = 'ACTIVE'): [Alarm['id'], Alarm] => [
  id as Alarm['id'],
  { id, source, state, severity: 'major', raisedAt: 0 } as Alarm,
];

beforeEach(() => {
  useSelection.setState({ selected: null });
  useAlarmPick.setState({ picked: new Set() });
  useWorld.setState({
    entities: new Map([entity('room-1', null), entity('rack-1', 'room-1'), entity('rack-2', 'room-1')]),
    alarms: new Map([
      alarm('alarm-1', 'rack-1'),
      alarm('alarm-2', 'rack-2'),
      alarm('alarm-3', 'rack-2', 'ACKNOWLEDGED'),
    ]),
  });
});
const inHand = () => alarmsInHand().map(({ id }) => id);

test('FR-120-035 acknowledging means the ticked alarms, else those in what is selected', () => {
  expect(inHand()).toEqual([]);
  useSelection.setState({ selected: 'room-1' as Entity['id'] });
  expect(inHand()).toEqual(['alarm-1', 'alarm-2']);
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(inHand()).toEqual(['alarm-1']);
  useAlarmPick.setState({ picked: new Set(['alarm-2', 'alarm-3']) });
  expect(inHand()).toEqual(['alarm-2']);
});
test('FR-120-035 with nothing to acknowledge the action says why', () => {
  const action = alarmActions.find(({ id }) => id === 'alarms.acknowledge');
  expect(action?.disabled()).toMatch(/Select something/);
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(action?.disabled()).toBeNull();
});
