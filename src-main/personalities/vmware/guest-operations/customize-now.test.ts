import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { ended } from '../esx/own-host.fixture.ts';
import { loginOf, openGuestLab } from './guest-lab.fixture.ts';
import type { GuestLab } from './guest-lab.fixture.ts';

let lab: GuestLab;
beforeAll(async () => {
  lab = await openGuestLab();
});
afterAll(() => lab.close());

const root = loginOf('root', 'coldaisle');
const manager = 'VirtualMachineGuestCustomizationManager:GuestCustomizationManager';
const callOn =
  (vm: EntityId) =>
  (method: string, login: string, inner = '') =>
    ended(lab, lab.soap, [method, manager, `<vm type="VirtualMachine">${vm}</vm>${login}${inner}`]);
const call = (...asked: Parameters<ReturnType<typeof callOn>>) => callOn(lab.vm)(...asked);
const spec = (cards: string): string => `<spec>
  <identity xsi:type="CustomizationLinuxPrep"><hostName xsi:type="CustomizationFixedName"><name>db-09</name></hostName><domain>lab.example</domain></identity>
  <globalIPSettings><dnsSuffixList>lab.example</dnsSuffixList><dnsServerList>10.9.9.9</dnsServerList></globalIPSettings>${cards}</spec>`;
const card = (address: string): string =>
  `<nicSettingMap><adapter>${address}<subnetMask>255.255.255.0</subnetMask></adapter></nicSettingMap>`;
const fixed = card('<ip xsi:type="CustomizationFixedIp"><ipAddress>10.9.0.9</ipAddress></ip>');

test('FR-020-359 a guest that runs becomes who it is told to be: name, address and whom it asks for names', async () => {
  expect((await lab.inside('ValidateCredentialsInGuest', '')).fault).toBe('');
  const tools = await lab.shell('pidof -s vmtoolsd');
  expect(await call('CustomizeGuest_Task', root, spec(fixed))).toMatchObject({ fault: '', message: '' });
  const asked = 'hostname; cat /etc/hostname /etc/resolv.conf; ip -br a | grep -c 10.9.0.9';
  expect(await lab.shell(asked)).toBe('db-09\ndb-09\nsearch lab.example\nnameserver 10.9.9.9\n1\n');
  expect(await lab.shell('pidof -s vmtoolsd')).toBe(tools);
  expect(lab.vc.events.all().filter(({ type }) => type === 'CustomizationSucceeded')).toHaveLength(1);
  const link = 'ip -br link show dev "$(ls /sys/class/net | grep -v lo)" | grep -c UP';
  await lab.shell('ip link set dev "$(ls /sys/class/net | grep -v lo)" down');
  expect(await lab.shell(link)).toBe('0\n');
  expect((await call('StartGuestNetwork_Task', root)).fault).toBe('');
  await vi.waitUntil(async () => (await lab.shell(link)) === '1\n', { timeout: 10_000 });
});

test('FR-020-359 what is not to be customized is refused by the name of the reason', async () => {
  const faultOf = async (...asked: Parameters<typeof call>): Promise<string> => (await call(...asked)).fault;
  expect(await faultOf('CustomizeGuest_Task', loginOf('root', 'wrong'), spec(fixed))).toBe(
    'InvalidGuestLogin',
  );
  await lab.shell("useradd -m eve; echo 'eve:secret' | chpasswd");
  expect(await faultOf('CustomizeGuest_Task', loginOf('eve', 'secret'), spec(fixed))).toBe(
    'GuestPermissionDenied',
  );
  expect(await faultOf('CustomizeGuest_Task', root, spec(''))).toBe('NicSettingMismatch');
  const unknown = card('<ip xsi:type="CustomizationUnknownIpGenerator"></ip>');
  expect(await faultOf('CustomizeGuest_Task', root, spec(unknown))).toBe('IpHostnameGeneratorError');
  expect(await faultOf('AbortCustomization_Task', root)).toBe('CustomizationFault');
  const [, off] = lab.estate.machines;
  expect((await callOn(off)('CustomizeGuest_Task', root, spec(fixed))).fault).toBe('InvalidPowerState');
});

test('FR-020-360 a ticket for a password lets its user in again and again, until it is given back or the machine starts anew', async () => {
  const acquire = async (): Promise<string> => {
    const requested = root.replaceAll('auth', 'requestedAuth');
    const { values } = await lab.inside('AcquireCredentialsInGuest', '', requested);
    expect(values[0]?.type?.name).toBe('TicketedSessionAuthentication');
    const ticket = values[0]?.children.find(({ name }) => name === 'ticket')?.text ?? '';
    return `<auth xsi:type="TicketedSessionAuthentication"><interactiveSession>false</interactiveSession><ticket>${ticket}</ticket></auth>`;
  };
  const listed = async (login: string): Promise<string> =>
    (await lab.inside('ListProcessesInGuest', '', login)).fault;
  const wrong = loginOf('root', 'wrong').replaceAll('auth', 'requestedAuth');
  expect((await lab.inside('AcquireCredentialsInGuest', '', wrong)).fault).toBe('InvalidGuestLogin');
  const [first, second] = [await acquire(), await acquire()];
  expect([await listed(first), await listed(first), await listed(second)]).toEqual(['', '', '']);
  expect((await lab.inside('ReleaseCredentialsInGuest', '', first)).fault).toBe('');
  expect([await listed(first), await listed(second)]).toEqual(['InvalidGuestLogin', '']);
  expect((await lab.inside('ReleaseCredentialsInGuest', '', root)).fault).toBe(
    'OperationNotSupportedByGuest',
  );
  await lab.does({ type: 'machine.power', id: lab.vm, verb: 'reset' });
  expect(await listed(second)).toBe('InvalidGuestLogin');
});
