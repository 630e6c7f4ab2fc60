import { beforeEach, expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import { closePanel, openPanel, usePanels } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { useWorld } from '../../data/world.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { openAlarmTask, taskInHand } from './alarm-task.ts';
import { alarmOf, entryOf } from './sample-alarm.ts';
import { alarmActions, alarmsInHand } from './alarms.actions.ts';

const entity = (id: string, parent: string | null): [Entity['id'], Entity] => [
  id as Entity['id'],
  { id, parent } as Entity,
];
const now = 1000;
const shelved = { until: now + 1, by: 'ann', reason: 'Known' };

beforeEach(() => {
  closePanel();
  useSelection.setState({ selected: null });
  useAlarmPick.setState({ picked: new Set(), listed: [] });
  useWorld.setState({
    status: { at: now } as never,
    outOfService: new Map(),
    entities: new Map([entity('room-1', null), entity('rack-1', 'room-1'), entity('rack-2', 'room-1')]),
    alarms: new Map([
      entryOf('alarm-1', { source: 'rack-1' }),
      entryOf('alarm-2', { source: 'rack-2' }),
      entryOf('alarm-3', { source: 'rack-2', state: 'ACKNOWLEDGED' }),
    ]),
  });
});
const inHand = () => alarmsInHand().map(({ id }) => id);
const pick = (...ids: string[]) => useAlarmPick.setState({ picked: new Set(ids) });
const reasonOf = (id: string) =>
  alarmActions()
    .find((one) => one.id === id)
    ?.disabled();

test('FR-120-035 acknowledging means the ticked alarms, else those in what is selected', () => {
  expect(inHand()).toEqual([]);
  useSelection.setState({ selected: 'room-1' as Entity['id'] });
  expect(inHand()).toEqual(['alarm-1', 'alarm-2']);
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(inHand()).toEqual(['alarm-1']);
  pick('alarm-2', 'alarm-3');
  expect(inHand()).toEqual(['alarm-2']);
});
test('FR-120-035 with nothing to acknowledge the action says why', () => {
  expect(reasonOf('alarms.acknowledge')).toMatch(/Select something/);
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(reasonOf('alarms.acknowledge')).toBeNull();
});
test('FR-120-244 one that returned unseen is acknowledged where it is ticked, once nobody has', () => {
  const returned = alarmOf('alarm-8', { source: 'rack-1', state: 'RESOLVED', isa: 'returned' });
  useAlarmPick.setState({ listed: [returned] });
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(inHand()).toEqual(['alarm-1']);
  pick('alarm-8');
  expect(inHand()).toEqual(['alarm-8']);
  useAlarmPick.setState({ listed: [{ ...returned, followedBy: 'alarm-9' as Alarm['id'] }] });
  expect(inHand()).toEqual([]);
});
test('FR-120-244 what another explains and what is shelved is in hand only with its own tick', () => {
  useWorld.setState({
    alarms: new Map([
      entryOf('alarm-1', { source: 'rack-1', root: 'alarm-9' }),
      entryOf('alarm-2', { source: 'rack-1', shelved }),
    ]),
  });
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(inHand()).toEqual([]);
  expect(reasonOf('alarms.acknowledge-all')).toMatch(/no unacknowledged/);
  pick('alarm-1', 'alarm-2');
  expect(inHand()).toEqual(['alarm-1', 'alarm-2']);
});
test('FR-120-244 shelving, unshelving and service each say when there is nothing to do it to', () => {
  useSelection.setState({ selected: 'rack-1' as Entity['id'] });
  expect(reasonOf('alarms.shelve')).toBeNull();
  expect(reasonOf('alarms.unshelve')).toMatch(/shelved/);
  expect(reasonOf('alarms.in-service')).toMatch(/out of service/);
  useWorld.setState({ alarms: new Map([entryOf('alarm-1', { source: 'rack-1', shelved })]) });
  expect(reasonOf('alarms.shelve')).toMatch(/Tick alarms/);
  expect(reasonOf('alarms.unshelve')).toBeNull();
  const [sensor] = [alarmOf('alarm-1').sensor];
  useWorld.setState({ outOfService: new Map([[sensor, { sensor } as never]]) });
  expect(reasonOf('alarms.out-of-service')).toMatch(/Tick alarms/);
  expect(reasonOf('alarms.in-service')).toBeNull();
});
test('FR-120-245 the panel is about what it was opened for, and forgets it when others open it', () => {
  const alarms = [alarmOf('alarm-1')];
  openAlarmTask('shelve', alarms);
  expect(usePanels.getState().open).toBe('acknowledge');
  expect(taskInHand()).toEqual({ name: 'shelve', alarms });
  openPanel('palette');
  openPanel('acknowledge');
  expect(taskInHand()).toBeNull();
});
