import type { Entity, EntityOf } from '../../contract/entities.ts';
import type { Nic } from '../../contract/machine-specs.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { World } from '../../kernel/world.ts';

type Vm = EntityOf<'vm'>;

/** All that a map of addresses is made of. */
export type LanSources = {
  readonly vms: readonly Vm[];
  readonly others: readonly Entity[];
  readonly networks: ReadonlyMap<EntityId, string>;
};

const kinds = ['network', 'router', 'address', 'blade', 'profile', 'host', 'ucs', 'interconnect'] as const;

export const sourcesOf = ({ inventory, guests }: World): LanSources => ({
  networks: guests.networks(),
  vms: inventory.ofKind('vm'),
  others: kinds.flatMap((kind): Entity[] => inventory.ofKind(kind)),
});

/** Whether nobody's name or address is another: a machine's power or load makes no other map. */
export const isSameLan = (before: LanSources, now: LanSources): boolean =>
  before.networks === now.networks &&
  before.others.length === now.others.length &&
  before.vms.length === now.vms.length &&
  before.others.every((one, at) => one === now.others[at]) &&
  before.vms.every((one, at) => isSameVm(one, now.vms[at]));

const isSameVm = (before: Vm, now: Vm | undefined): boolean =>
  before === now ||
  (before.id === now?.id &&
    before.name === now.name &&
    before.spec.hostname === now.spec.hostname &&
    areSameNics(before.spec.nics, now.spec.nics));

const areSameNics = (before: readonly Nic[], now: readonly Nic[]): boolean =>
  before === now ||
  (before.length === now.length &&
    before.every((one, at) => {
      const other = now[at];
      return one.network === other?.network && one.address === other.address && one.mac === other.mac;
    }));
