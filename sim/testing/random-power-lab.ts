/** Power chains of every shape, for properties: whatever the rules allow, however unwise. */
import * as fc from 'fast-check';
import type { EntityId } from '../contract/ids.ts';
import type { OrderVerb } from '../contract/orders.ts';
import type { ScenarioName } from '../contract/scenarios.ts';
import { powerLab } from './power-lab.ts';
import type { BuiltRack, PowerLab } from './power-lab.ts';

const pick = fc.nat({ max: 1000 });

export const powerRecipe = fc.record({
  seed: fc.integer({ min: 0, max: 0xffff }).map((n) => n.toString(16)),
  utilities: fc.integer({ min: 1, max: 2 }),
  transformers: fc.array(pick, { maxLength: 2 }),
  gensets: fc.integer({ min: 0, max: 2 }),
  switches: fc.array(fc.record({ first: pick, second: pick }), { maxLength: 2 }),
  upses: fc.array(
    fc.record({
      main: pick,
      bypass: fc.option(pick),
      strings: fc.nat({ max: 2 }),
      mode: fc.constantFrom('online' as const, 'eco' as const),
      losses: fc.constantFrom('modern' as const, 'legacy' as const),
    }),
    { maxLength: 3 },
  ),
  panels: fc.array(fc.record({ main: pick, other: fc.option(pick) }), { maxLength: 4 }),
  cracs: fc.array(pick, { maxLength: 2 }),
  racks: fc.array(
    fc.record({
      a: fc.option(pick),
      b: fc.option(pick),
      psus: fc.constantFrom(1 as const, 2 as const),
      feed: fc.constantFrom('A' as const, 'B' as const),
      kilowatts: fc.integer({ min: 1, max: 8 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
type PowerRecipe = typeof powerRecipe extends fc.Arbitrary<infer Recipe> ? Recipe : never;

export type RandomLab = PowerLab & {
  readonly units: readonly EntityId[];
  readonly racks: readonly BuiltRack[];
  readonly gensets: readonly EntityId[];
};

const of = (pool: readonly EntityId[], at: number): EntityId => pool[at % pool.length] as EntityId;

const feeders = (pool: readonly EntityId[], main: number, other: number | null): EntityId[] =>
  other === null ? [of(pool, main)] : [of(pool, main), of(pool, other)];

/** `batteries` of the recipe are left out where a property is about what has none. */
export function buildRandom(recipe: PowerRecipe, batteries: 'batteries' | 'no batteries'): RandomLab {
  const lab = powerLab(recipe.seed);
  const made: EntityId[] = [];
  const note = (id: EntityId): EntityId => {
    made.push(id);
    return id;
  };
  for (let n = 0; n < recipe.utilities; n += 1) note(lab.add({ kind: 'utility' }));
  const utilities = [...made];
  for (const at of recipe.transformers) note(lab.add({ kind: 'transformer', fedBy: [of(utilities, at)] }));
  const gridSide = [...made];
  const gensets = Array.from({ length: recipe.gensets }, () =>
    // Cool-downs end while a test still looks.
    note(lab.add({ kind: 'genset', spec: { cooldown: 10 } })),
  );
  for (const { first, second } of recipe.switches)
    note(lab.add({ kind: 'ats', fedBy: [of(gridSide, first), of([...gensets, ...gridSide], second)] }));
  for (const { main, bypass, strings, mode, losses } of recipe.upses) {
    const fedBy = feeders(made, main, bypass);
    const spec = { ratedPower: 300, mode, losses };
    const ups = note(lab.add({ kind: 'ups', fedBy, spec }));
    for (let n = 0; n < strings && batteries === 'batteries'; n += 1)
      lab.add({ kind: 'battery', parent: ups, spec: { capacity: 400, resistance: 0.2 } });
  }
  for (const { main, other } of recipe.panels)
    note(
      lab.add({
        kind: 'panel',
        fedBy: feeders(made, main, other),
        spec: { ratedPower: 300 },
      }),
    );
  for (const at of recipe.cracs) lab.add({ kind: 'crac', fedBy: [of(made, at)] });
  const racks = recipe.racks.map(({ a, b, ...rest }) =>
    lab.rack({
      ...rest,
      ...(a === null ? {} : { a: of(made, a) }),
      ...(b === null ? {} : { b: of(made, b) }),
    }),
  );
  return { ...lab, units: made, racks, gensets };
}

/** Something that goes wrong, or that a hand does, at a place chosen by a number. */
export const powerDoing = fc.record({
  wait: fc.integer({ min: 1, max: 25 }),
  at: pick,
  what: fc.constantFrom<'scenario' | 'stop' | 'order'>('scenario', 'scenario', 'stop', 'order'),
});
export type PowerDoing = typeof powerDoing extends fc.Arbitrary<infer Doing> ? Doing : never;

const strikes: Readonly<Record<string, readonly ScenarioName[]>> = {
  site: ['MAINS_FAILURE', 'FEED_B_LOST', 'GENSET_FAIL_TO_START'],
  utility: ['MAINS_FAILURE'],
  genset: ['GENSET_FAIL_TO_START'],
  ups: ['UNIT_FAULT', 'CELL_DEGRADATION'],
  panel: ['BREAKER_TRIP'],
  pdu: ['BREAKER_TRIP'],
};
const verbs: Readonly<Record<string, readonly OrderVerb[]>> = {
  genset: ['genset-start', 'genset-stop', 'genset-auto', 'genset-refuel'],
  ats: ['ats-utility', 'ats-genset', 'ats-auto'],
  ups: ['ups-online', 'ups-eco', 'ups-bypass', 'ups-off'],
  panel: ['breaker-open', 'breaker-close'],
  pdu: ['breaker-open', 'breaker-close'],
};

/** What a doing means in a lab: a command, or nothing where its place knows none. */
export function commandOf({ world }: PowerLab, { at, what }: PowerDoing): Record<string, unknown> | null {
  if (what === 'stop') {
    const runs = [...world.scenarios.keys()];
    return runs.length === 0 ? null : { type: 'scenario.stop', id: runs[at % runs.length] };
  }
  const table = what === 'scenario' ? strikes : verbs;
  const places = [...world.inventory.all()].filter(({ kind }) => kind in table);
  const target = places[at % Math.max(1, places.length)];
  const names = target === undefined ? [] : (table[target.kind] ?? []);
  const name = names[at % Math.max(1, names.length)];
  if (target === undefined || name === undefined) return null;
  return what === 'scenario'
    ? { type: 'scenario.run', name, target: target.id }
    : { type: 'plant.order', target: target.id, verb: name };
}
