import type { Entity } from '../../../../sim/contract/entities.ts';
import { createMib } from '../mib.ts';
import type { Mib, MibEntry } from '../mib.ts';
import { entityObjects } from './entity-sensor.ts';
import { identities } from './identities.table.ts';
import type { SnmpDevice } from './identities.table.ts';
import { rackPduObjects } from './rack-pdu.ts';
import type { Scope } from './scope.ts';
import { agentObjects, systemObjects } from './system.ts';
import { upsObjects } from './ups.ts';

export const isSnmpDevice = (entity: Entity): entity is SnmpDevice => entity.kind in identities;

/** Everything that one device answers. */
export function deviceMib(scope: Scope<SnmpDevice>): Mib {
  return createMib([
    ...systemObjects(scope),
    ...agentObjects(scope),
    ...entityObjects(scope),
    ...ownObjects(scope),
  ]);
}

function ownObjects(scope: Scope<SnmpDevice>): MibEntry[] {
  const { device } = scope;
  if (device.kind === 'ups') return upsObjects({ ...scope, device });
  if (device.kind === 'pdu') return rackPduObjects({ ...scope, device });
  return [];
}
