import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { put, smallLab } from '../testing/small-lab.ts';

test('FR-010-011 nothing is moved into itself, or into what stands within it', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  const folder = (name: string, parent: EntityId): EntityId => {
    const item = { kind: 'folder', name, parent, spec: { holds: 'datacenter' } } as const;
    const made = put(world, { type: 'inventory.create', item });
    if (!made.ok) throw new Error(made.refusal.message);
    return world.inventory.ofKind('folder').find((each) => each.name === name)?.id as EntityId;
  };
  const outer = folder('outer', 'site-1' as EntityId);
  const inner = folder('inner', outer);
  const deepest = folder('deepest', inner);
  for (const parent of [outer, inner, deepest])
    expect(put(world, { type: 'inventory.move', id: outer, parent })).toMatchObject({
      refusal: { code: 'not-allowed', message: 'outer cannot stand within itself', where: 'parent' },
    });
  expect(put(world, { type: 'inventory.move', id: deepest, parent: outer }).ok).toBe(true);
  expect(put(world, { type: 'inventory.move', id: inner, parent: deepest }).ok).toBe(true);
});
