import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRef } from '../../../sim/contract/machine-list.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { asSimMillis, tickMillis } from '../../../sim/contract/units.ts';
import { demandBefore, linkedCopies, machineUse } from '../../../sim/index.ts';
import type { Inventory, World } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import { carrierOf, isListed, refOf, refTo, rowOf } from './machine-rows.ts';
import type { Listed } from './machine-rows.ts';

type Deps = { readonly session: () => Pick<Session, 'world' | 'store' | 'branch'> };
type Page = QueryAnswer<'machine'>;

export function readMachine({ session }: Deps, id: EntityId): Result<Page> {
  const { world, store, branch } = session();
  const { inventory } = world;
  const one = inventory.get(id);
  if (one === undefined) {
    return refused('unknown-entity', `There is no ${id}`, { where: 'id', hint: 'It may have been removed.' });
  }
  if (!isListed(one)) {
    return refused('wrong-kind', `${one.name} is a ${one.kind}`, {
      where: 'id',
      hint: 'Ask for a virtual machine, a blade or a host.',
    });
  }
  const chain = chainOf(inventory, one);
  const feeds = feedsOf(inventory, chain);
  const concerned = new Set([id, ...chain.map((each) => each.id), ...feeds.flat().map((each) => each.id)]);
  return accepted({
    row: rowOf(inventory, machineUse(world), one),
    entity: one,
    chain,
    feeds,
    networks: refs(inventory, networksOf(inventory, one)),
    datastores: refs(inventory, storesOf(one)),
    linked: linkedOf(inventory, one),
    guest: guestOf(world, id),
    tasks: world.tasks.all().filter(({ target }) => target === id),
    alarms: alarmsOf(world, concerned),
    events: eventsOf(
      world,
      id,
      store.eventsBefore(branch, { before: null, limit: lookedThrough, types: null }),
    ),
    history: historyOf(world, one),
  });
}

/** Events that are looked through for those of the machine, and that are shown of them. */
const lookedThrough = 1000;
const shown = 50;

/** The end of work names its task alone: whose it was is told by the work itself, or by its beginning. */
function eventsOf({ tasks }: World, id: EntityId, newest: readonly LoggedEvent[]): LoggedEvent[] {
  const own = new Set(tasks.all().flatMap((task) => (task.target === id ? task.id : [])));
  for (const { event } of newest)
    if (event.type === 'task.started' && event.task.target === id) own.add(event.task.id);
  return newest
    .filter(({ event }) => (event.type === 'task.finished' ? own.has(event.id) : speaksOf(event, id)))
    .slice(0, shown);
}

const speaksOf = (event: unknown, id: EntityId): boolean => JSON.stringify(event).includes(`"${id}"`);

const refs = (inventory: Inventory, ids: readonly (EntityId | null)[]): MachineRef[] =>
  [...new Set(ids)].flatMap((id) => refTo(inventory, id) ?? []);

/** What it runs on, up to the site. A chassis stands in a rack as a device. */
function chainOf(inventory: Inventory, one: Listed): MachineRef[] {
  const chain: MachineRef[] = [];
  for (let at = carried(inventory, one); at !== undefined; at = next(inventory, at)) chain.push(refOf(at));
  return chain;
}

const carried = (inventory: Inventory, one: Listed): Entity | undefined => {
  const carrier = carrierOf(one);
  return carrier === null ? undefined : inventory.get(carrier);
};

function next(inventory: Inventory, at: Entity): Entity | undefined {
  const id = at.kind === 'host' || at.kind === 'chassis' ? (at.links.runsOn?.[0] ?? null) : at.parent;
  return id === null ? undefined : inventory.get(id);
}

/** One line for each PDU of the rack, by what each prefers to be fed by. */
function feedsOf(inventory: Inventory, chain: readonly MachineRef[]): MachineRef[][] {
  const rack = chain.find(({ kind }) => kind === 'rack');
  if (rack === undefined) return [];
  const lines: MachineRef[][] = [];
  for (const pdu of inventory.childrenOf(rack.id)) {
    if (pdu.kind !== 'pdu') continue;
    const line: MachineRef[] = [];
    let at: Entity | undefined = pdu;
    while (at !== undefined && !line.some(({ id }) => id === at?.id)) {
      line.push(refOf(at));
      const feeder: EntityId | undefined = at.links.fedBy?.[0];
      at = feeder === undefined ? undefined : inventory.get(feeder);
    }
    lines.push(line);
  }
  return lines;
}

function networksOf(inventory: Inventory, one: Listed): (EntityId | null)[] {
  if (one.kind === 'vm') return one.spec.nics.map(({ network }) => network);
  if (one.kind === 'host') return [];
  return inventory
    .ofKind('profile')
    .filter(({ spec }) => spec.blade === one.id)
    .flatMap(({ spec }) => spec.vnics.map(({ network }) => network));
}

function storesOf(one: Listed): (EntityId | null)[] {
  if (one.kind === 'vm') return one.spec.disks.map(({ datastore }) => datastore);
  return one.kind === 'host' ? [...(one.links.mounts ?? [])] : [];
}

function linkedOf(inventory: Inventory, one: Listed): Page['linked'] {
  if (one.kind !== 'vm') return { on: null, copies: [] };
  const copies = linkedCopies({ inventory }, one).flatMap(({ id, snapshots }) => {
    const machine = refTo(inventory, id);
    return machine === null ? [] : [{ machine, snapshots: [...snapshots] }];
  });
  const delta = one.spec.disks.find((disk) => disk.delta !== undefined)?.delta;
  const original = delta === undefined ? undefined : inventory.get(delta.machine);
  if (delta === undefined || original?.kind !== 'vm') return { on: null, copies };
  const kept = original.spec.snapshots.find(({ id }) => id === delta.snapshot);
  return { on: { machine: refOf(original), snapshot: kept?.name ?? String(delta.snapshot) }, copies };
}

function guestOf(world: World, id: EntityId): Page['guest'] {
  const guest = world.guests.get(id);
  return guest === undefined ? null : { bootedAt: guest.bootedAt, services: [...guest.services] };
}

const alarmsOf = ({ alarms, inventory }: World, concerned: ReadonlySet<EntityId>): Alarm[] =>
  [...alarms.open()].filter(({ source }) => {
    const parent = inventory.get(source)?.parent;
    return concerned.has(source) || (parent !== undefined && parent !== null && concerned.has(parent));
  });

const hour = 3600;

function historyOf(world: World, one: Listed): Page['history'] {
  if (one.kind === 'host') return { hour: [], day: [] };
  const { tick, epoch } = world.clock;
  const points = (seconds: number, every: number): Page['history']['hour'] => {
    const from = Math.ceil((tick - seconds) / every) * every;
    return demandBefore(world, one, { from, to: tick, every }).map((point) => ({
      at: asSimMillis(epoch + point.tick * tickMillis),
      share: point.share,
    }));
  };
  return { hour: points(hour, 20), day: points(24 * hour, 300) };
}
