/** A rack in one sentence, as it is said when the keyboard walks onto it. */
import type { RackPower } from '../../canvas/floor/floor-plant.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { type FloorLayer, isGroupLayer, layerScales } from '../../canvas/heat/floor-layer.table.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { text } from '../../text/text.ts';
import { metricText, numberText, spanText, withUnit } from '../../ui/numbers.ts';
import type { RoomFloor } from './room-floor.ts';

export type RackSaying = {
  readonly floor: RoomFloor;
  readonly index: number;
  readonly layer: FloorLayer;
  readonly readings: RackReadings | null;
  readonly mark: RackMark | null;
  readonly power: RackPower | null;
};

/** A value of a layer with all that it needs to be understood alone. */
export function layerText(
  { facts }: Pick<RoomFloor, 'facts'>,
  layer: FloorLayer,
  { index, value }: { readonly index: number; readonly value: number },
): string {
  const words = text().floor;
  if (isGroupLayer(layer)) return groupText({ facts }, layer, index);
  switch (layer) {
    case 'inlet':
    case 'outlet':
      return metricText('temperature', value);
    case 'delta':
      return withUnit(numberText(value, 1), layerScales.delta.unit);
    case 'humidity':
    case 'power':
      return metricText(layer, value);
    case 'headroom':
      return words.ofLimit(metricText('power', value), metricText('power', facts.limits[index] ?? 0));
    case 'space':
      return words.ofUnits(value, facts.heights[index] ?? 0);
    case 'alarms':
      return words.gravity[value] ?? '';
    default:
      return layer satisfies never;
  }
}

export function spaceText({ facts }: Pick<RoomFloor, 'facts'>, index: number): string {
  const used = facts.used[index] ?? Number.NaN;
  return Number.isNaN(used) ? '–' : text().floor.ofUnits(used, facts.heights[index] ?? 0);
}

export function groupText(
  { facts }: Pick<RoomFloor, 'facts'>,
  layer: 'service' | 'owner',
  index: number,
): string {
  const group = facts.groups[layer].of[index] ?? null;
  return group === null ? text().floor.nobody : (facts.groups[layer].names[group] ?? '');
}

function saidReading({ floor, index, layer, readings }: RackSaying): string {
  const words = text().floor;
  const value = readings?.values[index] ?? Number.NaN;
  const said = words.said[layer];
  if (isGroupLayer(layer)) return `${said} ${groupText(floor, layer, index)}`;
  if (Number.isNaN(value)) return `${said} ${words.neverRead}`;
  const isOld = readings?.states[index] === rackStates.stale;
  const age = isOld ? `, ${words.ago(spanText(readings?.ages[index] ?? 0))}` : '';
  return `${said} ${layerText(floor, layer, { index, value })}${age}`;
}

export function rackWords(saying: RackSaying): string {
  const { floor, index, mark, power } = saying;
  const rack = floor.plan.racks[index];
  if (rack === undefined) return '';
  const words = text();
  const feeds = power === null ? [] : [words.floor.powerSaid[power]];
  const alarm =
    mark === null
      ? []
      : [words.floor.alarmSaid(words.severities[mark.severity].toLowerCase(), mark.acknowledged)];
  return [`${rack.name}: ${saidReading(saying)}`, ...feeds, ...alarm].join(', ');
}
