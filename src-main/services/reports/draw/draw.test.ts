import { expect, test } from 'vitest';
import type { Report } from '../../../../sim/contract/reports.ts';
import { germanReports } from '../words/de.table.ts';
import { englishReports } from '../words/en.table.ts';
import { durationIn, numberIn, valueIn } from '../written.ts';
import { reportCsv } from './csv.ts';
import { reportHtml } from './html.ts';
import { scaleOf } from './scale.ts';
import { barsSvg, seriesSvg } from './svg.ts';

const at = Date.UTC(2026, 0, 5, 8);
const kilowatts = { kind: 'number', unit: 'kW', decimals: 1 } as const;
const plain = { kind: 'text', unit: '', decimals: 0 } as const;

const sample: Report = {
  meta: {
    kind: 'energy',
    title: 'Energy',
    language: 'en',
    scope: { id: null, name: 'All sites' },
    from: at,
    to: at + 86_400_000,
    prior: { from: at - 86_400_000, to: at },
    priorNote: '',
    lab: { id: 'lab' as Report['meta']['lab']['id'], name: 'A "quoted" <lab>' },
    seed: '7f3a',
    branch: 'branch-1',
    labTime: at + 90_000_000,
    madeAt: at,
    version: '0',
    sources: [{ what: 'Racks', sensors: 14, hardware: 2, present: 99.5, ids: ['sensor-1', 'sensor-2'] }],
    simulated: true,
    currency: 'EUR',
  },
  headline: [
    {
      label: 'Total energy',
      kind: 'number',
      unit: 'kWh',
      decimals: 1,
      value: 1240.5,
      prior: 1000,
      better: 'lower',
      note: '',
    },
    {
      label: 'Inside',
      kind: 'share',
      unit: '%',
      decimals: 1,
      value: 97.5,
      prior: 99,
      better: 'higher',
      note: '',
    },
    {
      label: 'Water',
      kind: 'number',
      unit: 'L',
      decimals: 0,
      value: null,
      prior: 3,
      better: 'lower',
      note: 'no sensor tells',
    },
  ],
  sections: [
    {
      kind: 'table',
      title: 'Racks',
      note: '',
      columns: [
        { title: 'Rack', ...plain },
        { title: 'Power', ...kilowatts },
        { title: 'Last', kind: 'time', unit: '', decimals: 0 },
      ],
      rows: [
        ['=A1+B2, "x"', 1.25, at],
        ['<b>B</b>', null, null],
      ],
      empty: 'none',
      more: 3,
    },
    {
      kind: 'series',
      title: 'Power',
      note: '',
      unit: 'kW',
      decimals: 1,
      at: [at, at + 3_600_000, at + 7_200_000],
      lines: [{ label: 'IT', values: [1, null, 3] }],
      limits: [{ label: 'Limit', value: 4 }],
      empty: '',
    },
    {
      kind: 'bars',
      title: 'Top',
      note: '',
      unit: 'kW',
      decimals: 1,
      bars: [{ label: 'A', value: 2 }],
      limit: null,
      empty: '',
    },
    { kind: 'text', title: 'Words', note: '', paragraphs: ['One.', 'Two.'] },
  ],
};

test('FR-130-360 the CSV says what it is and that it is simulated, with full numbers, ISO times and no formulas', () => {
  const lines = reportCsv(sample).split('\r\n');
  expect(lines[0]).toBe('Energy');
  expect(lines[1]).toMatch(/^SIMULATED,"?This report tells of a simulated datacenter/);
  expect(lines).toContain('Seed,7f3a');
  expect(lines).toContain('Lab,"A ""quoted"" <lab>"');
  expect(lines).toContain('Period,2026-01-05T08:00:00.000Z,2026-01-06T08:00:00.000Z');
  expect(lines).toContain('Total energy,1240.5,kWh,1000,');
  expect(lines).toContain('Rack,Power (kW),Last');
  expect(lines).toContain(`"'=A1+B2, ""x""",1.25,2026-01-05T08:00:00.000Z`);
  expect(lines).toContain('2026-01-05T09:00:00.000Z,');
  expect(lines).toContain('Racks,14,2,99.5,sensor-1 sensor-2');
});

test('FR-130-361 the printed page stands alone: no script, nothing to load, names as text, the head on every page', () => {
  const page = reportHtml(sample);
  expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('&lt;b&gt;B&lt;/b&gt;');
  expect(page).not.toContain('<b>B</b>');
  expect(page).toContain('@top-right { content: "SIMULATED"');
  // A quote or an angle in a lab's name ends neither the rule nor the style.
  expect(page).toContain(
    String.raw`content: "Lab: A \22 quoted\22  \3c lab> · Seed 7f3a · Lab time 2026-01-06 09:00 UTC"`,
  );
  expect(page).toContain('counter(page)');
  expect(page).toContain('+24.1 % (before 1,000.0');
  expect(page).toContain('−1.5 pp');
  expect(page).toContain('3 more rows not shown.');
  expect(page).toContain('and 12 more');
});

test('FR-130-361 a change says in a word whether it is better or worse', () => {
  const page = reportHtml(sample);
  expect(page.match(/, worse/g)).toHaveLength(2);
  const fewer = {
    ...sample,
    headline: [{ ...(sample.headline[0] as Report['headline'][number]), value: 900 }],
  };
  expect(reportHtml(fewer)).toContain('−10.0 % (before 1,000.0\u2009kWh), better');
});

test('FR-130-361 charts keep their gaps, their limits and their scale', () => {
  const [, series, bars] = sample.sections;
  if (series?.kind !== 'series' || bars?.kind !== 'bars') throw new Error('as above');
  const drawn = seriesSvg(series, 'en');
  expect(drawn.match(/ d="[^"]*"/)?.[0].match(/M/g)).toHaveLength(2);
  expect(drawn).toContain('class="limit"');
  expect(barsSvg(bars, 'de')).toContain('2,0 kW');
  expect(scaleOf([3, 97], 5)).toEqual({ low: 0, high: 100, ticks: [0, 20, 40, 60, 80, 100] });
  expect(scaleOf([1.31, 1.43], 5).ticks[0]).toBeCloseTo(1.3, 9);
  expect(scaleOf([5, 5], 5).high).toBeGreaterThan(5);
});

test('FR-130-369 both languages have every word, and write numbers in their own way', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
      : typeof value;
  expect(shape(germanReports)).toEqual(shape(englishReports));
  expect([numberIn('en', -1240.5, 1), numberIn('de', -1240.5, 1)]).toEqual(['−1,240.5', '−1.240,5']);
  expect(numberIn('en', -0.01, 1)).toBe('0.0');
  expect([durationIn('en', 90_000), durationIn('de', 5_400_000)]).toEqual(['90\u2009s', '90,0\u2009min']);
  expect(valueIn('en', null, kilowatts)).toBe('–');
  expect(valueIn('en', at, { ...plain, kind: 'time' })).toBe('2026-01-05 08:00');
});
