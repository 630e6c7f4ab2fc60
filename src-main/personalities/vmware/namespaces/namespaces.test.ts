import { afterAll, beforeAll, expect, test } from 'vitest';
import { restOperations } from '../rest/operations.ts';
import { jsonLogin } from '../rest/rest.fixture.ts';
import type { JsonClient } from '../rest/rest.fixture.ts';
import { restRoutes } from '../rest/rest-route.ts';
import { serviceRoutes } from '../sdk/service-routes.ts';
import { post } from '../sdk/service.fixture.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { supervisorKey, takes } from './supervisor.ts';

let lab: VmwareLab;
let estate: Estate;
let rest: JsonClient;

beforeAll(async () => {
  lab = await openVmwareLab({ routes: (vc) => [...serviceRoutes(vc), ...restRoutes(vc, restOperations)] });
  estate = await buildEstate(lab);
  rest = await jsonLogin(lab);
});
afterAll(() => lab.close());

const path = '/api/vcenter/namespace-management';
const cluster = (): string => lab.vc.refs.ofId(estate.cluster)?.value ?? '';
const spec = { size_hint: 'TINY', network_provider: 'VSPHERE_NETWORK', image_storage: {} };

/** As if it had been told so long ago. */
async function before(millis: number): Promise<void> {
  const paper = lab.vc.papers.get(supervisorKey(estate.cluster)) as { readonly since: number };
  const value = { ...paper, since: paper.since - millis };
  await lab.vc.papers.write([{ key: supervisorKey(estate.cluster), value }], null);
}

test('FR-020-236 namespaces come to a cluster and go from it in the time of the lab', async () => {
  const one = `${path}/clusters/${cluster()}`;
  expect((await rest.get(`${path}/clusters`)).json).toEqual([]);
  expect((await rest.post(`${one}?action=enable`, { ...spec, size_hint: 'HUGE' })).json.error_type).toBe(
    'INVALID_ARGUMENT',
  );
  expect((await rest.post(`${one}?action=enable`, { ...spec, master_storage_policy: 'none' })).status).toBe(
    400,
  );
  expect((await rest.post(`${one}?action=enable`, spec)).status).toBe(204);
  expect((await rest.post(`${one}?action=enable`, spec)).json.error_type).toBe('ALREADY_IN_DESIRED_STATE');
  const words = async () => {
    const { config_status: config, kubernetes_status: kubernetes } = (await rest.get(one)).json;
    return [config, kubernetes];
  };
  expect(await words()).toEqual(['CONFIGURING', 'WARNING']);
  await before(takes.coming);
  expect(await words()).toEqual(['RUNNING', 'READY']);
  expect((await rest.get(`${path}/software/clusters`)).json[0]).toMatchObject({
    cluster: cluster(),
    state: 'READY',
  });
  expect((await rest.post(`${one}?action=disable`)).status).toBe(204);
  expect(await words()).toEqual(['REMOVING', 'WARNING']);
  await before(takes.going);
  expect((await rest.get(one)).status).toBe(404);
  expect((await rest.get(`${path}/clusters`)).json).toEqual([]);
});

test('FR-020-237 what keeps a cluster from namespaces is told, with the switches that would do', async () => {
  const told = (await rest.get(`${path}/cluster-compatibility`)).json as {
    cluster: string;
    compatible: boolean;
    incompatibility_reasons: { default_message: string }[];
  }[];
  expect(told[0]).toMatchObject({ cluster: cluster(), compatible: false });
  expect(told[0]?.incompatibility_reasons[0]?.default_message).toBe('HA is off on C0.');
  const query = `cluster=${cluster()}&compatible=true`;
  const switches = (await rest.get(`${path}/distributed-switch-compatibility?${query}`)).json as object[];
  expect(switches).toHaveLength(1);
  expect((await rest.get(`${path}/edge-cluster-compatibility?${query}`)).json).toEqual([]);
});

test('FR-020-238 a support bundle is a tape archive that opens once', async () => {
  const order = (await rest.post(`${path}/clusters/${cluster()}/support-bundle`)).json;
  const body = JSON.stringify({ 'wcp-support-bundle-token': order.wcp_support_bundle_token.token });
  const { pathname } = new URL(order.url as string);
  const bundle = await post(lab, pathname, { body });
  expect(bundle.status).toBe(200);
  const header = bundle.bytes.subarray(0, 512);
  expect(header.subarray(257, 262).toString()).toBe('ustar');
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  expect(Number.parseInt(header.subarray(148, 154).toString(), 8)).toBe(sum);
  expect(bundle.text).toContain('What the lab knows of namespaces on C0.');
  expect((await post(lab, pathname, { body })).status).toBe(401);
});
