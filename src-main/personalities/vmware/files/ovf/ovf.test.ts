import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../../small-estate.fixture.ts';
import type { Estate } from '../../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { jsonClient } from '../../rest/rest.fixture.ts';
import { createBlobs } from '../blobs.ts';
import { nfcRoute } from './nfc-route.ts';

let lab: VmwareLab;
let estate: Estate;
let client: SoapClient;

beforeAll(async () => {
  lab = await openVmwareLab({ routes: (vc) => [nfcRoute(vc, createBlobs(null))] });
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterAll(() => lab.close());

const moRef = (id: string): string => lab.world.inventory.get(id as never)?.aliases.moRef ?? '';
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const first = ({ values }: SoapAnswer): string => values[0]?.text ?? '';
const rootPool = (): string => lab.vc.refs.rootPool(lab.world.inventory.get(estate.cluster) as never).value;

const infoOf = async (lease: string): Promise<string> =>
  (await client.call('Fetch', `HttpNfcLease:${lease}`, '<prop>info</prop>')).text;
/** Where an open lease has its first file. */
const addressIn = (info: string): string => new URL(/<url>([^<]+)<\/url>/.exec(info)?.[1] ?? '').pathname;

const specFor = (ovf: string, name: string): Promise<SoapAnswer> =>
  client.call(
    'CreateImportSpec',
    'OvfManager:OvfManager',
    `<ovfDescriptor>${escaped(ovf)}</ovfDescriptor><resourcePool type="ResourcePool">${rootPool()}</resourcePool>` +
      `<datastore type="Datastore">${moRef(estate.store)}</datastore>` +
      `<cisp><locale/><deploymentOption/><entityName>${name}</entityName></cisp>`,
  );

/** The lease of an import by what `CreateImportSpec` answered. */
async function imported({ text }: SoapAnswer): Promise<string> {
  const spec = /<importSpec[^>]*>[\s\S]*<\/importSpec>/.exec(text)?.[0] ?? '';
  const inner = spec.replace('<importSpec', '<spec').replace('</importSpec>', '</spec>');
  return first(await client.call('ImportVApp', `ResourcePool:${rootPool()}`, inner));
}

const descriptorOf = async (id: string): Promise<string> => {
  const inner =
    `<obj type="VirtualMachine">${moRef(id)}</obj>` +
    '<cdp><ovfFiles><deviceId>d</deviceId><path>disk.vmdk</path><size>5</size></ovfFiles></cdp>';
  const answer = await client.call('CreateDescriptor', 'OvfManager:OvfManager', inner);
  return textIn(answer.values[0], 'ovfDescriptor') ?? '';
};

test('FR-020-119 a machine that is off is exported for as long as its lease is open', async () => {
  const lease = first(await client.call('ExportVm', `VirtualMachine:${moRef(estate.machines[2])}`));
  const address = addressIn(await infoOf(lease));
  expect((await jsonClient(lab).get(address)).text.slice(0, 4)).toBe('KDMV');
  expect((await client.call('HttpNfcLeaseComplete', `HttpNfcLease:${lease}`)).fault).toBe('');
  expect((await jsonClient(lab).get(address)).status).toBe(410);
  expect((await jsonClient(lab).get('/nfc/none/disk-0.vmdk')).status).toBe(404);
});

test('FR-020-119 what was exported is imported as another machine', async () => {
  const spec = await specFor(await descriptorOf(estate.machines[2]), 'copy');
  expect(textIn(spec.values[0], 'fileItem.path')).toBe('disk.vmdk');
  const lease = await imported(spec);
  const info = await infoOf(lease);
  expect(info).toContain('/copy/VirtualDisk0');
  expect((await jsonClient(lab).send('PUT', addressIn(info), Buffer.from('12345'))).status).toBe(201);
  const manifest = await client.call('HttpNfcLeaseGetManifest', `HttpNfcLease:${lease}`);
  expect(textIn(manifest.values[0], 'sha1')).toBe('8cb2237d0679ca88db6464eac60da96345513964');
  const copy = lab.world.inventory.ofKind('vm').find(({ name }) => name === 'copy');
  expect(copy?.spec).toMatchObject({ cpus: 2, memory: 2048, disks: [{ size: 8 }] });
});

test('FR-020-119 a package that is no OVF is told with its line, and an import given up leaves no machine', async () => {
  const broken = await specFor('<Envelope>', 'half');
  expect(textIn(broken.values[0], 'error.localizedMessage')).toContain('Line 1');
  const plain =
    '<Envelope><VirtualSystem id="half"><Info/><VirtualHardwareSection/></VirtualSystem></Envelope>';
  const lease = await imported(await specFor(plain, 'half'));
  const half = (): boolean => lab.world.inventory.ofKind('vm').some(({ name }) => name === 'half');
  expect(half()).toBe(true);
  await client.call('HttpNfcLeaseAbort', `HttpNfcLease:${lease}`);
  expect(half()).toBe(false);
  expect((await client.call('HttpNfcLeaseComplete', `HttpNfcLease:${lease}`)).fault).toBe('InvalidState');
});
