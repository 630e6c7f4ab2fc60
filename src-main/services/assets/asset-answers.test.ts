import { expect, test } from 'vitest';
import { assetQueries } from '../../../sim/contract/assets.ts';
import { advanceTo } from '../../../sim/index.ts';
import { did, put } from '../../../sim/testing/small-lab.ts';
import { answersOf, assetLab, assets, namesOf } from './assets.fixture.ts';

test('FR-130-330 devices are found by words, lists, place, gaps and warranty, all of which must be true', async () => {
  const answers = answersOf(assetLab());
  expect(await namesOf(answers, { text: 'ACME web' })).toEqual(['web-2']);
  expect(await namesOf(answers, { text: 'site1/room1/a/a02 db' })).toEqual(['db-1', 'db-2']);
  expect(await namesOf(answers, { lifecycles: 'planned,staged' })).toEqual(['web-10']);
  expect(await namesOf(answers, { within: 'rack-2', missing: ['owner'] })).toEqual(['db-2', 'srv']);
  expect(await namesOf(answers, { within: 'room-1', owner: 'WEB TEAM' })).toEqual(['db-1', 'web-2']);
  expect(await namesOf(answers, { warrantyDays: 90 })).toEqual(['web-2']);
  expect(await namesOf(answers, { warrantyDays: 0 })).toEqual(['db-2']);
  expect(await namesOf(answers, { missing: 'owner,warranty', categories: ['server'] })).toHaveLength(3);
  expect(await answers.assets(assetQueries.assets.params.parse({ within: 'rack-9' }))).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-entity', where: 'within' },
  });
});

test('FR-130-331 every column orders both ways, numbers in names count, and what has no value stays last', async () => {
  const answers = answersOf(assetLab());
  expect(await namesOf(answers, {})).toEqual(['db-1', 'db-2', 'srv', 'srv', 'web-2', 'web-10']);
  expect(await namesOf(answers, { sort: 'address', limit: 2 })).toEqual(['db-1', 'db-2']);
  expect(await namesOf(answers, { sort: 'address', direction: 'descending', limit: 2 })).toEqual([
    'db-2',
    'db-1',
  ]);
  for (const sort of assetQueries.assets.params.shape.sort.unwrap().options) {
    const up = await namesOf(answers, { sort });
    const down = await namesOf(answers, { sort, direction: 'descending' });
    expect({ sort, up: up.toSorted() }).toEqual({ sort, up: down.toSorted() });
    expect(up).toHaveLength(6);
  }
  const page = await assets(answers, { sort: 'rack', offset: 2, limit: 2 });
  expect(page).toMatchObject({ total: 6, of: 6 });
  expect(page.items.map(({ rackName }) => rackName)).toEqual(['A01', 'A02']);
});

test('FR-130-332 the ledger follows each change: renamed, moved with its room, created, removed', async () => {
  const world = assetLab();
  const answers = answersOf(world);
  expect(await namesOf(answers, { sort: 'model', limit: 1 })).toEqual(['web-2']);
  did(world, { type: 'inventory.change', id: 'device-4', name: 'aaa', spec: { model: 'Aa' } } as never);
  expect(await namesOf(answers, { sort: 'model', limit: 1 })).toEqual(['aaa']);
  did(world, { type: 'inventory.change', id: 'room-1', name: 'hall' } as never);
  expect(await namesOf(answers, { text: 'site1/hall' })).toHaveLength(6);
  did(world, { type: 'inventory.remove', id: 'device-4' } as never);
  expect(await assets(answers, {})).toMatchObject({ total: 5, of: 5 });
  expect(await namesOf(answers, { text: 'aaa' })).toEqual([]);
});

test('FR-130-333 what devices draw adds up to what their rack draws', async () => {
  const world = assetLab();
  const answers = answersOf(world);
  expect((await assets(answers, {})).items.every(({ drawn }) => drawn === 0)).toBe(true);
  advanceTo(world, 60);
  const { items } = await assets(answers, { within: 'rack-1', sort: 'drawn', direction: 'descending' });
  const sum = items.reduce((watts, { drawn }) => watts + drawn, 0);
  const rack = world.plant.state.rack.columns.load[0] ?? 0;
  expect(sum / 1000).toBeCloseTo(rack, 6);
  expect(items.at(-1)).toMatchObject({ name: 'web-10', drawn: 0 });
  expect(items[0]?.name).toBe('srv');
});

test('FR-130-334 an edit of many says who would change and how, and one command does it', async () => {
  const world = assetLab();
  const answers = answersOf(world);
  const plan = (asked: object) => answers['asset-edit'](assetQueries['asset-edit'].params.parse(asked));
  const owned = await plan({ filter: { within: 'rack-2' }, edit: { owner: 'web team' }, limit: 2000 });
  expect(owned).toMatchObject({ ok: true, value: { meant: 3, changing: 2, problemCount: 0 } });
  if (!owned.ok) throw new Error('refused');
  did(world, { type: 'inventory.change-many', changes: owned.value.changes });
  expect(await namesOf(answers, { owner: 'web team', within: 'rack-2' })).toHaveLength(3);
  expect(await namesOf(answers, { warrantyDays: 0 })).toEqual(['db-2']);
  const tags = await plan({ ids: ['device-3', 'device-4', 'device-5'], edit: { tag: 'T-{n}' }, from: 1 });
  expect(tags).toMatchObject({
    value: {
      changing: 3,
      changes: [{ spec: { asset: { owner: 'Web team', service: 'Shop', tag: 'T-1' } } }, {}, {}],
    },
  });
  expect(await plan({ ids: ['device-4', 'device-5'], edit: { tag: 'T-{n:1}' } })).toMatchObject({
    value: { changing: 1, problems: [{ name: 'db-1', because: 'T-2 is the tag of web-2' }] },
  });
  expect(await plan({ filter: {}, edit: { tag: 'same' } })).toMatchObject({
    refusal: { where: 'edit.tag', hint: 'Write {n} or {n:5} where the number stands.' },
  });
  expect(await plan({ filter: {}, edit: {} })).toMatchObject({ refusal: { where: 'edit' } });
  expect(await plan({ ids: ['device-3'], edit: { owner: null, lifecycle: 'retired' } })).toMatchObject({
    value: { changes: [{ spec: { lifecycle: 'retired', asset: { service: 'Shop' } } }] },
  });
});

test('FR-130-335 many changes are made all or none, and null takes an optional field away', () => {
  const world = assetLab();
  const change = (changes: object[]) =>
    put(world, { type: 'inventory.change-many', changes: changes as never });
  const revision = world.revision;
  expect(
    change([
      { id: 'device-3', spec: { serial: 'X' } },
      { id: 'device-4', spec: { slot: { position: 41, height: 1, face: 'both' } } },
    ]),
  ).toMatchObject({ ok: false, refusal: { code: 'slot-taken', where: 'changes[1].spec.slot' } });
  expect(world.revision).toBe(revision);
  expect(
    change([
      { id: 'device-3', spec: { slot: { position: 42, height: 1, face: 'front' }, serial: null } },
      { id: 'device-4', spec: { slot: { position: 42, height: 1, face: 'rear' } } },
    ]),
  ).toMatchObject({ ok: false, refusal: { code: 'slot-taken' } });
  expect(
    change([
      { id: 'device-4', name: 'web-11' },
      { id: 'device-3', name: 'web-10', spec: { serial: null } },
    ]),
  ).toMatchObject({ ok: true });
  const taken = world.inventory.get('device-3' as never);
  expect(taken?.name).toBe('web-10');
  expect(taken?.spec).not.toHaveProperty('serial');
  expect(change([{ id: 'device-3' }, { id: 'device-3' }])).toMatchObject({
    refusal: { message: 'device-3 is changed twice' },
  });
  expect(change([{ id: 'device-99' }])).toMatchObject({ refusal: { where: 'changes[0].id' } });
  expect(change([{ id: 'device-3', name: 'web-10' }])).toMatchObject({ ok: true, value: { events: [] } });
});

test('FR-130-336 an export has every column, and no cell that a spreadsheet would take for a formula', async () => {
  const world = assetLab();
  did(world, {
    type: 'inventory.change',
    id: 'device-3',
    spec: { model: '=1+1', serial: 'a "b", c', asset: { notes: 'two\nlines' } },
  } as never);
  const answers = answersOf(world);
  const page = await answers['asset-csv'](
    assetQueries['asset-csv'].params.parse({ text: 'web-2', limit: 1 }),
  );
  if (!page.ok) throw new Error('refused');
  expect(page.value).toMatchObject({ next: null, total: 1 });
  expect(page.value.text).toContain(`,'=1+1,`);
  expect(page.value.text).toContain('"a ""b"", c"');
  expect(page.value.text).toContain('"two\nlines"');
  const rest = await answers['asset-csv'](assetQueries['asset-csv'].params.parse({ offset: 4, limit: 1 }));
  expect(rest).toMatchObject({ value: { next: 5, total: 6 } });
});
