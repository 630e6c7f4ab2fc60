import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../sim/contract/reports.ts';
import { askedFor, momentIn, placeIn, searchWith } from './report-place.ts';
import { cellText, changeOf } from './report-values.ts';
import { ReportFace, ReportSchedulesFace } from './reports-faces.tsx';
import { sampleReport, sampleSchedules } from './reports-samples.ts';
import { ReportSheet } from './report-sheet.tsx';
import { draftOf, isFolder, isTime, newDraft, scheduleFrom } from './schedule-draft.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const now = utc('2026-01-19T13:10');

describe('the address', () => {
  test('FR-120-380 carries the report, its scope, range and comparison, and leaves out what is as usual', () => {
    const search = new URLSearchParams(
      'kind=uptime&within=room-1&range=custom&from=2026-01-05T08:00&compare=none',
    );
    expect(placeIn(search)).toEqual({
      kind: 'uptime',
      within: 'room-1',
      range: 'custom',
      from: '2026-01-05T08:00',
      to: '',
      compare: 'none',
    });
    expect(placeIn(new URLSearchParams('kind=nonsense&range=9'))).toMatchObject({
      kind: 'energy',
      range: 'day',
    });
    const next = searchWith(search, { kind: 'energy', within: null, compare: 'prior', from: '' });
    expect(next.toString()).toBe('range=custom');
    expect(searchWith(new URLSearchParams('sel=rack-1'), { range: 'week' }).toString()).toBe(
      'sel=rack-1&range=week',
    );
  });

  test('FR-120-381 ranges are lab time: a day, seven, thirty, the calendar month, or one of its own', () => {
    const place = placeIn(new URLSearchParams());
    const from = (range: 'day' | 'week' | 'days30' | 'month') => askedFor({ ...place, range }, now)?.from;
    expect(from('day')).toBe(utc('2026-01-18T13:10'));
    expect(from('week')).toBe(utc('2026-01-12T13:10'));
    expect(from('days30')).toBe(utc('2025-12-20T13:10'));
    expect(from('month')).toBe(utc('2026-01-01T00:00'));
    const own = { ...place, range: 'custom', from: '2026-01-05 08:00', to: '2026-01-06T09:30' } as const;
    expect(askedFor(own, now)).toMatchObject({ from: utc('2026-01-05T08:00'), to: utc('2026-01-06T09:30') });
    expect(askedFor({ ...own, to: '' }, now)).toBeNull();
    expect(askedFor({ ...own, to: '2026-01-05T08:00' }, now)).toBeNull();
    expect([momentIn('5 January'), momentIn('2026-13-01 08:00')]).toEqual([null, null]);
    expect(askedFor({ ...place, within: 'room-1' }, now)).toMatchObject({
      within: 'room-1',
      compare: 'prior',
    });
  });
});

const figure = (parts: Partial<Figure>): Figure => ({
  label: 'x',
  kind: 'number',
  unit: 'kWh',
  decimals: 1,
  value: 110,
  prior: 100,
  better: 'lower',
  note: '',
  ...parts,
});

test('FR-120-382 a change is a share of what was, points of a share, kelvins of a temperature, and says which way is good', () => {
  expect(changeOf(figure({}))).toEqual({ text: '+10.0\u2009%', verdict: 'worse' });
  expect(changeOf(figure({ better: 'higher', value: 90 }))).toEqual({
    text: '−10.0\u2009%',
    verdict: 'worse',
  });
  expect(changeOf(figure({ kind: 'share', unit: '%', value: 97, prior: 99 }))?.text).toBe('−2.0\u2009pp');
  expect(changeOf(figure({ unit: '°C', value: 40, prior: 24.7 }))?.text).toBe('+15.3\u2009K');
  expect(changeOf(figure({ value: 100 }))).toEqual({ text: '±0.0\u2009%', verdict: 'same' });
  expect(changeOf(figure({ prior: 0, unit: '', decimals: 0, value: 3 }))?.text).toBe('+3');
  expect(changeOf(figure({ prior: null }))).toBeNull();
  expect(cellText(3_600_000, figure({ kind: 'duration' }))).toBe('60.0\u2009min');
  expect(cellText(utc('2026-01-05T08:00'), figure({ kind: 'time' }))).toBe('2026-01-05 08:00');
  expect([cellText(null, figure({})), cellText('A01', figure({}))]).toEqual(['–', 'A01']);
});

test('FR-120-383 a schedule keeps its id when it is changed, a new one gets a free one, and wrong times are known', () => {
  const draft = newDraft({ kind: 'energy', within: 'room-1', compare: 'none' });
  const made = scheduleFrom({ ...draft, mail: 'a@x.test, b@x.test;' }, sampleSchedules, 'de');
  expect(made).toMatchObject({
    id: 'energy-day-2',
    state: 'on',
    within: 'room-1',
    language: 'de',
    mail: ['a@x.test', 'b@x.test'],
  });
  const [first] = sampleSchedules;
  if (first === undefined) throw new Error('there are samples');
  expect(scheduleFrom(draftOf(first), sampleSchedules, 'en')).toEqual(first);
  expect(['06:00', '24:00', '6:00', '23:59'].map(isTime)).toEqual([true, false, false, true]);
  expect(['', 'weekly', '../x', '/tmp', '.hidden'].map(isFolder)).toEqual([true, true, false, false, false]);
});

test('FR-120-384 the sheet says seed, lab time, sources and that it is simulated, and draws every kind of section', () => {
  const page = renderToStaticMarkup(<ReportSheet report={sampleReport} />);
  for (const said of [
    '7f3a',
    '2026-01-05 14:32 UTC',
    'Simulated',
    'Rack: Inlet over time',
    '9.62',
    'Room 1: class A1',
  ])
    expect(page).toContain(said);
  expect(page).toContain('aria-label="Inlet over time');
  expect(page).toContain('worse');
});

test('FR-120-384 the report and its schedules have their five faces', () => {
  const says = (face: 'empty' | 'loading' | 'stale' | 'error' | 'full'): string =>
    renderToStaticMarkup(<ReportFace face={face} />);
  expect(says('full')).toContain('Worst offenders');
  expect(says('empty')).toContain('There is no lab time to report of yet');
  expect(says('loading')).toContain('12 sensors read');
  expect(says('stale')).toContain('last known state');
  expect(says('error')).toContain('could not be read');
  const schedules = renderToStaticMarkup(<ReportSchedulesFace face="empty" />);
  expect(schedules).toContain('No report is scheduled');
  expect(schedules).toContain('No report was kept yet');
});
