import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { makeLoneHost } from '../../datacenter.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { problemsInAnswer } from '../../wire/answer-check.fixture.ts';
import type { XmlElement } from '../../wire/xml.ts';

let lab: VmwareLab;
let client: SoapClient;
let host: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  host = await makeLoneHost(lab);
  const uplinks = { uplinks: ['vmnic0'] };
  await lab.make({ kind: 'vswitch', name: 'vSwitch0', parent: host, spec: uplinks });
  client = await lab.login();
});
afterEach(() => lab.close());

const part = (type: string, name: string): string => `${type}:${name}-${host}`;

async function ask(method: string, self: string, inner = '') {
  const answer = await client.call(method, self, inner);
  expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', answer.body)).toEqual([]);
  return answer;
}
const read = async (prop: string, self = `HostSystem:${host}`): Promise<readonly XmlElement[]> =>
  (await ask('Fetch', self, `<prop>${prop}</prop>`)).values;
const restart = async (): Promise<void> => {
  await lab.does({ type: 'host.power', id: host, verb: 'reboot', machines: 'force' });
  await lab.run(600);
};

test('FR-020-321 hyperthreading is switched at the next start of the host, which says meanwhile that it waits for one', async () => {
  const scheduler = part('HostCpuSchedulerSystem', 'cpuSchedulerSystem');
  const threading = async (): Promise<readonly (string | undefined)[]> => {
    const [info] = await read('hyperthreadInfo', scheduler);
    const [cpu] = await read('hardware.cpuInfo');
    const [summary] = await read('summary');
    const parent = (await read('parent'))[0]?.text ?? '';
    const [resource] = await read('summary', `ComputeResource:${parent}`);
    return [
      textIn(info, 'active'),
      textIn(info, 'config'),
      textIn(cpu, 'numCpuThreads'),
      textIn(resource, 'numCpuThreads'),
      textIn(summary, 'rebootRequired'),
    ];
  };
  expect(await threading()).toEqual(['true', 'true', '64', '64', 'false']);
  expect((await ask('DisableHyperThreading', scheduler)).fault).toBe('');
  expect(await threading()).toEqual(['true', 'false', '64', '64', 'true']);
  await restart();
  expect(await threading()).toEqual(['false', 'false', '32', '32', 'false']);
  expect((await ask('EnableHyperThreading', scheduler)).fault).toBe('');
  expect(textIn((await read('config.hyperThread'))[0], 'available')).toBe('true');
  const single = await lab.make({
    kind: 'host',
    name: 'esx-2',
    parent: lab.world.inventory.get(host)?.parent,
    spec: { threadsPerCore: 1 },
  });
  const its = `HostCpuSchedulerSystem:cpuSchedulerSystem-${single}`;
  expect((await ask('EnableHyperThreading', its)).fault).toBe('NotSupported');
});

test('FR-020-322 a card is passed through from the next start on, but not the last one that the host has for itself', async () => {
  const system = part('HostPciPassthruSystem', 'pciPassthruSystem');
  const cards = (await read('pciPassthruInfo', system))[0]?.children ?? [];
  const capable = cards.filter((card) => textIn(card, 'passthruCapable') === 'true');
  expect([cards.length, capable.length]).toEqual([3, 2]);
  const pass = async (card: XmlElement | undefined, more = ''): Promise<string> =>
    (
      await ask(
        'UpdatePassthruConfig',
        system,
        `<config><id>${textIn(card, 'id') ?? 'none'}</id><passthruEnabled>true</passthruEnabled>${more}</config>`,
      )
    ).fault;
  expect(await pass(undefined)).toBe('InvalidArgument');
  expect(await pass(cards[0])).toBe('HostConfigFault');
  expect(await pass(capable[1])).toBe('');
  expect(await pass(capable[0])).toBe('HostConfigFault');
  const lent = async (): Promise<readonly string[]> =>
    ((await read('config.pciPassthruInfo'))[0]?.children ?? []).flatMap((card) =>
      textIn(card, 'passthruEnabled') === 'true' ? [textIn(card, 'passthruActive') ?? ''] : [],
    );
  expect(await lent()).toEqual(['false']);
  expect((await read('summary.rebootRequired'))[0]?.text).toBe('true');
  await restart();
  expect(await lent()).toEqual(['true']);
});

test('FR-020-323 the event log of a host has its starts and what rings on its server, until it is cleared', async () => {
  const system = part('HostHealthStatusSystem', 'healthStatusSystem');
  const lines = async (): Promise<readonly (string | undefined)[]> =>
    (await ask('FetchSystemEventLog', system)).values.map((line) => textIn(line, 'message'));
  expect(await lines()).toEqual([]);
  await restart();
  expect(await lines()).toEqual(['Assert + System Boot Initiated']);
  expect((await ask('ClearSystemEventLog', system)).fault).toBe('');
  expect(await lines()).toEqual([]);
});

test('FR-020-324 a host tells of its users’ stores, and that no domain answers which it could join', async () => {
  const manager = part('HostAuthenticationManager', 'authenticationManager');
  const stores = (await read('supportedStore', manager))[0]?.children ?? [];
  expect(stores).toHaveLength(2);
  const self = part('HostActiveDirectoryAuthentication', 'adAuthentication');
  const [info] = await read('info', self);
  expect(textIn(info, 'enabled')).toBe('false');
  const join = '<domainName>lab.example</domainName><userName>a</userName><password>b</password>';
  const task = (await ask('JoinDomain_Task', self, join)).values[0]?.text ?? '';
  const leave = (await ask('LeaveCurrentDomain_Task', self, '<force>false</force>')).values[0]?.text ?? '';
  await lab.run(1);
  expect(lab.vc.tasks.get(task)?.fault).toMatchObject({
    type: 'DomainNotFound',
    fields: { domainName: 'lab.example' },
  });
  expect(lab.vc.tasks.get(leave)?.fault?.type).toBe('InvalidState');
});

test('FR-020-324 graphics, boot device and memory of a host are told, and set as far as it has them', async () => {
  const graphics = part('HostGraphicsManager', 'graphicsManager');
  const set = (type: string, more = ''): string =>
    `<config><hostDefaultGraphicsType>${type}</hostDefaultGraphicsType><sharedPassthruAssignmentPolicy>consolidation</sharedPassthruAssignmentPolicy>${more}</config>`;
  expect((await ask('UpdateGraphicsConfig', graphics, set('sharedDirect'))).fault).toBe('');
  expect((await ask('UpdateGraphicsConfig', graphics, set('none'))).fault).toBe('InvalidArgument');
  const [config] = await read('graphicsConfig', graphics);
  expect(textIn(config, 'hostDefaultGraphicsType')).toBe('sharedDirect');
  expect((await ask('IsSharedGraphicsActive', graphics)).values[0]?.text).toBe('false');
  const boot = part('HostBootDeviceSystem', 'bootDeviceSystem');
  expect((await ask('UpdateBootDevice', boot, '<key>floppy</key>')).fault).toBe('InvalidArgument');
  expect((await ask('UpdateBootDevice', boot, '<key>network</key>')).fault).toBe('');
  const devices = await ask('QueryBootDevices', boot);
  expect(textIn(devices.values[0], 'currentBootDeviceKey')).toBe('network');
  const memory = part('HostMemorySystem', 'memorySystem');
  const reserve = '<cfgBytes>1024</cfgBytes>';
  expect((await ask('ReconfigureServiceConsoleReservation', memory, reserve)).fault).toBe('NotSupported');
});
