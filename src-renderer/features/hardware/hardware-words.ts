/** How the state of hardware is said. Pure. */
import type { HardwareSource, HardwareState } from '../../../sim/contract/settings.ts';
import { text } from '../../text/text.ts';
import { spanText } from '../../ui/numbers.ts';
import type { StatusKind } from '../../ui/status-mark.tsx';

export type PointState = HardwareState['points'][number];

export const kindTitles = {
  mqtt: 'MQTT',
  snmp: 'SNMP',
  modbus: 'Modbus TCP',
} as const satisfies Record<HardwareSource['kind'], string>;

export function markOf(state: HardwareState): { readonly kind: StatusKind; readonly word: string } {
  const words = text().hardware.states;
  switch (state.state) {
    case 'off':
      return { kind: 'maintenance', word: words.off };
    case 'connecting':
      return { kind: 'info', word: words.connecting };
    case 'failing':
      return { kind: 'major', word: words.failing };
    case 'up':
      return readMark(state.points);
    default:
      return state.state satisfies never;
  }
}

function readMark(points: readonly PointState[]): { readonly kind: StatusKind; readonly word: string } {
  const words = text().hardware.states;
  const problems = points.filter(({ problem }) => problem !== null).length;
  if (problems === 0) return { kind: 'ok', word: words.reads };
  return { kind: 'minor', word: problems < points.length ? words.partly : words.nothing };
}

export function addressOf(source: HardwareSource | undefined): string {
  if (source === undefined) return '';
  if (source.kind !== 'mqtt') return `${source.host}:${source.port}`;
  // Never the password that may stand in it.
  return source.url === undefined ? text().hardware.ownBroker : source.url.replace(/\/\/[^@/]*@/, '//');
}

export function agoText(at: number | null, now: number): string {
  const words = text().hardware;
  return at === null ? words.never : words.ago(spanText(Math.max(0, now - at) / 1000));
}

/** What a single point does, as its shape and its word. */
export function pointMark({ problem, value }: PointState): {
  readonly kind: StatusKind;
  readonly word: string;
} {
  const words = text().hardware.states;
  if (problem !== null) return { kind: 'minor', word: words.problem };
  return value === null ? { kind: 'info', word: words.waits } : { kind: 'ok', word: words.reads };
}

/** As it was read, to four decimals at most: meters say no more. */
export function valueText(value: number | null): string {
  if (value === null) return '–';
  return String(Number(value.toFixed(4)))
    .replace('-', '\u2212')
    .replace('.', text().numbers.decimal);
}
