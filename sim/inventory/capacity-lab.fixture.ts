/** A room of racks on two feeds, each with a UPS and a panel, for tests of capacity. */
import type { CapacityPlace, PlacementParams } from '../contract/capacity.ts';
import type { Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { capacityOf } from './capacity.ts';
import type { StillPlace } from './capacity-place.ts';

type Item = {
  readonly kind: Kind;
  readonly parent?: EntityId;
  readonly fedBy?: readonly EntityId[];
  readonly cools?: readonly EntityId[];
  readonly [field: string]: unknown;
};
type Machine = {
  readonly u: number;
  readonly units?: number;
  readonly watts?: number;
  readonly [field: string]: unknown;
};

export type CapacityLab = {
  readonly world: World;
  readonly site: EntityId;
  readonly room: EntityId;
  readonly row: EntityId;
  readonly upsA: EntityId;
  readonly upsB: EntityId;
  readonly make: (item: Item) => EntityId;
  readonly rack: (spec: object, machines: readonly Machine[]) => EntityId;
  readonly machine: (rack: EntityId, machine: Machine) => EntityId;
  readonly place: (id: EntityId) => StillPlace;
  readonly fits: (
    asked: Partial<Omit<PlacementParams, 'within'>>,
  ) => ReturnType<ReturnType<typeof capacityOf>['placement']>;
};

/** kW of the UPSes; of cooling. */
export type Provision = { readonly ups: number; readonly cooling: number };

export function capacityLab({ ups, cooling }: Provision): CapacityLab {
  const world = createWorld();
  did(world, { type: 'lab.found', name: 'Capacity', seed: 'ca', epoch: 1_767_600_000_000 });
  let made = 0;
  const make = ({ kind, parent, fedBy, cools, ...spec }: Item): EntityId => {
    made += 1;
    const links = { ...(fedBy === undefined ? {} : { fedBy }), ...(cools === undefined ? {} : { cools }) };
    const item = { kind, name: `n${made}`, parent: parent ?? null, links, spec };
    return did(world, { type: 'inventory.create', item: item as never }).ids[0] as EntityId;
  };
  const site = make({ kind: 'site', timezone: 'UTC' });
  const room = make({ kind: 'room', parent: site, width: 200, depth: 8, envelope: 'A1' });
  const row = make({ kind: 'row', parent: room, containment: 'none' });
  const position = { x: 1, y: 1 };
  if (cooling > 0)
    make({ kind: 'crac', parent: room, model: 'm', ratedCooling: cooling, setpoint: 22, position });
  const feed = (): { ups: EntityId; panel: EntityId } => {
    const source = make({ kind: 'ups', parent: room, model: 'm', ratedPower: ups, position });
    const panel = make({ kind: 'panel', parent: room, fedBy: [source], model: 'm', ratedPower: 1000 });
    return { ups: source, panel };
  };
  const [a, b] = [feed(), feed()];
  let racks = 0;
  const machine = (rack: EntityId, { u, units = 1, watts = 0, ...spec }: Machine): EntityId =>
    make({
      kind: 'device',
      parent: rack,
      model: 'm',
      category: 'server',
      slot: { position: u, height: units, face: 'both' },
      idlePower: watts / 2,
      ratedPower: watts,
      ...spec,
    });
  const lab = { world, site, room, row, upsA: a.ups, upsB: b.ups, make, machine };
  return {
    ...lab,
    rack: (spec, machines) => {
      racks += 1;
      const rack = make({
        kind: 'rack',
        parent: row,
        position: { x: racks, y: 2 },
        width: 0.6,
        depth: 1.2,
        facing: 'south',
        heightU: 10,
        ratedPower: 8,
        ...spec,
      });
      for (const [name, panel] of [
        ['A', a.panel],
        ['B', b.panel],
      ] as const)
        make({
          kind: 'pdu',
          parent: rack,
          fedBy: [panel],
          model: 'm',
          feed: name,
          ratedPower: 11,
          breaker: 16,
        });
      for (const one of machines) machine(rack, one);
      return rack;
    },
    place: (id) => {
      const { kind } = world.inventory.get(id) as { kind: CapacityPlace['kind'] };
      const [only] = capacityOf(world.inventory).places({ level: kind, within: id, order: 'place' });
      if (only === undefined) throw new Error(`${id} is no place`);
      return only;
    },
    fits: (asked) =>
      capacityOf(world.inventory).placement(
        { units: 1, watts: 500, nics: 0, count: 1, psus: 2, face: 'both', together: 'any', ...asked },
        null,
      ),
  };
}
