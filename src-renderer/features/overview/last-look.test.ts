import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { keepLook, lookBefore, sinceLook } from './last-look.ts';
import type { Look } from './last-look.ts';
import { oneLinePerEdit } from './one-line-per-edit.ts';

const logged = (revision: number, event: unknown, by = 'ann'): LoggedEvent =>
  ({ revision, tick: revision, actor: { origin: 'ui', name: by, role: 'admin' }, event }) as LoggedEvent;
const edit = (revision: number, count: number, by = 'ann') =>
  logged(revision, { type: 'edit.made', edit: { id: `edit-${revision}`, count } }, by);
const changed = (revision: number) => logged(revision, { type: 'entity.changed' });

const look: Look = { lab: 'a', branch: 'branch-1', revision: 10, at: 5, power: 60, pue: 1.4, maxInlet: 24 };

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test('FR-120-431 an edit is one line: the events that it made are left out, others stay', () => {
  const story = [changed(26), changed(25), changed(24), edit(23, 2), logged(22, { type: 'clock.changed' })];
  expect(oneLinePerEdit(story).map(({ revision }) => revision)).toEqual([26, 23, 22]);
  expect(oneLinePerEdit(story.slice(4))).toHaveLength(1);
});
test('FR-120-430 what changed since the last look is counted from there, edits by who made them', () => {
  const story = [
    logged(30, { type: 'alarm.raised' }),
    logged(29, { type: 'alarm.resolved' }),
    changed(28),
    edit(27, 1, 'bob'),
    edit(25, 1),
    edit(23, 1),
    logged(12, { type: 'scenario.started' }),
    logged(9, { type: 'alarm.raised' }),
  ];
  expect(sinceLook(story, look)).toEqual({
    raised: 1,
    resolved: 1,
    scenarios: 1,
    drills: 0,
    edits: [
      { by: 'ann', count: 2 },
      { by: 'bob', count: 1 },
    ],
    isMore: false,
  });
});
test('FR-120-430 a look is remembered for its own lab and line, and not across a rewind', () => {
  const kept = storage();
  expect(lookBefore(kept, look)).toBeNull();
  keepLook(kept, look);
  expect(lookBefore(kept, { ...look, revision: 40 })).toEqual(look);
  expect(lookBefore(kept, { ...look, lab: 'b' })).toBeNull();
  expect(lookBefore(kept, { ...look, branch: 'branch-2' })).toBeNull();
  expect(lookBefore(kept, { ...look, revision: 3 })).toBeNull();
});
test('FR-120-430 a browser that keeps nothing, or rubbish, makes it a first look', () => {
  const full: Pick<Storage, 'getItem' | 'setItem'> = {
    getItem: () => '{',
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepLook(full, look)).not.toThrow();
  expect(lookBefore(full, look)).toBeNull();
});
