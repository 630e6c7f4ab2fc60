/** Apache Libcloud's two drivers for vSphere, each through all that it can do. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { missingOf } from './debian.ts';
import { places, reason as pyvmomiIsMissing } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim } from './server.ts';

const reason = missingOf({ libcloud: 'python3-libcloud' });
const USER = 'administrator@vsphere.local';
const PASSWORD = 'of-libcloud';

type Step = { readonly step: string; readonly ok: boolean; readonly found: unknown };

describe.skipIf(reason !== null || pyvmomiIsMissing !== null)('Apache Libcloud', () => {
  test(
    'FR-020-296 both drivers list, make, change, snapshot, restart and destroy machines',
    { timeout: 300_000 },
    async () => {
      const vcsim = await startVcsim('ours', ['-username', USER, '-password', PASSWORD]);
      const { hostname, port } = vcsim.url;
      const words = ['/usr/bin/python3', '-W', 'ignore', 'drivers.py', hostname, port, USER, PASSWORD];
      const { output, error } = await runProgram(words, {
        directory: fileURLToPath(new URL('libcloud', import.meta.url)),
        environment: { PYTHONPATH: places.python['6.7.1'] ?? '', PYTHONDONTWRITEBYTECODE: '1' },
      });
      await vcsim.stop();
      const steps = output
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Step);
      expect([error, steps.filter(({ ok }) => !ok)]).toEqual(['', []]);
      const found = new Map(steps.map((each) => [each.step, each.found]));
      const names = ['DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'DC0_H0_VM0', 'DC0_H0_VM1'];
      expect(found.get('rest: nodes')).toEqual(names);
      expect(found.get('soap: nodes')).toEqual(names);
      expect(found.get('rest: locations')).toEqual(found.get('soap: locations'));
      expect(found.get('rest: memory')).toBe(256);
      expect(found.get('soap: its size')).toEqual([512, { cpus: 2 }]);
      expect(found.get('soap: images')).toEqual(['DC0_H0_VM1']);
      expect(found.get('soap: snapshots')).toEqual(['first']);
      expect(found.get('soap: console')).toBe('wss');
    },
  );
});
