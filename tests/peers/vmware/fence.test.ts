/** Agents that take the power from a node of a cluster, as Pacemaker calls them: over REST, and over SOAP by our WSDL. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missingOf } from './debian.ts';
import { reason as govcIsMissing } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim } from './server.ts';
import type { Vcsim } from './server.ts';
import { openWholeLab } from './whole-lab.ts';
import type { WholeLab } from './whole-lab.ts';

const reason = missingOf({ fence_vmware_rest: 'fence-agents', fence_vmware_soap: 'fence-agents' });
const patience = 300_000;
const user = 'administrator@vsphere.local';

type Fence = (
  ...words: readonly string[]
) => Promise<{ readonly status: number | null; readonly said: string }>;

const fence =
  (agent: 'rest' | 'soap', url: URL, password: string): Fence =>
  async (...words) => {
    const { status, output, error } = await runProgram(
      [`/usr/sbin/fence_vmware_${agent}`, '-a', url.hostname, '-u', url.port].concat(
        ['-l', user, '-p', password, '--ssl', '--ssl-insecure', '--login-timeout=60', '--shell-timeout=60'],
        words,
      ),
      {},
    );
    return { status, said: (output + error).trim() };
  };

describe.skipIf(reason !== null)('fence agents and the whole product', () => {
  let lab: WholeLab;
  beforeAll(async () => {
    lab = await openWholeLab();
  }, patience);
  afterAll(() => lab.close());
  const rest: Fence = (...words) => fence('rest', lab.url, 'Coldaisle1!')(...words);

  test(
    'FR-020-294 fence_vmware_rest lists machines, tells their power, and switches them off, on, and off and on again',
    { timeout: patience },
    async () => {
      const plug = ['-n', 'sim-vmw-vm-001'];
      expect(await rest('-o', 'list')).toEqual({
        status: 0,
        said: 'sim-vmw-vm-001,\nsim-vmw-vm-002,\nsim-vmw-vm-003,',
      });
      expect(await rest('-o', 'monitor')).toMatchObject({ status: 0 });
      expect(await rest(...plug, '-o', 'off')).toEqual({ status: 0, said: 'Success: Powered OFF' });
      // 2 is its word for a machine that is off.
      expect(await rest(...plug, '-o', 'status')).toEqual({ status: 2, said: 'Status: OFF' });
      expect(await rest(...plug, '-o', 'on')).toEqual({ status: 0, said: 'Success: Powered ON' });
      expect(await rest(...plug, '-o', 'reboot')).toEqual({ status: 0, said: 'Success: Rebooted' });
      expect(await rest(...plug, '-o', 'status')).toEqual({ status: 0, said: 'Status: ON' });
    },
  );

  test(
    'FR-020-294 fence_vmware_rest says which machine there is not, and that a password is wrong',
    { timeout: patience },
    async () => {
      const none = await rest('-n', 'nothing', '-o', 'off');
      expect([none.said, none.status]).toEqual([expect.stringContaining('plug is not available'), 1]);
      const wrong = await fence('rest', lab.url, 'wrong')('-o', 'list');
      expect([wrong.said, wrong.status]).toEqual([expect.stringContaining('Unable to connect/login'), 1]);
    },
  );
});

describe.skipIf(reason !== null || govcIsMissing !== null)('fence agents and vcsim', () => {
  let vcsim: Vcsim;
  beforeAll(async () => {
    vcsim = await startVcsim('ours', ['-username', user, '-password', 'of-the-fence']);
  }, patience);
  afterAll(() => vcsim.stop());

  test(
    'FR-020-295 fence_vmware_soap, which makes itself from our WSDL, lists machines and restarts one by its path',
    { timeout: patience },
    async () => {
      const soap = fence('soap', vcsim.url, 'of-the-fence');
      // Each reads all of the interface, which is most of its work: both at once.
      const [list, reboot] = await Promise.all([
        soap('-o', 'list'),
        soap('-n', '/DC0/vm/DC0_H0_VM0', '-o', 'reboot'),
      ]);
      expect(list).toMatchObject({ status: 0, said: expect.stringMatching(/^DC0_\w+,[0-9a-f-]{36}$/m) });
      expect(list.said.split('\n')).toHaveLength(4);
      expect(reboot).toEqual({ status: 0, said: 'Success: Rebooted' });
    },
  );
});
