import type { EntityOf } from '../../../../sim/contract/entities.ts';
import { scalar } from '../mib.ts';
import type { MibEntry } from '../mib.ts';
import { oidOf } from '../wire/oid.ts';
import { integerOf } from '../wire/values.ts';
import type { SnmpValue } from '../wire/values.ts';
import type { Scope } from './scope.ts';

/** RFC 1628. */
export const upsMib = oidOf('1.3.6.1.2.1.33.1');
export const group = {
  ident: 1,
  battery: 2,
  input: 3,
  output: 4,
  bypass: 5,
  alarm: 6,
  test: 7,
  config: 9,
} as const;

export type Read = () => SnmpValue | null;
export type Ups = Scope<EntityOf<'ups'>>;

export const scalars = (of: number, values: readonly (readonly [number, Read])[]): MibEntry[] =>
  values.map(([number, read]) => scalar([...upsMib, of, number], read));

export const tenths = (value: number): SnmpValue => integerOf(value * 10);
