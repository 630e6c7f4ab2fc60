/** How the state of hardware is said. Pure. */
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { spanText } from '../../ui/numbers.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';

export type PointState = HardwareState['points'][number];

export const kindTitles = {
  mqtt: 'MQTT',
  snmp: 'SNMP',
  modbus: 'Modbus TCP',
} as const satisfies Record<HardwareSource['kind'], string>;

export function markOf(state: HardwareState): { readonly kind: StatusKind; readonly word: string } {
  switch (state.state) {
    case 'off':
      return { kind: 'maintenance', word: 'Off' };
    case 'connecting':
      return { kind: 'info', word: 'Connecting' };
    case 'failing':
      return { kind: 'major', word: 'No answer' };
    case 'up':
      return readMark(state.points);
    default:
      return state.state satisfies never;
  }
}

function readMark(points: readonly PointState[]): { readonly kind: StatusKind; readonly word: string } {
  const problems = points.filter(({ problem }) => problem !== null).length;
  if (problems === 0) return { kind: 'ok', word: 'Reads' };
  return { kind: 'minor', word: problems < points.length ? 'Partly read' : 'Nothing read' };
}

export function addressOf(source: HardwareSource | undefined): string {
  if (source === undefined) return '';
  if (source.kind !== 'mqtt') return `${source.host}:${source.port}`;
  // Never the password that may stand in it.
  return source.url === undefined ? "the lab's own broker" : source.url.replace(/\/\/[^@/]*@/, '//');
}

export const agoText = (at: number | null, now: number): string =>
  at === null ? 'never' : `${spanText(Math.max(0, now - at) / 1000)} ago`;

/** As it was read, to four decimals at most: meters say no more. */
export function valueText(value: number | null): string {
  if (value === null) return '–';
  return String(Number(value.toFixed(4))).replace('-', '\u2212');
}
