import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { makeDatacenter } from '../../datacenter.fixture.ts';
import { problemsInAnswer } from '../../wire/answer-check.fixture.ts';
import { openVmwareLab, textIn } from '../../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../../vmware-lab.fixture.ts';
import { endOf, taskEnd } from '../task-end.fixture.ts';

let lab: VmwareLab;
let client: SoapClient;
let cluster: EntityId;
let vm: EntityId;
beforeEach(async () => {
  lab = await openVmwareLab();
  const datacenter = await makeDatacenter(lab);
  cluster = await lab.make({ kind: 'cluster', name: 'C', parent: datacenter, spec: {} });
  const host = await lab.make({ kind: 'host', name: 'esx-1', parent: cluster, spec: {} });
  vm = await lab.make({ kind: 'vm', name: 'web', parent: datacenter, spec: { host } });
  client = await lab.login();
});
afterEach(() => lab.close());

const ended = async (method: string, self: string, inner = ''): Promise<string> =>
  (await taskEnd({ lab, client }, [method, self, inner])).end;
const mode = (key: string): string => `<evcModeKey>${key}</evcModeKey>`;

test('FR-020-280 a cluster gets the EVC mode that its hosts can and that its running machines do not exceed', async () => {
  const ref = `ClusterComputeResource:${lab.vc.refs.ofId(cluster)?.value ?? ''}`;
  const evc = `ClusterEVCManager:${(await client.call('EvcManager', ref)).values[0]?.text ?? ''}`;
  const set = (key: string) => ended('ConfigureEvcMode_Task', evc, mode(key));
  const current = async () => {
    const state = await client.call('Fetch', evc, '<prop>evcState</prop>');
    return textIn(state.values[0], 'currentEVCModeKey');
  };
  expect(await set('intel-abacus')).toBe('InvalidArgument');
  expect(await set('intel-sapphirerapids')).toBe('EVCUnsupportedByHostHardware');
  expect(await set('intel-haswell')).toBe('success');
  await lab.run(5);
  const machine = `VirtualMachine:${lab.vc.refs.ofId(vm)?.value ?? ''}`;
  expect(await ended('PowerOnVM_Task', machine)).toBe('success');
  const runtime = await client.call('Fetch', machine, '<prop>runtime</prop>');
  expect(textIn(runtime.values[0], 'minRequiredEVCModeKey')).toBe('intel-haswell');
  // The machine was started with what Haswell has: less is refused, more is fine.
  expect(await set('intel-westmere')).toBe('ActiveVMsBlockingEVC');
  await lab.run(5);
  expect(await set('intel-skylake')).toBe('success');
  expect(await set('intel-haswell')).toBe('success');
  expect(await current()).toBe('intel-haswell');
  const check = await client.call('CheckConfigureEvcMode_Task', evc, mode('intel-westmere'));
  await lab.run(1);
  const checked = await client.call('Fetch', `Task:${check.values[0]?.text ?? ''}`, '<prop>info</prop>');
  expect(textIn(checked.values[0], 'state')).toBe('success');
  expect(textIn(checked.values[0], 'result.ClusterEVCManagerCheckResult.error.localizedMessage')).toContain(
    'Machines that run on esx-1',
  );
  expect(await ended('DisableEvcMode_Task', evc)).toBe('success');
  expect(await current()).toBeUndefined();
});

test('FR-020-326 whether a host could join a cluster with an EVC mode is told with the reason why not', async () => {
  const ref = `ClusterComputeResource:${lab.vc.refs.ofId(cluster)?.value ?? ''}`;
  const evc = `ClusterEVCManager:${(await client.call('EvcManager', ref)).values[0]?.text ?? ''}`;
  expect(await ended('ConfigureEvcMode_Task', evc, mode('intel-haswell'))).toBe('success');
  const parent = lab.world.inventory.get(cluster)?.parent;
  const other = await lab.make({ kind: 'host', name: 'esx-2', parent, spec: {} });
  const errors = async (name: string): Promise<readonly string[] | string> => {
    const inner = `<cnxSpec><hostName>${name}</hostName><force>true</force></cnxSpec>`;
    const key = (await client.call('CheckAddHostEvc_Task', evc, inner)).values[0]?.text ?? '';
    const state = await endOf(lab, key);
    const { values, body } = await client.call('Fetch', `Task:${key}`, '<prop>info</prop>');
    expect(problemsInAnswer(lab.vc.schema, '8.0.2.0', body)).toEqual([]);
    const result = values[0]?.children.find((child) => child.name === 'result');
    const said = (result?.children ?? []).map(
      (one) =>
        one.children.find((child) => child.name === 'error')?.children.find((child) => child.name === 'fault')
          ?.type?.name ?? '',
    );
    return state === 'success' ? said : state;
  };
  expect(await errors('')).toBe('NoHost');
  expect(await errors('esx-9.lab')).toEqual([]);
  expect(await errors('esx-2')).toEqual([]);
  const second = await lab.make({ kind: 'vm', name: 'db', parent, spec: { host: other } });
  await lab.does({ type: 'machine.power', id: second, verb: 'on' });
  expect(await errors('esx-2')).toEqual(['EVCAdmissionFailedVmActive']);
  await lab.does({ type: 'inventory.change', id: other, spec: { state: 'disconnected' } });
  expect(await errors('esx-2')).toEqual(['EVCAdmissionFailedHostDisconnected']);
});
