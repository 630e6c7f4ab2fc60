/** The roles that are there from the start. */
export type FirstRole = {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly summary: string;
  /** `all`; else by name, or by what stands in front. */
  readonly grants: 'all' | readonly string[];
};

export const base: readonly string[] = ['System.Anonymous', 'System.View', 'System.Read'];

/** Nobody changes these. */
export const systemRoles: readonly FirstRole[] = [
  { id: -5, name: 'NoAccess', label: 'No access', summary: 'Used to take access away', grants: [] },
  { id: -4, name: 'Anonymous', label: 'Anonymous', summary: 'Not logged in', grants: ['System.Anonymous'] },
  { id: -3, name: 'View', label: 'View', summary: 'Sees that it is there', grants: ['System.Anonymous', 'System.View'] },
  { id: -2, name: 'ReadOnly', label: 'Read-only', summary: 'Sees how it is', grants: base },
  { id: -1, name: 'Admin', label: 'Administrator', summary: 'Full access', grants: 'all' },
];

export const sampleRoles: readonly FirstRole[] = [
  {
    id: 4,
    name: 'VirtualMachinePowerUser',
    label: 'Virtual machine power user (sample)',
    summary: 'Uses machines, snapshots and changes them',
    grants: [
      ...base,
      'VirtualMachine.Interact.',
      'VirtualMachine.State.',
      'VirtualMachine.Config.',
      'Datastore.Browse',
      'Global.CancelTask',
      'ScheduledTask.',
    ],
  },
  {
    id: 5,
    name: 'VirtualMachineUser',
    label: 'Virtual machine user (sample)',
    summary: 'Uses machines',
    grants: [...base, 'VirtualMachine.Interact.', 'Global.CancelTask', 'ScheduledTask.'],
  },
  {
    id: 6,
    name: 'ResourcePoolAdministrator',
    label: 'Resource pool administrator (sample)',
    summary: 'Divides what a cluster has',
    grants: [...base, 'Resource.', 'Authorization.ModifyPermissions', 'VirtualMachine.State.', 'Alarm.'],
  },
  {
    id: 8,
    name: 'DatastoreConsumer',
    label: 'Datastore consumer (sample)',
    summary: 'Takes space on datastores',
    grants: [...base, 'Datastore.AllocateSpace'],
  },
  {
    id: 9,
    name: 'NetworkConsumer',
    label: 'Network administrator (sample)',
    summary: 'Plugs machines into networks',
    grants: [...base, 'Network.Assign'],
  },
];
