import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../server/users.ts';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const refOf = (id: Estate['datacenter']): string => {
  const ref = lab.vc.refs.ofId(id);
  return `${ref?._ref ?? ''}:${ref?.value ?? ''}`;
};
const element = (name: string, id: Estate['datacenter']): string => {
  const ref = lab.vc.refs.ofId(id);
  return `<${name} type="${ref?._ref ?? ''}">${ref?.value ?? ''}</${name}>`;
};
const fetch = (self: string, prop: string, by = client): Promise<SoapAnswer> =>
  by.call('Fetch', self, `<prop>${prop}</prop>`);

const authorization = 'AuthorizationManager:AuthorizationManager';

test('FR-020-096 roles are made, changed and removed; those of the system stay', async () => {
  const made = await client.call(
    'AddAuthorizationRole',
    authorization,
    '<name>ops</name><privIds>VirtualMachine.Interact.PowerOn</privIds>',
  );
  const id = made.values[0]?.text ?? '';
  expect((await fetch(authorization, 'roleList')).text).toContain('<name>ops</name>');
  expect((await client.call('AddAuthorizationRole', authorization, '<name>ops</name>')).fault).toBe(
    'AlreadyExists',
  );
  const wrong = `<roleId>${id}</roleId><newName>ops</newName><privIds>enoent</privIds>`;
  expect((await client.call('UpdateAuthorizationRole', authorization, wrong)).fault).toBe('InvalidArgument');
  const admin = '<roleId>-1</roleId><failIfUsed>true</failIfUsed>';
  expect((await client.call('RemoveAuthorizationRole', authorization, admin)).fault).toBe('InvalidArgument');
  const gone = `<roleId>${id}</roleId><failIfUsed>true</failIfUsed>`;
  expect((await client.call('RemoveAuthorizationRole', authorization, gone)).fault).toBe('');
  expect((await fetch(authorization, 'roleList')).text).not.toContain('<name>ops</name>');
});

test('FR-020-097 a user may do where she was given it, below it, and nowhere else', async () => {
  const hash = await hashOf('secret');
  const users = { 'jane@vsphere.local': { hash, fullName: 'Jane', isEnabled: true } };
  await lab.does({ type: 'papers.write', face: 'vmware', items: [{ key: 'users', value: users }] });
  const jane = await lab.login({ user: 'jane@vsphere.local', password: 'secret' });
  const [first, , last] = estate.machines;
  expect((await fetch(refOf(first), 'name', jane)).fault).toBe('NoPermission');
  const permission = (role: number): string =>
    `<permission><principal>VSPHERE.LOCAL\\jane</principal><group>false</group><roleId>${role}</roleId><propagate>true</propagate></permission>`;
  const set = (id: Estate['datacenter'], role: number): Promise<SoapAnswer> =>
    client.call('SetEntityPermissions', authorization, element('entity', id) + permission(role));
  expect((await set(estate.datacenter, -2)).fault).toBe('');
  expect((await fetch(refOf(first), 'name', jane)).fault).toBe('');
  const refused = await jane.call('PowerOnVM_Task', refOf(last));
  expect(refused.fault).toBe('NoPermission');
  expect(refused.text).toContain('<privilegeId>VirtualMachine.Interact.PowerOn</privilegeId>');
  expect((await jane.call('Destroy_Task', refOf(last))).fault).toBe('NoPermission');
  expect((await set(estate.folder, 5)).fault).toBe('');
  expect((await jane.call('PowerOnVM_Task', refOf(last))).fault).toBe('');
  expect((await jane.call('PowerOnVM_Task', refOf(first))).fault).toBe('NoPermission');
  expect(
    (
      await jane.call(
        'SetEntityPermissions',
        authorization,
        element('entity', estate.folder) + permission(-1),
      )
    ).fault,
  ).toBe('NoPermission');
});

test('FR-020-098 nobody takes the rights of an administrator away', async () => {
  const nobody =
    '<permission><principal>VSPHERE.LOCAL\\Administrator</principal><group>false</group><roleId>-5</roleId><propagate>true</propagate></permission>';
  const set = await client.call(
    'SetEntityPermissions',
    authorization,
    `<entity type="Folder">group-d1</entity>${nobody}`,
  );
  expect(set.fault).toBe('');
  expect((await fetch(refOf(estate.machines[0]), 'name')).fault).toBe('');
});

test('FR-020-104 options are read by what stands in front and changed; they name where the client found us', async () => {
  const settings = 'OptionManager:VpxSettings';
  const found = await client.call('QueryOptions', settings, '<name>config.vpxd.sso.sts</name>');
  expect(textIn(found.values[0], 'value')).toContain(`:${lab.port}/sts/STSService`);
  expect((await client.call('QueryOptions', settings, '<name>enoent</name>')).fault).toBe('InvalidName');
  const value =
    '<changedValue xsi:type="OptionValue"><key>mail.sender</key><value xsi:type="xsd:string">lab@example.org</value></changedValue>';
  expect((await client.call('UpdateOptions', settings, value)).fault).toBe('');
  const changed = await client.call('QueryOptions', settings, '<name>mail.sender</name>');
  expect(textIn(changed.values[0], 'value')).toBe('lab@example.org');
});

test('FR-020-105 extensions, licenses and users are kept and found again', async () => {
  const extension =
    '<extension><description><label>x</label><summary>x</summary></description><key>org.x</key><version>1</version><lastHeartbeatTime>2026-01-01T00:00:00Z</lastHeartbeatTime></extension>';
  const extensions = 'ExtensionManager:ExtensionManager';
  expect((await client.call('RegisterExtension', extensions, extension)).fault).toBe('');
  expect((await client.call('RegisterExtension', extensions, extension)).fault).toBe('InvalidArgument');
  expect(
    (await client.call('FindExtension', extensions, '<extensionKey>org.x</extensionKey>')).values,
  ).toHaveLength(1);
  const licenses = 'LicenseManager:LicenseManager';
  const label =
    '<licenseKey>00000-00000-00000-00000-00000</licenseKey><labelKey>team</labelKey><labelValue>blue</labelValue>';
  expect((await client.call('UpdateLicenseLabel', licenses, label)).fault).toBe('');
  expect((await fetch(licenses, 'licenses')).text).toContain('<value>blue</value>');
  const found = await client.call(
    'RetrieveUserGroups',
    'UserDirectory:UserDirectory',
    '<searchStr>admin</searchStr><exactMatch>false</exactMatch><findUsers>true</findUsers><findGroups>true</findGroups>',
  );
  expect(found.text).toContain('Administrators');
});

test('FR-020-106 a customization specification is kept, and nobody overwrites what he has not read', async () => {
  const specs = 'CustomizationSpecManager:CustomizationSpecManager';
  const item = (version: string): string =>
    `<item><info><name>lin</name><description>d</description><type>Linux</type><changeVersion>${version}</changeVersion></info>` +
    '<spec><identity xsi:type="CustomizationLinuxPrep"><hostName xsi:type="CustomizationVirtualMachineName"/><domain>lab</domain></identity>' +
    '<globalIPSettings/></spec></item>';
  expect((await client.call('CreateCustomizationSpec', specs, item(''))).fault).toBe('');
  expect((await client.call('CreateCustomizationSpec', specs, item(''))).fault).toBe('AlreadyExists');
  expect((await client.call('OverwriteCustomizationSpec', specs, item('1'))).fault).toBe('');
  expect((await client.call('OverwriteCustomizationSpec', specs, item('1'))).fault).toBe('ConcurrentAccess');
  await client.call('DuplicateCustomizationSpec', specs, '<name>lin</name><newName>lin2</newName>');
  const read = await client.call('GetCustomizationSpec', specs, '<name>lin2</name>');
  expect(read.text).toContain('CustomizationLinuxPrep');
  await client.call('DeleteCustomizationSpec', specs, '<name>lin</name>');
  expect((await client.call('GetCustomizationSpec', specs, '<name>lin</name>')).fault).toBe('NotFound');
});

test('FR-020-107 a custom field is set on an object by its name, and read with it', async () => {
  await client.call('AddCustomFieldDef', 'CustomFieldsManager:CustomFieldsManager', '<name>owner</name>');
  const vm = refOf(estate.machines[0]);
  expect((await client.call('setCustomValue', vm, '<key>owner</key><value>blue</value>')).fault).toBe('');
  expect((await client.call('setCustomValue', vm, '<key>enoent</key><value>x</value>')).fault).toBe(
    'InvalidArgument',
  );
  expect((await fetch(vm, 'customValue')).text).toContain('<value>blue</value>');
  expect((await fetch(vm, 'availableField')).text).toContain('<name>owner</name>');
});

test('FR-020-108 the log can be browsed line by line', async () => {
  const found = await client.call(
    'BrowseDiagnosticLog',
    'DiagnosticManager:DiagMgr',
    '<key>vpxd:vpxd.log</key><start>1</start><lines>2</lines>',
  );
  expect(textIn(found.values[0], 'lineEnd')).toBe('2');
  const wrong = await client.call('BrowseDiagnosticLog', 'DiagnosticManager:DiagMgr', '<key>enoent</key>');
  expect(wrong.fault).toBe('CannotAccessFile');
});

test('FR-020-108 the last lines of a log that has fewer are told once, however a client counts them', async () => {
  const browse = (start: number, lines: number): Promise<SoapAnswer> =>
    client.call(
      'BrowseDiagnosticLog',
      'DiagnosticManager:DiagMgr',
      `<key>vpxd:vpxd.log</key><start>${start}</start><lines>${lines}</lines>`,
    );
  const end = async (start: number, lines: number) =>
    Number(textIn((await browse(start, lines)).values[0], 'lineEnd'));
  const total = await end(1, 1000);
  const start = total - 2000;
  const [whole] = (await browse(start, 1000)).values;
  const told = whole?.children.filter(({ name }) => name === 'lineText').length ?? 0;
  expect(told).toBe(total);
  expect(start + told).toBeGreaterThanOrEqual(Number(textIn(whole, 'lineEnd')));
  expect(await end(2_147_483_647, 0)).toBe(total);
});
