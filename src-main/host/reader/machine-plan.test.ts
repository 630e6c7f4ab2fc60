import { expect, test } from 'vitest';
import { machinePlanQueries } from '../../../sim/contract/machine-plan.ts';
import { clusterOf } from '../../../sim/compute/compute.fixture.ts';
import { readMachinePlan } from './machine-plan.ts';

test('FR-120-627 a plan is asked for as JSON in a URL, and gives way to the host’s other work', async () => {
  const lab = clusterOf({ hosts: 2 });
  const { params, answer } = machinePlanQueries['machine-plan'];
  const asked = params.parse({
    command: JSON.stringify({ type: 'machine.create', name: 'web', parent: lab.datacenter }),
    count: '3',
  });
  const plan = await readMachinePlan({ session: () => ({ world: lab.world }) as never }, asked);
  if (!plan.ok) throw new Error(plan.refusal.message);
  expect(answer.parse(plan.value).machines.map(({ name }) => name)).toEqual(['web-01', 'web-02', 'web-03']);
  expect(params.safeParse({ command: '{' }).success).toBe(false);
  expect(params.safeParse({ command: { type: 'machine.remove', id: 'vm-1' } }).success).toBe(false);
});
