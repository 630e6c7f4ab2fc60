/** One example of each command to machines, their hosts and their tasks. */
import type { ComputeCommand } from '../../../sim/contract/machine-commands.ts';
import type { TaskCommand } from '../../../sim/contract/tasks.ts';

type Summary = { readonly summary: string; readonly example: Readonly<Record<string, unknown>> };

export const machineExamples: Readonly<Record<ComputeCommand['type'] | TaskCommand['type'], Summary>> = {
  'machine.create': {
    summary: 'Make a virtual machine: from nothing, a template, another machine, or an image and a flavour',
    example: { name: 'web-04', parent: 'datacenter-1', from: 'vm-3', pool: 'cluster-1', afterwards: 'start' },
  },
  'machine.clone': { summary: 'Copy a virtual machine', example: { id: 'vm-1', name: 'web-05', afterwards: 'leave-off' } },
  'machine.configure': {
    summary: 'Change what a machine has; while it runs, only what its system can take',
    example: { id: 'vm-1', cpus: 4, memory: 8192, disks: [{ key: 2000, size: 60 }] },
  },
  'machine.power': { summary: 'Press a machine’s button, or ask its guest', example: { id: 'vm-1', verb: 'shutdown' } },
  'machine.migrate': { summary: 'Move a machine to another host, another datastore, or both', example: { id: 'vm-1', host: 'host-2' } },
  'machine.snapshot': { summary: 'Keep a point to come back to', example: { id: 'vm-1', name: 'before the update', memory: 'with' } },
  'machine.revert': { summary: 'Go back to a snapshot; to the one it stands on where none is named', example: { id: 'vm-1', snapshot: 1 } },
  'machine.forget': { summary: 'Remove a snapshot, with or without its children, or all', example: { id: 'vm-1', snapshot: 1, children: 'keep' } },
  'machine.template': { summary: 'Make a template of a machine, or a machine of a template', example: { id: 'vm-1', to: 'template' } },
  'machine.remove': { summary: 'Remove a machine with its disks and snapshots', example: { id: 'vm-1' } },
  'machine.promote': { summary: 'Make a linked copy a full one', example: { id: 'vm-1' } },
  'machine.consolidate': { summary: 'Merge what removed snapshots left behind', example: { id: 'vm-1' } },
  'machine.unregister': { summary: 'Forget a machine and leave its files on their datastore', example: { id: 'vm-1' } },
  'machine.report': { summary: 'Tell that a machine’s kernel gave up; the lab itself does this', example: { id: 'vm-1', system: 'panicked' } },
  'machine.register': {
    summary: 'Know a machine again whose files lie on a datastore',
    example: { datastore: 'datastore-1', path: 'web-01/web-01.vmx', parent: 'datacenter-1' },
  },
  'host.mode': { summary: 'Empty a host for maintenance, or take it back', example: { id: 'host-1', mode: 'maintenance' } },
  'host.power': { summary: 'Switch a host on or off, or start it anew', example: { id: 'host-1', verb: 'reboot', machines: 'force' } },
  'host.report': { summary: 'Tell that a host’s power went or came; the lab itself does this', example: { id: 'host-1', power: 'lost' } },
  'cluster.balance': { summary: 'Move machines so that the hosts of a cluster are evenly busy', example: { id: 'cluster-1' } },
  'volume.attach': { summary: 'Hang a volume on a machine', example: { id: 'volume-1', machine: 'vm-4' } },
  'volume.detach': { summary: 'Take a volume off its machine', example: { id: 'volume-1' } },
  'address.associate': { summary: 'Lead a floating address to a machine, or to nobody', example: { id: 'address-1', machine: 'vm-4' } },
  'task.cancel': { summary: 'Cancel long work and take back what it has done so far', example: { id: 'task-17' } },
  'task.finish': { summary: 'End a task whose time is over; the lab itself does this', example: { id: 'task-17' } },
};
