import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ICruiseOptions, type ICruiseResult, type IConfiguration, cruise } from 'dependency-cruiser';
import { afterAll, expect, test } from 'vitest';
import { root } from './project.ts';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

/** The names of the walls that these files break. */
async function broken(files: Files): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-walls-'));
  folders.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const file of ['package.json', 'tsconfig.base.json'])
    symlinkSync(join(root, file), join(folder, file));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const options: ICruiseOptions = {
    ...config.options,
    baseDir: folder,
    validate: true,
    preserveSymlinks: true,
    ruleSet: { forbidden: config.forbidden ?? [] },
  };
  const rooms = [...new Set(Object.keys(files).map((file) => file.split('/')[0] ?? ''))];
  const { output } = await cruise(rooms, options);
  const names = (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
  return [...new Set(names)].toSorted();
}

const value = 'export const one = 1;\n';

const violations: readonly (readonly [wall: string, files: Files])[] = [
  [
    'no-cycle',
    {
      'sim/a/one.ts': `import { two } from './two.ts';\nexport const one = () => two;\n`,
      'sim/a/two.ts': `import { one } from './one.ts';\nexport const two = () => one;\n`,
    },
  ],
  ['sim-is-pure', { 'sim/a/one.ts': `import 'node:fs';\n` }],
  ['sim-is-pure', { 'sim/a/one.ts': `import '../../db/one.ts';\n`, 'db/one.ts': value }],
  [
    'sim-is-pure',
    { 'sim/a/one.ts': `import type { one } from '../../src-main/one.ts';\n`, 'src-main/one.ts': value },
  ],
  ['sim-is-pure', { 'sim/a/one.ts': `import 'ws';\n` }],
  ['the-shell-has-a-parser', { 'sim/guests/shell/one.ts': `import 'ws';\n` }],
  ['sim-tests-are-pure', { 'sim/a/one.test.ts': `import 'node:fs';\n` }],
  [
    'contract-stands-alone',
    { 'sim/contract/one.ts': `import '../kernel/one.ts';\n`, 'sim/kernel/one.ts': value },
  ],
  [
    'db-knows-the-contract-only',
    { 'db/one.ts': `import '../sim/kernel/one.ts';\n`, 'sim/kernel/one.ts': value },
  ],
  ['db-tests-know-sim', { 'db/one.test.ts': `import '../src-main/one.ts';\n`, 'src-main/one.ts': value }],
  [
    'main-knows-sim-and-db',
    { 'src-main/one.ts': `import '../src-renderer/one.ts';\n`, 'src-renderer/one.ts': value },
  ],
  [
    'host-knows-no-electron-room',
    { 'src-main/host/one.ts': `import '../electron/one.ts';\n`, 'src-main/electron/one.ts': value },
  ],
  ['electron-in-its-rooms-only', { 'src-main/host/one.ts': `import { app } from 'electron';\nvoid app;\n` }],
  [
    'electron-in-its-rooms-only',
    { 'src-main/host/one.ts': `import type { App } from 'electron';\nexport type { App };\n` },
  ],
  [
    'renderer-knows-the-contract-only',
    { 'src-renderer/one.ts': `import '../sim/kernel/one.ts';\n`, 'sim/kernel/one.ts': value },
  ],
  ['renderer-has-no-node', { 'src-renderer/one.ts': `import 'node:path';\n` }],
  ['renderer-loads-no-zod', { 'src-renderer/one.ts': `import * as z from 'zod';\nvoid z;\n` }],
  ['preload-is-only-a-bridge', { 'src-preload/one.ts': `import 'node:fs';\n` }],
  [
    'personalities-are-strangers',
    {
      'src-main/personalities/ucs/one.ts': `import '../vmware/one.ts';\n`,
      'src-main/personalities/vmware/one.ts': value,
    },
  ],
  ['host-ships-what-it-imports', { 'src-main/one.ts': `import 'react';\n` }],
  ['every-package-is-listed', { 'src-main/one.ts': `import 'semver';\n` }],
  ['everything-resolves', { 'src-main/one.ts': `import './nowhere.ts';\n` }],
  [
    'no-test-in-the-product',
    { 'src-main/one.ts': `import './two.test.ts';\n`, 'src-main/two.test.ts': value },
  ],
];

test.each(violations)('FR-001-001 the wall %s can fail', async (wall, files) => {
  expect(await broken(files)).toContain(wall);
});

test('every wall has a violation that proves it', () => {
  const names = (config.forbidden ?? []).map(({ name }) => name ?? '');
  expect(new Set(violations.map(([wall]) => wall))).toEqual(new Set(names));
});

test('FR-001-001 what the architecture allows passes', async () => {
  const files = {
    'sim/contract/ids.ts': `import * as z from 'zod';\nexport const id = z.string();\n`,
    'sim/kernel/world.ts': `import { id } from '../contract/ids.ts';\nexport const world = id;\n`,
    'sim/kernel/world.test.ts': `import { test } from 'vitest';\nimport fc from 'fast-check';\nimport { world } from './world.ts';\ntest('x', () => void [fc, world]);\n`,
    'db/store.ts': `import Database from 'better-sqlite3';\nimport { id } from '../sim/contract/ids.ts';\nvoid [Database, id];\n`,
    'db/store.test.ts': `import { world } from '../sim/kernel/world.ts';\nimport { readFileSync } from 'node:fs';\nvoid [world, readFileSync];\n`,
    'src-main/host/host.ts': `import '../../db/store.ts';\nimport { world } from '../../sim/kernel/world.ts';\nexport const host = world;\n`,
    'src-main/electron/main.ts': `import { app } from 'electron';\nimport { host } from '../host/host.ts';\nvoid [app, host];\n`,
    'src-main/personalities/vmware/a.ts': `import './b.ts';\n`,
    'src-main/personalities/vmware/b.ts': value,
    'src-preload/bridge.ts': `import { contextBridge } from 'electron';\nvoid contextBridge;\n`,
    'src-renderer/app.ts': `import { useState } from 'react';\nimport type { id } from '../sim/contract/ids.ts';\nexport { useState };\nexport type { id };\n`,
  };
  expect(await broken(files)).toEqual([]);
});
