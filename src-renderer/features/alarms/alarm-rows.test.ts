import { expect, test } from 'vitest';
import { sortRows } from '../../ui/table-order.ts';
import { bySeverity } from './alarm-order.ts';
import { byLead, explainsText, rowsOf } from './alarm-rows.ts';
import { alarmOf } from './sample-alarm.ts';

const roots = [
  alarmOf('alarm-1', { severity: 'major', children: 2 }),
  alarmOf('alarm-2', { severity: 'critical', children: 1 }),
  alarmOf('alarm-3', { severity: 'major' }),
];
const explained = [
  alarmOf('alarm-4', { severity: 'critical', root: 'alarm-1' }),
  alarmOf('alarm-5', { severity: 'minor', root: 'alarm-1' }),
  alarmOf('alarm-6', { root: 'alarm-2' }),
];
const idsOf = (rows: ReturnType<typeof rowsOf>) => rows.map(({ alarm, depth }) => `${depth} ${alarm.id}`);

test('FR-120-241 what an alarm explains stands below it, and only while it is unfolded', () => {
  expect(idsOf(rowsOf(roots, explained, new Set()))).toEqual(['0 alarm-1', '0 alarm-2', '0 alarm-3']);
  expect(idsOf(rowsOf(roots, explained, new Set(['alarm-1'])))).toEqual([
    '0 alarm-1',
    '1 alarm-4',
    '1 alarm-5',
    '0 alarm-2',
    '0 alarm-3',
  ]);
});
test('FR-120-241 what is listed by itself is not listed a second time', () => {
  const listed = [...roots, alarmOf('alarm-5', { root: 'alarm-1' })];
  expect(idsOf(rowsOf(listed, explained, new Set(['alarm-1'])))).toEqual([
    '0 alarm-1',
    '1 alarm-4',
    '0 alarm-2',
    '0 alarm-3',
    '0 alarm-5',
  ]);
});
test('FR-120-241 sorting moves a root and what stands below it together, either way', () => {
  const rows = rowsOf(roots, explained, new Set(['alarm-1', 'alarm-2']));
  const columns = [{ id: 'severity', compare: byLead(bySeverity) }];
  const sorted = (direction: 'ascending' | 'descending') =>
    sortRows(rows, columns, { column: 'severity', direction }).map(({ alarm }) => alarm.id);
  const first = ['alarm-1', 'alarm-4', 'alarm-5', 'alarm-3'];
  expect(sorted('ascending')).toEqual(['alarm-2', 'alarm-6', ...first]);
  expect(sorted('descending')).toEqual([...first, 'alarm-2', 'alarm-6']);
});
test('FR-120-241 a root says how many it explains', () => {
  expect(explainsText(1)).toBe('→ 1 alarm');
  expect(explainsText(14)).toBe('→ 14 alarms');
});
