import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { hashOf } from '../server/users.ts';
import { allCommands, spaceOf, wordOf } from './commands.ts';
import { esxcliOn, executed, rowsIn } from './esxcli.fixture.ts';
import type { EsxcliAnswer } from './esxcli.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;
beforeEach(async () => {
  lab = await openVmwareLab();
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

type Args = Readonly<Record<string, string>>;

const ask = (moid: string, method: string, args: Args = {}): Promise<EsxcliAnswer> =>
  executed({ lab, client, host: estate.loner }, { moid, method, args });

const esxcli = (words: string, args: Args = {}): Promise<EsxcliAnswer> =>
  esxcliOn({ lab, client, host: estate.loner }, words, args);

describe('esxcli', () => {
  test('FR-020-140 every command that only reads answers over the executer, with the structure that its types name', async () => {
    const plain = allCommands.filter(
      (command) =>
        ['list', 'get'].includes(wordOf(command)) &&
        // They read what they are told to read.
        !command.path.startsWith('software.sources.') &&
        !command.params.some(({ isNeeded }) => isNeeded),
    );
    expect(plain.length).toBeGreaterThan(30);
    for (const { path, gives } of plain) {
      const { answer, fault } = await esxcli(path.replaceAll('.', ' '));
      expect([path, fault]).toEqual([path, '']);
      if (gives.is === 'one')
        expect(Object.keys(gives.fields)).toEqual(
          expect.arrayContaining(answer?.children.map(({ name }) => name) ?? []),
        );
      if (gives.is === 'rows') expect(answer?.type?.name).toBe('ArrayOfDataObject');
    }
    const executer = await client.call('RetrieveManagedMethodExecuter', `HostSystem:${estate.loner}`);
    expect(executer.values[0]?.text).toBe(`methodExecuter-${estate.loner}`);
  });

  test('FR-020-140 its values are those of the lab: the machines that run, their worlds, networks and addresses', async () => {
    expect(rowsIn(await esxcli('network vm list'))).toEqual([]);
    await lab.does({ type: 'machine.power', id: estate.machines[2], verb: 'on' });
    const [vm] = rowsIn(await esxcli('network vm list'));
    expect(vm).toMatchObject({ Name: 'web-03', Networks: 'PG0', NumPorts: '1' });
    expect(rowsIn(await esxcli('network vm port list', { worldid: vm?.['WorldID'] ?? '' }))).toMatchObject([
      { IPAddress: '0.0.0.0', MACAddress: '00:50:56:00:00:03', Portgroup: 'PG0', vSwitch: 'DVS0' },
    ]);
    expect((await esxcli('vm process kill', { worldid: vm?.['WorldID'] ?? '', type: 'hard' })).fault).toBe(
      '',
    );
    expect(lab.world.inventory.get(estate.machines[2])).toMatchObject({ spec: { power: 'off' } });
    const tcp = rowsIn(await esxcli('network ip connection list', { type: 'tcp' }));
    expect(tcp.map(({ LocalAddress }) => LocalAddress)).toContain('0.0.0.0:443');
    expect(new Set(tcp.map(({ Proto }) => Proto))).toEqual(new Set(['tcp']));
  });

  test('FR-020-140 at a host’s own endpoint it answers under the names that a host has for it', async () => {
    const own = await openVmwareLab({ deps: { kind: 'host' } });
    await buildEstate(own);
    const there = await own.login();
    const executer = await there.call('RetrieveManagedMethodExecuter', 'HostSystem:ha-host');
    const self = `ReflectManagedMethodExecuter:${executer.values[0]?.text ?? ''}`;
    expect(self).toBe('ReflectManagedMethodExecuter:ha-managed-method-executer');
    const inner =
      '<moid>ha-cli-handler-system-hostname</moid><version>urn:vim25/5.0</version><method>vim.EsxCLI.system.hostname.get</method>';
    const { values } = await there.call('ExecuteSoap', self, inner);
    expect(textIn(values[0], 'response')).toContain('<HostName>esx-01</HostName>');
    await own.close();
  });

  test('FR-020-141 what esxcli sets the host’s own systems tell, and the other way round', async () => {
    const option = { option: '/Net/GuestIPHack' };
    expect((await esxcli('system settings advanced set', { ...option, intvalue: '1' })).fault).toBe('');
    expect(rowsIn(await esxcli('system settings advanced list', option))).toMatchObject([
      { IntValue: '1', DefaultIntValue: '0' },
    ]);
    const asked = await client.call(
      'QueryOptions',
      `OptionManager:EsxHostAdvSettings-${estate.loner}`,
      '<name>Net.GuestIPHack</name>',
    );
    expect(textIn(asked.values[0], 'value')).toBe('1');
    expect((await esxcli('network firewall set', { enabled: 'false' })).fault).toBe('');
    const firewall = (await esxcli('network firewall get')).answer?.children.map(
      ({ name, text }) => `${name}=${text}`,
    );
    expect(firewall).toEqual(['DefaultAction=DROP', 'Enabled=false', 'Loaded=true']);
    expect(
      (await esxcli('network firewall ruleset set', { rulesetid: 'ntpClient', enabled: 'true' })).fault,
    ).toBe('');
    expect(rowsIn(await esxcli('network firewall ruleset list', { rulesetid: 'ntpClient' }))).toEqual([
      { Enabled: 'true', Name: 'ntpClient' },
    ]);
    expect((await esxcli('system hostname set', { fqdn: 'edge.lab.example' })).fault).toBe('');
    expect(textIn((await esxcli('system hostname get')).answer, 'DomainName')).toBe('lab.example');
    expect((await esxcli('system maintenanceMode set', { enable: 'true' })).fault).toBe('');
    expect((await esxcli('system maintenanceMode get')).answer?.text).toBe('Enabled');
  });

  test('FR-020-142 a command that fails, is not there or is said wrongly is answered with words, not with a broken call', async () => {
    const faults = await Promise.all([
      esxcli('network ip connection list', { type: 'enoent' }),
      esxcli('system settings advanced list', { option: '/Net/ENOENT' }),
      esxcli('system settings advanced set', { option: '/Net/GuestIPHack', intvalue: '7' }),
      esxcli('system settings advanced set', { intvalue: '7' }),
      esxcli('network vm list', { nope: '1' }),
      esxcli('network vm port list', { worldid: 'one' }),
      esxcli('network vm frobnicate'),
      ask('ha-dynamic-type-manager-local-cli-cliinfo', 'vim.CLIInfo.FetchCLIInfo', {
        typeName: 'vim.EsxCLI.no.such',
      }),
    ]);
    expect(faults.map(({ fault }) => fault)).toEqual([
      'There are no connections of the type enoent: it is ip, tcp, udp or all.',
      'There is no advanced option /Net/ENOENT: esxcli system settings advanced list names them all.',
      '/Net/GuestIPHack is a whole number from 0 to 1.',
      'esxcli system settings advanced set needs --option.',
      'esxcli network vm list takes no nope.',
      '--world-id takes a whole number, not one.',
      'There is no esxcli network vm frobnicate here.',
      'There is no name space no.such of esxcli here.',
    ]);
    await lab.does({ type: 'inventory.change', id: estate.loner, spec: { state: 'disconnected' } });
    expect((await esxcli('system time get')).fault).toBe('HostNotConnected');
  });

  test('FR-020-143 who may only read changes nothing by esxcli', async () => {
    const users = { reader: { hash: await hashOf('secret'), fullName: 'Reader', isEnabled: true } };
    await lab.does({ type: 'papers.write', face: 'vmware', items: [{ key: 'users', value: users }] });
    const permission =
      '<permission><principal>reader</principal><group>false</group><roleId>-2</roleId><propagate>true</propagate></permission>';
    await client.call(
      'SetEntityPermissions',
      'AuthorizationManager:AuthorizationManager',
      `<entity type="Folder">group-d1</entity>${permission}`,
    );
    client = await lab.login({ user: 'reader', password: 'secret' });
    expect((await esxcli('network firewall get')).fault).toBe('');
    const refusals = await Promise.all([
      esxcli('network firewall set', { enabled: 'false' }),
      esxcli('network firewall ruleset set', { rulesetid: 'ntpClient', enabled: 'true' }),
      esxcli('system maintenanceMode set', { enable: 'true' }),
    ]);
    for (const { fault } of refusals) expect(fault).toMatch(/^Permission .* lacks Host\.Config\./);
    expect(lab.world.inventory.get(estate.loner)).toMatchObject({ spec: { mode: 'normal' } });
  });

  test('FR-020-144 commands and their tables are told to clients: by name space, as instances and as types', async () => {
    const told = await ask('ha-dynamic-type-manager-local-cli-cliinfo', 'vim.CLIInfo.FetchCLIInfo', {
      typeName: 'vim.EsxCLI.network.vm.port',
    });
    const [method] = told.answer?.children.filter(({ name }) => name === 'method') ?? [];
    expect([textIn(method, 'name'), textIn(method, 'param.name'), textIn(method, 'param.aliases')]).toEqual([
      'list',
      'worldid',
      '-w',
    ]);
    const manager = await client.call('RetrieveDynamicTypeManager', `HostSystem:${estate.loner}`);
    const self = `InternalDynamicTypeManager:${manager.values[0]?.text ?? ''}`;
    const instances = await client.call('DynamicTypeMgrQueryMoInstances', self);
    expect(instances.values.length).toBe(new Set(allCommands.map(spaceOf)).size + 1);
    const filter =
      '<filterSpec xsi:type="DynamicTypeMgrTypeFilterSpec"><typeSubstr>vim.EsxCLI.network.vm.port</typeSubstr></filterSpec>';
    const types = await client.call('DynamicTypeMgrQueryTypeInfo', self, filter);
    const wsdlNames = types.values[0]?.children.map((each) => textIn(each, 'wsdlName'));
    expect(wsdlNames).toEqual(['VimEsxCLInetworkvmport', 'VimEsxCLInetworkvmportlistPort']);
  });
});
