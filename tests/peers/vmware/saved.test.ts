/** What `govc object.save` keeps of either server is loaded by the other, and by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places, reason } from './peers.ts';
import type { ServerName } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim } from './server.ts';

if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

/** No vApp: a machine in one hangs on no folder of a vCenter, and on one of vcsim. */
const model = '-dc 2 -cluster 1 -host 2 -vm 2 -pool 1 -pod 1 -ds 2 -pg 2 -folder 1'.split(' ');
const seen = ['config.uuid', 'config.instanceUuid', 'config.guestId', 'runtime.powerState'].concat(
  'config.hardware.memoryMB',
  'config.hardware.numCPU',
  'summary.config.numEthernetCards',
  'summary.config.numVirtualDisks',
);
const pairs = [
  ['real', 'ours'],
  ['ours', 'real'],
  ['ours', 'ours'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'coldaisle-saved-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Inventory = { readonly tree: readonly string[]; readonly machines: readonly string[] };

/** Starts a server, asks it for all it has, and lets it be saved where a folder is named. */
async function inventoryOf(server: ServerName, flags: readonly string[], into?: string): Promise<Inventory> {
  const running = await startVcsim(server, flags);
  const environment = {
    GOVC_URL: running.url.href,
    GOVC_INSECURE: '1',
    GOVC_PERSIST_SESSION: 'false',
    GOVC_DATACENTER: '',
  };
  const govc = async (...words: string[]): Promise<string[]> => {
    const { status, output, error } = await runProgram([places.govc, ...words], { environment });
    expect({ words, status, error }).toEqual({ words, status: 0, error: '' });
    return output.split('\n').filter((line) => line !== '');
  };
  try {
    const tree = await govc('find', '-l', '/');
    const machines: string[] = [];
    for (const path of (await govc('find', '/', '-type', 'm')).toSorted())
      machines.push([path, ...(await govc('object.collect', '-s', path, ...seen))].join(' '));
    if (into !== undefined) await govc('object.save', '-d', into);
    return { tree: tree.toSorted(), machines };
  } finally {
    await running.stop();
  }
}

describe.skipIf(reason !== null)('an inventory on the disk', () => {
  const saved = new Map<ServerName, Inventory>();
  beforeAll(async () => {
    for (const server of ['real', 'ours'] as const)
      saved.set(server, await inventoryOf(server, model, join(folder, server)));
  }, 300_000);

  test.each(pairs)(
    'FR-020-313 what govc saved of %s is, loaded by %s, the same tree with the same machines',
    { timeout: 300_000 },
    async (from, by) => {
      const loaded = await inventoryOf(by, ['-load', join(folder, from)]);
      expect(loaded).toEqual(saved.get(from));
      expect(loaded.machines).toHaveLength(8);
    },
  );
});
