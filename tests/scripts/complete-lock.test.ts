import { expect, test } from 'vitest';
import { completeLock, missingOptionals, platformOf } from '../../scripts/lock/complete-lock.mjs';
import { readProjectFile } from '../architecture/project.ts';

const tool = {
  version: '1.0.0',
  dev: true,
  license: 'MIT',
  optionalDependencies: { '@t/linux-x64-gnu': '1.0.0', '@t/win32-x64': '1.0.0' },
};

test('the lock holds every platform, so that npm ci accepts it on all of them', () => {
  const lock = JSON.parse(readProjectFile('package-lock.json')) as {
    packages: Parameters<typeof missingOptionals>[0];
  };
  expect(missingOptionals(lock.packages).map(({ name }) => name)).toEqual([]);
});

test('a missing package of another platform is put in, marked for that platform', () => {
  const packages = { '': {}, 'node_modules/@t/linux-x64-gnu': { version: '1.0.0' }, 'node_modules/t': tool };
  const done = completeLock(packages);
  expect(done.added).toEqual(['node_modules/@t/win32-x64']);
  expect(done.packages['node_modules/@t/win32-x64']).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    dev: true,
    license: 'MIT',
    optional: true,
    os: ['win32'],
  });
  expect(missingOptionals(done.packages)).toEqual([]);
});

test('a package that lies beside the one that asks is not missing', () => {
  const packages = {
    'node_modules/t': { optionalDependencies: { u: '1.0.0' } },
    'node_modules/t/node_modules/u': {},
  };
  expect(missingOptionals(packages)).toEqual([]);
});

test('what has no platform in its name is reported, never guessed', () => {
  const done = completeLock({ 'node_modules/t': { optionalDependencies: { 'cpu-features': '1.0.0' } } });
  expect(done).toMatchObject({ added: [], unknown: ['cpu-features@1.0.0'] });
});

test.each([
  ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@oxlint/binding-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
  ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
  ['@tailwindcss/oxide-wasm32-wasi', { cpu: ['wasm32'] }],
  ['@oxlint-tsgolint/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ['fsevents', null],
])('the platform of %s is read from its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
