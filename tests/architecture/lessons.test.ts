import { expect, test } from 'vitest';
import { drillCards } from '../../sim/scenarios/drills.table.ts';
import { english } from '../../src-renderer/text/catalogue.ts';

test('FR-120-453 every drill of the product says what it teaches', () => {
  const drills = drillCards.filter(({ kind }) => kind === 'drill').map(({ id }) => id);
  expect(drills.length).toBeGreaterThan(7);
  expect(drills.filter((id) => !(id in english.help.teachings))).toEqual([]);
});
