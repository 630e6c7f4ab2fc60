import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kept, rounds } from './ansible-parts.table.ts';
import { needClosedSdk, needNamesOfHosts, needPort443 } from './closed-sdk.table.ts';
import { reason } from './peers.ts';
import { runParts } from './playbooks.ts';
import type { Played } from './playbooks.ts';
import { startVcsim } from './server.ts';

/** More than two hundred and fifty tasks, each a start of Python. */
const patience = 1_800_000;
const MODULES = '/usr/lib/python3/dist-packages/ansible_collections/community/vmware/plugins/modules';

const told = (played: readonly Played[], outcome: Played['outcome']): string[] =>
  played
    .filter((each) => each.outcome === outcome)
    .map(({ part, time, task, module, why }) => `${part} ${time}, ${task} (${module}) ${why}`);

/** A line for each module: how often, and how each of its tasks ended. */
function tableOf(played: readonly Played[]): string {
  const modules = [...new Set(played.map(({ module }) => module))].toSorted();
  const wide = Math.max(...modules.map(({ length }) => length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(wide)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  const rows = modules.map((module) => {
    const of = played.filter((each) => each.module === module);
    const count = (outcome: Played['outcome']): number => told(of, outcome).length;
    return row(module, [of.length, count('ok'), count('changed'), count('failed')]);
  });
  return [row('module', ['tasks', 'ok', 'changed', 'failed']), ...rows].join('\n');
}

const notRun = (): string =>
  [
    ["need VMware's closed SDK", needClosedSdk],
    ['speak to the policy service at port 443 only', needPort443],
    ['speak to each host by its name at port 443 only', needNamesOfHosts],
  ]
    .map(([why, modules]) => `  not run, they ${String(why)}: ${String(modules).replaceAll(',', ', ')}`)
    .join('\n');

describe.skipIf(reason !== null)("Ansible's VMware collections", () => {
  test(
    'FR-020-153 a hundred tasks over seventy modules are green, and the estate run again changes nothing',
    { timeout: patience },
    async () => {
      const running = await startVcsim('ours', ['-ds', '2', '-api-version', '8.0.2.0']);
      const from = performance.now();
      const played = await runParts(running.url, rounds);
      const seconds = Math.round((performance.now() - from) / 1000);
      const errors = running.errors();
      await running.stop();
      const modules = new Set(played.map(({ module }) => module));
      process.stdout.write(
        `${modules.size} modules, ${played.length} tasks, ${seconds} s\n${tableOf(played)}\n${notRun()}\n`,
      );
      expect(told(played, 'failed')).toEqual([]);
      expect(errors).toBe('');
      expect(modules.size).toBeGreaterThanOrEqual(70);
      const again = played.filter(({ time }) => time === 2);
      expect(new Set(again.map(({ part }) => part))).toEqual(new Set(kept));
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
    expect(modulesWith("'https://' + self.esxi_hostname")).toEqual([...needNamesOfHosts]);
  });
});
