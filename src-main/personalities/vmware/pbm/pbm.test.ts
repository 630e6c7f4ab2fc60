import { afterAll, beforeAll, expect, test } from 'vitest';
import { restOperations } from '../rest/operations.ts';
import { jsonLogin } from '../rest/rest.fixture.ts';
import type { JsonClient } from '../rest/rest.fixture.ts';
import { restRoutes } from '../rest/rest-route.ts';
import { serviceRoutes } from '../sdk/service-routes.ts';
import { serviceClient, texts } from '../sdk/service.fixture.ts';
import type { ServiceClient } from '../sdk/service.fixture.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;
let pbm: ServiceClient;
let rest: JsonClient;

beforeAll(async () => {
  lab = await openVmwareLab({ routes: (vc) => [...serviceRoutes(vc), ...restRoutes(vc, restOperations)] });
  estate = await buildEstate(lab);
  client = await lab.login();
  pbm = serviceClient(lab, { path: '/pbm', namespace: 'urn:pbm', cookie: client.cookie() });
  rest = await jsonLogin(lab);
});
afterAll(() => lab.close());

const manager = 'PbmProfileProfileManager:ProfileManager';
const solver = 'PbmPlacementSolver:placementSolver';
const vsanDefault = 'aa6d5a82-1c88-45da-85d3-3d74b91a5bad';
const refOf = (id: Estate['store']): string => lab.vc.refs.ofId(id)?.value ?? '';

/** Places things on datastores that carry a tag, or do not. */
const tagRule = (category: string, tag: string, operator = ''): string =>
  '<constraints xsi:type="PbmCapabilitySubProfileConstraints"><subProfiles><name>Tags</name><capability>' +
  `<id><namespace>http://www.vmware.com/storage/tag</namespace><id>${category}</id></id><constraint><propertyInstance>` +
  `<id>com.vmware.storage.tag.${category}.property</id>${operator === '' ? '' : `<operator>${operator}</operator>`}` +
  `<value xsi:type="PbmCapabilityDiscreteSet"><values xsi:type="xsd:string">${tag}</values></value>` +
  '</propertyInstance></constraint></capability></subProfiles></constraints>';

const made = async (name: string, rule: string): Promise<string> => {
  const spec =
    `<createSpec><name>${name}</name><description>for tests</description><category>REQUIREMENT</category>` +
    `<resourceType><resourceType>STORAGE</resourceType></resourceType>${rule}</createSpec>`;
  const answer = await pbm('PbmCreate', manager, spec);
  return textIn(answer.values[0], 'uniqueId') ?? answer.fault;
};

const idIn = (name: string, id: string): string => `<${name}><uniqueId>${id}</uniqueId></${name}>`;

test('FR-020-230 policies are listed, made, read, changed and removed, by who is logged in', async () => {
  const nobody = serviceClient(lab, { path: '/pbm', namespace: 'urn:pbm', cookie: '' });
  const content = await nobody('PbmRetrieveServiceContent', 'PbmServiceInstance:ServiceInstance');
  expect(textIn(content.values[0], 'profileManager')).toBe('ProfileManager');
  const type = '<resourceType><resourceType>STORAGE</resourceType></resourceType>';
  expect((await nobody('PbmQueryProfile', manager, type)).fault).toBe('NotAuthenticated');
  const before = await pbm(
    'PbmQueryProfile',
    manager,
    `${type}<profileCategory>REQUIREMENT</profileCategory>`,
  );
  expect(texts(before.values, 'uniqueId')).toContain(vsanDefault);

  const gold = await made('gold', tagRule('tier', 'gold'));
  expect(await made('gold', tagRule('tier', 'gold'))).toBe('PbmDuplicateName');
  const update = `${idIn('profileId', gold)}<updateSpec><description>changed</description></updateSpec>`;
  expect((await pbm('PbmUpdate', manager, update)).fault).toBe('');
  const read = await pbm('PbmRetrieveContent', manager, idIn('profileIds', gold));
  expect(read.text).toContain('xsi:type="PbmCapabilityProfile"');
  expect(textIn(read.values[0], 'description')).toBe('changed');
  expect(read.text).toContain('<values xsi:type="xsd:string">gold</values>');

  const gone = await pbm('PbmDelete', manager, idIn('profileId', gold) + idIn('profileId', 'nobody'));
  expect(texts(gone.values, 'fault.localizedMessage')).toEqual([
    undefined,
    'There is no storage policy nobody.',
  ]);
  expect((await pbm('PbmRetrieveContent', manager, idIn('profileIds', gold))).fault).toBe('InvalidArgument');
  expect(lab.errors).toEqual([]);
});

test('FR-020-231 a policy fits datastores that have what it asks for, and what lies elsewhere does not comply', async () => {
  const category = await rest.post('/api/cis/tagging/category', {
    name: 'tier',
    description: '',
    cardinality: 'MULTIPLE',
    associable_types: [],
  });
  const tag = await rest.post('/api/cis/tagging/tag', {
    name: 'silver',
    description: '',
    category_id: category.json,
  });
  const silver = await made('silver', tagRule('tier', 'silver'));
  const none = await made('no silver', tagRule('tier', 'silver', 'NOT'));
  const fitting = async (id: string): Promise<readonly (string | undefined)[]> =>
    texts((await pbm('PbmQueryMatchingHub', solver, idIn('profile', id))).values, 'hubId');
  expect([await fitting(silver), await fitting(none)]).toEqual([[], [refOf(estate.store)]]);
  const verdict = await pbm('PbmCheckCompatibility', solver, idIn('profile', silver));
  expect(verdict.text).toContain('xsi:type="PbmPropertyMismatchFault"');
  const hub = '<hubsToSearch><hubType>Datastore</hubType><hubId>datastore-99</hubId></hubsToSearch>';
  expect((await pbm('PbmCheckCompatibility', solver, hub + idIn('profile', silver))).fault).toBe(
    'PbmNonExistentHubs',
  );

  const vm = refOf(estate.machines[0]);
  const set = `<spec><vmProfile xsi:type="VirtualMachineDefinedProfileSpec"><profileId>${silver}</profileId></vmProfile></spec>`;
  expect((await client.call('ReconfigVM_Task', `VirtualMachine:${vm}`, set)).fault).toBe('');
  const entity = `<entities><objectType>virtualMachine</objectType><key>${vm}</key></entities>`;
  const status = async (): Promise<string | undefined> => {
    const told = await pbm('PbmCheckCompliance', 'PbmComplianceManager:complianceManager', entity);
    return textIn(told.values[0], 'complianceStatus');
  };
  expect(await status()).toBe('nonCompliant');
  const object = { object_id: { type: 'Datastore', id: refOf(estate.store) } };
  await rest.post(`/api/cis/tagging/tag-association/${tag.json}?action=attach`, object);
  expect(await status()).toBe('compliant');
  expect([await fitting(silver), await fitting(none)]).toEqual([[refOf(estate.store)], []]);
  const kept = await pbm('PbmDelete', manager, idIn('profileId', silver));
  expect(textIn(kept.values[0], 'fault.localizedMessage')).toContain('is in use by web-01');
});

test('FR-020-232 a machine and its disks get the policies that their configuration names, and no other', async () => {
  const vm = refOf(estate.machines[1]);
  const change = (profile: string): string =>
    '<spec><deviceChange><operation>edit</operation><device xsi:type="VirtualDisk"><key>2000</key>' +
    '<controllerKey>1000</controllerKey><unitNumber>0</unitNumber><capacityInKB>8388608</capacityInKB></device>' +
    `${profile}</deviceChange></spec>`;
  const named = (id: string): string =>
    `<profile xsi:type="VirtualMachineDefinedProfileSpec"><profileId>${id}</profileId></profile>`;
  const reconfigure = async (profile: string): Promise<string | undefined> => {
    const task = await client.call('ReconfigVM_Task', `VirtualMachine:${vm}`, change(profile));
    const info = await client.call('Fetch', `Task:${task.values[0]?.text ?? ''}`, '<prop>info</prop>');
    return textIn(info.values[0], 'error.localizedMessage');
  };
  const entity = `<entity><objectType>virtualDiskId</objectType><key>${vm}:2000</key></entity>`;
  const policies = async (): Promise<readonly (string | undefined)[]> =>
    texts((await pbm('PbmQueryAssociatedProfile', manager, entity)).values, 'uniqueId');
  expect(await reconfigure(named('nothing'))).toBe('There is no storage policy nothing.');
  expect(await policies()).toEqual([]);
  expect(await reconfigure(named(vsanDefault))).toBeUndefined();
  expect(await policies()).toEqual([vsanDefault]);
  const disks = await pbm('PbmQueryAssociatedEntity', manager, idIn('profile', vsanDefault));
  expect(texts(disks.values, 'key')).toEqual([`${vm}:2000`]);
  await reconfigure('<profile xsi:type="VirtualMachineDefaultProfileSpec"/>');
  expect(await policies()).toEqual([]);
});

test('FR-020-233 policies are read and set over REST as over SOAP', async () => {
  const list = (await rest.get('/api/vcenter/storage/policies')).json as { policy: string; name: string }[];
  expect(list.find(({ policy }) => policy === vsanDefault)?.name).toBe('vSAN Default Storage Policy');
  const vm = refOf(estate.machines[2]);
  const path = `/api/vcenter/vm/${vm}/storage/policy`;
  const wish = { type: 'USE_SPECIFIED_POLICY', policy: vsanDefault };
  expect((await rest.send('PATCH', path, { vm_home: wish, disks: { 2000: wish } })).status).toBe(204);
  expect((await rest.get(path)).json).toEqual({ vm_home: vsanDefault, disks: { 2000: vsanDefault } });
  expect((await rest.get(`${path}/compliance`)).json.overall_compliance).toBe('NON_COMPLIANT');
  const holders = await rest.get(`/rest/vcenter/storage/policies/${vsanDefault}/vm`);
  expect(holders.json.value).toContainEqual({ key: vm, value: { vm_home: true, disks: ['2000'] } });
  const wrong = await rest.send('PATCH', path, { vm_home: { type: 'USE_SPECIFIED_POLICY', policy: 'x' } });
  expect(wrong.json.error_type).toBe('INVALID_ARGUMENT');
  expect((await rest.send('PATCH', path, { disks: { 2999: wish } })).status).toBe(404);
});

test('FR-020-234 a datastore has a default policy once somebody gave it one', async () => {
  const hub = (name: string): string =>
    `<${name}><hubType>Datastore</hubType><hubId>${refOf(estate.store)}</hubId></${name}>`;
  const ofStore = async (): Promise<string | undefined> =>
    textIn((await pbm('PbmQueryDefaultRequirementProfile', manager, hub('hub'))).values[0], 'uniqueId');
  expect(await ofStore()).toBeUndefined();
  const assign = idIn('profile', vsanDefault) + hub('datastores');
  expect((await pbm('PbmAssignDefaultRequirementProfile', manager, assign)).fault).toBe('');
  expect(await ofStore()).toBe(vsanDefault);
  await pbm('PbmResetDefaultRequirementProfile', manager, idIn('profile', vsanDefault));
  expect(await ofStore()).toBeUndefined();
});
