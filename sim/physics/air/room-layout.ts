import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { integers, numbers } from '../found.ts';
import type { Found } from '../found.ts';
import type { PlantIndex } from '../tables.ts';
import { airDensity, airHeat, designRise } from './constants.ts';
import { leastSpeed } from './crac-layout.ts';
import type { CracAir } from './crac-layout.ts';
import type { RackAir } from './rack-layout.ts';

/** Flows are in kW/K: mass flow × specific heat. Heats are in kJ/K. */
export type RoomAir = {
  readonly site: Int32Array;
  readonly coldHeat: Float64Array;
  readonly returnHeat: Float64Array;
  readonly wallHeat: Float64Array;
  /** kW/K between walls and air. */
  readonly wallLink: Float64Array;
  /** kg of dry air, and kg/s of it that fresh air replaces. */
  readonly airMass: Float64Array;
  readonly freshAir: Float64Array;
  /** Of what is born: °C that the units supply, °C that comes back, the share of their capacity that is wanted. */
  readonly supply: Float64Array;
  readonly back: Float64Array;
  readonly share: Float64Array;
  /** Rooms of UPSes and panels, which heat them with what they lose. */
  readonly ups: Int32Array;
  readonly panel: Int32Array;
  /** Of this second: what the racks take from the cold aisle … */
  readonly flow: Float64Array;
  /** … what the units blow into it, and the heat of that; what they could blow at full speed. */
  readonly supplyFlow: Float64Array;
  readonly supplyHeat: Float64Array;
  readonly ready: Float64Array;
  /** Heat of what the racks breathe out, and the air that dark racks suck back. */
  readonly exhaustHeat: Float64Array;
  readonly suckedBack: Float64Array;
  /** kW that does not come out of racks, the same less what puddles take; kW that goes into the walls. */
  readonly inner: Float64Array;
  readonly gain: Float64Array;
  readonly intoWalls: Float64Array;
  /** kg/s of steam and of puddles; kg/s that coils strip, and kg/s of water they would leave in it. */
  readonly steam: Float64Array;
  readonly evaporation: Float64Array;
  readonly stripped: Float64Array;
  readonly strippedTo: Float64Array;
};

/** kW/(m²·K) between a wall and a room: surface resistance 0.13 m²·K/W (ISO 6946). */
const wallCoefficient = 0.0077;
/** Of a room's air: what stands behind racks, in cold aisles, in hot aisles and on the way back. */
const airShares = { rack: 0.3, cold: 0.35, back: 0.35 } as const;
/** Air changes an hour by fresh air: enough to keep a computer room over pressure. */
const airChanges = 0.1;

type RoomParts = { readonly racks: RackAir; readonly cracs: CracAir };

export function roomAir(inventory: Inventory, found: Found, index: PlantIndex): RoomAir {
  const rooms = found.room;
  const empty = (): Float64Array => new Float64Array(rooms.length);
  const roomOf = (one: { readonly id: EntityId }): number =>
    index.room.get(above(inventory, one.id, 'room')?.id as EntityId) ?? -1;
  const walls = rooms.map(surface);
  const airMass = numbers(rooms, (room) => airDensity * volume(room));
  return {
    site: integers(rooms, (room) => index.site.get(above(inventory, room.id, 'site')?.id as EntityId) ?? 0),
    coldHeat: numbers(rooms, (room) => airShares.cold * airHeat * volume(room)),
    returnHeat: numbers(rooms, (room) => airShares.back * airHeat * volume(room)),
    wallHeat: numbers(rooms, (room) => room.spec.wallHeat * surface(room)),
    wallLink: Float64Array.from(walls, (area) => wallCoefficient * area),
    airMass,
    freshAir: airMass.map((mass) => (mass * airChanges) / 3600),
    supply: empty(),
    back: empty(),
    share: empty(),
    ups: integers(found.ups, roomOf),
    panel: integers(found.panel, roomOf),
    flow: empty(),
    supplyFlow: empty(),
    supplyHeat: empty(),
    ready: empty(),
    exhaustHeat: empty(),
    suckedBack: empty(),
    inner: empty(),
    gain: empty(),
    intoWalls: empty(),
    steam: empty(),
    evaporation: empty(),
    stripped: empty(),
    strippedTo: empty(),
  };
}

const volume = ({ spec }: EntityOf<'room'>): number => spec.width * spec.depth * spec.height;

/** Floor, ceiling and four walls: m². */
const surface = ({ spec: { width, depth, height } }: EntityOf<'room'>): number =>
  2 * (width * depth + width * height + depth * height);

/**
 * Shares each room's air among its racks and aisles; a rack without equipment has none of it. No node holds less than
 * passes it in a second: where a room is so dense that it would, a step of 1 s could not follow it, and its air is
 * taken to be heavier instead.
 */
export function shareAir(found: Found, rooms: RoomAir, racks: RackAir): void {
  const counts = new Float64Array(found.room.length);
  const most = new Float64Array(found.room.length);
  const isFilled = (i: number): boolean => (racks.expected[i] as number) > 0;
  for (const [i, at] of racks.room.entries()) {
    if (at < 0) continue;
    counts[at] = (counts[at] as number) + (isFilled(i) ? 1 : 0);
    most[at] = (most[at] as number) + (racks.flowMost[i] as number);
  }
  const shared = numbers(found.room, (room) => airShares.rack * airHeat * volume(room));
  const pulled = (i: number): number => (racks.recirculation[i] as number) * (racks.flowMost[i] as number);
  for (const [i, at] of racks.room.entries()) {
    const share = at >= 0 && isFilled(i) ? (shared[at] as number) / (counts[at] as number) : 0;
    const least = 0.5 * (pulled(racks.left[i] as number) + pulled(racks.right[i] as number));
    racks.airHeat[i] = Math.max(share, least, 0.01);
  }
  for (const [at, flow] of most.entries()) {
    // A room without equipment has its racks' share on the way back.
    const rest = counts[at] === 0 ? (shared[at] as number) : 0;
    rooms.coldHeat[at] = Math.max(rooms.coldHeat[at] as number, flow);
    rooms.returnHeat[at] = Math.max((rooms.returnHeat[at] as number) + rest, 1.5 * flow);
  }
}

/** What a room is born with: the air that its units supply and that comes back at the usual load. */
export function settleRooms(rooms: RoomAir, { racks, cracs }: RoomParts): void {
  const heat = new Float64Array(rooms.supply.length);
  const flow = new Float64Array(rooms.supply.length);
  const target = new Float64Array(rooms.supply.length);
  addTo(heat, racks.room, racks.expected);
  addTo(flow, cracs.room, cracs.flowMost);
  addTo(
    target,
    cracs.room,
    cracs.flowMost.map((most, i) => most * (cracs.supplyTarget[i] as number)),
  );
  for (let at = 0; at < flow.length; at += 1) {
    const most = flow[at] as number;
    const kilowatts = heat[at] as number;
    rooms.supply[at] = most > 0 ? (target[at] as number) / most : usualSupply;
    rooms.share[at] = most > 0 ? Math.min(1, kilowatts / designRise / most) : 0;
    const through = most * Math.max(leastSpeed, rooms.share[at] as number);
    rooms.back[at] = (rooms.supply[at] as number) + (through > 0 ? kilowatts / through : designRise);
  }
}

const usualSupply = 22;

function addTo(sums: Float64Array, room: Int32Array, values: Float64Array): void {
  for (const [i, at] of room.entries()) {
    if (at >= 0) sums[at] = (sums[at] as number) + (values[i] as number);
  }
}
