import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview, QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { above } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Board } from '../board.ts';
import type { Params, ReaderDeps } from './params.ts';
import { seenAlarms } from './seen-alarms.ts';
import { isInlet } from './within.ts';

type Room = Overview['rooms'][number];
/** A reading older than this says nothing about now: three of the slowest bot's periods, in lab milliseconds. */
const freshMillis = 180_000;

/** Everything on the overview comes from readings, as on a real wall: what no sensor says is not known. */
export function readOverview(
  { session, board, status }: ReaderDeps,
  params: Params<'overview'>,
): Result<QueryAnswer<'overview'>> {
  const { world } = session();
  const sites = world.inventory.ofKind('site');
  const site = params.site === undefined ? sites[0] : sites.find((one) => one.id === params.site);
  if (site === undefined && params.site !== undefined)
    return refused('unknown-entity', `There is no site ${params.site}`, { where: 'site' });
  const fresh: Freshness = { board, world, millis: freshMillis * status().stretch };
  const meter = meterOf(world, site);
  const read = (sensor: EntityId | null): number | null => (sensor === null ? null : valueOf(fresh, sensor));
  const inlets = gatherInlets(fresh, site?.id ?? null);
  const known = inlets.filter((inlet) => inlet.value !== null);
  const hottest = known.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const open = seenAlarms(world);
  const alarms = countAlarms(open);
  const pue = read(meter('pue'));
  const parts = scoreParts({ inlets, open, pue });
  return accepted({
    score: Math.round(parts.reduce((sum, part) => sum + part.points, 0)),
    parts,
    totalPower: read(meter('total-power')),
    itPower: read(meter('power')),
    pue,
    meanInlet: meanOf(known),
    maxInlet: hottest?.value ?? null,
    maxInletRack: hottest?.parent ?? null,
    alarms,
    rooms: roomsOf(world, site?.id ?? null).map((room) => describeRoom(fresh, { room, inlets, open })),
    trends: { totalPower: meter('total-power'), pue: meter('pue') },
  });
}

/** The site's own meters, by what they measure. */
function meterOf(world: World, site: EntityOf<'site'> | undefined): (metric: Metric) => EntityId | null {
  const meters = site === undefined ? [] : [...world.inventory.childrenOf(site.id)];
  return (metric) => meters.find((one) => one.kind === 'sensor' && one.spec.metric === metric)?.id ?? null;
}

type Freshness = { readonly board: Board; readonly world: World; readonly millis: number };

function valueOf({ board, world, millis }: Freshness, sensor: EntityId): number | null {
  const at = board.indexOf(sensor);
  if (at === undefined) return null;
  const value = board.valueAt(at);
  return Number.isNaN(value) || world.now() - board.timeAt(at) > millis ? null : value;
}

type Inlet = { readonly parent: EntityId; readonly room: EntityId | null; readonly value: number | null };

function gatherInlets(fresh: Freshness, site: EntityId | null): Inlet[] {
  const { world } = fresh;
  return world.inventory.ofKind('sensor').flatMap((sensor) => {
    if (!isInlet(world.inventory, sensor) || sensor.parent === null) return [];
    const room = above(world.inventory, sensor.parent, 'room');
    if (room?.parent !== site) return [];
    return [{ parent: sensor.parent, room: room?.id ?? null, value: valueOf(fresh, sensor.id) }];
  });
}

function meanOf(inlets: readonly Inlet[]): number | null {
  if (inlets.length === 0) return null;
  return inlets.reduce((sum, inlet) => sum + (inlet.value ?? 0), 0) / inlets.length;
}

function countAlarms(open: readonly Alarm[]): Overview['alarms'] {
  const count = (severity: Alarm['severity']): number =>
    open.filter((alarm) => alarm.severity === severity).length;
  const unacknowledged = open.filter((alarm) => alarm.state === 'ACTIVE').length;
  return {
    critical: count('critical'),
    major: count('major'),
    minor: count('minor'),
    info: count('info'),
    unacknowledged,
  };
}

type ScoreFacts = {
  readonly inlets: readonly Inlet[];
  readonly open: readonly Alarm[];
  readonly pue: number | null;
};

/** 100 = 50 for the air, 30 for quiet, 10 for efficiency, 10 for knowing. Each part says why. */
function scoreParts({ inlets, open, pue }: ScoreFacts): Overview['parts'] {
  const known = inlets.filter((inlet) => inlet.value !== null);
  const good = known.filter((inlet) => (inlet.value ?? 0) >= 18 && (inlet.value ?? 0) <= 27).length;
  const share = known.length === 0 ? 0 : good / known.length;
  const weight = { critical: 10, major: 4, minor: 1, info: 0 } as const;
  const burden = open.reduce((sum, alarm) => sum + weight[alarm.severity], 0);
  const efficiency = pue === null ? 0 : Math.max(0, Math.min(1, (2.5 - pue) / 1));
  const knowing = inlets.length === 0 ? 0 : known.length / inlets.length;
  return [
    { name: 'Air', points: 50 * share, of: 50, because: `${good} of ${known.length} inlets within 18–27 °C` },
    {
      name: 'Quiet',
      points: Math.max(0, 30 - burden),
      of: 30,
      because: `${open.length} active alarms; a critical one costs 10, a major one 4, a minor one 1`,
    },
    {
      name: 'Efficiency',
      points: 10 * efficiency,
      of: 10,
      because:
        pue === null ? 'PUE is not known' : `PUE ${pue.toFixed(2)}; full marks up to 1.50, none from 2.50`,
    },
    {
      name: 'Knowing',
      points: 10 * knowing,
      of: 10,
      because: `${known.length} of ${inlets.length} inlet sensors speak`,
    },
  ];
}

const roomsOf = (world: World, site: EntityId | null): EntityOf<'room'>[] =>
  world.inventory.ofKind('room').filter((room) => room.parent === site);

type RoomFacts = {
  readonly room: EntityOf<'room'>;
  readonly inlets: readonly Inlet[];
  readonly open: readonly Alarm[];
};

function describeRoom(fresh: Freshness, { room, inlets, open }: RoomFacts): Room {
  const { world } = fresh;
  const mine = inlets.filter((inlet) => inlet.room === room.id && inlet.value !== null);
  const ringing = open.filter((alarm) => above(world.inventory, alarm.source, 'room')?.id === room.id);
  const maxInlet = mine.length === 0 ? null : Math.max(...mine.map((inlet) => inlet.value ?? 0));
  const worst =
    ringing.find((alarm) => alarm.severity === 'critical') ??
    ringing.find((alarm) => alarm.severity === 'major');
  const racks = racksIn(world, room.id);
  return {
    id: room.id,
    name: room.name,
    ...roomState(worst, maxInlet, world),
    racks: racks.length,
    power: sumPower(fresh, racks),
    meanInlet: meanOf(mine),
    maxInlet,
  };
}

function roomState(
  worst: Alarm | undefined,
  maxInlet: number | null,
  world: World,
): Pick<Room, 'state' | 'because'> {
  if (worst !== undefined) {
    const because = `${world.inventory.get(worst.source)?.name ?? worst.source}: ${worst.message}`;
    return { state: worst.severity === 'critical' ? 'critical' : 'warning', because };
  }
  if (maxInlet === null) return { state: 'unknown', because: 'No inlet sensor speaks' };
  if (maxInlet > 27)
    return { state: 'warning', because: `Warmest inlet ${maxInlet.toFixed(1)} °C, recommended up to 27` };
  return { state: 'ok', because: 'All inlets within the recommended envelope' };
}

function racksIn(world: World, room: EntityId): Entity[] {
  return [...world.inventory.childrenOf(room)].flatMap((row) =>
    row.kind === 'row' ? [...world.inventory.childrenOf(row.id)].filter((one) => one.kind === 'rack') : [],
  );
}

function sumPower(fresh: Freshness, racks: readonly Entity[]): number | null {
  let sum: number | null = null;
  for (const rack of racks) {
    for (const child of fresh.world.inventory.childrenOf(rack.id)) {
      if (child.kind !== 'sensor' || child.spec.metric !== 'power') continue;
      const value = valueOf(fresh, child.id);
      if (value !== null) sum = (sum ?? 0) + value;
    }
  }
  return sum;
}
