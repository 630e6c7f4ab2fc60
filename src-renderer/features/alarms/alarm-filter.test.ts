import { expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import { filterFrom, filterInto, hostParams, isFiltering, placeParams } from './alarm-filter-url.ts';
import { everyAlarm, filterAlarms } from './alarm-order.ts';
import { placeChoices } from './place-choices.ts';
import { alarmOf } from './sample-alarm.ts';
import { dropFilter, loadFilters, saveFilter } from './saved-filters.ts';

const filter = {
  text: 'fan tray',
  severities: new Set(['critical', 'minor'] as const),
  state: 'RESOLVED',
  within: 'room-1' as Entity['id'],
  system: 'cooling',
} as const;

test('FR-120-485 the filter stands in the address beside what else is there, and is read back from it', () => {
  const search = filterInto(new URLSearchParams('tab=history&q=old'), filter);
  expect(search.toString()).toBe(
    'tab=history&q=fan+tray&severity=critical%2Cminor&is=RESOLVED&place=room-1&system=cooling',
  );
  expect(filterFrom(search)).toEqual(filter);
  expect(filterInto(search, everyAlarm).toString()).toBe('tab=history');
});

test('FR-120-485 what no filter can mean is as if it were not said', () => {
  const search = new URLSearchParams('severity=huge,minor&is=GONE&system=plumbing');
  expect(filterFrom(search)).toEqual({ ...everyAlarm, severities: new Set(['minor']) });
  expect([isFiltering(everyAlarm), isFiltering(filter)]).toEqual([false, true]);
});

test('FR-120-486 the host is asked for place and system, and for all of it where it searches the history', () => {
  expect(placeParams(everyAlarm)).toEqual({});
  expect(placeParams(filter)).toEqual({ within: 'room-1', systems: ['cooling'] });
  expect(hostParams(filter)).toEqual({
    within: 'room-1',
    systems: ['cooling'],
    text: 'fan tray',
    severities: ['critical', 'minor'],
    states: ['RESOLVED'],
  });
  expect(hostParams({ ...everyAlarm, text: ` ${'x'.repeat(200)}` }).text).toHaveLength(80);
});

test('FR-120-486 notes, rule and assignee are searched too', () => {
  const notes = [{ at: 0, by: 'ann', text: 'Fan tray ordered' }];
  const alarms = [alarmOf('alarm-1', { notes, assignedTo: 'ben' }), alarmOf('alarm-2')];
  const found = (text: string) =>
    filterAlarms(alarms, { ...everyAlarm, text }, () => 'B03').map(({ id }) => id);
  expect(found('tray ben')).toEqual(['alarm-1']);
  expect(found('inlet-warm')).toEqual(['alarm-1', 'alarm-2']);
});

test('FR-120-486 sites, rooms and rows are offered as places, rows only while they are few', () => {
  const thing = (kind: string, id: string, parent: string | null) =>
    ({ kind, id, name: id, parent }) as Entity;
  const lab = (rows: number) => {
    const all = [
      thing('site', 'S', null),
      thing('room', 'R', 'S'),
      ...Array.from({ length: rows }, (_, index) => thing('row', `row-${index}`, 'R')),
      thing('rack', 'A01', 'row-0'),
    ];
    return {
      entities: new Map(all.map((entity) => [entity.id, entity])),
      children: new Map(
        [...Map.groupBy(all, ({ parent }) => parent ?? ('' as const))].map(([parent, list]) => [
          parent,
          list.map(({ id }) => id),
        ]),
      ),
    };
  };
  expect(placeChoices(lab(1)).map(({ title }) => title)).toEqual(['S', 'S / R', 'S / R / row-0']);
  expect(placeChoices(lab(61)).map(({ title }) => title)).toEqual(['S', 'S / R']);
});

test('FR-120-487 filters are saved by name, replaced and deleted; what cannot be read is passed over', () => {
  const held = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
  expect(saveFilter(shelf, { name: 'Mine', search: 'q=a' })).toBe(true);
  saveFilter(shelf, { name: 'Cooling', search: 'system=cooling' });
  saveFilter(shelf, { name: 'Mine', search: 'q=b' });
  expect(loadFilters(shelf)).toEqual([
    { name: 'Cooling', search: 'system=cooling' },
    { name: 'Mine', search: 'q=b' },
  ]);
  dropFilter(shelf, 'Mine');
  expect(loadFilters(shelf).map(({ name }) => name)).toEqual(['Cooling']);
  expect(loadFilters({ ...shelf, getItem: () => '{"a":7,"b' })).toEqual([]);
  const full = {
    ...shelf,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(saveFilter(full, { name: 'x', search: '' })).toBe(false);
});
