/** What may stand where. Pure checks, each naming the arithmetic when it refuses. */
import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { FloorPoint } from '../contract/floor-point.ts';
import { parentKinds } from '../contract/parent-kinds.table.ts';
import { setPoints } from '../contract/set-points.table.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { isReservedName } from '../contract/topics.ts';
import { breakerIsFree, breakersSuffice } from './feed-rules.ts';
import { above, nameKey, sharesItsName, topicKey } from './inventory.ts';
import type { InventoryView } from './inventory.ts';
import { isMachine, machineHolds } from './machine-rules.ts';
import { linkKinds } from './links.table.ts';
import { measurable } from './measurable.table.ts';
import { deviceFits, rackHolds } from './rack-rules.ts';
import { ropeLies } from './rope-rules.ts';

const fine: Result<null> = accepted(null);
type Rule = (view: InventoryView, entity: Entity) => Result<null>;

const parentStands: Rule = (view, entity) => {
  const allowed: readonly string[] = parentKinds[entity.kind];
  if (entity.parent === null) {
    return allowed.length === 0
      ? fine
      : refused('unknown-parent', `A ${entity.kind} needs a parent`, {
          where: 'parent',
          hint: `Give the id of a ${allowed.join(' or ')}.`,
        });
  }
  const parent = view.get(entity.parent);
  if (parent === undefined) {
    return refused('unknown-parent', `There is no ${entity.parent}`, {
      where: 'parent',
      hint: 'It may have been removed.',
    });
  }
  if (allowed.includes(parent.kind))
    return isWithin(view, parent, entity.id)
      ? refused('not-allowed', `${entity.name} cannot stand within itself`, { where: 'parent' })
      : fine;
  const where = allowed.length === 0 ? 'stands by itself' : `goes into a ${allowed.join(' or ')}`;
  return refused('wrong-kind', `A ${entity.kind} ${where}; ${parent.name} is a ${parent.kind}`, {
    where: 'parent',
  });
};

function isWithin(view: InventoryView, inner: Entity, outer: EntityId): boolean {
  for (let at: Entity | undefined = inner; at !== undefined;) {
    if (at.id === outer) return true;
    at = at.parent === null ? undefined : view.get(at.parent);
  }
  return false;
}

const nameIsFree: Rule = (view, entity) => {
  if (sharesItsName(view, entity)) return fine;
  const holder = view.named(nameKey(view, entity));
  if (holder === undefined || holder === entity.id) return fine;
  return refused('name-taken', `There is a ${entity.kind} named ${entity.name} already (${holder})`, {
    where: 'name',
    hint: 'Choose another name.',
  });
};

const topicIsFree: Rule = (view, entity) => {
  const where = entity.kind === 'sensor' ? 'spec.place' : 'name';
  if (isReservedName(entity)) {
    return refused('name-taken', `${entity.name} has a meaning of its own in MQTT topics`, {
      where,
      hint: 'Choose another name.',
    });
  }
  const key = topicKey(view, entity);
  const before = view.get(entity.id);
  // What stands already, in a lab from before this rule, may stay and be changed.
  if (key === null || (before !== undefined && topicKey(view, before) === key)) return fine;
  const holder = view.named(key);
  if (holder === undefined || holder === entity.id) return fine;
  return refused('name-taken', `${entity.name} would speak on the MQTT topics of ${holder}`, {
    where,
    hint:
      entity.kind === 'sensor'
        ? 'Choose another place; a space and a _ are one in a topic, and so are middle and front-middle.'
        : 'Choose another name; a space and a _ are one in a topic.',
  });
};

const linksHold: Rule = (view, entity) => {
  for (const [link, targets] of Object.entries(entity.links)) {
    const wanted = (linkKinds[entity.kind] as Partial<Record<string, readonly Kind[]>>)[link] ?? [];
    const bad = targets.find((id) => {
      const kind = view.get(id)?.kind;
      return kind === undefined || !wanted.includes(kind) || id === entity.id;
    });
    if (bad !== undefined) return wrongLink({ entity, link, bad, wanted });
  }
  return fine;
};

type WrongLink = {
  readonly entity: Entity;
  readonly link: string;
  readonly bad: EntityId;
  readonly wanted: readonly Kind[];
};

function wrongLink({ entity, link, bad, wanted }: WrongLink): Result<null> {
  const where = `links.${link}`;
  if (wanted.length === 0) return refused('wrong-kind', `A ${entity.kind} has no ${link}`, { where });
  return refused('unknown-entity', `${link} names ${bad}, which is no ${wanted.join(' or ')}`, { where });
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export function footprint(rack: EntityOf<'rack'>): Box {
  const { position, width, depth, facing } = rack.spec;
  const sideways = facing === 'east' || facing === 'west';
  const halfX = (sideways ? depth : width) / 2;
  const halfY = (sideways ? width : depth) / 2;
  return {
    left: position.x - halfX,
    right: position.x + halfX,
    top: position.y - halfY,
    bottom: position.y + halfY,
  };
}

/** A millimetre of grace: racks stand side by side. */
const grace = 0.001;
const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right - grace &&
  b.left < a.right - grace &&
  a.top < b.bottom - grace &&
  b.top < a.bottom - grace;

const rackHasFloor = (view: InventoryView, rack: EntityOf<'rack'>): Result<null> => {
  const room = above(view, rack.parent, 'room');
  if (room === undefined) return fine;
  const box = footprint(rack);
  if (
    box.left < -grace ||
    box.top < -grace ||
    box.right > room.spec.width + grace ||
    box.bottom > room.spec.depth + grace
  ) {
    return refused(
      'outside-room',
      `${rack.name} would stand outside ${room.name} (${room.spec.width} × ${room.spec.depth} m)`,
      {
        where: 'spec.position',
        hint: 'The position is the centre of its footprint, in metres from the north-west corner.',
      },
    );
  }
  for (const row of view.childrenOf(room.id)) {
    if (row.kind !== 'row') continue;
    for (const other of view.childrenOf(row.id)) {
      if (other.kind !== 'rack' || other.id === rack.id || !overlaps(box, footprint(other))) continue;
      return refused('slot-taken', `${rack.name} would stand in ${other.name}`, {
        where: 'spec.position',
        hint: `${other.name} is at ${pointText(other.spec.position)}.`,
      });
    }
  }
  return fine;
};

const pointText = (point: FloorPoint): string => `${point.x}, ${point.y} m`;

const unitStandsInside = (view: InventoryView, unit: EntityOf<'ups' | 'crac' | 'panel'>): Result<null> => {
  const room = above(view, unit.parent, 'room');
  if (unit.spec.position === undefined) return fine;
  const { x, y } = unit.spec.position;
  if (room === undefined || (x <= room.spec.width && y <= room.spec.depth)) return fine;
  return refused(
    'outside-room',
    `${unit.name} would stand outside ${room.name} (${room.spec.width} × ${room.spec.depth} m)`,
    { where: 'spec.position' },
  );
};

const roomHolds = (view: InventoryView, room: EntityOf<'room'>): Result<null> => {
  for (const child of view.childrenOf(room.id)) {
    const inside = child.kind === 'row' ? [...view.childrenOf(child.id)] : [child];
    for (const entity of inside) {
      const result = entity.kind === 'rack' ? insideRoom(room, entity) : fine;
      if (!result.ok) return result;
    }
  }
  return fine;
};

const insideRoom = (room: EntityOf<'room'>, rack: EntityOf<'rack'>): Result<null> => {
  const box = footprint(rack);
  if (box.right <= room.spec.width + grace && box.bottom <= room.spec.depth + grace) return fine;
  return refused('outside-room', `${rack.name} at ${pointText(rack.spec.position)} would stand outside`, {
    where: 'spec.width',
  });
};

const sensorMeasures = (view: InventoryView, sensor: EntityOf<'sensor'>): Result<null> => {
  const parent = sensor.parent === null ? undefined : view.get(sensor.parent);
  if (parent === undefined) return fine;
  const metrics: readonly string[] = measurable[parent.kind];
  if (metrics.includes(sensor.spec.metric)) return ropeLies(view, sensor);
  return refused('wrong-kind', `A ${parent.kind} has no ${sensor.spec.metric} to measure`, {
    where: 'spec.metric',
    hint: metrics.length === 0 ? 'Put the sensor on its rack or unit.' : `It has ${metrics.join(', ')}.`,
  });
};

/** A unit in a lab from before this rule keeps its set-point until somebody changes it. */
const setPointHolds = (view: InventoryView, unit: EntityOf<'crac' | 'chiller'>): Result<null> => {
  const { low, high } = setPoints[unit.kind];
  const { setpoint } = unit.spec;
  const before = view.get(unit.id);
  const isKept = before?.kind === unit.kind && before.spec.setpoint === setpoint;
  if (isKept || (setpoint >= low && setpoint <= high)) return fine;
  return refused('invalid-input', `${unit.name} cannot hold ${setpoint} °C`, {
    where: 'spec.setpoint',
    hint: `Choose from ${low} to ${high} °C.`,
  });
};

function unitRule(view: InventoryView, unit: EntityOf<'crac' | 'chiller'>): Result<null> {
  const stands = unit.kind === 'crac' ? unitStandsInside(view, unit) : fine;
  return stands.ok ? setPointHolds(view, unit) : stands;
}

function kindRule(view: InventoryView, entity: Entity): Result<null> {
  if (isMachine(entity)) return machineHolds(view, entity);
  switch (entity.kind) {
    case 'rack': {
      const floor = rackHasFloor(view, entity);
      return floor.ok ? rackHolds(view, entity) : floor;
    }
    case 'device':
      return deviceFits(view, entity);
    case 'crac':
    case 'chiller':
      return unitRule(view, entity);
    case 'ups':
      return unitStandsInside(view, entity);
    case 'panel': {
      const stands = unitStandsInside(view, entity);
      return stands.ok ? breakersSuffice(view, entity) : stands;
    }
    case 'pdu':
      return breakerIsFree(view, entity);
    case 'room':
      return roomHolds(view, entity);
    case 'sensor':
      return sensorMeasures(view, entity);
    case 'site':
    case 'row':
    case 'utility':
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'battery':
      return fine;
    default:
      return entity satisfies never;
  }
}

const rules: readonly Rule[] = [parentStands, nameIsFree, topicIsFree, linksHold, kindRule];

/** Whether the entity may be as it is described. The view may hold it already (a change) or not yet (a birth). */
export function maySettle(view: InventoryView, entity: Entity): Result<null> {
  for (const rule of rules) {
    const result = rule(view, entity);
    if (!result.ok) return result;
  }
  return fine;
}
