import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Face } from '../face.ts';
import { communityManager, firstVersionManager, unheardManager, userManager } from './snmp-client.fixture.ts';
import type { Login, Manager } from './snmp-client.fixture.ts';
import { createSnmpFace } from './snmp-face.ts';
import { snmpLab } from './snmp-lab.fixture.ts';
import type { SnmpLab } from './snmp-lab.fixture.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Running = SnmpLab & { readonly face: Face };

async function running(): Promise<Running> {
  const lab = snmpLab();
  lab.tell({ snmp: { state: 'on', port: 0 } });
  const face = createSnmpFace(lab.deps);
  closers.push(face.close);
  await face.settled();
  return { ...lab, face };
}

const portOf = (face: Face, id: EntityId): number =>
  Number(face.addressesOf(id)[0]?.address.split(':')[1] ?? 0);

function kept(manager: Manager): Manager {
  closers.push(manager.close);
  return manager;
}
const asking = ({ face }: Running, id: EntityId, community?: string): Manager =>
  kept(communityManager(portOf(face, id), community));
const asUser = ({ face }: Running, id: EntityId, login?: Login): Manager =>
  kept(userManager(portOf(face, id), login));

const ups = '1.3.6.1.2.1.33.1';
const name = '1.3.6.1.2.1.1.5.0';

test('FR-130-100 each UPS, rack PDU, rack, room, cooling unit, chiller and generator answers with its own name', async () => {
  const lab = await running();
  const { inventory } = lab.deps.world();
  const answering = [...inventory.all()].filter(({ id }) => lab.face.addressesOf(id).length > 0);
  expect(answering.map(({ id }) => id).toSorted()).toEqual([
    'chiller-1',
    'crac-1',
    'genset-1',
    'pdu-1',
    'pdu-2',
    'rack-1',
    'room-1',
    'ups-3',
  ]);
  expect(new Set(answering.map(({ id }) => portOf(lab.face, id))).size).toBe(8);
  for (const device of answering) {
    const [said] = await asking(lab, device.id).get(name);
    expect(said?.value).toBe(device.name);
  }
  expect(lab.face.state()).toMatchObject({ name: 'snmp', state: 'up', detail: '8 of 8 devices answer.' });
});

test('FR-130-100 the system group tells what it is, that it is simulated, where it stands and how long the lab runs', async () => {
  const lab = await running();
  const world = lab.deps.world();
  world.clock.tick = 3723 as never;
  expect(await asking(lab, lab.ups).tree('1.3.6.1.2.1.1')).toEqual({
    '1.0': 'SIMULATED by Coldaisle: UPS, U 100',
    '2.0': '1.3.6.1.2.1.33',
    '3.0': 372_300,
    '4.0': '',
    '5.0': 'ups-main',
    '6.0': 'site1/room1',
    '7.0': 72,
  });
});

test('FR-130-100 v3 with authentication and privacy, or with authentication alone, sees what v2c sees', async () => {
  const lab = await running();
  const open = await asking(lab, lab.ups).walk(ups);
  expect(open.length).toBeGreaterThan(40);
  expect(await asUser(lab, lab.ups).walk(ups)).toEqual(open);
  expect(await asUser(lab, lab.ups, { level: 'authNoPriv' }).walk(ups)).toEqual(open);
});

test('FR-130-107 a SET is refused: noAccess for who may read, notWritable for who could write', async () => {
  const lab = await running();
  await expect(asking(lab, lab.ups).set(name, 'x')).rejects.toThrow('NoAccess');
  await expect(asking(lab, lab.ups, 'private').set(name, 'x')).rejects.toThrow('NotWritable');
  await expect(asUser(lab, lab.ups).set('1.3.6.1.2.1.33.1.8.2.0', 'x')).rejects.toThrow('NotWritable');
  const counts = await asking(lab, lab.ups).get('1.3.6.1.2.1.11.5.0', name);
  expect(counts.map(({ value }) => value)).toEqual([1, 'ups-main']);
});

test('FR-130-107 a wrong community hears nothing and is counted; v1 hears nothing', async () => {
  const lab = await running();
  const port = portOf(lab.face, lab.ups);
  await expect(kept(unheardManager(port, 'guess')).get(name)).rejects.toThrow('timed out');
  await expect(kept(firstVersionManager(port)).get(name)).rejects.toThrow('timed out');
  const counts = await asking(lab, lab.ups).get('1.3.6.1.2.1.11.4.0', '1.3.6.1.2.1.11.3.0');
  expect(counts.map(({ value }) => value)).toEqual([1, 1]);
  expect(lab.face.state().detail).toContain('1 request had a wrong community or user');
});

test('FR-130-108 a stranger and a wrong password are told so by the reports of RFC 3414', async () => {
  const lab = await running();
  await expect(asUser(lab, lab.ups, { name: 'mallory' }).get(name)).rejects.toThrow('Unknown User Name');
  const wrongKey = asUser(lab, lab.ups, { authKey: 'not-the-password' });
  await expect(wrongKey.get(name)).rejects.toThrow(/digest/i);
  const counts = await asking(lab, lab.ups).get('1.3.6.1.6.3.15.1.1.3.0', '1.3.6.1.6.3.15.1.1.5.0');
  expect(counts.map(({ value }) => value)).toEqual([1, 1]);
});

test('FR-130-108 a user who proves nothing may see nothing', async () => {
  const lab = await running();
  await expect(asUser(lab, lab.ups, { level: 'noAuthNoPriv' }).get(name)).rejects.toThrow(
    'AuthorizationError',
  );
});

test.runIf(process.platform === 'linux')(
  'FR-130-109 spread over addresses, a UPS answers from 127.10.0.3 and moves back to 127.0.0.1 when told',
  async () => {
    const lab = await running();
    lab.tell({ snmp: { spread: 'addresses' } });
    await lab.face.settled();
    const [address] = lab.face.addressesOf(lab.ups);
    expect(address?.address).toMatch(/^127\.10\.0\.3:\d+$/);
    const [host = '', port] = address?.address.split(':') ?? [];
    const [said] = await kept(communityManager(Number(port), 'public', host)).get(name);
    expect(said?.value).toBe('ups-main');
    expect(lab.face.state().address).toBe('127.10.x.y:0');
    lab.tell({ snmp: { spread: 'ports' } });
    await lab.face.settled();
    expect(lab.face.addressesOf(lab.ups)[0]?.address).toMatch(/^127\.0\.0\.1:/);
  },
);

test('FR-130-110 a new community and a new password count at once', async () => {
  const lab = await running();
  const port = portOf(lab.face, lab.ups);
  lab.tell({ snmp: { community: 'it’s ours', authKey: 'another-password' } });
  await lab.face.settled();
  expect(portOf(lab.face, lab.ups)).toBe(port);
  const [said] = await asking(lab, lab.ups, 'it’s ours').get(name);
  expect(said?.value).toBe('ups-main');
  await expect(kept(unheardManager(port, 'public')).get(name)).rejects.toThrow('timed out');
  expect(await asUser(lab, lab.ups, { authKey: 'another-password' }).get(name)).toHaveLength(1);
  expect(lab.face.addressesOf(lab.ups)[0]?.command).toBe(
    `snmpwalk -v2c -c 'it’s ours' 127.0.0.1:${port} 1.3.6.1.2.1.33`,
  );
});

test('FR-130-110 switched off nobody answers, switched on again everybody does', async () => {
  const lab = await running();
  const asker = kept(unheardManager(portOf(lab.face, lab.rack), 'public'));
  lab.tell({ snmp: { state: 'off' } });
  await lab.face.settled();
  expect(lab.face.addressesOf(lab.rack)).toEqual([]);
  expect(lab.face.state()).toEqual({
    name: 'snmp',
    state: 'off',
    address: '',
    detail: 'Switched off in the settings',
  });
  await expect(asker.get(name)).rejects.toThrow('timed out');
  lab.tell({ snmp: { state: 'on' } });
  await lab.face.settled();
  const [said] = await asking(lab, lab.rack).get(name);
  expect(said?.value).toBe('A01');
});

test('FR-130-110 a device that comes answers, one that goes is silent, and the others keep their sockets', async () => {
  const lab = await running();
  const before = portOf(lab.face, lab.ups);
  const gone = kept(unheardManager(portOf(lab.face, lab.crac), 'public'));
  const later = lab.put({ id: 'ups-1', kind: 'ups', parent: 'room-1' });
  lab.remove(lab.crac);
  lab.face.rearrange();
  await lab.face.settled();
  expect(portOf(lab.face, lab.ups)).toBe(before);
  const [said] = await asking(lab, later).get(name);
  expect(said?.value).toBe('ups-1');
  await expect(gone.get(name)).rejects.toThrow('timed out');
});

test('FR-130-105 a UPS is read anew with each request', async () => {
  const lab = await running();
  const asker = asking(lab, lab.ups);
  const alarms = '1.3.6.1.2.1.33.1.6.1.0';
  const alarmsNow = async (): Promise<unknown> => (await asker.get(alarms))[0]?.value;
  expect(await alarmsNow()).toBe(0);
  lab.says(lab.ups, 'state', 4);
  expect(await alarmsNow()).toBe(1);
  lab.says(lab.ups, 'state', 1);
  expect(await alarmsNow()).toBe(0);
});

test('FR-130-110 a new name is answered without rearranging anything', async () => {
  const lab = await running();
  const asker = asking(lab, lab.ups);
  await asker.get(name);
  lab.put({ id: 'ups-3', kind: 'ups', name: 'renamed', parent: 'room-1' });
  const [said] = await asker.get(name);
  expect(said?.value).toBe('renamed');
});

test('FR-130-110 closed, it frees its ports', async () => {
  const lab = await running();
  const port = portOf(lab.face, lab.ups);
  await lab.face.close();
  lab.tell({ snmp: { port: port - 3 } });
  const again = createSnmpFace(lab.deps);
  closers.push(again.close);
  await again.settled();
  expect(portOf(again, lab.ups)).toBe(port);
});
