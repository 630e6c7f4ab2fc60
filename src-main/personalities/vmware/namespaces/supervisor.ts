/** Kubernetes on a cluster, as far as vCenter tells of it: paper `cluster/<id>/namespaces`. Setting it up takes lab time. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import type { Vc } from '../vc.ts';

export type Cluster = EntityOf<'cluster'>;

export type Supervisor = {
  readonly spec: Readonly<Record<string, PaperValue>>;
  /** Lab time at which it was told to come, or to go. */
  readonly since: number;
  /** `given`: it was there from the beginning. */
  readonly phase: 'coming' | 'going' | 'given';
  readonly version: string;
};

export const supervisorKey = (id: EntityId): string => `cluster/${id}/namespaces`;

const minute = 60_000;
export const takes = { coming: 25 * minute, going: 8 * minute } as const;
export const newestVersion = 'v1.26.8+vmware.wcp.1-vsc0.1.9-22708654';

function supervisorIn(paper: unknown): Supervisor | undefined {
  if (typeof paper !== 'object' || paper === null || Array.isArray(paper)) return undefined;
  const { spec, since, phase, version } = paper as Partial<Record<keyof Supervisor, unknown>>;
  const isPhase = phase === 'coming' || phase === 'going' || phase === 'given';
  if (!isPhase || typeof since !== 'number') return undefined;
  return {
    spec:
      typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? (spec as Supervisor['spec']) : {},
    since,
    phase,
    version: typeof version === 'string' ? version : newestVersion,
  };
}

export type Status = {
  readonly config: 'CONFIGURING' | 'REMOVING' | 'RUNNING' | 'ERROR';
  readonly kubernetes: 'READY' | 'WARNING' | 'ERROR';
  readonly messages: readonly string[];
};

/** undefined: there is none on it, or it has gone. */
export function supervisorOn(vc: Vc, { id }: Cluster): Supervisor | undefined {
  const supervisor = supervisorIn(vc.papers.get(supervisorKey(id)));
  const isGone = supervisor?.phase === 'going' && isThrough(vc, supervisor, takes.going);
  return isGone ? undefined : supervisor;
}

/** Work takes no time in a stand-in for vcsim. */
const isThrough = (vc: Vc, { since }: Supervisor, millis: number): boolean =>
  vc.world().work === 'no-time' || vc.now() >= since + millis;

export function statusOf(vc: Vc, cluster: Cluster, supervisor: Supervisor): Status {
  const ready: Status = { config: 'RUNNING', kubernetes: 'READY', messages: [] };
  switch (supervisor.phase) {
    case 'given':
      return ready;
    case 'going':
      return { config: 'REMOVING', kubernetes: 'WARNING', messages: ['The control plane is being removed.'] };
    case 'coming': {
      if (!isThrough(vc, supervisor, takes.coming)) return waiting('The control plane is being set up.');
      const hosts = hostsOf(vc, cluster);
      if (hosts.some(({ spec }) => spec.state === 'connected' && spec.power === 'on')) return ready;
      return hosts.length === 0
        ? waiting('The control plane waits for a host in the cluster.')
        : { config: 'ERROR', kubernetes: 'ERROR', messages: ['No host of the cluster answers.'] };
    }
    default:
      return supervisor.phase satisfies never;
  }
}

const waiting = (message: string): Status => ({
  config: 'CONFIGURING',
  kubernetes: 'WARNING',
  messages: [message],
});

export const hostsOf = (vc: Vc, { id }: Cluster): readonly EntityOf<'host'>[] =>
  [...vc.world().inventory.childrenOf(id)].filter((each) => each.kind === 'host');

/** What keeps a cluster from having one. */
export function obstaclesOf(vc: Vc, cluster: Cluster): readonly string[] {
  const { ha, drs } = cluster.spec;
  return [
    ...(hostsOf(vc, cluster).length >= 2 ? [] : [`${cluster.name} has fewer than two hosts.`]),
    ...(ha ? [] : [`HA is off on ${cluster.name}.`]),
    ...(drs === 'automatic' ? [] : [`DRS does not move machines by itself on ${cluster.name}.`]),
  ];
}
