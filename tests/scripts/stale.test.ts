import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  hashOfSources,
  holdsAll,
  isBuilt,
  isInstalled,
  markBuilt,
  markInstalled,
  unmarkBuilt,
} from '../../scripts/start/stale.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'coldaisle-stale-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const lock = (packages: object): string => JSON.stringify({ packages });

test('a fresh clone is neither installed nor built', () => {
  put('package-lock.json', lock({}));
  expect(isInstalled(root)).toBe(false);
  expect(isBuilt(root)).toBe(false);
});

test('what was installed is stale once the lock file changes', () => {
  put('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
  mkdirSync(join(root, 'node_modules'));
  markInstalled(root);
  expect(isInstalled(root)).toBe(true);
  put('package-lock.json', lock({ 'node_modules/a': { version: '2.0.0' } }));
  expect(isInstalled(root)).toBe(false);
});

test('what somebody installed with npm himself is recognised', () => {
  put('package-lock.json', lock({ '': {}, 'node_modules/a': { version: '1.0.0' } }));
  put('node_modules/.package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
  expect(isInstalled(root)).toBe(true);
});

test('an optional package may be missing, another may not, and none may be old', () => {
  const wanted = lock({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '1.0.0', optional: true },
  });
  expect(holdsAll(lock({ 'node_modules/a': { version: '1.0.0' } }), wanted)).toBe(true);
  expect(holdsAll(lock({ 'node_modules/b': { version: '1.0.0' } }), wanted)).toBe(false);
  expect(holdsAll(lock({ 'node_modules/a': { version: '0.9.0' } }), wanted)).toBe(false);
  expect(holdsAll('', wanted)).toBe(false);
});

test('a build is stale once a source, its name or the lock file changes, and not before', () => {
  put('package-lock.json', lock({}));
  put('sim/kernel/world.ts', 'one');
  mkdirSync(join(root, 'out'));
  markBuilt(root, hashOfSources(root));
  expect(isBuilt(root)).toBe(true);

  put('sim/kernel/world.test.ts', 'a test is not built');
  put('README.md', 'nor is this');
  expect(isBuilt(root)).toBe(true);

  put('sim/kernel/world.ts', 'two');
  expect(isBuilt(root)).toBe(false);
  put('sim/kernel/world.ts', 'one');
  expect(isBuilt(root)).toBe(true);

  put('package-lock.json', lock({ 'node_modules/a': { version: '1.0.0' } }));
  expect(isBuilt(root)).toBe(false);
});

test('a build that broke off leaves nothing that looks finished', () => {
  put('sim/one.ts', 'one');
  mkdirSync(join(root, 'out'));
  markBuilt(root, hashOfSources(root));
  unmarkBuilt(root);
  expect(isBuilt(root)).toBe(false);
});
