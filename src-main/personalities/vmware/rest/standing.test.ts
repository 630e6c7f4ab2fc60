import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { escaped } from '../wire/escape.ts';
import { restOperations } from './operations.ts';
import { jsonLogin } from './rest.fixture.ts';
import type { JsonAnswer, JsonClient } from './rest.fixture.ts';
import { restRoutes } from './rest-route.ts';

let lab: VmwareLab;
let estate: Estate;
let client: JsonClient;
beforeAll(async () => {
  const routes = (vc: VmwareLab['vc']) => restRoutes(vc, restOperations);
  lab = await openVmwareLab({ routes, deps: { patience: 40 } });
  estate = await buildEstate(lab);
  client = await jsonLogin(lab);
});
afterAll(() => lab.close());

const clone = (name: string): Promise<JsonAnswer> =>
  client.post('/api/vcenter/vm?action=clone', {
    name,
    source: lab.vc.refs.ofId(estate.machines[0])?.value,
  });
const named = (name: string): boolean => lab.world.inventory.ofKind('vm').some((vm) => vm.name === name);
const running = () => [...lab.world.tasks.running()].length;

test('FR-020-328 a call that waits for a lab whose clock stands is answered with what it waits for, and its task goes on with the clock', async () => {
  const answer = await clone('copy-1');
  expect([answer.status, answer.json.error_type]).toEqual([504, 'TIMED_OUT']);
  expect(answer.json.messages[0].default_message).toMatch(
    /clock of the lab stands, and CloneVM_Task of web-01 .*dvm clock resume/,
  );
  expect(running()).toBe(1);
  while (running() > 0) await lab.run(5);
  expect(named('copy-1')).toBe(true);
});

test('FR-020-328 while the clock runs, or is stepped on, a call waits as long as its work takes', async () => {
  await lab.does({ type: 'clock.resume' });
  let answer: JsonAnswer | null = null;
  const cloned = clone('copy-2').then((one) => {
    answer = one;
  });
  while (answer === null) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await lab.run(1);
  }
  await cloned;
  expect(answer).toMatchObject({ status: 201 });
  expect(named('copy-2')).toBe(true);
  await lab.does({ type: 'clock.pause' });
});

test('FR-020-328 esxcli says the same of a command that waits', async () => {
  const soap = await lab.login();
  const inner = `<moid>ha-cli-handler-system-maintenanceMode</moid><version>urn:vim25/5.0</version><method>vim.EsxCLI.system.maintenanceMode.set</method><argument><name>enable</name><val>${escaped('<enable>true</enable>')}</val></argument>`;
  await lab.does({ type: 'machine.power', id: estate.machines[2], verb: 'on' });
  const host = `ReflectManagedMethodExecuter:methodExecuter-${estate.loner}`;
  const { values } = await soap.call('ExecuteSoap', host, inner);
  expect(textIn(values[0], 'fault.faultMsg')).toContain('clock of the lab');
  expect(lab.world.inventory.get(estate.loner)).toMatchObject({ spec: { mode: 'entering-maintenance' } });
});
