import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandSchema } from '../../../../sim/contract/commands.ts';
import { foundModel } from '../../../vcsim/found-model.ts';
import { readCommandLine } from '../../../vcsim/go-flags.ts';
import { planModel } from '../../../vcsim/model.ts';
import { openVmwareLab, type VmwareLab } from '../vmware-lab.fixture.ts';
import { stumblesIn } from './conformance.fixture.ts';

let lab: VmwareLab;
beforeAll(async () => {
  lab = await openVmwareLab();
  const line = readCommandLine(['-app', '1', '-pool', '1', '-pod', '1', '-folder', '1']);
  if (!line.ok) throw new Error(line.refusal.message);
  const { vc } = lab;
  const made = await foundModel(
    (command) => vc.execute(commandSchema.parse(command), null),
    planModel(line.value.flags, vc.now()),
  );
  if (!made.ok) throw new Error(made.refusal.message);
});
afterAll(() => lab.close());

const versions = ['6.5', '6.7.1', '8.0.3.0', '9.0.0.0'];

/** Each once, with the clients that stumble over it. */
function told(reached: readonly string[]): readonly string[] {
  const { stumbles, types } = stumblesIn(lab.vc, versions);
  expect([...types]).toEqual(expect.arrayContaining([...reached]));
  const byProblem = Map.groupBy(stumbles, ({ problem }) => problem);
  return [...byProblem].map(
    ([problem, of]) => `${problem} (${[...new Set(of.map(({ version }) => version))].join(', ')})`,
  );
}

test('FR-020-014 every property of every object is whole for clients of 6.5 to 9.0', () => {
  expect(told(['HostSystem', 'VirtualMachine', 'Datastore', 'ClusterComputeResource', 'VirtualApp'])).toEqual(
    [],
  );
});

test('FR-020-014 and it stays so when machines were stopped, copied, kept and made templates', async () => {
  const client = await lab.login();
  const machines = [...lab.vc.world().inventory.ofKind('vm')].map((entity) => lab.vc.refs.of(entity).value);
  const [first = '', second = '', third = '', fourth = ''] = machines;
  const snapshot = '<name>s</name><description>d</description><memory>false</memory><quiesce>false</quiesce>';
  const asked = [
    ['CreateSnapshot_Task', first, snapshot],
    ['PowerOffVM_Task', second, ''],
    ['SuspendVM_Task', third, ''],
    ['PowerOffVM_Task', fourth, ''],
    ['PowerOffVM_Task', fourth, ''],
    ['MarkAsTemplate', fourth, ''],
  ] as const;
  for (const [method, machine, inner] of asked) {
    const { fault } = await client.call(method, `VirtualMachine:${machine}`, inner);
    expect([method, fault]).toEqual([method, '']);
    await lab.run(60);
  }
  expect(told(['Task', 'VirtualMachineSnapshot'])).toEqual([]);
});
