/** SNMPv2-MIB and SNMP-FRAMEWORK-MIB: who this is, how long it runs, what it counted. */
import type { Kind } from '../../../../sim/contract/entities.ts';
import { pathTo } from '../../../../sim/index.ts';
import { counterOids } from '../counters.table.ts';
import type { CounterName } from '../counters.table.ts';
import { scalar } from '../mib.ts';
import type { MibEntry } from '../mib.ts';
import { oidOf } from '../wire/oid.ts';
import { counterOf, integerOf, oidValueOf, textOf, ticksOf } from '../wire/values.ts';
import type { SnmpValue } from '../wire/values.ts';
import { identities } from './identities.table.ts';
import type { SnmpDevice } from './identities.table.ts';
import type { Scope } from './scope.ts';

const system = oidOf('1.3.6.1.2.1.1');
const engineGroup = oidOf('1.3.6.1.6.3.10.2.1');
const enableAuthenTraps = oidOf('1.3.6.1.2.1.11.30');
const counterObjects = (Object.keys(counterOids) as CounterName[]).map(
  (name) => [name, oidOf(counterOids[name])] as const,
);
/** Layers 4 and 7: a host. */
const services = 72;
const disabled = 2;

/** Hundredths of a second of lab time since the lab was founded. */
export const upTime = ({ world }: Pick<Scope, 'world'>): number => world.clock.tick * 100;

export function systemObjects(scope: Scope<SnmpDevice>): MibEntry[] {
  const { device } = scope;
  const { label, objectId } = identities[device.kind];
  const values: readonly [number, () => SnmpValue][] = [
    [1, () => textOf(`SIMULATED by Coldaisle: ${label}${modelOf(scope)}`)],
    [2, () => oidValueOf(oidOf(objectId))],
    [3, () => ticksOf(upTime(scope))],
    [4, () => textOf('')],
    [5, () => textOf(device.name)],
    [6, () => textOf(locationOf(scope))],
    [7, () => integerOf(services)],
  ];
  return values.map(([number, read]) => scalar([...system, number], read));
}

const modelOf = ({ device }: Scope): string => ('model' in device.spec ? `, ${device.spec.model}` : '');

/** `site1/room1`, as far as it stands in one. */
export function locationOf({ world, device }: Pick<Scope, 'world' | 'device'>): string {
  const levels: readonly Kind[] = ['site', 'room'];
  return pathTo(world.inventory, device.id)
    .filter(({ kind }) => levels.includes(kind))
    .map(({ name }) => name)
    .join('/');
}

export function agentObjects({ counters, engine, clock, mostOctets }: Scope): MibEntry[] {
  const counted = counterObjects.map(([name, object]) => scalar(object, () => counterOf(counters[name])));
  return [
    ...counted,
    scalar(enableAuthenTraps, () => integerOf(disabled)),
    scalar([...engineGroup, 1], () => ({ type: 'octets', value: engine })),
    scalar([...engineGroup, 2], () => integerOf(clock.boots())),
    scalar([...engineGroup, 3], () => integerOf(clock.time())),
    scalar([...engineGroup, 4], () => integerOf(mostOctets)),
  ];
}
