/** What a cluster can be told. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { dataAt, flagAt, refAt, refListAt, textAt } from '../../wire/ask.ts';
import type { Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { addHost } from '../host/add-host.ts';
import { destroyed, renamed } from '../inventory/entity-methods.ts';
import type { Call, Method } from '../managed.ts';
import { begin, does } from '../machine/doing.ts';
import { changeCluster } from './cluster-change.ts';
import { usageOf } from './capacity.ts';
import { evcManagerOf } from './evc.ts';
import { rulesOf } from './cluster-config.ts';
import { applyRecommendation, hostsFor, placeVm } from './placement.ts';

type Cluster = EntityOf<'cluster'>;

const reconfigure: Method<Cluster> = (call, cluster) =>
  begin(call, {
    descriptionId: 'ClusterComputeResource.reconfigureEx',
    entity: cluster,
    work: () => changeCluster(call, cluster, dataAt(call.args, 'spec') ?? {}),
  });

const add: Method<Cluster> = (call, cluster) =>
  begin(call, {
    descriptionId: 'ClusterComputeResource.addHost',
    entity: cluster,
    work: async () => {
      const made = await addHost(call, cluster, flagAt(call.args, 'asConnected') !== false);
      return made.ok ? done({ result: call.vc.refs.of(made.value) }) : made;
    },
  });

/** A host that is in a cluster must be in maintenance to leave it. */
async function moveIn(call: Call, cluster: Cluster, ref: Ref): Promise<Answer<unknown>> {
  const host = call.vc.refs.entity(ref);
  if (host?.kind !== 'host') return invalidArgument('host', `There is no host ${ref.value}.`);
  if (host.parent === cluster.id)
    return faulted('DuplicateName', `${host.name} is in ${cluster.name} already.`, {
      name: host.name,
      object: ref,
    });
  const before = host.parent === null ? undefined : call.vc.world().inventory.get(host.parent);
  if (before?.kind === 'cluster' && host.spec.mode !== 'maintenance')
    return faulted('InvalidState', `${host.name} must be in maintenance mode to leave ${before.name}.`);
  return does(call, { type: 'inventory.move', id: host.id, parent: cluster.id });
}

const moveInto =
  (hosts: (call: Call) => readonly Ref[]): Method<Cluster> =>
  (call, cluster) =>
    begin(call, {
      descriptionId: 'ClusterComputeResource.moveInto',
      entity: cluster,
      work: async () => {
        for (const ref of hosts(call)) {
          const moved = await moveIn(call, cluster, ref);
          if (!moved.ok) return moved;
        }
        return done({});
      },
    });

/** Whose machines run stays. */
const destroy: Method<Cluster> = (call, cluster) => {
  const { vc } = call;
  for (const host of vc.world().inventory.childrenOf(cluster.id)) {
    if (host.kind !== 'host') continue;
    if (
      vc
        .members()
        .ofHost(host.id)
        .some(({ spec }) => spec.power === 'on')
    )
      return faulted('ResourceInUse', `Machines run on ${host.name}.`, {
        type: 'HostSystem',
        name: host.name,
      });
  }
  return destroyed('ClusterComputeResource')(call, cluster);
};

const rulesForVm: Method<Cluster> = (call, cluster) => {
  const vm = refAt(call.args, 'vm');
  const concerns = rulesOf(call.vc, cluster).filter(({ vm: machines }) =>
    Array.isArray(machines) ? (machines as readonly Ref[]).some(({ value }) => value === vm?.value) : false,
  );
  return done(concerns);
};

export const clusterMethods: Readonly<Record<string, Method<Cluster>>> = {
  ReconfigureComputeResource_Task: reconfigure,
  ReconfigureCluster_Task: reconfigure,
  AddHost_Task: add,
  MoveInto_Task: moveInto(({ args }) => refListAt(args, 'host')),
  MoveHostInto_Task: moveInto(({ args }) => {
    const host = refAt(args, 'host');
    return host === undefined ? [] : [host];
  }),
  Rename_Task: renamed('ClusterComputeResource'),
  Destroy_Task: destroy,
  PlaceVm: placeVm,
  RecommendHostsForVm: (call, cluster) => done(hostsFor(call.vc, cluster)),
  // What it would advise is worked out anew with each question.
  RefreshRecommendation: (_, cluster) =>
    cluster.spec.drs === 'off' ? faulted('NotSupported', `DRS is off in ${cluster.name}.`) : done(undefined),
  ApplyRecommendation: (call, cluster) => applyRecommendation(call, cluster, textAt(call.args, 'key') ?? ''),
  FindRulesForVm: rulesForVm,
  EvcManager: ({ vc }, cluster) => done(evcManagerOf(vc, cluster)),
  GetResourceUsage: ({ vc }, cluster) => done(usageOf(vc, cluster)),
  Reload: () => done(undefined),
};
