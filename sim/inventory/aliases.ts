import type { Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { bits, hashText } from '../kernel/chance.ts';

/**
 * The names other worlds know an entity by, given at birth. A pure function of seed and id:
 * the same lab has the same UUIDs on every machine.
 */
export function birthAliases(seed: number, kind: Kind, id: EntityId): Record<string, string> {
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

/** RFC 9562 version 8: our own bits, marked as such. */
function uuidOf(seed: number, id: EntityId): string {
  const actor = hashText(id);
  const hex = [0, 1, 2, 3].map((part) => bits(seed, actor, part).toString(16).padStart(8, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
