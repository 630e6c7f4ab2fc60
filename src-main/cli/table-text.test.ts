import { expect, test } from 'vitest';
import { cutToWidth, displayWidth, harmless } from './display-width.ts';
import { coloured, paintFor, plain } from './paint.ts';
import { headingLine, layOut, line } from './table-text.ts';

const escape = '\u001b';

test.each([
  ['A01', 3],
  ['28.4 °C', 7],
  ['東京', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['👩‍🔧', 2],
  ['⚠️', 2],
  ['한글', 4],
  [`${escape}[1;31mred${escape}[0m`, 3],
  ['', 0],
])('FR-150-009 %j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('FR-150-009 a text is cut between characters, never through one', () => {
  expect(cutToWidth('abcdef', 4)).toBe('abc…');
  expect(cutToWidth('東京都', 4)).toBe('東…');
  expect(cutToWidth('abc', 3)).toBe('abc');
  expect(cutToWidth('abc', 0)).toBe('');
});

const headings = [
  { title: 'NAME', align: 'left' },
  { title: 'POWER', align: 'right' },
  { title: 'NOTE', align: 'left' },
] as const;

test('FR-150-009 columns stand under one another whatever alphabet the names are in', () => {
  const rows = [
    [{ text: 'A01' }, { text: '4.20 kW' }, { text: 'ok' }],
    [{ text: '東京棟' }, { text: '12.00 kW' }, { text: '' }],
  ];
  const layout = layOut(headings, rows, null);
  expect([headingLine(layout, plain), ...rows.map((row) => line(layout, row, plain))]).toEqual([
    'NAME       POWER  NOTE',
    'A01      4.20 kW  ok',
    '東京棟  12.00 kW',
  ]);
});

const wide = [
  [{ text: 'A01' }, { text: '4.20 kW' }, { text: 'a long note that nobody can read here' }],
  [{ text: 'a name that is long' }, { text: '12.00 kW' }, { text: '短い' }],
];

test('FR-150-009 at no width is a line wider than the terminal', () => {
  for (let width = 6; width < 80; width += 1) {
    const layout = layOut(headings, wide, width);
    for (const shown of [headingLine(layout, plain), ...wide.map((row) => line(layout, row, plain))])
      expect({ width, fits: displayWidth(shown) <= width, shown }).toMatchObject({ fits: true });
  }
});

test('FR-150-009 texts give way first; a figure is whole or not there', () => {
  const shownAt = (width: number): string => line(layOut(headings, wide, width), wide[0] ?? [], plain);
  expect(shownAt(36)).toBe('A01                  4.20 kW  a lon…');
  expect(shownAt(30)).toBe('A01            4.20 kW  a lon…');
  expect(shownAt(24)).toBe('A01      4.20 kW  a lon…');
  expect(shownAt(23)).toBe('A01     a lon…');
});

test('FR-150-009 into a file or a pipe nothing is cut', () => {
  const note = 'x'.repeat(500);
  const layout = layOut(headings, [[{ text: 'A' }, { text: '1' }, { text: note }]], null);
  expect(line(layout, [{ text: 'A' }, { text: '1' }, { text: note }], plain)).toContain(note);
});

test('FR-150-008 colours change nothing about where a column stands', () => {
  const row = [{ text: 'A01', tone: 'critical' as const }, { text: '1 kW' }, { text: 'x' }];
  const layout = layOut(headings, [row], null);
  expect(line(layout, row, coloured).replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '')).toBe(
    line(layout, row, plain),
  );
});

test('FR-150-010 what others wrote cannot steer the terminal', () => {
  expect(harmless(`a${escape}[2Jb`)).toBe('a␛[2Jb');
  expect(harmless('two\nlines')).toBe('two lines');
  expect(harmless('\u009b31m\u202egnp.exe')).toBe('�31m�gnp.exe');
  const layout = layOut(headings, [], null);
  expect(line(layout, [{ text: `x${escape}]0;title\u0007` }], plain)).not.toContain(escape);
});

test.each([
  ['a terminal', { choice: 'auto', env: {}, terminal: true }, true],
  ['a pipe', { choice: 'auto', env: {}, terminal: false }, false],
  ['NO_COLOR', { choice: 'auto', env: { NO_COLOR: '1' }, terminal: true }, false],
  ['an empty NO_COLOR', { choice: 'auto', env: { NO_COLOR: '' }, terminal: true }, true],
  [
    'NO_COLOR before FORCE_COLOR',
    { choice: 'auto', env: { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal: false },
    false,
  ],
  ['FORCE_COLOR into a pipe', { choice: 'auto', env: { FORCE_COLOR: '1' }, terminal: false }, true],
  ['FORCE_COLOR=0', { choice: 'auto', env: { FORCE_COLOR: '0' }, terminal: true }, false],
  ['a dumb terminal', { choice: 'auto', env: { TERM: 'dumb' }, terminal: true }, false],
  ['--color always', { choice: 'always', env: { NO_COLOR: '1' }, terminal: false }, true],
  ['--color never', { choice: 'never', env: { FORCE_COLOR: '1' }, terminal: true }, false],
] as const)('FR-150-008 colours with %s', (_name, stage, wanted) => {
  expect(paintFor(stage)('critical', 'x') !== 'x').toBe(wanted);
});
