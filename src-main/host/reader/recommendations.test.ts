import { expect, test } from 'vitest';
import { clusterOf, newVm } from '../../../sim/compute/compute.fixture.ts';
import { recommendationQueries } from '../../../sim/contract/recommendations.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { readRecommendations } from './recommendations.ts';

test('FR-010-166 a cluster tells what it would move, from where to where, and how long that takes, and moves nothing', () => {
  const lab = clusterOf({ hosts: 2, cluster: { drs: 'manual' } });
  const { world, cluster, hosts } = lab;
  for (const name of ['a', 'b', 'c', 'd'])
    newVm(lab, name, { memory: 14_336, host: hosts[0], afterwards: 'start' });
  const deps = { session: () => ({ world }) as never };
  const told = (asked: object) => {
    const { params, answer } = recommendationQueries.recommendations;
    const found = readRecommendations(deps, params.parse(asked));
    return found.ok ? answer.parse(found.value).items : found.refusal.code;
  };
  const items = told({ cluster });
  expect(items).toEqual([
    expect.objectContaining({
      from: expect.objectContaining({ name: 'esxi-1' }),
      to: expect.objectContaining({ name: 'esxi-2' }),
    }),
    expect.objectContaining({ cluster: { id: cluster, name: 'cluster-01', kind: 'cluster' } }),
  ]);
  expect(told({})).toEqual(items);
  expect([...world.tasks.running()]).toEqual([]);
  did(world, { type: 'inventory.change', id: cluster, spec: { drs: 'off' } } as never);
  expect(told({})).toEqual([]);
  expect([told({ cluster: 'cluster-9' }), told({ cluster: hosts[0] })]).toEqual([
    'unknown-entity',
    'wrong-kind',
  ]);
});
