import type { CommandInput } from '../../../sim/contract/commands.ts';
import { createCatalogue } from '../catalogue.ts';
import { findMachine } from '../find-machine.ts';
import { toggle } from '../flags.ts';
import { hostListing, taskListing } from '../listings/machines.ts';
import type { Listing } from '../listings/listing.ts';
import { done, misused, notFound } from '../outcome.ts';
import { asFormat, outputFlag, showList } from '../show.ts';
import { leaf, type Branch, type Leaf } from '../verb.ts';

const listOf = (listing: Listing, example: string): Leaf =>
  leaf({
    name: 'list',
    summary: `List: ${listing.summary}`,
    examples: [example],
    flags: { output: outputFlag },
    run: async (call, flags) => {
      const client = await call.host();
      if (!client.ok) return client;
      const catalogue = createCatalogue(client.value);
      const listed = await listing.load({ client: client.value, catalogue }, {});
      if (!listed.ok) return listed;
      showList(call.console, listing, { listed: listed.value, format: asFormat(flags.output) });
      return done;
    },
  });

const name = { label: 'NAME', times: 'once', completes: 'get hosts', help: 'Its name or id' } as const;

const maintenanceLeaf = leaf({
  name: 'maintenance',
  summary: 'Empty a host so that it can be worked on; --end takes it back',
  examples: ['dvm host maintenance esxi-01', 'dvm host maintenance esxi-01 --end'],
  operands: [name],
  flags: { end: toggle('Out of maintenance, or give up entering it') },
  run: async (call, { end }, [reference = '']) => {
    const client = await call.host();
    if (!client.ok) return client;
    const host = await findMachine(client.value, reference, ['host']);
    if (!host.ok) return host;
    const mode = end ? 'normal' : 'maintenance';
    const receipt = await client.value.command({ type: 'host.mode', id: host.value.id, mode });
    if (!receipt.ok) return receipt;
    const [task] = receipt.value.ids;
    if (end) call.console.words(`${host.value.name} is out of maintenance.`);
    else if (task === undefined) call.console.words(`${host.value.name} is in maintenance.`);
    else call.console.words(`${host.value.name} is being emptied: ${task}.`);
    return done;
  },
});

const buttons = ['on', 'off', 'reboot'] as const;

const powerLeaf = leaf({
  name: 'power',
  summary: 'Switch a host on or off, or start it anew',
  examples: ['dvm host power on esxi-01', 'dvm host power off esxi-01 --force'],
  operands: [{ label: 'VERB', times: 'once', choices: buttons, help: 'What shall be done' }, name],
  flags: { force: toggle('Also where machines run on it: they go down with it') },
  run: async (call, { force }, [word = '', reference = '']) => {
    const verb = buttons.find((each) => each === word);
    if (verb === undefined) return notFound(`There is no button ${word}`, `There are ${buttons.join(', ')}`);
    const client = await call.host();
    if (!client.ok) return client;
    const host = await findMachine(client.value, reference, ['host']);
    if (!host.ok) return host;
    const machines = force ? 'force' : 'refuse';
    const command: CommandInput = { type: 'host.power', id: host.value.id, verb, machines };
    const receipt = await client.value.command(command);
    if (!receipt.ok) return receipt;
    call.console.words(`${verb}: ${host.value.name}.`);
    return done;
  },
});

export const hostVerb: Branch = {
  kind: 'branch',
  name: 'host',
  summary: 'Hypervisors: maintenance and power',
  leaves: [listOf(hostListing, 'dvm host list'), maintenanceLeaf, powerLeaf],
  fallback: 'list',
};

const cancelLeaf = leaf({
  name: 'cancel',
  summary: 'Cancel long work and take back what it has done so far',
  examples: ['dvm task cancel task-17'],
  operands: [{ label: 'ID', times: 'some', completes: 'get tasks', help: 'task-17, or 17' }],
  run: async (call, _flags, words) => {
    const ids = words.map((word) => (/^\d+$/.test(word) ? `task-${word}` : word));
    const wrong = ids.find((id) => !/^task-\d+$/.test(id));
    if (wrong !== undefined) return misused(`${wrong} is no task`, 'dvm task list lists them');
    const client = await call.host();
    if (!client.ok) return client;
    for (const id of ids) {
      const receipt = await client.value.command({ type: 'task.cancel', id });
      if (!receipt.ok) return receipt;
      call.console.words(`Cancelled ${id}.`);
    }
    return done;
  },
});

export const taskVerb: Branch = {
  kind: 'branch',
  name: 'task',
  summary: 'Long work on machines and hosts: list and cancel it',
  leaves: [listOf(taskListing, 'dvm task list'), cancelLeaf],
  fallback: 'list',
};
