import type { Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { isMachineKind } from '../contract/kinds.table.ts';
import type { MachineKind } from '../contract/kinds.table.ts';
import { bits, hashText } from '../kernel/chance.ts';

/**
 * The names other worlds know an entity by, given at birth. A pure function of seed and id:
 * the same lab has the same UUIDs on every machine.
 */
export function birthAliases(seed: number, kind: Kind, id: EntityId): Record<string, string> {
  if (isMachineKind(kind)) return machineAliases(seed, kind, id);
  switch (kind) {
    case 'rack':
      return { uuid: uuidOf(seed, id), odata: `/redfish/v1/Chassis/${id}` };
    case 'device':
      return { uuid: uuidOf(seed, id), odata: `/redfish/v1/Chassis/${id}` };
    case 'pdu':
      return { uuid: uuidOf(seed, id), odata: `/redfish/v1/PowerEquipment/RackPDUs/${id}` };
    case 'ups':
    case 'crac':
    case 'utility':
    case 'transformer':
    case 'genset':
    case 'ats':
    case 'battery':
    case 'panel':
    case 'chiller':
      return { uuid: uuidOf(seed, id) };
    case 'site':
    case 'room':
    case 'row':
    case 'sensor':
      return {};
    default:
      return kind satisfies never;
  }
}

/** As vSphere names its own: `vm-17`, `domain-c3`, `host-9`. */
const moRefs: Partial<Record<MachineKind, string>> = {
  datacenter: 'datacenter-',
  folder: 'group-v',
  cluster: 'domain-c',
  host: 'host-',
  pool: 'resgroup-',
  vm: 'vm-',
  datastore: 'datastore-',
  vswitch: 'dvs-',
  network: 'network-',
};

/** A machine made by one vendor's face appears in the others' under these. */
function machineAliases(seed: number, kind: MachineKind, id: EntityId): Record<string, string> {
  const uuid = uuidOf(seed, id);
  const prefix = moRefs[kind];
  const moRef: Record<string, string> = prefix === undefined ? {} : { moRef: `${prefix}${moNumber(id)}` };
  return kind === 'vm'
    ? { uuid, ...moRef, instanceUuid: uuidOf(seed, `${id}/instance`) }
    : { uuid, ...moRef };
}

/** The counter of an id of ours; of another's, which may be any word, a number that it alone is likely to have. */
const moNumber = (id: EntityId): string =>
  /-(\d+)$/.exec(id)?.[1] ?? String(1_000_000 + (hashText(id) >>> 8));

/** RFC 9562 version 8: our own bits, marked as such. */
function uuidOf(seed: number, id: string): string {
  const actor = hashText(id);
  const hex = [0, 1, 2, 3].map((part) => bits(seed, actor, part).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
