/** oslo.vmware, by which Nova and Cinder speak to a vCenter. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { missingOf } from './debian.ts';
import { reason as govcIsMissing } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim } from './server.ts';

const missing = missingOf({ oslo_vmware: 'python3-oslo.vmware' });
const USER = 'administrator@vsphere.local';
const PASSWORD = 'of-oslo';

type Step = { readonly step: string; readonly ok: boolean; readonly found: unknown };

describe.skipIf(missing !== null || govcIsMissing !== null)('oslo.vmware', () => {
  test(
    'FR-020-305 oslo.vmware pages through properties, waits for tasks and leases, knows faults, moves files and disks, asks for policies and opens its session anew',
    { timeout: 300_000 },
    async () => {
      const vcsim = await startVcsim('ours', ['-ds', '2', '-username', USER, '-password', PASSWORD]);
      const { hostname, port } = vcsim.url;
      const { output, error } = await runProgram(
        ['/usr/bin/python3', '-W', 'ignore', 'tour.py', hostname, port, USER, PASSWORD],
        {
          directory: fileURLToPath(new URL('oslo', import.meta.url)),
          environment: { PYTHONDONTWRITEBYTECODE: '1' },
        },
      );
      await vcsim.stop();
      const steps = output.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Step]));
      expect([error, steps.filter(({ ok }) => !ok)]).toEqual(['', []]);
      expect(Object.fromEntries(steps.map(({ step, found }) => [step, found]))).toEqual({
        about: 'VirtualCenter',
        pages: ['DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1', 'DC0_H0_VM0', 'DC0_H0_VM1'],
        'given up': 'InvalidPropertyException',
        properties: [1, 'poweredOn', expect.stringMatching(/^\[LocalDS_\d\] DC0_H0_VM0\/DC0_H0_VM0\.vmx$/)],
        power: ['poweredOff', 'InvalidPowerStateException', 'poweredOn'],
        faults: ['DuplicateName', 'ManagedObjectNotFoundException', 'VimFaultException'],
        files: [13_000, true],
        'flat image': 262_144,
        'lease by POST': ['leased-POST', 'poweredOff'],
        'lease by PUT': ['leased-PUT', 'poweredOff'],
        export: 'KDMV',
        policies: [null, expect.objectContaining({ 'VVol No Requirements Policy': 2 })],
        session: [false, 'DC0', true],
      });
    },
  );
});
