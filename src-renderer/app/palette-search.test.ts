import { expect, test } from 'vitest';
import type { Entity } from '../../sim/contract/entities.ts';
import { always } from './actions.ts';
import type { Action } from './actions.ts';
import { findActions, findEntities } from './palette-search.ts';

const entity = (id: string, name: string, kind: Entity['kind'] = 'rack'): Entity =>
  ({ id, name, kind }) as Entity;
const action = (title: string, section: string): Action => ({
  id: title,
  title,
  section,
  shortcut: null,
  icon: null,
  disabled: always,
  run: () => undefined,
});

test('FR-120-003 the palette finds things by name: the very name first, sensors last', () => {
  const entities = [
    entity('sensor-1', 'A01', 'sensor'),
    entity('rack-9', 'BA01'),
    entity('rack-2', 'A011'),
    entity('rack-1', 'A01'),
  ];
  expect(findEntities(entities, 'a01').map(({ id }) => id)).toEqual([
    'rack-1',
    'rack-2',
    'rack-9',
    'sensor-1',
  ]);
});
test('FR-120-003 an id is found too, and no words find no things', () => {
  expect(findEntities([entity('rack-17', 'C07')], 'rack-17')).toHaveLength(1);
  expect(findEntities([entity('rack-17', 'C07')], ' ')).toEqual([]);
});
test('FR-120-003 actions are found by words of their title and section', () => {
  const actions = [action('Faster', 'Clock'), action('Go to Floor', 'Go')];
  expect(findActions(actions, 'clock fast').map(({ id }) => id)).toEqual(['Faster']);
  expect(findActions(actions, '')).toHaveLength(2);
});
