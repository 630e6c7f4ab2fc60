import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InventoryMachine } from '../../src-main/cli/verbs/inventory.ts';
import { inventoryText } from '../../src-main/cli/verbs/inventory.ts';
import { ask } from '../../src-main/host/testing/test-host.ts';
import { openGuestsHost, runHere } from './guests.ts';
import type { GuestsHost, Ran } from './guests.ts';

const missing = ['ansible-playbook', 'ssh'].find(
  (program) => spawnSync(program, [program === 'ssh' ? '-V' : '--version']).error !== undefined,
);
const reason = missing === undefined ? null : `${missing} is not installed (Debian: ansible, openssh-client)`;
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const plays = fileURLToPath(new URL('ansible', import.meta.url));
const names = Array.from({ length: 20 }, (_, at) => `web-${String(at + 1).padStart(2, '0')}`);
/** A play over twenty machines takes Ansible's own time: it is slow where the computer is. */
const patience = 600_000;

let guests: GuestsHost;
let environment: Record<string, string>;

beforeAll(async () => {
  if (reason !== null) return;
  guests = await openGuestsHost({ names });
  const listed = await ask(guests.host, 'entities', { kinds: ['vm'], limit: 20_000 });
  const machines = listed.items.filter(
    (item): item is InventoryMachine => item.kind === 'vm' && names.includes(item.name),
  );
  const inventory = join(guests.folder, 'lab.yml');
  writeFileSync(inventory, inventoryText({ access: guests.access, machines, user: 'root' }));
  const home = join(guests.folder, 'home');
  mkdirSync(home);
  environment = {
    HOME: home,
    ANSIBLE_INVENTORY: inventory,
    ANSIBLE_FORKS: '10',
    ANSIBLE_STDOUT_CALLBACK: 'ansible.posix.json',
    ANSIBLE_LOCAL_TEMP: join(guests.folder, 'tmp'),
    // The path of a socket has an end at 108 letters.
    ANSIBLE_SSH_CONTROL_PATH_DIR: guests.folder,
    LC_ALL: 'C.UTF-8',
  };
});
afterAll(async () => {
  if (reason === null) await guests.close();
});

type Host = {
  readonly changed?: boolean;
  readonly failed?: boolean;
  readonly msg?: string;
  readonly rc?: number;
};
type Told = {
  readonly plays: readonly {
    readonly tasks: readonly {
      readonly task: { readonly name: string };
      readonly hosts: Record<string, Host>;
    }[];
  }[];
  readonly stats: Record<string, Record<'ok' | 'changed' | 'failures' | 'unreachable' | 'skipped', number>>;
};

async function play(file: string, ...words: string[]): Promise<Ran & { readonly told: Told }> {
  const ran = await runHere(['ansible-playbook', join(plays, file), ...words], { environment });
  const from = ran.output.indexOf('{');
  if (from === -1) throw new Error(`ansible-playbook said nothing of the play:\n${ran.output}${ran.error}`);
  return { ...ran, told: JSON.parse(ran.output.slice(from)) as Told };
}

const tasksOf = ({ plays: [first] }: Told): Told['plays'][number]['tasks'] => first?.tasks ?? [];
const hostsOf = (told: Told, name: string): Record<string, Host> =>
  tasksOf(told).find(({ task }) => task.name === name)?.hosts ?? {};

describe.skipIf(reason !== null)('Ansible', () => {
  test(
    'FR-190-290 a play over twenty guests brings them to what it says, and changes nothing when it is run again',
    { timeout: patience },
    async () => {
      const first = await play('site.yml');
      expect(first.error).toBe('');
      expect(Object.keys(first.told.stats).toSorted()).toEqual(names);
      for (const stats of Object.values(first.told.stats)) {
        expect(stats).toMatchObject({ failures: 0, unreachable: 0 });
        expect(stats.changed).toBeGreaterThanOrEqual(9);
      }
      const handled = tasksOf(first.told).map(({ task }) => task.name);
      expect(handled).toEqual(expect.arrayContaining(['Reload nginx', 'Restart SSH']));
      expect(handled.length).toBeGreaterThanOrEqual(16);
      const second = await play('site.yml');
      expect(second.status).toBe(0);
      const changed = tasksOf(second.told).flatMap(({ task, hosts }) =>
        Object.entries(hosts).flatMap(([host, { changed: isIt }]) =>
          isIt === true ? [`${task.name} on ${host}`] : [],
        ),
      );
      expect(changed).toEqual([]);
      for (const stats of Object.values(second.told.stats))
        expect(stats).toMatchObject({ changed: 0, failures: 0 });
    },
  );

  test(
    'FR-190-290 check mode tells what would change, and changes nothing',
    { timeout: patience },
    async () => {
      const before = await onGuest(
        'web-20',
        'rm /srv/site/index.html; systemctl stop nginx; find /etc /srv /root | sort',
      );
      const checked = await play('site.yml', '--check', '--limit', 'web-20');
      expect(hostsOf(checked.told, 'Its first page')['web-20']).toMatchObject({ changed: true });
      expect(hostsOf(checked.told, 'The service runs')['web-20']).toMatchObject({ changed: true });
      expect(await onGuest('web-20', 'find /etc /srv /root | sort')).toBe(before);
      expect(await onGuest('web-20', 'systemctl is-active nginx || true')).toBe('inactive\n');
    },
  );

  test(
    'FR-190-290 what fails is told with its status and its words, as a module that the guests do not know',
    { timeout: patience },
    async () => {
      const ran = await play('broken.yml', '--limit', 'web-01');
      expect(ran.status).toBe(2);
      const read = hostsOf(ran.told, 'nginx reads them')['web-01'];
      expect(read).toMatchObject({ rc: 1, failed: true, msg: 'non-zero return code' });
      expect(JSON.stringify(read)).toContain('unknown directive');
      expect(hostsOf(ran.told, 'What the guests do not know')['web-01']?.msg).toMatch(
        /^the module git is not among those that Coldaisle's guests know: /,
      );
    },
  );

  test(
    'FR-190-290 a user who may use sudo becomes root, without pipelining too, and raw needs no module',
    { timeout: patience },
    async () => {
      const as = (words: readonly string[], more: Record<string, string>) =>
        runHere(['ansible', 'web-02', '-e', 'ansible_user=debian@web-02', ...words], {
          environment: { ...environment, ANSIBLE_STDOUT_CALLBACK: 'default', ...more },
        });
      const plain = await as(['-m', 'command', '-a', 'id -un'], {});
      expect(plain.output).toBe('web-02 | CHANGED | rc=0 >>\ndebian\n');
      const become = ['-b', '-m', 'command', '-a', 'id -un', '-e', 'ansible_pipelining=false'];
      expect((await as(become, {})).output).toBe('web-02 | CHANGED | rc=0 >>\nroot\n');
      const raw = await as(['-m', 'raw', '-a', 'echo $((6 * 7))'], {});
      expect(raw.output).toContain('42');
      const fetched = await as(['-b', '-m', 'fetch', '-a', `src=/etc/shadow dest=${guests.folder}/kept`], {});
      expect(fetched.output).toMatch(/CHANGED/);
    },
  );
});

async function onGuest(name: string, command: string): Promise<string> {
  const ran = await runHere(['ssh', '-F', guests.config, name, command], {});
  expect(ran).toMatchObject({ status: 0, error: '' });
  return ran.output;
}
