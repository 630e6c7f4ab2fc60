import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import type { XmlElement } from '../wire/xml.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
});
beforeEach(async () => {
  client = await lab.login();
});
afterAll(() => lab.close());

const usual = 'PropertyCollector:propertyCollector';
const valueOf = (at: 0 | 1 | 2): string => lab.vc.refs.ofId(estate.machines[at])?.value ?? '';

const paths = (names: readonly string[]): string =>
  names.map((name) => `<pathSet>${name}</pathSet>`).join('');
const ofMachine = (value: string, names: readonly string[]): string =>
  `<propSet><type>VirtualMachine</type>${paths(names)}</propSet><objectSet><obj type="VirtualMachine">${value}</obj></objectSet>`;

async function filter(
  specs: string,
  partial: 'true' | 'false' = 'false',
  collector = usual,
): Promise<string> {
  const inner = `<spec>${specs}</spec><partialUpdates>${partial}</partialUpdates>`;
  const answer = await client.call('CreateFilter', collector, inner);
  expect(answer.fault).toBe('');
  return answer.values[0]?.text ?? '';
}

const wait = (
  version: string,
  options = '<maxWaitSeconds>30</maxWaitSeconds>',
  collector = usual,
): Promise<SoapAnswer> =>
  client.call('WaitForUpdatesEx', collector, `<version>${version}</version><options>${options}</options>`);
const look = (version: string): Promise<SoapAnswer> => wait(version, '<maxWaitSeconds>0</maxWaitSeconds>');

const versionIn = ({ values }: SoapAnswer): string => textIn(values[0], 'version') ?? '';

const updatesIn = ({ values }: SoapAnswer): readonly XmlElement[] =>
  values.flatMap((set) => below(set, 'filterSet').flatMap((each) => below(each, 'objectSet')));
const below = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** `modify web-01 name=web-1`. */
const toldIn = (answer: SoapAnswer): readonly string[] =>
  updatesIn(answer).map((update) => {
    const changes = below(update, 'changeSet').map(
      (change) => `${textIn(change, 'op')} ${textIn(change, 'name')}=${textIn(change, 'val') ?? ''}`,
    );
    return [textIn(update, 'kind'), textIn(update, 'obj'), ...changes].join(' ');
  });

test('FR-020-051 the first answer tells everything, the next only what has changed, and a lost answer is given again', async () => {
  await filter(ofMachine(valueOf(0), ['name', 'config.hardware.memoryMB']));
  const first = await wait('');
  expect(toldIn(first)).toEqual([
    `enter ${valueOf(0)} assign name=web-01 assign config.hardware.memoryMB=2048`,
  ]);
  expect((await look(versionIn(first))).values).toEqual([]);
  await lab.does({ type: 'inventory.change', id: estate.machines[0], spec: { memory: 4096 } });
  const second = await wait(versionIn(first));
  expect(toldIn(second)).toEqual([`modify ${valueOf(0)} assign config.hardware.memoryMB=4096`]);
  expect(toldIn(await wait(versionIn(first)))).toEqual(toldIn(second));
  expect((await wait('nonsense')).fault).toBe('InvalidCollectorVersion');
  const check = await client.call('CheckForUpdates', usual, `<version>${versionIn(second)}</version>`);
  expect(check.values).toEqual([]);
  expect(toldIn(await client.call('WaitForUpdates', usual))).toHaveLength(1);
});

test('FR-020-052 a wait ends with a change, with its time, when it is cancelled and when its session ends', async () => {
  await filter(ofMachine(valueOf(1), ['name']));
  const version = versionIn(await wait(''));
  const waiting = wait(version);
  await lab.does({ type: 'inventory.change', id: estate.machines[1], name: 'web-02b' });
  const changed = await waiting;
  expect(toldIn(changed)).toEqual([`modify ${valueOf(1)} assign name=web-02b`]);
  await lab.does({ type: 'inventory.change', id: estate.machines[1], name: 'web-02' });
  const back = await wait(versionIn(changed));
  // What happens elsewhere does not end it.
  const long = wait(versionIn(back));
  await lab.does({ type: 'inventory.change', id: estate.machines[2], spec: { notes: 'elsewhere' } });
  await untilWaiting();
  expect((await client.call('CancelWaitForUpdates', usual)).fault).toBe('');
  expect((await long).fault).toBe('RequestCanceled');
  const last = wait(versionIn(back));
  await untilWaiting();
  await client.call('Logout', 'SessionManager:SessionManager');
  expect((await last).fault).toBe('RequestCanceled');
});

/** The wait has been asked for over one connection, the cancel goes over another. */
async function untilWaiting(): Promise<void> {
  const asked = (): boolean => [...lab.vc.sessions.list()].some((session) => isWaiting(session));
  while (!asked()) await new Promise((resolve) => setImmediate(resolve));
}
const isWaiting = ({ key, account }: { key: string; account: { name: string } }): boolean => {
  const collector = lab.vc
    .shelf({ key, user: account.name })
    .get({ _ref: 'PropertyCollector', value: 'propertyCollector' });
  return (collector as { waiting?: unknown } | undefined)?.waiting instanceof AbortController;
};

async function viewOf(type: string): Promise<string> {
  const inner = `<container type="Folder">group-d1</container><type>${type}</type><recursive>true</recursive>`;
  const { values } = await client.call('CreateContainerView', 'ViewManager:ViewManager', inner);
  return values[0]?.text ?? '';
}
const through = (view: string, names: readonly string[]): string =>
  `<propSet><type>ManagedEntity</type>${paths(names)}</propSet><objectSet><obj type="ContainerView">${view}</obj><skip>true</skip>` +
  '<selectSet xsi:type="TraversalSpec"><type>ContainerView</type><path>view</path></selectSet></objectSet>';

test('FR-020-053 objects enter a view and leave it as the world makes and unmakes them', async () => {
  await filter(through(await viewOf('VirtualMachine'), ['name']));
  const first = await wait('');
  expect(updatesIn(first)).toHaveLength(3);
  const id = await lab.make({
    kind: 'vm',
    name: 'guest-1',
    parent: estate.folder,
    spec: { host: estate.loner },
  });
  const value = lab.vc.refs.ofId(id)?.value ?? '';
  const entered = await wait(versionIn(first));
  expect(toldIn(entered)).toEqual([`enter ${value} assign name=guest-1`]);
  await lab.does({ type: 'inventory.remove', id });
  const left = await wait(versionIn(entered));
  expect(toldIn(left)).toEqual([`leave ${value}`]);
});

test('FR-020-053 a large view hears of the one machine that changed', async () => {
  const items = Array.from({ length: 60 }, (_, at) => ({
    kind: 'vm' as const,
    name: `crowd-${at}`,
    parent: estate.folder,
    spec: { host: estate.loner },
  }));
  const { ids } = await lab.does({ type: 'inventory.create-many', items } as never);
  await filter(through(await viewOf('VirtualMachine'), ['name', 'runtime.host']));
  const first = await wait('');
  await lab.does({ type: 'inventory.change', id: ids[30] as EntityId, name: 'crowd-x' });
  const second = await wait(versionIn(first));
  expect(toldIn(second)).toEqual([expect.stringMatching(/^modify vm-\d+ assign name=crowd-x$/)]);
  await lab.does({ type: 'inventory.remove-many', ids, contents: 'cascade' });
  expect(updatesIn(await wait(versionIn(second)))).toHaveLength(60);
});

test('FR-020-054 partial updates tell what became of which part', async () => {
  await filter(ofMachine(valueOf(2), ['config.hardware', 'datastore']), 'true');
  const first = await wait('');
  const { spec } = lab.world.inventory.get(estate.machines[2]) as { spec: { nics: { key: number }[] } };
  const more = { ...spec.nics[0], key: 4001, label: 'Network adapter 2', mac: '00:50:56:00:00:99' };
  await lab.does({
    type: 'inventory.change',
    id: estate.machines[2],
    spec: { memory: 8192, nics: [...spec.nics, more] },
  });
  const second = await wait(versionIn(first));
  const told = toldIn(second)[0] ?? '';
  expect(told).toContain('assign config.hardware.memoryMB=8192');
  expect(told).toContain('add config.hardware.device[4001]=');
  expect(told).not.toContain('numCPU');
  await lab.does({ type: 'inventory.change', id: estate.machines[2], spec: { nics: spec.nics } });
  expect(toldIn(await wait(versionIn(second)))[0]).toContain('remove config.hardware.device[4001]=');
});

test('FR-020-055 a client that asks for few objects gets the rest with its next calls', async () => {
  await filter(through(await viewOf('VirtualMachine'), ['name']));
  const few = '<maxWaitSeconds>5</maxWaitSeconds><maxObjectUpdates>2</maxObjectUpdates>';
  const first = await wait('', few);
  expect([updatesIn(first).length, textIn(first.values[0], 'truncated')]).toEqual([2, 'true']);
  const second = await wait(versionIn(first), few);
  expect([updatesIn(second).length, textIn(second.values[0], 'truncated')]).toEqual([1, 'false']);
  const wrong = await wait(versionIn(second), '<maxObjectUpdates>0</maxObjectUpdates>');
  expect(wrong.fault).toBe('InvalidArgument');
});

test('FR-020-056 a task is waited for on a collector of its own, from its start to its end', async () => {
  const power = await client.call('PowerOnVM_Task', `VirtualMachine:${valueOf(0)}`);
  const task = power.values[0]?.text ?? '';
  const made = await client.call('CreatePropertyCollector', usual);
  const collector = `PropertyCollector:${made.values[0]?.text ?? ''}`;
  const spec = `<propSet><type>Task</type><pathSet>info</pathSet></propSet><objectSet><obj type="Task">${task}</obj></objectSet>`;
  const watch = await filter(spec, 'false', collector);
  let answer = await wait('', '', collector);
  const states: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    for (const update of updatesIn(answer)) states.push(textIn(update, 'changeSet.val.state') ?? '');
    if (states.at(-1) === 'success' || states.at(-1) === 'error') break;
    await lab.run(1);
    answer = await wait(versionIn(answer), '<maxWaitSeconds>5</maxWaitSeconds>', collector);
  }
  expect(states.at(-1)).toBe('success');
  expect((await client.call('DestroyPropertyFilter', `PropertyFilter:${watch}`)).fault).toBe('');
  expect((await client.call('Fetch', `PropertyFilter:${watch}`, '<prop>spec</prop>')).fault).toBe(
    'ManagedObjectNotFound',
  );
  expect((await client.call('DestroyPropertyCollector', collector)).fault).toBe('');
  expect(
    (
      await client.call(
        'CreateFilter',
        collector,
        `<spec>${spec}</spec><partialUpdates>false</partialUpdates>`,
      )
    ).fault,
  ).toBe('ManagedObjectNotFound');
  expect((await client.call('DestroyPropertyCollector', usual)).fault).toBe('NotSupported');
});

test('FR-020-059 a list that is changed by hand is told to who watches it', async () => {
  const { values } = await client.call(
    'CreateListView',
    'ViewManager:ViewManager',
    `<obj type="VirtualMachine">${valueOf(0)}</obj>`,
  );
  const list = `ListView:${values[0]?.text ?? ''}`;
  const specs =
    `<propSet><type>VirtualMachine</type><pathSet>name</pathSet></propSet><objectSet><obj type="ListView">${values[0]?.text ?? ''}</obj>` +
    '<skip>true</skip><selectSet xsi:type="TraversalSpec"><type>ListView</type><path>view</path></selectSet></objectSet>';
  await filter(specs);
  const first = await wait('');
  expect(updatesIn(first)).toHaveLength(1);
  const waiting = wait(versionIn(first));
  const other = `<add type="VirtualMachine">${valueOf(1)}</add><remove type="VirtualMachine">${valueOf(0)}</remove>`;
  expect((await client.call('ModifyListView', list, other)).values).toEqual([]);
  const changed = await waiting;
  const told = [...toldIn(changed)];
  // One answer or two: the change may be told before its second half is looked at.
  if (told.length < 2) told.push(...toldIn(await wait(versionIn(changed))));
  expect(told.toSorted()).toEqual([`enter ${valueOf(1)} assign name=web-02`, `leave ${valueOf(0)}`]);
});
