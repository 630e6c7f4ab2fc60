import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { SystemResilience } from '../../../sim/contract/sites.ts';
import { stateWords } from '../../../sim/contract/state-words.table.ts';
import type { World } from '../../../sim/index.ts';
import type { RoomBook, SiteBook } from './overview-book.ts';
import { mostNamed } from './overview-power.ts';

type Level = SystemResilience['level'];
const order: readonly Level[] = ['none', 'N', 'N+1', '2N'];
export const worse = (a: Level, b: Level): Level => (order.indexOf(a) <= order.indexOf(b) ? a : b);

/** Each room against its heat, with any one of its cooling units or chillers out. */
export function coolingResilience(world: World, book: SiteBook): SystemResilience | null {
  const rooms = book.rooms.filter(({ cracs, racks }) => cracs.length > 0 && racks.length > 0);
  if (rooms.length === 0) return null;
  const water = waterOf(world, book);
  const judged = rooms.map((room) => judge(world, room, water));
  const level = judged.reduce<Level>((worst, one) => worse(worst, one.level), '2N');
  const told = judged.filter((one) => one.level === level);
  return {
    system: 'cooling',
    level,
    breaks: [...new Set(told.flatMap(({ breaks }) => breaks))].slice(0, mostNamed),
    touched: level === 'none' || level === 'N' ? told.length : 0,
    of: rooms.length,
    demand: judged.reduce((sum, { heat }) => sum + heat, 0),
    capacity: judged.reduce((sum, { capacity }) => sum + capacity, 0),
  };
}

type Water = {
  /** By chilled-water unit: kW of cold water from each chiller. */
  readonly by: ReadonlyMap<EntityId, ReadonlyMap<EntityId, number>>;
};

/** Each chiller serves the units that it names, else all chilled-water units of its site, by their rating. */
function waterOf(world: World, { chillers, rooms }: SiteBook): Water {
  const chilled = rooms.flatMap(({ cracs }) => cracs.filter(({ spec }) => spec.coil === 'chilled-water'));
  const by = new Map(chilled.map(({ id }) => [id, new Map<EntityId, number>()]));
  for (const chiller of chillers) {
    if (!isAble(world, chiller)) continue;
    const named = chiller.links.cools ?? [];
    const served = chilled.filter(({ id }) => named.length === 0 || named.includes(id));
    const rated = served.reduce((sum, { spec }) => sum + spec.ratedCooling, 0);
    for (const { id, spec } of served)
      by.get(id)?.set(chiller.id, (chiller.spec.ratedCooling * spec.ratedCooling) / Math.max(1, rated));
  }
  return { by };
}

type Judged = {
  readonly level: Level;
  readonly breaks: readonly EntityId[];
  readonly heat: number;
  readonly capacity: number;
};

function judge(world: World, room: RoomBook, water: Water): Judged {
  const units = room.cracs.filter((unit) => isAble(world, unit));
  const heat = heatOf(world, room);
  const left = (lost: EntityId | null): number =>
    units.reduce((sum, unit) => sum + (unit.id === lost ? 0 : gives(unit, water, lost)), 0);
  const capacity = left(null);
  if (capacity < heat || capacity === 0)
    return {
      level: 'none',
      breaks: room.cracs.filter((one) => !units.includes(one)).map(({ id }) => id),
      heat,
      capacity,
    };
  const sources = units.flatMap(({ id }) => [...(water.by.get(id)?.keys() ?? [])]);
  const losses = [...new Set([...units.map(({ id }) => id), ...sources])];
  const breaks = losses.filter((lost) => left(lost) < heat || left(lost) === 0);
  if (breaks.length > 0)
    return { level: 'N', breaks: breaks.toSorted((a, b) => left(a) - left(b)), heat, capacity };
  const worst = Math.min(...losses.map(left));
  return { level: worst * 2 >= capacity && capacity >= 2 * heat ? '2N' : 'N+1', breaks: [], heat, capacity };
}

function gives({ id, spec }: EntityOf<'crac'>, { by }: Water, lost: EntityId | null): number {
  if (spec.coil !== 'chilled-water') return spec.ratedCooling;
  let kilowatts = 0;
  for (const [chiller, share] of by.get(id) ?? []) if (chiller !== lost) kilowatts += share;
  return Math.min(spec.ratedCooling, kilowatts);
}

/** kW that the racks of a room give off now. */
function heatOf({ plant }: World, { racks }: RoomBook): number {
  const { load } = plant.state.rack.columns;
  const index = plant.layout?.index.rack;
  return racks.reduce((sum, rack) => sum + (load[index?.get(rack) ?? -1] ?? 0), 0);
}

const unable: readonly string[] = ['off', 'failed', 'no-power', 'tripped'];

function isAble({ plant }: World, unit: EntityOf<'crac' | 'chiller'>): boolean {
  const { ids, columns } = plant.state[unit.kind];
  const state = columns.state[ids.indexOf(unit.id)];
  return state === undefined || !unable.includes(stateWords[unit.kind][state] ?? '');
}
