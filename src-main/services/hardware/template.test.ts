import { expect, test } from 'vitest';
import { createPattern } from './pattern.ts';
import { readTemplate } from './template.ts';

function taken(template: string, payload: string, levels: readonly string[] = []): number | string {
  const read = readTemplate(template);
  if (!read.ok) return `template: ${read.refusal.message}`;
  const result = read.value(payload, levels);
  return result.ok ? result.value : `${result.refusal.message}. ${result.refusal.hint ?? ''}`.trim();
}

test.each([
  ['', '21.5', 21.5],
  ['', ' -3 ', -3],
  ['', '"21.5"', 21.5],
  ['', 'true', 1],
  ['{{ temp }}', '{"temp":21.5}', 21.5],
  ['{{temp_f | offset -32 | scale 0.5}}', '{"temp_f":72}', 20],
  ['{{ path.to[0].field }}', '{"path":{"to":[{"field":7}]}}', 7],
  ['{{ ["a key"].b }}', '{"a key":{"b":"8.25"}}', 8.25],
  ['{{ a["x.y"][1] }}', '{"a":{"x.y":[1,2]}}', 2],
  ['{{ .v }}', '{"v":1e2}', 100],
  ['{{ v | float }}', '{"v":"21,5 °C"}', 21.5],
  ['{{ state | map on=1 off=0 }}', '{"state":"on"}', 1],
  ['{{ payload | map OPEN=1 CLOSED=0 *=-1 }}', 'ajar', -1],
  ['{{ payload | map "half open"=0.5 }}', 'half open', 0.5],
  ['{{ payload | regex "T=(-?\\d+)" | scale 0.1 }}', 'H=44 T=-215;', -21.5],
  ["{{ payload | regex '[0-9]+' }}", 'load 81 %', 81],
  ['{{ readings.{1}.t }}', '{"readings":{"r2":{"t":19}}}', 19],
  ['{{ 0 }}', '[12]', 12],
])('FR-130-140 the template %s takes a number out of %s', (template, payload, number) => {
  const levels = ['r2'];
  expect(taken(template, payload, levels)).toBeCloseTo(number, 9);
});

test.each([
  ['', '{"temp":21.5,"hum":40}', '{{ temp }}, {{ hum }}'],
  ['', 'offline', 'offline is not a number by itself'],
  ['', '0x10', 'is not a number by itself'],
  ['{{ tmp }}', '{"temp":21.5,"hum":40}', 'There is no tmp in {"temp":21.5,"hum":40}. There are temp, hum.'],
  ['{{ temp }}', 'online', 'online is not JSON'],
  ['{{ temp }}', '{"temp":"warm"}', 'warm is not a number'],
  ['{{ temp }}', '{"temp":null}', 'null is not a number'],
  ['{{ state | map on=1 }}', '{"state":"off"}', '"off" is not among on'],
  ['{{ payload | regex "(\\d+)" }}', 'none', 'finds nothing in "none"'],
  ['{{ constructor.name }}', '{}', 'There is no constructor'],
  ['{{ __proto__ }}', '{"a":1}', 'There is no __proto__'],
  ['{{ a }}', `{"a":${JSON.stringify('x'.repeat(70_000))}}`, 'too long to look into'],
])(
  'FR-130-141 what the template %s cannot take is told with what was received',
  (template, payload, words) => {
    expect(taken(template, payload)).toContain(words);
  },
);

test.each([
  ['temp', 'does not stand in {{ }}'],
  ['{{ }}', 'names nothing'],
  ['{{ a b }}', 'cannot be read from b on'],
  ['{{ a[ }}', 'cannot be read'],
  ['{{ a | half }}', 'There is no filter half'],
  ['{{ a | }}', 'There is no filter'],
  ['{{ a | scale }}', 'scale takes one number'],
  ['{{ a | float 2 }}', 'float takes nothing'],
  ['{{ a | map on }}', 'map takes words with their numbers'],
  ['{{ a | map }}', 'at least one'],
  ['{{ a | regex (\\d) }}', 'pattern in quotes'],
  ['{{ a | regex "(" }}', 'not a regular expression'],
  ['{{ a | regex "x }}', 'not closed'],
])('FR-130-141 the template %s is refused before anything is read', (template, words) => {
  expect(taken(template, '1')).toContain(words);
});

test('FR-130-141 a pattern that runs wild is stopped, and not tried again', () => {
  const wild = createPattern('^(a+)+$');
  if (!wild.ok) throw new Error(wild.refusal.message);
  const text = `${'a'.repeat(40)}!`;
  for (const turn of [1, 2]) {
    const found = wild.value.find(text);
    expect([turn, found.ok ? '' : found.refusal.message]).toEqual([
      turn,
      expect.stringContaining('takes too long'),
    ]);
  }
});
