/** What is asked of the host to create things: items with names and ids that are free. Pure. */
import type { Entity, Facing, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackSpot, Spot } from '../../canvas/floor/floor-plan.ts';
import { type Problem, rackProblem } from './layout-rules.ts';
import type { FeedPlans } from './rack-feeds.ts';
import { cracMetrics, pduSensors, rackSensors, roomMetrics } from './rack-templates.table.ts';
import { createIds, type NewItem } from './new-item.ts';
import { freeRopeName, loopAround, ropeItems } from './rope-draft.ts';
import { childrenOf, type Inventory } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';

export type RackKind = {
  readonly width: number;
  readonly depth: number;
  readonly heightU: number;
  readonly ratedPower: number;
  readonly pdu: { readonly model: string; readonly ratedPower: number; readonly breaker: number };
};

export type NewRack = {
  readonly name: string;
  /** Null: a row that is made for it. */
  readonly row: EntityId | null;
  readonly rowName: string;
  readonly x: number;
  readonly y: number;
  readonly facing: Facing;
};

const trailing = /^(.*?)(\d+)$/;

/** A01 … A09 and on: from the highest number that the row has, with as many digits. */
export function rackNames(row: string, taken: readonly string[], count: number): readonly string[] {
  const numbered = taken.flatMap((name) => {
    const match = trailing.exec(name);
    return match === null ? [] : [{ stem: match[1] ?? '', digits: match[2] ?? '' }];
  });
  const last = numbered.toSorted((one, other) => Number(one.digits) - Number(other.digits)).at(-1);
  const { stem, digits } = last ?? { stem: row, digits: '00' };
  return Array.from(
    { length: count },
    (_, index) => `${stem}${String(Number(digits) + index + 1).padStart(digits.length, '0')}`,
  );
}

/** A, B, C … : letters that no row of the room has. */
export function rowNames(taken: readonly string[], count: number): readonly string[] {
  const free: string[] = [];
  for (let index = 0; free.length < count; index += 1) {
    const letter = String.fromCharCode(65 + (index % 26));
    const name = index < 26 ? letter : `${letter}${Math.floor(index / 26)}`;
    if (!taken.includes(name)) free.push(name);
  }
  return free;
}

type Placed = { readonly x: number; readonly y: number; readonly facing: Facing };

/** Racks in one line that look the same way are one row. */
export function asNewRows(floor: Pick<RoomFloor, 'rows'>, places: readonly Placed[]): readonly NewRack[] {
  const lines = Map.groupBy(places, ({ y, facing }) => `${y}:${facing}`);
  const names = rowNames(
    floor.rows.map(({ name }) => name),
    lines.size,
  );
  return [...lines.values()].flatMap((line, index) => {
    const rowName = names[index] ?? '';
    const racks = rackNames(rowName, [], line.length);
    return line.map(({ x, y, facing }, at) => ({ name: racks[at] ?? '', row: null, rowName, x, y, facing }));
  });
}

export function inRow(
  inventory: Inventory,
  row: { readonly id: EntityId; readonly name: string },
  places: readonly Placed[],
): readonly NewRack[] {
  const taken = childrenOf(inventory, row.id).map(({ name }) => name);
  const names = rackNames(row.name, taken, places.length);
  return places.map(({ x, y, facing }, index) => ({
    name: names[index] ?? '',
    row: row.id,
    rowName: row.name,
    x,
    y,
    facing,
  }));
}

/** Named as a lab file names its usual sensors. */
const sensorItem = (parent: EntityId, metric: Metric, place: string): NewItem => ({
  kind: 'sensor',
  name: place === 'middle' || place === 'front-middle' ? metric : `${metric} ${place}`,
  parent,
  spec: { metric, place, source: 'bot' },
});

export function rackItems(
  inventory: Inventory,
  room: EntityId,
  order: {
    readonly racks: readonly NewRack[];
    readonly kind: RackKind;
    /** Null: they come without rack PDUs. */
    readonly feeds: FeedPlans | null;
  },
): readonly NewItem[] {
  const nextId = createIds(inventory.entities);
  const { pdu, ...spec } = order.kind;
  const rows = new Map<string, EntityId>();
  const items: NewItem[] = [];
  for (const [number, { name, row, rowName, x, y, facing }] of order.racks.entries()) {
    const parent = row ?? rows.get(rowName) ?? nextId('row');
    if (row === null && !rows.has(rowName)) {
      rows.set(rowName, parent);
      items.push({ kind: 'row', id: parent, name: rowName, parent: room, spec: { containment: 'none' } });
    }
    const id = nextId('rack');
    items.push({ kind: 'rack', id, name, parent, spec: { position: { x, y }, facing, ...spec } });
    items.push(...rackSensors.map(({ metric, place }) => sensorItem(id, metric, place)));
    if (order.feeds !== null) items.push(...pduItems({ rack: id, number, pdu, feeds: order.feeds }, nextId));
  }
  return items;
}

type Feeding = Pick<RackKind, 'pdu'> & {
  readonly rack: EntityId;
  /** Of the order: the first ones get the breakers. */
  readonly number: number;
  readonly feeds: FeedPlans;
};

function pduItems({ rack, number, pdu, feeds }: Feeding, nextId: (kind: Kind) => EntityId): NewItem[] {
  return (['A', 'B'] as const).flatMap((feed) => {
    const { panel, count } = feeds[feed];
    if (panel === null || number >= count) return [];
    const id = nextId('pdu');
    const name = `pdu-${feed.toLowerCase()}`;
    return [
      { kind: 'pdu' as const, id, name, parent: rack, links: { fedBy: [panel.id] }, spec: { ...pdu, feed } },
      ...pduSensors.map(({ metric, place }) => sensorItem(id, metric, place)),
    ];
  });
}

/** Of a usual downflow unit, metres. */
const unitFootprint = { width: 1.1, depth: 0.9 } as const;

export type NewUnit = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly ratedCooling: number;
};

/** With its leak rope around it. */
export function cracItems(
  inventory: Inventory,
  room: RoomFloor['plan']['room'],
  unit: NewUnit,
): readonly NewItem[] {
  const nextId = createIds(inventory.entities);
  const id = nextId('crac');
  const { name, x, y, ratedCooling } = unit;
  const points = loopAround({ x, y, ...unitFootprint }, room);
  return [
    {
      kind: 'crac',
      id,
      name,
      parent: room.id,
      spec: { model: `Downflow unit ${ratedCooling} kW`, ratedCooling, setpoint: 22, position: { x, y } },
    },
    ...cracMetrics.map((metric) => sensorItem(id, metric, 'middle')),
    ...ropeItems(inventory, { name: freeRopeName(inventory, id), parent: id, points }, nextId),
  ];
}

export type NewRoom = {
  readonly site: EntityId;
  readonly name: string;
  readonly width: number;
  readonly depth: number;
  readonly envelope: 'A1' | 'A2' | 'A3' | 'A4' | 'H1';
};

export function roomItems(inventory: Inventory, room: NewRoom): readonly NewItem[] {
  const id = createIds(inventory.entities)('room');
  const { site, name, width, depth, envelope } = room;
  return [
    { kind: 'room', id, name, parent: site, spec: { width, depth, envelope } },
    ...roomMetrics.map((metric) => sensorItem(id, metric, 'middle')),
  ];
}

/** Racks that are not there yet, as they would stand; each checked against those that are and its fellows. */
export function proposed(
  { plan }: Pick<RoomFloor, 'plan'>,
  racks: readonly NewRack[],
  kind: RackKind,
): readonly (Spot & { readonly facing: Facing; readonly problem: Problem | null })[] {
  const spots = racks.map((rack, index): RackSpot => {
    const isUpright = rack.facing === 'north' || rack.facing === 'south';
    return {
      id: `new-${index}` as EntityId,
      name: rack.name,
      x: rack.x,
      y: rack.y,
      facing: rack.facing,
      width: isUpright ? kind.width : kind.depth,
      depth: isUpright ? kind.depth : kind.width,
    };
  });
  const standing = [...plan.racks, ...spots];
  return spots.map((spot) => ({ ...spot, problem: rackProblem(spot, plan.room, standing) }));
}

/** What goes along with a thing, by kind. */
export function goesAlong(inventory: Inventory, ids: Iterable<EntityId>): ReadonlyMap<Kind, number> {
  const counts = new Map<Kind, number>();
  const visit = (entity: Entity): void => {
    for (const child of childrenOf(inventory, entity.id)) {
      counts.set(child.kind, (counts.get(child.kind) ?? 0) + 1);
      visit(child);
    }
  };
  for (const id of ids) {
    const entity = inventory.entities.get(id);
    if (entity !== undefined) visit(entity);
  }
  return counts;
}
