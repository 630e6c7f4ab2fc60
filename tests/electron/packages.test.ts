import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { driveShell, temporaryFolder } from './fake/drive.ts';
import { listAsar, unpackAsar, writeStubElectron } from './stub-electron.ts';

const root = join(import.meta.dirname, '../..');
const readJson = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>;

test('nothing is compiled, signed by a stranger or published by a build', () => {
  expect(config).toMatchObject({
    npmRebuild: false,
    nodeGypRebuild: false,
    publish: null,
    asar: true,
    afterPack: 'scripts/dist/after-pack.mjs',
  });
});

test('every system has its packages, and each of them opens .coldaisle files', () => {
  expect(config).toMatchObject({
    linux: { target: ['AppImage', 'deb', 'tar.gz'] },
    win: { target: ['nsis', 'portable'] },
    mac: { target: ['dmg', 'zip'] },
    fileAssociations: [expect.objectContaining({ ext: 'coldaisle' })],
  });
});

test('the shell that is packed is the one that is built', () => {
  expect(readJson('package.json')).toMatchObject({ main: 'out/main/electron.js' });
});

const folder = temporaryFolder();
const app = join(folder.path, 'out', 'linux-unpacked');
afterAll(() => folder.remove());

beforeAll(async () => {
  const { path } = folder;
  const { version } = readJson('node_modules/electron/package.json');
  writeStubElectron(join(path, 'electron'), String(version));
  const words = [
    join(root, 'node_modules/electron-builder/cli.js'),
    '--linux',
    'dir',
    '--x64',
    '--publish',
    'never',
    `--config.electronDist=${join(path, 'electron')}`,
    `--config.directories.output=${join(path, 'out')}`,
  ];
  await promisify(execFile)(process.execPath, words, { cwd: root });
}, 300_000);

test('a package holds the app, one SQLite, one terminal and nothing else', () => {
  const files = listAsar(join(app, 'resources', 'app.asar'));
  const paths = files.map((file) => file.path);

  expect(paths).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/electron.js',
      'out/main/host-process.js',
      'out/preload/bridge.cjs',
      'out/renderer/index.html',
      'resources/labs/starter.lab.yaml',
      'resources/icons/256x256.png',
      'node_modules/better-sqlite3/lib/index.js',
      'node_modules/aedes/package.json',
    ]),
  );
  const unwanted = [
    /^(sim|db|src-|tests|scripts|specs|docs|bin)/,
    /^out\/types\//,
    /^node_modules\/(node-(linux|win|darwin)-|@types\/|electron|react|vite|node-addon-api)/,
    /better-sqlite3\/(deps|src)\//,
    /\.map$|\.d\.[cm]?ts$/,
  ];
  expect(paths.filter((name) => unwanted.some((pattern) => pattern.test(name)))).toEqual([]);
  expect(
    files.filter((file) => file.isUnpacked && file.path.endsWith('.node')).map((file) => file.path),
  ).toEqual([
    'node_modules/@lydell/node-pty-linux-x64/pty.node',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ]);
  const megabytes = files.reduce((sum, file) => sum + file.size, 0) / 1e6;
  expect(megabytes).toBeLessThan(40);
});

test('what is packed is enough: it starts, serves and ends under the fake Electron', async () => {
  const unpacked = join(folder.path, 'app');
  unpackAsar(join(app, 'resources', 'app.asar'), unpacked);
  const data = join(folder.path, 'data');
  mkdirSync(data);
  const shell = driveShell({ data, built: join(unpacked, 'out') });
  const url = await shell.ready();
  const page = await fetch(new URL('/', url));
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("script-src 'self'"),
  ]);
  await shell.call('quit').catch(() => undefined);
  expect(await shell.exit).toBe(0);
});

test('the fuses are burnt', async () => {
  // 48 and 49 are the characters 0 and 1 of the wire.
  const wire = await getCurrentFuseWire(join(app, 'coldaisle'));
  const [off, on] = [48, 49];
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  });
});
