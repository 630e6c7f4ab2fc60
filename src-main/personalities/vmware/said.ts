/** What other parts of the face say of every object: its fields, who may what there, and what rings. */
import { permissionData, permissionsOn } from './access/permissions.ts';
import { createAlarmStates } from './alarms/watch.ts';
import type { VcDeps } from './create-vc.ts';
import { fieldDef, fieldsIn } from './objects/managers/custom-fields.ts';
import type { Vc } from './vc.ts';

export function saidOf(self: () => Vc): ReturnType<VcDeps['said']> {
  return {
    fields: () => fieldsIn(self()),
    fieldsFor: (type) =>
      fieldsIn(self())
        .filter((field) => field.type === undefined || self().schema.isA(type, field.type))
        .map(fieldDef),
    permissionsOn: (ref) => permissionsOn(self(), ref, 'own').map(permissionData),
    alarmStates: createAlarmStates(self),
  };
}
