import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSource, projectFiles, readProjectFile, root } from './project.ts';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const violations = {
  'max-lines': ['sim/a/long.ts', lines(401, (index) => `export const n${index} = ${index};`)],
  'max-lines-per-function': ['sim/a/deep.ts', `export function deep() {\n${lines(61, () => 'void 0;')}\n}\n`],
  'max-params': ['sim/a/wide.ts', 'export const wide = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\n'],
  complexity: [
    'sim/a/knot.ts',
    `export function knot(n: number) {\n${lines(12, (i) => `if (n === ${i}) return ${i};`)}\nreturn n;\n}\n`,
  ],
  'no-explicit-any': ['sim/a/any.ts', 'export const any = (value: any): unknown => value;\n'],
  'no-default-export': ['sim/a/default.ts', 'export default 1;\n'],
  'no-restricted-globals': ['sim/a/now.ts', 'export const now = () => new Date();\n'],
  'no-restricted-properties': [
    'sim/a/chance.ts',
    'export const chance = () => Math.random() + Math.exp(1);\n',
  ],
  'no-focused-tests': [
    'sim/a/only.test.ts',
    `import { test } from 'vitest';\ntest.only('x', () => undefined);\n`,
  ],
  'no-disabled-tests': [
    'sim/a/skip.test.ts',
    `import { test } from 'vitest';\ntest.skip('x', () => undefined);\n`,
  ],
} as const;

const allowed = {
  'sim/a/rows.table.ts': lines(500, (index) => `export const n${index} = ${index};`),
  'sim/a/long.test.ts': `import { expect, test } from 'vitest';\ntest('x', () => {\n${lines(80, () => 'expect(1).toBe(1);')}\n});\n`,
  'src-main/a/now.ts': 'export const now = () => new Date();\n',
} as const;

type Report = { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] };

const folder = mkdtempSync(join(tmpdir(), 'coldaisle-limits-'));
let report: Report;

beforeAll(() => {
  for (const [file, text] of [...Object.values(violations), ...Object.entries(allowed)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  // Without types: these rules need none, and the folder has no tsconfig.
  const config = JSON.parse(readProjectFile('.oxlintrc.json')) as { options?: unknown };
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, options: {} }));
  const oxlint = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json', '.'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  report = JSON.parse(oxlint.stdout) as Report;
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(violations))('FR-001-003 lint holds %s', (rule, [file]) => {
  const found = report.diagnostics.filter(({ filename }) => filename.endsWith(file)).map(({ code }) => code);
  expect(found.join()).toContain(`(${rule})`);
});

test.each(Object.keys(allowed))('lint lets %s be', (file) => {
  expect(report.diagnostics.filter(({ filename }) => filename.endsWith(file))).toEqual([]);
});

test('nobody talks lint or the compiler out of a rule', () => {
  const excuse = /(ox|es)lint[-]disable|@ts[-](ignore|nocheck|expect-error)/;
  const sources = projectFiles().filter(isSource);
  expect(sources.filter((file) => excuse.test(readProjectFile(file)))).toEqual([]);
});

test('nothing is left for later', () => {
  const later = /\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/;
  const sources = projectFiles().filter((file) => isSource(file) || file.endsWith('.css'));
  expect(sources.filter((file) => later.test(readProjectFile(file)))).toEqual([]);
});

test('files are in kebab-case, and none is called utils, helpers or manager', () => {
  const sources = projectFiles().filter(
    (file) => /^(sim|db|src-[a-z]+|scripts|bin|tests)\//.test(file) && isSource(file),
  );
  const names = sources.map((file) => file.split('/').at(-1) ?? '');
  expect(names.filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(names.filter((name) => /\b(utils?|helpers?|managers?|impl)\b/.test(name))).toEqual([]);
});
