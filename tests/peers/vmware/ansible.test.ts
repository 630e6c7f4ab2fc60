import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { needClosedSdk, needPort443 } from './closed-sdk.table.ts';
import { reason } from './peers.ts';
import { runPlaybooks } from './playbooks.ts';
import type { Played } from './playbooks.ts';
import { startVcsim } from './server.ts';

/** More than two hundred tasks, each a start of Python. */
const patience = 3_600_000;
const MODULES = '/usr/lib/python3/dist-packages/ansible_collections/community/vmware/plugins/modules';
const PLAYBOOKS = ['site.yml', 'site.yml', 'rest.yml', 'rest.yml', 'info.yml', 'acts.yml'];

const told = (played: readonly Played[], outcome: Played['outcome']): string[] =>
  played
    .filter((each) => each.outcome === outcome)
    .map(({ task, module, why }) => `${task} (${module}) ${why}`);

if (process.env['COLDAISLE_BESIDE'] !== '1')
  process.stdout.write('skipped: two hundred tasks of Ansible take an hour: COLDAISLE_BESIDE=1 runs them\n');

describe.skipIf(reason !== null)("Ansible's VMware collections", () => {
  test.runIf(process.env['COLDAISLE_BESIDE'] === '1')(
    'FR-020-153 a hundred tasks over seventy modules are green, and the estate run again changes nothing',
    { timeout: patience },
    async () => {
      const running = await startVcsim('ours', ['-ds', '2']);
      const played = await runPlaybooks(running.url, PLAYBOOKS);
      await running.stop();
      const modules = new Set(played.map(({ module }) => module));
      const rows = [...modules].toSorted().map((module) => {
        const of = played.filter((each) => each.module === module);
        return `  ${module}: ${of.length} tasks, ${told(of, 'failed').length} failed`;
      });
      process.stdout.write(`${modules.size} modules, ${played.length} tasks\n${rows.join('\n')}\n`);
      expect(told(played, 'failed')).toEqual([]);
      expect(modules.size).toBeGreaterThanOrEqual(70);
      const again = ['site.yml', 'rest.yml'].flatMap((playbook) => {
        const twice = played.filter((each) => each.playbook === playbook);
        return twice.slice(twice.length / 2);
      });
      expect(told(again, 'changed')).toEqual([]);
      expect(played.length - again.length).toBeGreaterThanOrEqual(100);
    },
  );

  test("FR-020-154 every module that cannot be run without VMware's closed SDK is named, and no other", () => {
    const modulesWith = (words: string): string[] =>
      readdirSync(MODULES)
        .filter((file) => file.endsWith('.py'))
        .filter((file) => readFileSync(join(MODULES, file), 'utf8').includes(words))
        .map((file) => file.replace('.py', ''))
        .toSorted();
    expect(modulesWith('VmwareRestClient.vmware_client_argument_spec')).toEqual([...needClosedSdk]);
    // vmware_guest asks for policies only where a task names one.
    expect(modulesWith('module_utils.vmware_spbm import')).toEqual(['vmware_guest', ...needPort443]);
  });
});
