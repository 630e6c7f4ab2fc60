/** oslo.vmware, by which Nova and Cinder speak to a vCenter. */
import { describe, expect, test } from 'vitest';
import { missingOf } from './debian.ts';
import { reason as govcIsMissing } from './peers.ts';
import { startVcsim } from './server.ts';
import { tour } from './tour.ts';

const missing = missingOf({ oslo_vmware: 'python3-oslo.vmware' });
const flags = ['-ds', '2', '-username', 'administrator@vsphere.local', '-password', 'of-oslo'];

describe.skipIf(missing !== null || govcIsMissing !== null)('oslo.vmware', () => {
  test(
    'FR-020-305 oslo.vmware pages through properties, waits for tasks and leases, knows faults, moves files and disks, asks for policies and opens its session anew',
    { timeout: 300_000 },
    async () => {
      const vcsim = await startVcsim('ours', flags);
      const found = await tour({ directory: 'oslo', script: 'tour.py', url: vcsim.url });
      await vcsim.stop();
      expect(found).toEqual({
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
