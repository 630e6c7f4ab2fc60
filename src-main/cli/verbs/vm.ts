import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { powerFrom } from '../../../sim/contract/power-verbs.table.ts';
import { createCatalogue } from '../catalogue.ts';
import type { Client } from '../client.ts';
import { findMachine, idsOf } from '../find-machine.ts';
import { machine, send, toOne } from '../to-machine.ts';
import { forgetLeaf, promoteLeaf, revertLeaf, snapshotLeaf, snapshotOf } from './vm-snapshots.ts';
import { list, quantity, text, toggle } from '../flags.ts';
import { vmListing } from '../listings/machines.ts';
import { done, misused, notFound, type Outcome } from '../outcome.ts';
import { asFormat, jsonText, outputFlag, showList, yamlText } from '../show.ts';
import { didYouMean } from '../suggest.ts';
import { leaf, type Branch } from '../verb.ts';

const where = {
  host: text({ label: 'HOST', completes: 'get hosts', help: 'The host it shall run on' }),
  datastore: text({ label: 'DATASTORE', help: 'Where its disks shall lie' }),
};
type Where = { readonly host: string | undefined; readonly datastore: string | undefined };

const wished = ({ host, datastore }: Where) =>
  ({
    host: { reference: host, kinds: ['host'] },
    datastore: { reference: datastore, kinds: ['datastore'] },
  }) as const;

const listLeaf = leaf({
  name: 'list',
  summary: 'List virtual machines and templates',
  examples: ['dvm vm list', 'dvm vm list -o wide'],
  flags: { output: outputFlag },
  run: async (call, flags) => {
    const client = await call.host();
    if (!client.ok) return client;
    const catalogue = createCatalogue(client.value);
    const listed = await vmListing.load({ client: client.value, catalogue }, {});
    if (!listed.ok) return listed;
    showList(call.console, vmListing, { listed: listed.value, format: asFormat(flags.output) });
    return done;
  },
});

const showLeaf = leaf({
  name: 'show',
  summary: 'All there is to know about one, with what is under way on it',
  examples: ['dvm vm show web-01'],
  operands: [machine],
  flags: { json: toggle('As JSON; YAML where left out') },
  run: async (call, { json }, [name = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const vm = await findMachine(client.value, name, ['vm']);
    if (!vm.ok) return vm;
    const tasks = await client.value.query('tasks', { target: vm.value.id, limit: 10 });
    if (!tasks.ok) return tasks;
    const value = { ...vm.value, tasks: tasks.value.items };
    call.console.data(json ? jsonText(value) : yamlText(value));
    return done;
  },
});

const createLeaf = leaf({
  name: 'create',
  summary: 'Make a machine: from nothing, a template, another machine, or an image and a flavour',
  examples: [
    'dvm vm create web-04 --in dc-west --cpus 2 --memory 4096 --disk 40 --network dc-vmw-vm-100 --start',
    'dvm vm create web-05 --in demo --from ubuntu-22.04 --flavour m1.small --start',
  ],
  operands: [{ label: 'NAME', times: 'once', help: 'What it shall be called' }],
  flags: {
    in: text({ label: 'PARENT', help: 'Its datacenter, folder or project' }),
    from: text({ label: 'SOURCE', help: 'A template, a machine or an image' }),
    flavour: text({ label: 'FLAVOUR', help: 'Its size, in a cloud' }),
    pool: text({ label: 'POOL', help: 'A cluster or a resource pool' }),
    ...where,
    cpus: quantity({ label: 'N', help: 'Virtual CPUs' }),
    memory: quantity({ label: 'MIB', help: 'Memory in MiB' }),
    disk: list({ label: 'GIB', help: 'A disk of so many GiB; may be given again' }),
    network: list({ label: 'NETWORK', help: 'A network it is on; may be given again' }),
    start: toggle('Start it once it is there'),
  },
  run: async (call, flags, [name = '']) => {
    if (flags.in === undefined)
      return misused('Where? A machine needs --in', 'dvm vm create web-04 --in dc-west');
    const disks = flags.disk.map((size) => ({ size: Number(size) }));
    if (disks.some(({ size }) => !(size > 0))) return misused('A disk has a size in GiB: --disk 40');
    const client = await call.host();
    if (!client.ok) return client;
    const ids = await idsOf(client.value, {
      parent: { reference: flags.in, kinds: ['datacenter', 'folder', 'project'] },
      from: { reference: flags.from, kinds: ['vm', 'image'] },
      flavour: { reference: flags.flavour, kinds: ['flavour'] },
      pool: { reference: flags.pool, kinds: ['cluster', 'pool', 'host'] },
      ...wished(flags),
    });
    if (!ids.ok) return ids;
    const networks = await networksOf(client.value, flags.network);
    if (!networks.ok) return networks;
    const { parent = '', ...rest } = ids.value;
    const command: CommandInput = {
      type: 'machine.create',
      name,
      parent,
      ...rest,
      ...sizeOf(flags),
      ...(disks.length === 0 ? {} : { disks }),
      ...(networks.value.length === 0 ? {} : { networks: [...networks.value] }),
      afterwards: flags.start ? 'start' : 'leave-off',
    };
    return send(call, client.value, { command, words: `Made ${name}` });
  },
});

type Size = { readonly cpus: number | undefined; readonly memory: number | undefined };

const sizeOf = ({ cpus, memory }: Size): { cpus?: number; memory?: number } => ({
  ...(cpus === undefined ? {} : { cpus }),
  ...(memory === undefined ? {} : { memory }),
});

async function networksOf(client: Client, names: readonly string[]): Promise<Outcome<readonly string[]>> {
  const ids: string[] = [];
  for (const name of names) {
    const network = await findMachine(client, name, ['network']);
    if (!network.ok) return network;
    ids.push(network.value.id);
  }
  return { ok: true, value: ids };
}

const cloneLeaf = leaf({
  name: 'clone',
  summary: 'Copy a machine with its disks and files',
  about: 'A linked copy is there at once: its disks hold only what differs from a snapshot of its original.',
  examples: [
    'dvm vm clone web-01 web-05',
    'dvm vm clone golden web-06 --datastore ds-01 --start',
    'dvm vm clone golden web-07 --linked --snapshot base',
  ],
  operands: [machine, { label: 'NEW-NAME', times: 'once', help: 'What the copy shall be called' }],
  flags: {
    ...where,
    linked: toggle('Its disks hang on a snapshot of the original'),
    snapshot: text({ label: 'SNAPSHOT', help: 'Which one; the one it stands on where left out' }),
    start: toggle('Start it once it is whole'),
  },
  run: async (call, flags, [name = '', copy = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const vm = await findMachine(client.value, name, ['vm']);
    if (!vm.ok) return vm;
    const ids = await idsOf(client.value, wished(flags));
    if (!ids.ok) return ids;
    const linkedTo = linkOf(vm.value, flags);
    if (!linkedTo.ok) return linkedTo;
    const afterwards = flags.start ? 'start' : 'leave-off';
    const command: CommandInput = {
      type: 'machine.clone',
      id: vm.value.id,
      name: copy,
      ...ids.value,
      ...linkedTo.value,
      afterwards,
    };
    return send(call, client.value, { command, words: `Copying ${vm.value.name} to ${copy}` });
  },
});

type Link = { readonly linked: boolean; readonly snapshot: string | undefined };

function linkOf(vm: EntityOf<'vm'>, { linked, snapshot }: Link): Outcome<{ linkedTo?: number | 'current' }> {
  if (snapshot !== undefined && !linked)
    return misused('A full copy has no use for --snapshot', 'Give --linked as well');
  if (!linked) return { ok: true, value: {} };
  if (snapshot === undefined) return { ok: true, value: { linkedTo: 'current' } };
  const found = snapshotOf(vm, snapshot);
  return found.ok ? { ok: true, value: { linkedTo: found.value } } : found;
}

const powerVerbs = Object.keys(powerFrom) as (keyof typeof powerFrom)[];

const powerLeaf = leaf({
  name: 'power',
  summary: 'Press its button, or ask its guest to shut down or reboot',
  about: `shutdown and reboot ask the guest; the others are the machine's own buttons: ${powerVerbs.join(', ')}.`,
  examples: ['dvm vm power on web-01 web-02', 'dvm vm power shutdown web-01'],
  operands: [
    { label: 'VERB', times: 'once', choices: powerVerbs, help: 'What shall be done' },
    { label: 'NAME', times: 'some', completes: 'get vms', help: 'Machines or blades, by name or id' },
  ],
  run: async (call, _flags, [word = '', ...names]) => {
    const verb = powerVerbs.find((each) => each === word);
    if (verb === undefined) return notFound(`There is no button ${word}`, didYouMean(word, powerVerbs));
    const client = await call.host();
    if (!client.ok) return client;
    for (const name of names) {
      const found = await findMachine(client.value, name, ['vm', 'blade']);
      if (!found.ok) return found;
      const command: CommandInput = { type: 'machine.power', id: found.value.id, verb };
      const sent = await send(call, client.value, { command, words: `${verb}: ${found.value.name}` });
      if (!sent.ok) return sent;
    }
    return done;
  },
});

const migrateLeaf = leaf({
  name: 'migrate',
  summary: 'Move it to another host, another datastore, or both, while it runs',
  examples: ['dvm vm migrate web-01 --host esxi-02', 'dvm vm migrate web-01 --datastore ds-02'],
  operands: [machine],
  flags: where,
  run: (call, flags, [name = '']) =>
    toOne(call, name, async (client, vm) => {
      const ids = await idsOf(client, wished(flags));
      if (!ids.ok) return ids;
      if (Object.keys(ids.value).length === 0) return misused('Where to? Give --host, --datastore, or both');
      const command: CommandInput = { type: 'machine.migrate', id: vm.id, ...ids.value };
      return send(call, client, { command, words: `Moving ${vm.name}` });
    }),
});

const removeLeaf = leaf({
  name: 'remove',
  summary: 'Remove it with its disks and snapshots',
  examples: ['dvm vm remove web-05'],
  operands: [machine],
  run: (call, _flags, [name = '']) =>
    toOne(call, name, (client, vm) =>
      send(call, client, { command: { type: 'machine.remove', id: vm.id }, words: `Removed ${vm.name}` }),
    ),
});

export const vmVerb: Branch = {
  kind: 'branch',
  name: 'vm',
  summary: 'Make, start, move, keep and remove virtual machines',
  leaves: [
    listLeaf,
    showLeaf,
    createLeaf,
    cloneLeaf,
    powerLeaf,
    migrateLeaf,
    snapshotLeaf,
    revertLeaf,
    forgetLeaf,
    promoteLeaf,
    removeLeaf,
  ],
  fallback: 'list',
};
