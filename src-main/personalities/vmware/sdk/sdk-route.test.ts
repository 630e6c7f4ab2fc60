import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from 'node:https';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const nobody = (): SoapClient => lab.client();
const refOf = (id: Estate['datacenter']): string => {
  const ref = lab.vc.refs.ofId(id);
  return `${ref?._ref ?? ''}:${ref?.value ?? ''}`;
};

test('FR-020-040 a client reads which versions are spoken, its own and every older one', async () => {
  const { status, text } = await nobody().get('/sdk/vimServiceVersions.xml');
  expect(status).toBe(200);
  const versions = [...text.matchAll(/<version>([\d.]+)<\/version>/g)].map(([, id]) => id);
  expect(versions[0]).toBe('8.0.2.0');
  expect(versions).toContain('6.7.3');
  expect(versions).toContain('5.5');
  expect(versions).not.toContain('8.0.3.0');
});

test('FR-020-041 before a login only what is open to all is answered', async () => {
  const content = await nobody().call('RetrieveServiceContent', 'ServiceInstance:ServiceInstance');
  expect(textIn(content.values[0], 'about.apiType')).toBe('VirtualCenter');
  expect((await nobody().call('CurrentTime', 'ServiceInstance:ServiceInstance')).fault).toBe(
    'NotAuthenticated',
  );
  const peek = await nobody().call('Fetch', 'Folder:group-d1', '<prop>name</prop>');
  expect([peek.status, peek.fault]).toEqual([500, 'NotAuthenticated']);
  const inner =
    '<specSet><propSet><type>Folder</type><pathSet>name</pathSet></propSet>' +
    '<objectSet><obj type="Folder">group-d1</obj></objectSet></specSet><options/>';
  const read = await nobody().call('RetrievePropertiesEx', 'PropertyCollector:propertyCollector', inner);
  expect(read.fault).toBe('NotAuthenticated');
});

const isBase = (owner: string): boolean =>
  [...lab.vc.types.keys()].some((type) => lab.vc.schema.isA(type, owner));

test('FR-020-042 what is not there is refused by name, and the server lives on', async () => {
  expect((await client.call('FlyAway', 'Folder:group-d1')).fault).toBe('MethodNotFound');
  const { schema, types } = lab.vc;
  const unserved = schema
    .names('method')
    .flatMap((name) => schema.method(name) ?? [])
    .find(({ owner, params }) => params.length === 0 && !types.has(owner) && !isBase(owner));
  expect((await client.call(unserved?.name ?? '', `${unserved?.owner ?? ''}:one`)).fault).toBe(
    'MethodNotFound',
  );
  const gone = await client.call('Fetch', 'VirtualMachine:vm-4711', '<prop>name</prop>');
  expect(gone.fault).toBe('ManagedObjectNotFound');
  expect(gone.text).toContain('<obj type="VirtualMachine">vm-4711</obj>');
  const wrong = await client.call('Fetch', 'Folder:group-d1', '<nonsense>1</nonsense>');
  expect(wrong.fault).toBe('InvalidRequest');
  expect(wrong.text).toMatch(/line \d+, column \d+/);
  expect((await client.call('CurrentTime', 'ServiceInstance:ServiceInstance')).status).toBe(200);
  expect(lab.errors).toEqual([]);
});

test('FR-020-043 a client is answered in the version that it speaks', async () => {
  const of = async (version: string) => {
    const speaking = await lab.login({ version });
    return speaking.call('Fetch', refOf(estate.cluster), '<prop>lifecycleManaged</prop>');
  };
  expect((await of('8.0.2.0')).fault).toBe('');
  expect((await of('6.5')).fault).toBe('InvalidProperty');
  const old = await lab.login({ version: '6.5' });
  const content = await old.call('RetrieveServiceContent', 'ServiceInstance:ServiceInstance');
  expect(content.text).not.toContain('<patchLevel>');
  // Newer than what is spoken here: the newest that is.
  const young = await lab.login({ version: '9.0.0.0' });
  expect((await young.call('CurrentTime', 'ServiceInstance:ServiceInstance')).fault).toBe('');
});

test('FR-020-044 a large answer comes in pieces while others are answered', async () => {
  const items = Array.from({ length: 500 }, (_, at) => ({
    kind: 'vm' as const,
    name: `many-${at}`,
    parent: estate.folder,
    spec: { host: estate.loner },
  }));
  await lab.does({ type: 'inventory.create-many', items } as never);
  const view = await client.call(
    'CreateContainerView',
    'ViewManager:ViewManager',
    '<container type="Folder">group-d1</container><type>VirtualMachine</type><recursive>true</recursive>',
  );
  const inner =
    '<specSet><propSet><type>VirtualMachine</type><pathSet>summary</pathSet></propSet><objectSet>' +
    `<obj type="ContainerView">${view.values[0]?.text ?? ''}</obj><skip>true</skip>` +
    '<selectSet xsi:type="TraversalSpec"><type>ContainerView</type><path>view</path></selectSet>' +
    '</objectSet></specSet><options/>';
  const order: string[] = [];
  const large = client
    .call('RetrievePropertiesEx', 'PropertyCollector:propertyCollector', inner)
    .then((answer) => {
      order.push('large');
      return answer;
    });
  const other = await lab.login();
  order.push('small');
  await other.call('CurrentTime', 'ServiceInstance:ServiceInstance');
  const answer = await large;
  expect(answer.headers['transfer-encoding']).toBe('chunked');
  expect(answer.values[0]?.children.filter(({ name }) => name === 'objects')).toHaveLength(503);
  expect(order).toContain('small');
});

test('FR-020-044 an unfinished request leaves nothing behind', async () => {
  await new Promise<void>((resolve) => {
    const cut = request({
      host: '127.0.0.1',
      port: lab.port,
      path: '/sdk',
      method: 'POST',
      ca: lab.ca,
      headers: { 'content-length': 5000 },
    });
    cut.on('error', () => resolve());
    cut.write('<soapenv:Envelope');
    setImmediate(() => cut.destroy(new Error('cut')));
  });
  expect((await client.call('CurrentTime', 'ServiceInstance:ServiceInstance')).status).toBe(200);
});
