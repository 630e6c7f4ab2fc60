import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { missingVmwarePeers, vmwarePlaces } from '../../../scripts/peers/vmware-places.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('what was not built in the cache is missing by its name, and the cache is where the user wants it', () => {
  const cache = mkdtempSync(join(tmpdir(), 'coldaisle-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
  expect(vmwarePlaces().govc).toBe(join(cache, 'coldaisle-peers', 'vmware', 'bin', 'govc'));
  expect(missingVmwarePeers()).toEqual(
    expect.arrayContaining([
      'govc',
      'vcsim',
      "govc's tests",
      'pyvmomi 6.7.1',
      'pyvmomi 8.0.3',
      'pyvmomi 9.0.0',
    ]),
  );
});
