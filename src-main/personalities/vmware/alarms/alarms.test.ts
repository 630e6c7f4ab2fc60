import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const ref = (id: Estate['datacenter']): readonly [string, string] => {
  const found = lab.vc.refs.ofId(id);
  return [found?._ref ?? '', found?.value ?? ''];
};
const triggered = (id: Estate['datacenter']): Promise<SoapAnswer> =>
  client.call('Fetch', ref(id).join(':'), '<prop>triggeredAlarmState</prop>');
const manager = 'AlarmManager:AlarmManager';

test('FR-020-102 an alarm rings on its object and all above it, is told as an event, and can be acknowledged', async () => {
  const [host] = estate.hosts;
  expect((await triggered(host)).values[0]?.children ?? []).toEqual([]);
  await lab.does({ type: 'inventory.change', id: host, spec: { state: 'disconnected' } });
  const ringing = await triggered(estate.datacenter);
  expect(textIn(ringing.values[0]?.children[0], 'overallStatus')).toBe('yellow');
  const events = await client.call(
    'QueryEvents',
    'EventManager:EventManager',
    '<filter><type>AlarmStatusChangedEvent</type></filter>',
  );
  expect(textIn(events.values[0], 'to')).toBe('yellow');
  const [type, value] = ref(host);
  await client.call(
    'AcknowledgeAlarm',
    manager,
    `<alarm type="Alarm">alarm-1</alarm><entity type="${type}">${value}</entity>`,
  );
  expect(textIn((await triggered(host)).values[0]?.children[0], 'acknowledged')).toBe('true');
  await lab.does({ type: 'inventory.change', id: host, spec: { state: 'connected' } });
  expect((await triggered(estate.datacenter)).values[0]?.children ?? []).toEqual([]);
});

test('FR-020-102 a datastore that fills rings by its percentage', async () => {
  const { store } = estate;
  expect((await triggered(store)).values[0]?.children ?? []).toEqual([]);
  await lab.does({ type: 'inventory.change', id: store, spec: { otherUse: 800 } });
  await lab.run(30);
  expect(textIn((await triggered(store)).values[0]?.children[0], 'overallStatus')).toBe('yellow');
  await lab.does({ type: 'inventory.change', id: store, spec: { otherUse: 900 } });
  await lab.run(30);
  expect(textIn((await triggered(store)).values[0]?.children[0], 'overallStatus')).toBe('red');
  await lab.does({ type: 'inventory.change', id: store, spec: { otherUse: 0 } });
  await lab.run(30);
  expect((await triggered(store)).values[0]?.children ?? []).toEqual([]);
});

test('FR-020-103 alarms on states, figures and events are made, changed and removed', async () => {
  const [vm] = estate.machines;
  const [type, value] = ref(vm);
  const expression =
    '<expression xsi:type="StateAlarmExpression"><operator>isEqual</operator><type>VirtualMachine</type><statePath>runtime.powerState</statePath><red>poweredOff</red></expression>';
  const spec = `<spec><name>off</name><description>off</description><enabled>true</enabled>${expression}</spec>`;
  const order = `<entity type="${type}">${value}</entity>${spec}`;
  const made = await client.call('CreateAlarm', manager, order);
  expect(made.fault).toBe('');
  expect((await client.call('CreateAlarm', manager, order)).fault).toBe('DuplicateName');
  expect(textIn((await triggered(vm)).values[0]?.children[0], 'overallStatus')).toBe('red');
  expect((await triggered(estate.machines[1])).values[0]?.children ?? []).toEqual([]);
  expect((await client.call('RemoveAlarm', `Alarm:${made.values[0]?.text ?? ''}`)).fault).toBe('');
  expect((await triggered(vm)).values[0]?.children ?? []).toEqual([]);
});

test('FR-020-103 events ring until they are cleared, figures while they are beyond', async () => {
  const [vm] = estate.machines;
  const [type, value] = ref(vm);
  const happening =
    '<expression xsi:type="EventAlarmExpression"><eventType>VmRenamedEvent</eventType><status>yellow</status></expression>';
  const renamed = `<spec><name>renamed</name><description>x</description><enabled>true</enabled>${happening}</spec>`;
  await client.call('CreateAlarm', manager, `<entity type="${type}">${value}</entity>${renamed}`);
  expect((await triggered(vm)).values[0]?.children ?? []).toEqual([]);
  await lab.does({ type: 'inventory.change', id: vm, name: 'other' });
  expect(textIn((await triggered(vm)).values[0]?.children[0], 'overallStatus')).toBe('yellow');
  await lab.run(1);
  await client.call('ClearTriggeredAlarms', manager, '<filter></filter>');
  expect((await triggered(vm)).values[0]?.children ?? []).toEqual([]);
  const high =
    '<expression xsi:type="MetricAlarmExpression"><operator>isBelow</operator><type>HostSystem</type><metric><counterId>2</counterId><instance></instance></metric><red>10000</red></expression>';
  const idle = `<spec><name>idle</name><description>x</description><enabled>true</enabled>${high}</spec>`;
  await client.call('CreateAlarm', manager, `<entity type="Folder">group-d1</entity>${idle}`);
  expect(textIn((await triggered(estate.loner)).values[0]?.children[0], 'overallStatus')).toBe('red');
});
