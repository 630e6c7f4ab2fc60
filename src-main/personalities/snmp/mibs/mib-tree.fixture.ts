/** The objects of one device, as tests read them. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { createCounters } from '../counters.ts';
import { createEngineClock } from '../engine.ts';
import type { Mib } from '../mib.ts';
import { snmpLab } from '../snmp-lab.fixture.ts';
import type { SnmpLab } from '../snmp-lab.fixture.ts';
import { createUpsWatch } from '../ups-watch.ts';
import type { UpsWatch } from '../ups-watch.ts';
import { oidOf, oidText } from '../wire/oid.ts';
import type { SnmpValue } from '../wire/values.ts';
import { deviceMib, isSnmpDevice } from './device-mib.ts';

export type Watched = SnmpLab & { readonly watch: UpsWatch };

export function watched(): Watched {
  const lab = snmpLab();
  return { ...lab, watch: createUpsWatch(lab.deps) };
}

export function mibOf({ deps, watch }: Watched, id: EntityId): Mib {
  const world = deps.world();
  const device = world.inventory.get(id);
  if (device === undefined || !isSnmpDevice(device)) throw new Error(`${id} answers no SNMP`);
  const mib = deviceMib({
    world,
    device,
    watch,
    points: deps.points,
    counters: createCounters(),
    engine: Buffer.from('engine'),
    clock: createEngineClock(0, () => 0),
    mostOctets: 8192,
  });
  // Each question is a request of its own.
  return {
    get: (oid) => {
      watch.begin();
      return mib.get(oid);
    },
    next: (oid) => {
      watch.begin();
      return mib.next(oid);
    },
  };
}

/** What stands below `from`, by the rest of its OID. */
export function tree(mib: Mib, from: string): Record<string, SnmpValue['value'] | string> {
  const found: Record<string, SnmpValue['value'] | string> = {};
  for (let at = mib.next(oidOf(from)); at !== null; at = mib.next(at.oid)) {
    const text = oidText(at.oid);
    if (!text.startsWith(`${from}.`)) break;
    found[text.slice(from.length + 1)] = at.value.type === 'oid' ? oidText(at.value.value) : at.value.value;
  }
  return found;
}
