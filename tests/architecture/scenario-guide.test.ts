import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioCards } from '../../sim/scenarios/catalogue.table.ts';
import { drillCards } from '../../sim/scenarios/drills.table.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/scenarios.md'), 'utf8');

test.each(scenarioCards)('FR-120-239 the guide tells of $name as the catalogue does', (card) => {
  expect(guide).toContain(`### ${card.title}\n`);
  for (const line of [`\`${card.name}\``, card.summary, ...card.see]) expect(guide).toContain(line);
});
test.each(drillCards)('FR-120-239 the guide tells of the drill $id as its card does', (card) => {
  const row = guide.split('\n').find((line) => line.startsWith(`| \`${card.id}\` |`)) ?? '';
  expect(row).toContain(card.title);
  expect(row).toContain(card.brief);
});
