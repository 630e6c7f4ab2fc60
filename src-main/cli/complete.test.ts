import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { completionScripts, shells } from './completion-scripts.ts';
import { against, runInTest } from './run-in-test.fixture.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { furnish } from './small-lab.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';
import { verbs } from './verbs.table.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnish(double);
});
afterEach(() => double.close());

async function offered(...words: string[]): Promise<string[]> {
  const { out } = await runInTest(['__complete', ...words], { env: against(double) });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0] ?? '');
}

test('FR-150-022 Tab offers the verbs, all of them and none else', async () => {
  expect(await offered('')).toEqual(verbs.map((verb) => verb.name));
  expect(await offered('s')).toEqual(['status', 'scenario', 'source', 'ssh-config', 'settings']);
  expect(await offered('clock', 're')).toEqual(['resume', 'rewind']);
  expect(await offered('nonsense', '')).toEqual([]);
});

test('FR-150-022 Tab offers the flags that are not yet given, and the values they take', async () => {
  expect(await offered('get', 'racks', '--wa')).toEqual(['--watch']);
  expect(await offered('get', 'racks', '-w', '--wa')).toEqual([]);
  expect(await offered('get', 'racks', '-o', '')).toEqual(['table', 'wide', 'yaml', 'json', 'name']);
  expect(await offered('get', 'racks', '--output=j')).toEqual(['--output=json']);
  expect(await offered('get', 'racks', '--output', '=', 'j')).toEqual(['json']);
  expect(await offered('--color', 'n')).toEqual(['never']);
});

test('FR-150-022 names come from the running host', async () => {
  expect(await offered('get', 'racks', '')).toEqual(['room1/A01', 'A02', 'room2/A01']);
  expect(await offered('get', 'rack', 'A')).toEqual(['A02']);
  expect(await offered('scenario', 'run', 'COOLING_FAILURE', '--room', '')).toEqual(['room1', 'room2']);
  expect(await offered('alarm', 'ack', '')).toEqual(['alarm-7']);
  expect(await offered('describe', 'device', '')).toEqual(['web-1']);
});

test('FR-150-022 what may be struck, lost, taken or shown is offered by name', async () => {
  furnishPlant(double);
  expect(await offered('what-if', 'p')).toEqual(['pdu-a', 'panel-a']);
  expect(await offered('scenario', 'run', 'UNIT_FAULT', '--target', 'c')).toEqual(['crac-a', 'chiller']);
  expect(await offered('drill', 'start', '')).toEqual(['dark-grid', 'hot-rack']);
  expect(await offered('rule', 'remove', '')).toEqual(['inlet-warning']);
  expect(await offered('order', 'cell-replace', '')).toEqual(['string']);
  expect(await offered('order', 'nonsense', '')).toEqual([]);
});

test('FR-150-022 where a file belongs the shell is told to offer files', async () => {
  expect(await offered('lab', 'import', '')).toEqual([':file']);
  expect(await offered('create', '-f', '')).toEqual([':file']);
});

test('FR-150-022 without a host there are no names, and no fault either', async () => {
  expect(
    await runInTest(['__complete', 'get', 'racks', ''], {
      env: { COLDAISLE_DATA: join(tmpdir(), 'nobody-here') },
    }),
  ).toEqual({ code: 0, out: '', words: '' });
});

test.each(shells)('FR-150-022 dvm completion %s prints the glue', async (shell) => {
  const { code, out } = await runInTest(['completion', shell]);
  expect(code).toBe(0);
  expect(out.trimEnd()).toBe(completionScripts[shell].trimEnd());
  expect(out).toContain('__complete');
});

test('FR-150-022 bash completes with it: names with spaces are quoted, words before the cursor are handed over', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'dvm-bash-'));
  const program = join(directory, 'dvm');
  await writeFile(
    program,
    `#!/bin/sh\nfor word in "$@"; do echo "got:$word" >> "${directory}/asked"; done\nprintf 'row one\\tabout\\nroom1\\n'\n`,
  );
  await chmod(program, 0o755);
  const script = `${completionScripts.bash}
COMP_WORDS=("${program}" get racks --room ro); COMP_CWORD=4
_dvm
printf '%s\\n' "\${COMPREPLY[@]}"
cat "${directory}/asked"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script]);
  expect(stdout.trim().split('\n')).toEqual([
    'row\\ one',
    'room1',
    'got:__complete',
    'got:get',
    'got:racks',
    'got:--room',
    'got:ro',
  ]);
});
