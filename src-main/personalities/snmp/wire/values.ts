import { integer, octets, oidValue, wrapped } from './ber.ts';
import type { Oid } from './oid.ts';
import { tags } from './tags.table.ts';

/** What an object of a MIB can hold here. */
export type SnmpValue =
  | { readonly type: 'integer' | 'gauge' | 'counter' | 'ticks'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'octets'; readonly value: Uint8Array }
  | { readonly type: 'oid'; readonly value: Oid };

/** What stands in a response where there is no value. */
export type Absence = 'noSuchObject' | 'noSuchInstance' | 'endOfMibView';

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** Rounded, and held within what the type can say. */
export const integerOf = (value: number): SnmpValue => ({
  type: 'integer',
  value: clamp(value, -0x80000000, 0x7fffffff),
});
export const gaugeOf = (value: number): SnmpValue => ({ type: 'gauge', value: clamp(value, 0, 0xffffffff) });
/** Counters and ticks wrap. */
export const counterOf = (value: number): SnmpValue => ({ type: 'counter', value: value % 0x1_0000_0000 });
export const ticksOf = (value: number): SnmpValue => ({
  type: 'ticks',
  value: Math.floor(value) % 0x1_0000_0000,
});
export const textOf = (value: string): SnmpValue => ({ type: 'text', value });
export const oidValueOf = (value: Oid): SnmpValue => ({ type: 'oid', value });

export function encodeValue(value: SnmpValue | Absence): Buffer {
  if (typeof value === 'string') return wrapped(tags[value]);
  switch (value.type) {
    case 'integer':
      return integer(value.value);
    case 'gauge':
      return integer(value.value, tags.gauge32);
    case 'counter':
      return integer(value.value, tags.counter32);
    case 'ticks':
      return integer(value.value, tags.timeTicks);
    case 'text':
    case 'octets':
      return octets(value.value);
    case 'oid':
      return oidValue(value.value);
    default:
      return value satisfies never;
  }
}
