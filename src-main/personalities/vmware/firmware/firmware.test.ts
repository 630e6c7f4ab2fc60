import { request as ask } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { labPassword, openVmwareLab } from '../vmware-lab.fixture.ts';
import type { SoapAnswer, SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { firmwareRoutes } from './route.ts';

let lab: VmwareLab;
let client: SoapClient;
let estate: Estate;
beforeEach(async () => {
  lab = await openVmwareLab({ routes: firmwareRoutes });
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  estate = await buildEstate(lab);
  client = await lab.login();
});
afterEach(() => lab.close());

const textOf = ({ values }: SoapAnswer): string => values[0]?.text ?? '';
const firmware = (method: string, inner = '', host = estate.loner) =>
  client.call(method, `HostFirmwareSystem:firmwareSystem-${host}`, inner);
const services = (): string => `HostServiceSystem:serviceSystem-${estate.loner}`;
const maintain = async (): Promise<void> => {
  await client.call('EnterMaintenanceMode_Task', `HostSystem:${estate.loner}`, '<timeout>0</timeout>');
  await lab.run(1);
};
const restore = (force: boolean, host = estate.loner) =>
  firmware('RestoreFirmwareConfiguration', `<force>${force}</force>`, host);

type Sent = { readonly body?: Buffer; readonly auth?: string };
type Got = { readonly status: number; readonly bytes: Buffer };

function http(method: string, url: string, { body, auth = '' }: Sent = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = ask(url, { method, ca: lab.ca, ...(auth === '' ? {} : { auth }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(chunks) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const login = `administrator@vsphere.local:${labPassword}`;

test('FR-020-263 the configuration of a host is saved as a bundle, restored from it in maintenance, and forgotten', async () => {
  await client.call('StartService', services(), '<id>TSM-SSH</id>');
  const url = textOf(await firmware('BackupFirmwareConfiguration'));
  expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/downloads\/[\w-]+\/configBundle-esx-03\.tgz$/);
  const bundle = await http('GET', url);
  expect(gunzipSync(bundle.bytes).toString('latin1', 0, 10)).toBe('state.json');
  expect((await http('GET', url.replace(/downloads\/[\w-]+/, 'downloads/none'))).status).toBe(404);
  await client.call('StopService', services(), '<id>TSM-SSH</id>');
  const upload = textOf(await firmware('QueryFirmwareConfigUploadURL'));
  expect((await restore(false)).fault).toBe('InvalidState');
  await maintain();
  expect((await restore(false)).fault).toBe('InvalidBundle');
  expect((await http('PUT', upload, { body: bundle.bytes })).status).toBe(401);
  expect((await http('PUT', upload, { body: Buffer.from('nonsense'), auth: login })).status).toBe(201);
  expect((await restore(false)).fault).toBe('InvalidBundle');
  expect((await http('PUT', upload, { body: bundle.bytes, auth: login })).status).toBe(201);
  expect((await restore(false)).fault).toBe('');
  expect(lab.world.papers.get('vmware', `host/${estate.loner}/services`)).toMatchObject({
    'TSM-SSH': { running: true },
  });
  await lab.run(3);
  expect((await firmware('ResetFirmwareToFactoryDefaults')).fault).toBe('');
  expect(lab.world.papers.get('vmware', `host/${estate.loner}/services`)).toBeUndefined();
});

test('FR-020-263 the bundle of another host is taken only by force', async () => {
  const [other] = estate.hosts;
  const bundle = await http('GET', textOf(await firmware('BackupFirmwareConfiguration', '', other)));
  const upload = textOf(await firmware('QueryFirmwareConfigUploadURL'));
  await http('PUT', upload, { body: bundle.bytes, auth: login });
  await maintain();
  expect((await restore(false)).fault).toBe('MismatchedBundle');
  expect((await restore(true)).fault).toBe('');
});
