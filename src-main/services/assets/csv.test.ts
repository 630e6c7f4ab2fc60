import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvPlanSchema } from '../../../sim/contract/assets.ts';
import { applyEvents, decide } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { tester } from '../../../sim/testing/small-lab.ts';
import { commandSchema } from '../../../sim/contract/commands.ts';
import { assetLab, answersOf, namesOf } from './assets.fixture.ts';
import { checkCsv, commandsOf, importCsv } from './csv-desk.ts';
import { cellText, lineText, readCsv } from './csv-text.ts';
import { planCsv } from './csv-plan.ts';

const none = (): void => undefined;

async function planned(world: World, text: string) {
  const file = readCsv(text);
  if (!file.ok) throw new Error(file.refusal.message);
  const whole = await planCsv(world, { file: file.value, mapping: null, progress: none });
  if (!whole.ok) throw new Error(whole.refusal.message);
  return { steps: whole.value.steps, plan: csvPlanSchema.parse(whole.value.plan) };
}

test('FR-130-337 whatever stands in cells is read back as it was written', () => {
  const cell = fc.string().map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1 }), (rows) => {
      const text = [['a', 'b', 'c', 'd', 'e'], ...rows].map(lineText).join('');
      const read = readCsv(`\uFEFF${text}`);
      const wanted = rows.filter((cells) => cells.some((one) => one !== ''));
      expect(read.ok && read.value.records.slice(1).map(({ cells }) => cells)).toEqual(wanted);
    }),
  );
  expect(['=1+1', '+1', '-1', '@x', "'=1", "it's"].map(cellText)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    "''=1",
    "it's",
  ]);
});

test('FR-130-337 semicolons, tabs, bare line ends and quotes over lines are understood, an open quote is refused', () => {
  expect(readCsv('name;rack\n"a;\n""b""";A01\n\nc;\n')).toMatchObject({
    ok: true,
    value: {
      delimiter: ';',
      records: [{ line: 1 }, { line: 2, cells: ['a;\n"b"', 'A01'] }, { line: 5, cells: ['c', ''] }],
    },
  });
  expect(readCsv('name\track\r\nx\ty')).toMatchObject({ value: { delimiter: '\t' } });
  expect(readCsv('name\n"x')).toMatchObject({ refusal: { where: 'line 2' } });
});

const header = 'Hostname,rack,U,model,rated_w,serial,owner,weight\n';

test('FR-130-338 a dry run decides each line on a copy: what is new, changed, as it was, or wrong and why', async () => {
  const world = assetLab();
  const { revision } = world;
  const lines = [
    'app-1,A01,41,Beta,300,,,',
    'app-2,site1/room1/A/A03,1,Beta,300,,,',
    'web-9,,,,,SN-2,Shop team,"12,5"',
    'db-1,A02,,,,,web team,',
    'db-2,A01,,,,,x,',
    ',A02,,,abc,,,',
    'db-1,A02,,,,,Other,',
  ];
  const { plan, steps } = await planned(world, header + lines.join('\n'));
  expect(world.revision).toBe(revision);
  expect(plan.mapping).toEqual(['name', 'rack', 'unit', 'model', 'rated_w', 'serial', 'owner', 'weight_kg']);
  expect(plan.counts).toEqual({ create: 0, change: 1, same: 1, wrong: 5 });
  expect(plan.problems.map(({ line, column, refusal }) => [line, column, refusal.code])).toEqual([
    [2, 'U', 'slot-taken'],
    [3, 'rack', 'unknown-parent'],
    [6, 'model', 'invalid-input'],
    [7, 'rated_w', 'invalid-input'],
    [8, null, 'invalid-input'],
  ]);
  expect(steps).toMatchObject([
    { kind: 'change', change: { id: 'device-3', name: 'web-9', spec: { weight: 12.5 } } },
  ]);
  expect(plan.lines.map(({ what }) => what)).toEqual([
    'wrong',
    'wrong',
    'change',
    'same',
    'wrong',
    'wrong',
    'wrong',
  ]);
});

test('FR-130-338 a line sees what the lines before it did, and the commands do the same in the world', async () => {
  const world = assetLab();
  const text =
    'id,name,rack,unit,height,model,rated_w\ndevice-1,,,1,38,,\n,app-1,A01,39,1,Beta,300\n,app-2,A01,39,1,Beta,300\n,app-3,A01,40,1,Beta,300\n';
  const { plan, steps } = await planned(world, text);
  expect(plan.counts).toEqual({ create: 2, change: 1, same: 0, wrong: 1 });
  expect(plan.problems[0]).toMatchObject({ line: 4, column: 'unit', refusal: { code: 'slot-taken' } });
  for (const { input } of commandsOf(steps)) {
    const decision = decide(world, commandSchema.parse(input), tester);
    if (!decision.ok) throw new Error(decision.refusal.message);
    applyEvents(world, decision.value.events);
  }
  expect(await namesOf(answersOf(world), { model: 'beta' })).toEqual(['app-1', 'app-3']);
});

test('FR-130-339 an import does all lines or the good ones, tells how far it is, and stops where the door refuses', async () => {
  const world = assetLab();
  const file = join(mkdtempSync(join(tmpdir(), 'coldaisle-csv-')), 'a.csv');
  const parts: number[] = [];
  const deps = {
    session: () => ({ world }) as never,
    door: {
      execute: async (input: unknown) => {
        const decision = decide(world, commandSchema.parse(input), tester);
        if (!decision.ok) return decision;
        applyEvents(world, decision.value.events);
        return { ok: true, value: {} as never } as const;
      },
    },
    operations: {
      list: () => [],
      run: (_: string, work: (progress: (part: number) => void, id: never) => unknown) =>
        work((part) => parts.push(part), 'operation-1' as never),
    } as never,
  };
  writeFileSync(file, 'serial,owner\nSN-2,New owner\nSN-3,x\n');
  expect(await checkCsv(deps, { file })).toMatchObject({
    value: { csv: { counts: { change: 1, wrong: 1 } } },
  });
  expect(await importCsv(deps, { file, lines: 'all' }, tester)).toMatchObject({
    ok: false,
    refusal: { message: '1 lines are wrong; nothing was done', where: 'line 3' },
  });
  expect(await importCsv(deps, { file, lines: 'good' }, tester)).toMatchObject({ ok: true });
  expect(await namesOf(answersOf(world), { owner: 'new owner' })).toEqual(['web-2']);
  expect(parts.at(-1)).toBe(1);
  const refusing = {
    ...deps,
    door: { execute: async () => ({ ok: false, refusal: { code: 'busy', message: 'no' } }) as const },
  };
  writeFileSync(file, 'serial,owner\nSN-2,Other\n');
  expect(await importCsv(refusing, { file, lines: 'all' }, tester)).toMatchObject({
    refusal: { message: '0 of 1 lines were imported; then: no' },
  });
  writeFileSync(file, Buffer.from([0x6e, 0x0a, 0xff, 0xfe]));
  expect(await checkCsv(deps, { file })).toMatchObject({
    refusal: { message: 'The file is not written in UTF-8' },
  });
  expect(await checkCsv(deps, { file: `${file}.none` })).toMatchObject({ refusal: { code: 'not-found' } });
  writeFileSync(file, 'name\n');
  expect(await checkCsv(deps, { file })).toMatchObject({ refusal: { code: 'invalid-input' } });
});
