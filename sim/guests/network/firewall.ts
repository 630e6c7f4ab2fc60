import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { isInside } from './adapters.ts';

type Packet = {
  readonly from: string;
  readonly to: string;
  /** The machines themselves, where they are of the lab: a rule may mean those of a group. */
  readonly sender: EntityId | null;
  readonly receiver: EntityId | null;
  readonly protocol: 'icmp' | 'tcp';
  readonly port: number | null;
};

type Firewall = EntityOf<'firewall'>;
type Rule = Firewall['spec']['rules'][number];

/** Whether the groups of both let it begin; answers come back by themselves. A machine without a group lets all. */
export const mayPass = (inventory: Inventory, packet: Packet): boolean =>
  isAllowed(inventory, packet, 'out') && isAllowed(inventory, packet, 'in');

function isAllowed(inventory: Inventory, packet: Packet, direction: 'in' | 'out'): boolean {
  const groups = groupsOf(inventory, direction === 'in' ? packet.receiver : packet.sender);
  return (
    groups.length === 0 ||
    groups.some(({ spec }) =>
      spec.rules.some((rule) => rule.direction === direction && fits(inventory, rule, packet)),
    )
  );
}

function groupsOf(inventory: Inventory, machine: EntityId | null): Firewall[] {
  const found = machine === null ? undefined : inventory.get(machine);
  if (found?.kind !== 'vm') return [];
  return found.spec.firewalls.flatMap((id) => {
    const group = inventory.get(id);
    return group?.kind === 'firewall' ? [group] : [];
  });
}

function fits(inventory: Inventory, rule: Rule, packet: Packet): boolean {
  if (rule.protocol !== 'any' && rule.protocol !== packet.protocol) return false;
  if (!portFits(rule, packet)) return false;
  const [address, machine] =
    rule.direction === 'in' ? [packet.from, packet.sender] : [packet.to, packet.receiver];
  if (rule.remote !== null && !isInside({ cidr: rule.remote }, address)) return false;
  return (
    rule.remoteFirewall === null || groupsOf(inventory, machine).some(({ id }) => id === rule.remoteFirewall)
  );
}

const portFits = ({ ports, protocol }: Rule, { port }: Packet): boolean =>
  ports === null || protocol === 'icmp' || (port !== null && port >= ports[0] && port <= ports[1]);
