import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dataDirectory, runFile } from './data-directory.ts';

const at = (platform: NodeJS.Platform, env: Record<string, string> = {}) => ({
  env,
  platform,
  home: '/home/ada',
});

test('FR-150-003 the data directory is the one asked for, before the environment and the system', () => {
  expect(dataDirectory('/labs', at('linux', { COLDAISLE_DATA: '/other' }))).toBe(resolve('/labs'));
  expect(dataDirectory(undefined, at('linux', { COLDAISLE_DATA: '/other' }))).toBe(resolve('/other'));
  expect(dataDirectory('', at('linux'))).toBe(join('/home/ada', '.local', 'share', 'coldaisle'));
});

test('FR-150-003 each system keeps its data in its usual place', () => {
  expect(dataDirectory(undefined, at('linux', { XDG_DATA_HOME: '/xdg' }))).toBe(join('/xdg', 'coldaisle'));
  expect(dataDirectory(undefined, at('linux', { XDG_DATA_HOME: 'not/absolute' }))).toBe(
    join('/home/ada', '.local', 'share', 'coldaisle'),
  );
  expect(dataDirectory(undefined, at('darwin'))).toBe(
    join('/home/ada', 'Library', 'Application Support', 'Coldaisle'),
  );
  expect(dataDirectory(undefined, at('win32', { APPDATA: 'C:\\Roaming' }))).toBe(
    join('C:\\Roaming', 'Coldaisle'),
  );
});

test('FR-150-003 the run file lies in the data directory', () => {
  expect(runFile('/labs')).toBe(join('/labs', 'run', 'host.json'));
});
