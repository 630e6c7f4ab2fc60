import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import { wordsOf } from '../../../sim/contract/state-words.table.ts';
import { measurable } from '../../../sim/inventory/measurable.table.ts';
import type { BitRow, DeviceMap, PointRow } from './device-map.ts';
import { maps } from './maps.table.ts';
import { slotTable, type ModbusKind } from './slots.table.ts';

const kinds = Object.keys(slotTable) as ModbusKind[];

test.each(kinds)('FR-130-116 the map of a %s names only what it measures and obeys', (kind) => {
  const map = maps[kind];
  const known: readonly string[] = measurable[kind];
  for (const { metric, spec } of map.points) if (spec === undefined) expect(known).toContain(metric);
  for (const { metric } of map.bits) expect(known).toContain(metric);
  expect(map.points.map(({ at }) => at)).toEqual(map.points.map((_, n) => n * 2));
  expect(map.bits.map(({ at }) => at)).toEqual(map.bits.map((_, n) => n));
  expect(map.coils.map(({ at }) => at)).toEqual(map.coils.map((_, n) => n));
  for (const word of wordsIn(map)) expect(wordsOf(kind, 'state')).toContain(word);
  const verbs = [
    ...map.choices.flatMap(({ choices }) => choices.map(({ verb }) => verb)),
    ...map.coils.flatMap(({ on, off }) => (off === null ? [on] : [on, off])),
  ];
  for (const verb of verbs) expect(orderTable[verb].kinds).toContain(kind);
});

/** Words of the state that a map looks for. */
function wordsIn({ bits, coils, choices }: DeviceMap): readonly string[] {
  return [
    ...bits.flatMap(({ metric, when }) =>
      metric === 'state' && typeof when === 'object' && 'words' in when ? when.words : [],
    ),
    ...coils.flatMap(({ lit }) => (lit?.metric === 'state' ? lit.words : [])),
    ...choices.flatMap(({ choices }) => choices.flatMap(({ words }) => words)),
  ];
}

const table = (head: string, rows: readonly string[]): string =>
  rows.length === 0 ? '' : `${[head, head.replaceAll(/[^|]+/g, ' --- '), ...rows].join('\n')}\n\n`;

function unitOf(kind: ModbusKind, { metric }: PointRow): string {
  const words = wordsOf(kind, metric);
  return words === null ? metricTable[metric].symbol : words.map((word, n) => `${n} ${word}`).join(', ');
}

function conditionText({ metric, when }: BitRow): string {
  if (when === 'known') return 'there are readings';
  const { label, symbol } = metricTable[metric];
  if ('above' in when) return `${label} over ${when.above} ${symbol}`;
  return 'below' in when ? `${label} under ${when.below} ${symbol}` : `${label}: ${when.words.join(', ')}`;
}

function pageOf(kind: ModbusKind): string {
  const { points, tenths, choices, bits, coils } = maps[kind];
  const { from, size } = slotTable[kind];
  const written = (row: PointRow): string => (row.spec === undefined ? '' : ' (may be written)');
  return [
    `### ${kind}\n\nPorts ${15_020 + from + 1}–${15_020 + from + size - 1}.\n\n`,
    table(
      '| register | mbpoll -r | reading | metric | place | unit |',
      points.map(
        (row) =>
          `| ${row.at}–${row.at + 1} | ${row.at + 1} | ${row.name}${written(row)} | ${row.metric} | ${row.place} | ${unitOf(kind, row)} |`,
      ),
    ),
    table('| single register | mbpoll -r | holds | values |', [
      ...tenths.map(
        ({ at, name }) => `| ${at} | ${at + 1} | ${name} (may be written) | tenths of °C, signed |`,
      ),
      ...choices.map(
        ({ at, name, choices }) =>
          `| ${at} | ${at + 1} | ${name} (may be written) | ${choices.map(({ value, verb }) => `${value} ${orderTable[verb].title}`).join(', ')} |`,
      ),
    ]),
    table(
      '| discrete input | mbpoll -r | name | 1 when |',
      bits.map((row) => `| ${row.at} | ${row.at + 1} | ${row.name} | ${conditionText(row)} |`),
    ),
    table(
      '| coil | mbpoll -r | name | reads 1 at | writing 1 | writing 0 |',
      coils.map(
        ({ at, name, lit, on, off }) =>
          `| ${at} | ${at + 1} | ${name} | ${lit === null ? 'nothing: a push button' : lit.words.join(', ')} | ${orderTable[on].title} | ${off === null ? 'does nothing' : orderTable[off].title} |`,
      ),
    ),
  ].join('');
}

test('FR-130-116 docs/modbus.md prints the maps as they are', () => {
  const file = fileURLToPath(new URL('../../../docs/modbus.md', import.meta.url));
  const [, printed = ''] = readFileSync(file, 'utf8').split('<!-- maps: printed from maps.table.ts -->\n\n');
  expect(printed.trimEnd()).toBe(kinds.map(pageOf).join('').trimEnd());
});
