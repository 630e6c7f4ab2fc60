import { expect, test } from 'vitest';
import { dataDirectory as ours } from '../../scripts/start/data-directory.mjs';
import { dataDirectory as theHosts } from '../../src-main/host/data-directory.ts';

const env = { APPDATA: '/appdata', XDG_DATA_HOME: '/xdg' };

test.each([
  ['win32', env],
  ['win32', {}],
  ['darwin', env],
  ['linux', env],
  ['linux', {}],
  ['linux', { XDG_DATA_HOME: 'relative' }],
  ['linux', { ...env, COLDAISLE_DATA: '/chosen' }],
] as const)('start and host agree where the data is, on %s with %j', (platform, environment) => {
  for (const asked of [undefined, '/asked']) {
    const surroundings = { env: environment, platform, home: '/home/ann' };
    expect(ours(asked ?? null, surroundings)).toBe(theHosts(asked, surroundings));
  }
});
