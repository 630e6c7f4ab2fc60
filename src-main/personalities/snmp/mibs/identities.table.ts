import type { Entity, Kind } from '../../../../sim/contract/entities.ts';

type Identity = { readonly label: string; readonly objectId: string; readonly root: string };

const sensors = '1.3.6.1.2.1.99';
const ups = '1.3.6.1.2.1.33';

/**
 * Who answers SNMP, and as what; `root` is where its own values begin. sysObjectID is a vendor's number for a
 * product: the rack PDU names the one whose MIB it answers, since tools choose by it; the others, who have no
 * vendor, name the MIB itself.
 */
export const identities = {
  ups: { label: 'UPS', objectId: ups, root: ups },
  pdu: { label: 'rack PDU', objectId: '1.3.6.1.4.1.318.1.3.4.6', root: '1.3.6.1.4.1.318.1.1.26' },
  rack: { label: 'rack environment unit', objectId: sensors, root: sensors },
  room: { label: 'room environment unit', objectId: sensors, root: sensors },
  crac: { label: 'cooling unit', objectId: sensors, root: sensors },
  chiller: { label: 'chiller', objectId: sensors, root: sensors },
  genset: { label: 'generator set', objectId: sensors, root: sensors },
} as const satisfies Partial<Record<Kind, Identity>>;

export type SnmpKind = keyof typeof identities;
export type SnmpDevice = Extract<Entity, { kind: SnmpKind }>;
