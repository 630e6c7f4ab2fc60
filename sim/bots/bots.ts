import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { SensorReading } from '../kernel/effects.ts';
import { hashText, noise } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';
import { columnOf } from '../physics/plant.ts';
import type { PlantLayout, TableName } from '../physics/plant.ts';
import { relativeHumidity } from '../physics/thermal.ts';
import { wander } from '../workloads/utilisation.ts';
import { botTable } from './bots.table.ts';

type Bot = {
  readonly sensor: EntityId;
  readonly actor: number;
  readonly period: number;
  readonly noise: number;
  readonly drift: number;
  readonly step: number;
  readonly read: () => number;
};

/** The bots of a layout. Made anew when the inventory or the restored state changes; holds nothing of its own. */
export type BotCrew = {
  readonly madeFrom: object;
  readonly bots: readonly Bot[];
  readonly perSecond: number;
};

export function musterBots(world: World, layout: PlantLayout): BotCrew {
  const bots = world.inventory
    .ofKind('sensor')
    .filter((sensor) => sensor.spec.source === 'bot')
    .flatMap((sensor) => {
      const read = readerOf(world, layout, sensor);
      if (read === null) return [];
      return [{ sensor: sensor.id, actor: hashText(sensor.id), ...botTable[sensor.spec.metric], read }];
    });
  const perSecond = bots.reduce((sum, bot) => sum + 1 / bot.period, 0);
  return { madeFrom: layout, bots, perSecond };
}

/** Where on the plant a sensor looks. Null where its parent is not part of it. */
function readerOf(world: World, layout: PlantLayout, sensor: EntityOf<'sensor'>): (() => number) | null {
  const parent = sensor.parent === null ? undefined : world.inventory.get(sensor.parent);
  if (parent === undefined || !(parent.kind in layout.index)) return null;
  const name = parent.kind as TableName;
  const at = layout.index[name].get(parent.id);
  if (at === undefined) return null;
  if (name === 'rack') return rackReader(world, layout, { sensor, at });
  if (name === 'room' && sensor.spec.metric === 'humidity') {
    const rooms = world.plant.state.room.columns;
    return () => relativeHumidity(rooms.humidity[at] ?? 0, rooms.temperature[at] ?? 0);
  }
  const wanted = sensor.spec.metric;
  const column = columnOf(world.plant.state, name, columnName(name, wanted));
  return column === undefined ? null : () => column[at] ?? 0;
}

const columnName = (name: TableName, metric: string): string => {
  if (name === 'room' || name === 'crac')
    return metric
      .replace('-temperature', '')
      .replace('fan-speed', 'fan')
      .replace(/^power$/, name === 'room' ? 'heat' : 'power');
  return metric;
};

type RackSpot = { readonly sensor: EntityOf<'sensor'>; readonly at: number };

function rackReader(world: World, layout: PlantLayout, { sensor, at }: RackSpot): (() => number) | null {
  const racks = world.plant.state.rack.columns;
  const air = sensor.spec.place.startsWith('rear') ? racks.outlet : racks.inlet;
  const { metric } = sensor.spec;
  if (metric === 'temperature') return () => air[at] ?? 0;
  if (metric === 'power') return () => racks.load[at] ?? 0;
  if (metric !== 'humidity') return null;
  const room = layout.rack.room[at] ?? -1;
  const water = world.plant.state.room.columns.humidity;
  return () => relativeHumidity(water[room] ?? 0, air[at] ?? 0);
}

/** Slow drift: minutes between knots. */
const driftSeconds = 600;

/** Who speaks when: bots of one span of seconds, by the second of it at which each is due. */
export type Rota = {
  readonly stretch: number;
  readonly spans: ReadonlyMap<number, readonly (readonly Bot[])[]>;
};

/**
 * `stretch` makes bots speak less often when the lab outruns real time; it changes what is said when,
 * never the world. Each bot's second follows from its own name, so a new one moves no other.
 */
export function drawRota(crew: BotCrew, stretch: number): Rota {
  const spans = new Map<number, Bot[][]>();
  for (const bot of crew.bots) {
    const span = bot.period * stretch;
    const seconds = spans.get(span) ?? Array.from({ length: span }, (): Bot[] => []);
    seconds[bot.actor % span]?.push(bot);
    spans.set(span, seconds);
  }
  return { stretch, spans };
}

/** Readings due at this second. */
export function dueReadings(world: World, rota: Rota): SensorReading[] {
  const { tick } = world.clock;
  const due: SensorReading[] = [];
  for (const [span, seconds] of rota.spans) {
    for (const bot of seconds[tick % span] ?? [])
      due.push({ sensor: bot.sensor, value: sense(world.seed, bot, tick) });
  }
  return due;
}

/** Every bot speaks now, as real devices do when they come up. */
export const rollCall = (world: World, crew: BotCrew): SensorReading[] =>
  crew.bots.map((bot) => ({ sensor: bot.sensor, value: sense(world.seed, bot, world.clock.tick) }));

function sense(seed: number, bot: Bot, tick: number): number {
  let value = bot.read();
  if (bot.drift > 0) value += bot.drift * wander(seed, bot.actor, tick / driftSeconds);
  if (bot.noise > 0) value += bot.noise * noise(seed, bot.actor, -tick);
  const steps = Math.round(value / bot.step);
  // Whole steps first, so that 22.400000000000002 is never published.
  return Number((steps * bot.step).toFixed(3));
}
