/** Apache Libcloud's two drivers for vSphere, each through all that it can do. */
import { describe, expect, test } from 'vitest';
import { missingOf } from './debian.ts';
import { places, reason as pyvmomiIsMissing } from './peers.ts';
import { startVcsim } from './server.ts';
import { tour } from './tour.ts';

const reason = missingOf({ libcloud: 'python3-libcloud' });
const flags = ['-username', 'administrator@vsphere.local', '-password', 'of-libcloud'];

describe.skipIf(reason !== null || pyvmomiIsMissing !== null)('Apache Libcloud', () => {
  test(
    'FR-020-296 both drivers list, make, change, snapshot, restart and destroy machines',
    { timeout: 300_000 },
    async () => {
      const vcsim = await startVcsim('ours', flags);
      const found = await tour({
        directory: 'libcloud',
        script: 'drivers.py',
        url: vcsim.url,
        libraries: places.python['6.7.1'] ?? '',
      });
      await vcsim.stop();
      const names = ['DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'DC0_H0_VM0', 'DC0_H0_VM1'];
      expect(found['rest: nodes']).toEqual(names);
      expect(found['soap: nodes']).toEqual(names);
      expect(found['rest: locations']).toEqual(found['soap: locations']);
      expect(found['rest: memory']).toBe(256);
      expect(found['soap: its size']).toEqual([512, { cpus: 2 }]);
      expect(found['soap: images']).toEqual(['DC0_H0_VM1']);
      expect(found['soap: snapshots']).toEqual(['first']);
      expect(found['soap: console']).toBe('wss');
    },
  );
});
