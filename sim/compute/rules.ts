/** Which machines a cluster keeps together, apart, on some hosts or off them. */
import type { ClusterSpec } from '../contract/machine-specs.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { isHolding } from './allotments.ts';
import type { Host, Vm } from './allotments.ts';
import { clusterOf } from './reach.ts';

type ClusterRule = ClusterSpec['rules'][number];

const rulesOf = (world: World, host: Host, vm: Vm): readonly ClusterRule[] =>
  (clusterOf(world.inventory, host)?.spec.rules ?? []).filter(
    ({ isOn, machines }) => isOn && machines.includes(vm.id),
  );

/** What would break a rule, in words; null where it holds. */
function breach(world: World, rule: ClusterRule, { host, vm }: { host: Host; vm: Vm }): string | null {
  switch (rule.kind) {
    case 'on-hosts':
      return rule.hosts.includes(host.id) ? null : `it does not name host ${host.name}`;
    case 'off-hosts':
      return rule.hosts.includes(host.id) ? `it names host ${host.name}` : null;
    case 'apart':
    case 'together': {
      const wrong = rule.machines.find((id) => {
        const home = id === vm.id ? null : homeOf(world, id);
        return home !== null && (home === host.id) === (rule.kind === 'apart');
      });
      if (wrong === undefined) return null;
      return `${world.inventory.get(wrong)?.name} is ${rule.kind === 'apart' ? 'there' : 'elsewhere'}`;
    }
    default:
      return rule.kind satisfies never;
  }
}

function homeOf(world: World, id: EntityId): EntityId | null {
  const other = world.inventory.get(id);
  return other?.kind === 'vm' && isHolding(world.inventory, other) ? other.spec.host : null;
}

export function rulesAllow(world: World, host: Host, vm: Vm): Result<null> {
  for (const rule of rulesOf(world, host, vm)) {
    const why = rule.isMandatory ? breach(world, rule, { host, vm }) : null;
    if (why === null) continue;
    return refused('not-allowed', `Rule ${rule.name} keeps ${vm.name} off host ${host.name}: ${why}`, {
      where: 'host',
      hint: 'Choose another host, or change the rule.',
    });
  }
  return accepted(null);
}

/** Wishes that a host does not meet. */
export const wishesMissed = (world: World, host: Host, vm: Vm): number =>
  rulesOf(world, host, vm).filter((rule) => !rule.isMandatory && breach(world, rule, { host, vm }) !== null)
    .length;
