import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isUnitTest } from '../../scripts/test/sets.mjs';
import { lookAt } from '../../scripts/unchanged/look.mjs';
import { hashOf, isSource, readProject } from '../../scripts/unchanged/project.mjs';
import { keepProven, keysNow, readProven, unproven } from '../../scripts/unchanged/proven.mjs';
import { machineFacts, verdictKeys } from '../../scripts/unchanged/verdicts.mjs';
import { projectFiles, root } from '../architecture/project.ts';

type Texts = Record<string, string>;

/** What a change of some files makes unproven, step by step. */
function stirredBy(before: Texts, change: Texts, facts: readonly [string, string] = ['', '']) {
  const [old, now] = [keysOf(before, facts[0]), keysOf({ ...before, ...change }, facts[1])];
  return (step: string): string[] => unproven(now[step] ?? {}, old[step]);
}

function keysOf(texts: Texts, fact: string) {
  const files = new Map(
    Object.entries(texts).map(([name, text]) => [
      name,
      { hash: hashOf(name, text), look: isSource(name) ? lookAt(name, text) : null },
    ]),
  );
  const whole = hashOf(...[...files.values()].map(({ hash }) => hash));
  return verdictKeys({ files, whole }, [fact]);
}

const floor: Texts = {
  'package-lock.json': '{}',
  'vitest.config.ts': '',
  'docs/alarms.md': 'what rings',
  'resources/labs/starter.lab.yaml': 'site: Delft',
  'sim/air/inlet.ts': `import { flow } from './flow.ts'; import type { Air } from './air.ts'; export const inlet = flow;`,
  'sim/air/flow.ts': 'export const flow = 1;',
  'sim/air/air.ts': 'export interface Air { readonly warm: boolean }',
  'sim/air/inlet.test.ts': `import { inlet } from './inlet.ts'; inlet;`,
  'sim/air/other.test.ts': 'export {};',
};

describe('what a test leans on', () => {
  test('a changed import of an import runs the test again, and no other', () => {
    const stirred = stirredBy(floor, { 'sim/air/flow.ts': 'export const flow = 2;' });
    expect(stirred('unit tests')).toEqual(['sim/air/inlet.test.ts']);
    expect(stirred('lint')).toEqual(['sim/air/inlet.ts', 'sim/air/flow.ts', 'sim/air/inlet.test.ts']);
  });

  test('where only a type changed, nothing runs otherwise, but lint looks again at who knows the type', () => {
    const stirred = stirredBy(floor, { 'sim/air/air.ts': 'export interface Air { readonly warm: 1 }' });
    expect(stirred('unit tests')).toEqual([]);
    expect(stirred('lint')).toEqual(['sim/air/inlet.ts', 'sim/air/air.ts', 'sim/air/inlet.test.ts']);
  });

  test('nothing changed: nothing is judged again', () => {
    const stirred = stirredBy(floor, {});
    for (const step of ['unit tests', 'lint', 'walls', 'knip']) expect(stirred(step)).toEqual([]);
  });

  test.each([
    ['a package', 'package-lock.json'],
    ['how tests run', 'vitest.config.ts'],
    ['the compiler’s settings', 'sim/tsconfig.json'],
    ['lint’s rules', '.oxlintrc.json'],
    ['this very reckoning', 'scripts/unchanged/keys.mjs'],
  ])('%s changed: everything is judged again', (_what, file) => {
    const stirred = stirredBy(floor, { [file]: '// another' });
    expect(stirred('unit tests')).toHaveLength(2);
    expect(stirred('lint').length).toBeGreaterThanOrEqual(5);
    expect(stirred('walls')).toEqual(['all']);
    expect(stirred('knip')).toEqual(['all']);
  });

  test('another Node, another machine: everything is judged again', () => {
    expect(stirredBy(floor, {}, ['v24.1.0', 'v24.2.0'])('unit tests')).toHaveLength(2);
    const facts = machineFacts(root, { TZ: 'UTC', HOME: '/root', LC_ALL: 'C' });
    expect(facts).toContain(process.version);
    expect(facts).toContain('TZ=UTC');
    expect(facts.join()).not.toContain('/root');
  });

  test.each([
    ['readFileSync(new URL("../../docs/alarms.md", import.meta.url))', 'docs/alarms.md', true],
    ['load(join(import.meta.dirname, "../..", "resources/labs"))', 'resources/labs/starter.lab.yaml', true],
    ['import.meta.glob("../../docs/*.md")', 'docs/alarms.md', true],
    ['load(join(import.meta.dirname, "../../resources"))', 'docs/alarms.md', false],
    ['load(join(import.meta.dirname, "../../resources"))', 'resources/new.yaml', true],
    ['load(join(import.meta.dirname, "../.."))', 'docs/alarms.md', true],
    ['load(join(import.meta.dirname, "../air"))', 'docs/alarms.md', true],
    ['load(new URL("nowhere.json", import.meta.url))', 'docs/alarms.md', true],
    ['load(new URL(name, import.meta.url))', 'docs/alarms.md', true],
    ['import("./" + name)', 'docs/alarms.md', true],
    ['import("./nowhere.ts")', 'docs/alarms.md', true],
    ['readFileSync("docs/alarms.md")', 'docs/alarms.md', true],
    ['readFileSync("/etc/hosts")', 'docs/alarms.md', false],
    ['process.cwd()', 'docs/alarms.md', true],
  ])('a test with %s depends on %s: %s', (code, file, depends) => {
    const text = `import { readFileSync } from 'node:fs'; ${code};`;
    const before = { ...floor, 'src-main/x/file.test.ts': text };
    const again = stirredBy(before, { [file]: 'another' })('unit tests').includes('src-main/x/file.test.ts');
    expect(again).toBe(depends);
  });

  test('a test that starts programs depends on everything, unless it names what it starts', () => {
    const before = {
      ...floor,
      'db/writer.fixture.ts': 'export {};',
      'db/blind.test.ts': `import { spawn } from 'node:child_process'; spawn('git', ['status']);`,
      'db/told.test.ts': `import { fork } from 'node:child_process'; fork(join(import.meta.dirname, 'writer.fixture.ts'));`,
    };
    expect(stirredBy(before, { 'docs/alarms.md': '' })('unit tests')).toEqual(['db/blind.test.ts']);
    const stirred = stirredBy(before, { 'db/writer.fixture.ts': 'export const one = 1;' });
    expect(stirred('unit tests')).toEqual(['db/blind.test.ts', 'db/told.test.ts']);
  });

  test('files that import each other change together', () => {
    const before = {
      'sim/a.ts': `import './b.ts';`,
      'sim/b.ts': `import './c.ts'; import './a.ts';`,
      'sim/c.ts': `import './b.ts';`,
      'sim/a.test.ts': `import './a.ts';`,
      'sim/c.test.ts': `import './c.ts';`,
    };
    for (const file of ['sim/a.ts', 'sim/b.ts', 'sim/c.ts'])
      expect(stirredBy(before, { [file]: `${before['sim/b.ts']} 1;` })('unit tests')).toHaveLength(2);
  });

  test('a declaration that nobody imports is seen by lint everywhere', () => {
    const before = { ...floor, 'sim/names.d.ts': 'declare const one: 1;' };
    expect(stirredBy(before, { 'sim/names.d.ts': 'declare const one: 2;' })('lint')).toHaveLength(7);
  });
});

describe('what stands between files', () => {
  test('walls are walked again when an import moves or a file comes, not when a body changes', () => {
    expect(stirredBy(floor, { 'sim/air/flow.ts': 'export const flow = 3;' })('walls')).toEqual([]);
    expect(stirredBy(floor, { 'sim/air/flow.ts': `import './air.ts';` })('walls')).toEqual(['all']);
    expect(stirredBy(floor, { 'sim/air/flow.ts': `export type * from './air.ts';` })('walls')).toEqual([
      'all',
    ]);
    expect(stirredBy(floor, { 'sim/air/new.ts': '' })('walls')).toEqual(['all']);
  });

  test('dead code is looked for again when code changes, not when prose does', () => {
    expect(stirredBy(floor, { 'sim/air/flow.ts': 'export const flow = 3;' })('knip')).toEqual(['all']);
    expect(stirredBy(floor, { 'docs/alarms.md': 'more' })('knip')).toEqual([]);
  });
});

test('what vitest is set up with is among the settings', () => {
  const { runs } = lookAt('vitest.config.ts', readFileSync(join(root, 'vitest.config.ts'), 'utf8'));
  const own = runs.filter((specifier) => specifier.startsWith('.'));
  expect(own).toEqual(['./scripts/test/sets.mjs']);
});

test('every test file of the rooms is in the check, or in the run of whole hosts', () => {
  expect(isUnitTest('sim/physics/air/units.test.ts')).toBe(true);
  expect(isUnitTest('src-renderer/features/help/help.test.tsx')).toBe(true);
  expect(isUnitTest('src-main/cli/real-host.test.ts')).toBe(false);
  expect(isUnitTest('tests/peers/bash.test.ts')).toBe(false);
  expect(projectFiles().filter(isUnitTest).length).toBeGreaterThan(500);
});

describe('a folder under git', () => {
  let folder: string;
  const put = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const unitKeys = () => keysNow(folder)?.['unit tests'] ?? {};

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'coldaisle-unchanged-'));
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    for (const [name, text] of Object.entries(floor)) put(name, text);
    put('.gitignore', '.cache/\n');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('what passed is remembered until it changes', () => {
    const before = keysNow(folder) ?? {};
    keepProven(folder, { before, passed: { 'unit tests': ['sim/air/inlet.test.ts'] } });
    const known = () => readProven(folder)['unit tests'];
    expect(unproven(unitKeys(), known())).toEqual(['sim/air/other.test.ts']);
    put('sim/air/flow.ts', 'export const flow = 9;');
    expect(unproven(unitKeys(), known())).toEqual(['sim/air/inlet.test.ts', 'sim/air/other.test.ts']);
    put('sim/air/flow.ts', floor['sim/air/flow.ts'] ?? '');
    expect(unproven(unitKeys(), known())).toEqual(['sim/air/other.test.ts']);
  });

  test('what somebody changed while it was judged is not remembered', () => {
    const before = keysNow(folder) ?? {};
    put('sim/air/flow.ts', 'export const flow = 9;');
    keepProven(folder, {
      before,
      passed: { 'unit tests': ['sim/air/inlet.test.ts', 'sim/air/other.test.ts'] },
    });
    expect(unproven(unitKeys(), readProven(folder)['unit tests'])).toEqual(['sim/air/inlet.test.ts']);
  });

  test('a memory that is no longer whole is none', () => {
    put('.cache/check/proven.json', '{"form":1,"proven":{"unit te');
    expect(readProven(folder)).toEqual({});
    put('.cache/check/looks.json', 'null');
    expect(readProject(folder)?.files.size).toBe(Object.keys(floor).length + 1);
  });

  test('a build changes what may be read of everything', () => {
    const { whole } = readProject(folder) ?? {};
    put('out/.stamp', 'built');
    expect(readProject(folder)?.whole).not.toBe(whole);
  });

  test('a folder that git does not know is judged whole', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    expect(keysNow(folder)).toBe(null);
  });
});
