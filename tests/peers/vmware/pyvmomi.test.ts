import { describe, expect, test } from 'vitest';
import { pyvmomiVersions, reason } from './peers.ts';
import { runProbe } from './probe.ts';
import { startVcsim } from './server.ts';

const FLAGS = ['-ds', '2', '-username', 'administrator@vsphere.local', '-password', 'of-the-probe'];

describe.skipIf(reason !== null)('pyvmomi', () => {
  test.each(pyvmomiVersions)(
    'FR-020-152 every step of the probe passes with pyvmomi %s',
    { timeout: 900_000 },
    async (version) => {
      const running = await startVcsim('ours', FLAGS);
      const steps = await runProbe(running.url, version);
      await running.stop();
      expect(steps.filter(({ why }) => why !== null)).toEqual([]);
      expect(steps.length).toBeGreaterThanOrEqual(80);
    },
  );
});
