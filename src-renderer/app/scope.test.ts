import { beforeEach, expect, test } from 'vitest';
import type { Entity } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { isInScope, roomsInScope, useScopeState } from './scope.ts';
import { searchWithSite, siteIn } from './scope-url.tsx';

const thing = (id: string, kind: string, parent: string | null): Entity =>
  ({ id, kind, name: id, parent, links: {}, aliases: {}, spec: {} }) as unknown as Entity;

function tablesOf(things: readonly Entity[]) {
  const children = new Map<EntityId | '', EntityId[]>();
  for (const { id, parent } of things)
    children.set(parent ?? '', [...(children.get(parent ?? '') ?? []), id]);
  return { entities: new Map(things.map((one) => [one.id, one])), children };
}

const one = [
  thing('site-1', 'site', null),
  thing('room-1', 'room', 'site-1'),
  thing('ups-1', 'ups', 'room-1'),
];
const two = tablesOf([...one, thing('site-2', 'site', null), thing('room-2', 'room', 'site-2')]);
const choose = (site: string | null) => useScopeState.setState({ site: site as EntityId | null });
const seen = (id: string) => isInScope(id as EntityId, two);

beforeEach(() => choose(null));

test('FR-120-441 with all sites in sight everything is, and with one only what lies on it', () => {
  expect([seen('ups-1'), seen('room-2')]).toEqual([true, true]);
  expect(roomsInScope(two).map(({ id }) => id)).toEqual(['room-1', 'room-2']);
  choose('site-1');
  expect([seen('site-1'), seen('ups-1'), seen('room-2'), seen('rack-404')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(roomsInScope(two).map(({ id }) => id)).toEqual(['room-1']);
  expect(isInScope(thing('device-7', 'device', 'ups-1'), two)).toBe(true);
});
test('FR-120-441 a site that the lab has not, and a lab with one site, leave nothing out', () => {
  choose('site-9');
  expect(seen('room-2')).toBe(true);
  choose('site-1');
  expect(isInScope('nowhere-1' as EntityId, tablesOf(one))).toBe(true);
});
test('FR-120-442 the site stands in the link beside whatever else does', () => {
  expect(searchWithSite('?tab=history', 'site-2' as EntityId)).toBe('?tab=history&site=site-2');
  expect(searchWithSite('?site=site-2&sel=rack-1', null)).toBe('?sel=rack-1');
  expect(siteIn('?site=site-2')).toBe('site-2');
  expect(siteIn('?site=rack-1')).toBeNull();
  expect(siteIn('?site=<b>')).toBeNull();
});
