import { expect, test } from 'vitest';
import { markRank, type PlacedMark, thinMarks, worseMark } from './mark-cells.ts';

const critical = { severity: 'critical', acknowledged: false } as const;
const seen = { severity: 'critical', acknowledged: true } as const;
const major = { severity: 'major', acknowledged: false } as const;

test('FR-120-110 of several alarms the graver one marks the rack, of two alike the unacknowledged', () => {
  expect(worseMark(null, major)).toBe(major);
  expect(worseMark(major, seen)).toBe(seen);
  expect(worseMark(seen, critical)).toBe(critical);
  expect(worseMark(critical, major)).toBe(critical);
  expect(markRank({ severity: 'info', acknowledged: true })).toBeLessThan(
    markRank({ severity: 'minor', acknowledged: true }),
  );
});

test('FR-120-110 where racks are smaller than a mark, the worst mark of a square stands for all', () => {
  const marks: PlacedMark[] = [
    { x: 1, y: 1, mark: major },
    { x: 5, y: 5, mark: critical },
    { x: 30, y: 5, mark: major },
  ];
  expect(thinMarks(marks, 14)).toEqual([marks[1], marks[2]]);
});
