import { expect, test } from 'vitest';
import type { EntityOf } from '../contract/entities.ts';
import { vmSpecSchema } from '../contract/machine-specs.ts';
import { createCompactor } from './compact.ts';

const vmOf = (name: string, spec: object): EntityOf<'vm'> => ({
  id: `vm-${name}` as never,
  kind: 'vm',
  name,
  parent: 'datacenter-1' as never,
  links: {},
  aliases: { uuid: ['a', 'b'].join('-') },
  spec: vmSpecSchema.parse(spec),
});

test('FR-010-175 machines that are alike share their parts, and are the same as text', () => {
  const { laid } = createCompactor();
  const plans = [
    { tags: ['web'], workload: { profile: 'web', level: 0.5 } },
    { tags: ['web'], workload: { profile: 'web', level: 0.5 }, notes: 'another' },
    { tags: ['db'], workload: { profile: 'trace', level: 1, trace: Array.from({ length: 90 }, () => 0.25) } },
  ];
  const given = plans.map((spec, at) => vmOf(String(at), spec));
  const [one, two, three] = given.map((vm) => laid(vm) as EntityOf<'vm'>);
  expect(JSON.stringify([one, two, three])).toBe(JSON.stringify(given));
  expect(two?.spec.tags).toBe(one?.spec.tags);
  expect(two?.spec.workload).toBe(one?.spec.workload);
  expect(two?.spec.cpu).toBe(three?.spec.cpu);
  expect(three?.spec.tags).not.toBe(one?.spec.tags);
});

test('FR-010-175 what is no machine is laid down as it came', () => {
  const { laid } = createCompactor();
  const room = { id: 'room-1', kind: 'room', name: 'hall' } as never;
  expect(laid(room)).toBe(room);
});
