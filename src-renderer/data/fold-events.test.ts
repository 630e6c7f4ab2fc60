import { expect, test } from 'vitest';
import type { Alarm } from '../../sim/contract/alarms.ts';
import type { Entity } from '../../sim/contract/entities.ts';
import type { LoggedEvent, WorldEvent } from '../../sim/contract/events.ts';
import { emptyTables, fillTables, foldEvents } from './fold-events.ts';

const entity = (
  id: string,
  parent: string | null,
  more: Partial<Pick<Entity, 'kind' | 'name'>> = {},
): Entity =>
  ({ id, kind: 'rack', name: id, parent, links: {}, aliases: {}, spec: {}, ...more }) as unknown as Entity;
const alarm = (id: string): Alarm => ({ id, state: 'ACTIVE', source: 'rack-1' }) as Alarm;
const story = (first: number, ...events: readonly unknown[]): LoggedEvent[] =>
  events.map(
    (event, index) =>
      ({ revision: first + index, tick: 0, actor: {}, event: event as WorldEvent }) as unknown as LoggedEvent,
  );
const nothingElse = { alarms: [], runs: [], drills: [], outOfService: [] } as const;
const created = (one: Entity) => ({ type: 'entity.created', entity: one });
const row = entity('row-1', null, { kind: 'row' });

test('FR-120-061 created, renamed, moved and removed things are folded in order', () => {
  const tables = fillTables({
    entities: [row, entity('row-2', null, { kind: 'row' })],
    ...nothingElse,
  });
  const outcome = foldEvents(
    tables,
    5,
    story(
      6,
      created(entity('rack-1', 'row-1')),
      created(entity('rack-2', 'row-1')),
      { type: 'entity.changed', entity: entity('rack-1', 'row-2', { name: 'A01' }) },
      { type: 'entity.removed', id: 'rack-2' },
    ),
  );
  expect(outcome).toMatchObject({ revision: 9, gap: false, entities: true, alarms: false });
  expect(tables.children.get('row-1' as Entity['id'])).toEqual([]);
  expect(tables.children.get('row-2' as Entity['id'])).toEqual(['rack-1']);
  expect(tables.children.get('')).toEqual(['row-1', 'row-2']);
  expect(tables.entities.get('rack-1' as Entity['id'])?.name).toBe('A01');
  expect(tables.entities.has('rack-2' as Entity['id'])).toBe(false);
});
test('FR-120-061 lists are replaced where they change, and only there', () => {
  const tables = fillTables({ entities: [row, entity('rack-1', 'row-1')], ...nothingElse });
  const [racks, roots] = [tables.children.get('row-1' as Entity['id']), tables.children.get('')];
  foldEvents(tables, 0, story(1, created(entity('rack-2', 'row-1'))));
  expect(tables.children.get('row-1' as Entity['id'])).not.toBe(racks);
  expect(tables.children.get('')).toBe(roots);
});
test('FR-120-061 devices are not held, but their coming and going is told', () => {
  const tables = emptyTables();
  expect(
    foldEvents(tables, 0, story(1, created(entity('device-1', 'rack-1', { kind: 'device' })))).entities,
  ).toBe(true);
  expect(tables.entities.size).toBe(0);
});
test('FR-120-062 what was folded before is passed over, and a gap is told at once', () => {
  const tables = emptyTables();
  const events = story(
    1,
    created(row),
    created(entity('rack-1', 'row-1')),
    created(entity('rack-2', 'row-1')),
  );
  expect(foldEvents(tables, 2, events).revision).toBe(3);
  expect([...tables.entities.keys()]).toEqual(['rack-2']);
  const gap = foldEvents(tables, 3, story(7, created(entity('rack-9', 'row-1'))));
  expect(gap).toMatchObject({ revision: 3, gap: true });
  expect(tables.entities.has('rack-9' as Entity['id'])).toBe(false);
});
test('FR-120-063 alarms ring, are acknowledged with a note and resolve', () => {
  const tables = emptyTables();
  const id = 'alarm-1' as Alarm['id'];
  foldEvents(
    tables,
    0,
    story(
      1,
      { type: 'alarm.raised', alarm: alarm(id) },
      { type: 'alarm.acknowledged', id, by: 'ann', note: 'seen', at: 9 },
    ),
  );
  expect(tables.alarms.get(id)).toMatchObject({
    state: 'ACKNOWLEDGED',
    acknowledgedBy: 'ann',
    note: 'seen',
    acknowledgedAt: 9,
  });
  foldEvents(tables, 2, story(3, { type: 'alarm.resolved', id, at: 12 }));
  expect(tables.alarms.get(id)).toMatchObject({ state: 'RESOLVED', resolvedAt: 12 });
});
test('FR-120-063 of resolved alarms only the newest are kept', () => {
  const tables = emptyTables();
  const ids = Array.from({ length: 250 }, (_, index) => `alarm-${index + 1}`);
  foldEvents(
    tables,
    0,
    story(
      1,
      ...ids.flatMap((id, index) => [
        { type: 'alarm.raised', alarm: alarm(id) },
        { type: 'alarm.resolved', id, at: index },
      ]),
    ),
  );
  expect(tables.alarms.size).toBe(200);
  expect(tables.alarms.has('alarm-1' as Alarm['id'])).toBe(false);
});
test('FR-120-062 an event that only a newer host knows does not stop the page', () => {
  const outcome = foldEvents(emptyTables(), 0, story(1, { type: 'vm.migrated' }, created(row)));
  expect(outcome).toMatchObject({ revision: 2, gap: false, entities: true });
});
