import { expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { plateFacts } from './thing-specs.tsx';

const context = { inventory: { children: new Map() }, devices: null, main: null, mainValue: null };
const site = (spec: object) =>
  ({
    id: 'site-1',
    kind: 'site',
    name: 'west',
    parent: null,
    links: {},
    aliases: {},
    spec: { timezone: 'UTC', climate: 'temperate', heatReuse: 0, pueCategory: '3', ...spec },
  }) as unknown as EntityOf<'site'>;

test.each([
  ['1', 'category 1: energy behind the UPS'],
  ['2', 'category 2: energy behind the floor PDU'],
  ['3', 'category 3: energy at the equipment'],
] as const)(
  'FR-130-289 the plate of a site says where PUE of category %s takes its energy',
  (pueCategory, said) => {
    const facts = plateFacts(site({ pueCategory, heatReuse: 0.4 }), context as never);
    expect(facts.find(({ label }) => label === 'PUE')?.value).toBe(said);
    expect(facts.find(({ label }) => label === 'Heat reuse')?.value).toMatch(/^40.%$/);
  },
);
