import { stringify } from 'yaml';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { Consoles } from '../../../sim/contract/terminal.ts';
import { text, toggle } from '../flags.ts';
import { everyOne } from '../listings/machines.ts';
import { done, notFound } from '../outcome.ts';
import { leaf } from '../verb.ts';
import { accessOf } from './ssh.ts';

export type InventoryMachine = EntityOf<'vm'> | EntityOf<'blade'>;
type InventoryWish = {
  readonly access: Consoles['ssh'];
  readonly machines: readonly InventoryMachine[];
  /** Who logs in. */
  readonly user: string;
};

/** Systems whose guests have a shell that Ansible's modules run in. */
const systems: ReadonlySet<string> = new Set(['debian-12', 'ubuntu-22.04', 'rhel-9', 'alpine-3.19']);

/** Ansible takes letters, figures and underscores in the name of a group. */
const groupName = (kind: string, name: string): string =>
  `${kind}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;

function groupsOf({ spec }: InventoryMachine): readonly string[] {
  const tags = 'tags' in spec ? spec.tags : [];
  return [
    groupName('os', spec.os),
    groupName('env', spec.environment),
    ...tags.map((tag) => groupName('tag', tag)),
    ...(spec.power === 'on' ? ['running'] : []),
  ];
}

const isReached = (machine: InventoryMachine): boolean =>
  systems.has(machine.spec.os) &&
  !(machine.kind === 'vm' && machine.spec.isTemplate) &&
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(machine.name);

/** An inventory for Ansible, in YAML: every machine by its name, with the lab's own key and known host. */
export function inventoryText({ access, machines, user }: InventoryWish): string {
  const reached = machines.filter(isReached);
  const members = new Map<string, string[]>();
  for (const machine of reached)
    for (const group of groupsOf(machine)) members.set(group, [...(members.get(group) ?? []), machine.name]);
  const { port, identityFile, knownHostsFile, alias } = access;
  const options = ['IdentitiesOnly=yes', `HostKeyAlias=${alias}`, `UserKnownHostsFile="${knownHostsFile}"`];
  const all = {
    vars: {
      ansible_host: '127.0.0.1',
      ansible_port: port,
      ansible_ssh_private_key_file: identityFile,
      ansible_ssh_common_args: options.map((option) => `-o '${option}'`).join(' '),
      ansible_python_interpreter: '/usr/bin/python3',
      ansible_pipelining: true,
    },
    hosts: Object.fromEntries(reached.map(({ name }) => [name, { ansible_user: `${user}@${name}` }])),
    children: Object.fromEntries(
      [...members]
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([group, names]) => [group, { hosts: Object.fromEntries(names.map((name) => [name, null])) }]),
    ),
  };
  return stringify({ all }, { nullStr: '', lineWidth: 0, aliasDuplicateObjects: false });
}

export const inventoryVerb = leaf({
  name: 'inventory',
  summary: 'Write an inventory for Ansible',
  about:
    'Prints YAML: a host for each machine, groups by system (os_debian_12), environment (env_prod) and tag (tag_web), and running.',
  examples: ['dvm inventory > lab.yml', 'dvm inventory --as debian --running > lab.yml'],
  flags: {
    as: text({ label: 'USER', help: 'User of the machines; root where left out' }),
    running: toggle('Only machines that are switched on'),
  },
  run: async (call, flags) => {
    const access = await accessOf(call);
    if (!access.ok) return access;
    const found = await everyOne(access.value.client, ['vm', 'blade']);
    if (!found.ok) return found;
    const machines = found.value
      .filter((item): item is InventoryMachine => item.kind === 'vm' || item.kind === 'blade')
      .filter((machine) => !flags.running || machine.spec.power === 'on');
    const wish = { access: access.value.ssh, machines, user: flags.as ?? 'root' };
    if (!machines.some(isReached))
      return notFound('No machine has a system that Ansible could reach', 'See what there is: dvm vm list');
    call.console.data(inventoryText(wish).trimEnd());
    return done;
  },
});
