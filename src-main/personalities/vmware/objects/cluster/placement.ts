/** Where a machine may go, and what would even out a cluster: the world's own advice in vSphere's form. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { movesFor } from '../../../../../sim/index.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, refAt, refListAt, textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Host } from '../host/host.ts';
import { doesPlainly } from '../machine/doing.ts';
import type { Call, Method } from '../managed.ts';
import { freeOf } from '../storage/datastore-info.ts';
import { hostsOf, isEffective } from './capacity.ts';

type Cluster = EntityOf<'cluster'>;

/** MiB that its machines do not hold. */
const roomOn = (vc: Vc, { id, spec }: Host): number => spec.memory - vc.world().allotments.of(id).memory;

const byRoom = (vc: Vc, cluster: Cluster): readonly Host[] =>
  hostsOf(vc, cluster)
    .filter(isEffective)
    .toSorted((one, other) => roomOn(vc, other) - roomOn(vc, one));

/** Five stars for the one with the most room. */
export const hostsFor = (vc: Vc, cluster: Cluster): readonly Data[] =>
  byRoom(vc, cluster).map((host, at) => ({
    _type: 'ClusterHostRecommendation',
    host: vc.refs.of(host),
    rating: Math.max(1, 5 - at),
  }));

/** The one with the most room of those that the host has, and the caller allows. */
function storeFor(vc: Vc, host: Host, allowed: readonly Ref[]): Ref | undefined {
  const stores = (host.links.mounts ?? []).flatMap((id) => {
    const store = vc.world().inventory.get(id);
    return store?.kind === 'datastore' && store.spec.mode === 'normal' ? [store] : [];
  });
  const free = stores
    .map((store) => ({ ref: vc.refs.of(store), room: freeOf(vc, store) }))
    .filter(({ ref }) => allowed.length === 0 || allowed.some(({ value }) => value === ref.value))
    .toSorted((one, other) => other.room - one.room);
  return free[0]?.ref;
}

type Choice = { readonly host: Host; readonly datastore: Ref | undefined };

function choose(call: Call, cluster: Cluster, spec: Data): Answer<Choice> {
  const { vc } = call;
  const hosts = refListAt(spec, 'hosts');
  const candidates = byRoom(vc, cluster).filter(
    (host) => hosts.length === 0 || hosts.some(({ value }) => value === vc.refs.of(host).value),
  );
  const vm = refAt(spec, 'vm');
  const moving = vm === undefined ? undefined : vc.refs.entity(vm);
  const elsewhere =
    moving?.kind === 'vm' && textAt(spec, 'placementType') === 'relocate'
      ? candidates.filter(({ id }) => id !== moving.spec.host)
      : candidates;
  const [host] = elsewhere.length === 0 ? candidates : elsewhere;
  if (host === undefined) return faulted('GenericDrsFault', `No host of ${cluster.name} can take it.`);
  return done({ host, datastore: storeFor(vc, host, refListAt(spec, 'datastores')) });
}

const placements = ['create', 'reconfigure', 'relocate', 'clone'];

export const placeVm: Method<Cluster> = (call, cluster) => {
  const { vc } = call;
  const spec = dataAt(call.args, 'placementSpec') ?? {};
  const type = textAt(spec, 'placementType') ?? (refAt(spec, 'vm') === undefined ? 'create' : 'relocate');
  if (!placements.includes(type))
    return invalidArgument('placementSpec.placementType', `There is no placement ${type}.`);
  if (
    (type === 'create' && dataAt(spec, 'configSpec') === undefined) ||
    (type === 'clone' && dataAt(spec, 'cloneSpec') === undefined)
  )
    return invalidArgument('placementSpec', `A placement of type ${type} needs its specification.`);
  const chosen = choose(call, cluster, spec);
  if (!chosen.ok) return chosen;
  const { host, datastore } = chosen.value;
  const target = vc.refs.of(host);
  const relocateSpec = {
    _type: 'VirtualMachineRelocateSpec',
    datastore,
    host: target,
    pool: vc.refs.rootPool(cluster),
  };
  return done({
    _type: 'PlacementResult',
    recommendations: [
      {
        key: '1',
        type: 'V1',
        time: isoOf(vc.now()),
        rating: 5,
        reason: 'xvmotionPlacement',
        reasonText: `${host.name} has the most room`,
        target: vc.refs.of(cluster),
        action: [
          {
            _type: 'PlacementAction',
            type: 'PlacementV1',
            vm: refAt(spec, 'vm'),
            targetHost: target,
            relocateSpec,
          },
        ],
      },
    ],
  });
};

/** What DRS would do now; the number is the machine's own. */
export function recommendationsOf(vc: Vc, cluster: Cluster): readonly Data[] {
  if (cluster.spec.drs === 'off') return [];
  const { inventory } = vc.world();
  return movesFor(vc.world(), cluster).flatMap(({ machine, from, to }) => {
    const [target, source, destination] = [vc.refs.ofId(machine), vc.refs.ofId(from), vc.refs.ofId(to)];
    if (target === undefined || source === undefined || destination === undefined) return [];
    const names = [machine, from, to].map((id) => inventory.get(id)?.name ?? '');
    return [
      {
        _type: 'ClusterRecommendation',
        key: machine,
        type: 'V1',
        time: isoOf(vc.now()),
        rating: 4,
        reason: 'fairnessCpuAvg',
        reasonText: `${names[0]} from ${names[1]} to ${names[2]} evens out their load`,
        target,
        action: [
          {
            _type: 'ClusterMigrationAction',
            type: 'MigrationV1',
            target,
            drsMigration: { key: machine, time: isoOf(vc.now()), vm: target, source, destination },
          },
        ],
      },
    ];
  });
}

export function applyRecommendation(call: Call, cluster: Cluster, key: string): Answer | Promise<Answer> {
  const move = movesFor(call.vc.world(), cluster).find(({ machine }) => machine === key);
  return move === undefined
    ? invalidArgument('key', `There is no recommendation ${key}: it may have been done.`)
    : doesPlainly(call, { type: 'cluster.balance', id: cluster.id, machine: move.machine });
}
