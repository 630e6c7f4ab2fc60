import { expect, test } from 'vitest';
import { runProgram, createBench } from '../../machine.fixture.ts';
import { less } from './less.ts';
import { sitAt } from './screen-model.fixture.ts';

const long = Array.from({ length: 100 }, (_, at) => `line ${at + 1}\n`).join('');
const open = (...words: readonly string[]) =>
  sitAt({ program: less, words: ['less', ...words, '/etc/x'], files: { '/etc/x': long } });

test('FR-190-103 less pages on and back, to the end and to a line, and leaves the screen as it was', () => {
  const desk = open();
  expect(desk.rows().slice(0, 2)).toEqual(['line 1', 'line 2']);
  expect(desk.rows()[23]).toBe('/etc/x');
  desk.type(' ');
  expect(desk.rows()[0]).toBe('line 24');
  desk.type('j');
  expect(desk.rows()[0]).toBe('line 25');
  desk.type('b');
  expect(desk.rows()[0]).toBe('line 2');
  desk.type('G');
  expect(desk.rows()[22]).toBe('line 100');
  expect(desk.rows()[23]).toBe('(END)');
  desk.type('50g');
  expect(desk.rows()[0]).toBe('line 50');
  desk.type('q');
  expect(desk.status()).toBe(0);
  expect(desk.bench.faults).toEqual([]);
});

test('FR-190-103 less searches on and back and says where it finds nothing', () => {
  const desk = open('-N');
  desk.type('/line 7[0-9]\r');
  expect(desk.rows()[0]).toBe('     70 line 70');
  desk.type('n');
  expect(desk.rows()[0]).toBe('     71 line 71');
  desk.type('N');
  expect(desk.rows()[0]).toBe('     70 line 70');
  desk.type('/nothing\r');
  expect(desk.rows()[23]).toContain('Pattern not found');
  desk.resize(40, 10);
  expect(desk.rows()[0]).toBe('     70 line 70');
});

test('FR-190-103 less between pipes is as cat, and a short file leaves at once with -F', () => {
  const bench = createBench({ programs: { less } });
  const ran = runProgram(bench, less, { input: 'a\nb\n' });
  expect(ran.output).toBe('a\nb\n');
  const desk = sitAt({ program: less, words: ['less', '-F', '/etc/x'], files: { '/etc/x': 'short\n' } });
  expect(desk.status()).toBe(0);
  expect(desk.rows()[0]).toBe('short');
  const missing = sitAt({ program: less, words: ['less', '/etc/none'] });
  expect(missing.rows()[0]).toBe('/etc/none: No such file or directory');
  expect(missing.status()).toBe(1);
});
