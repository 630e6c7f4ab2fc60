/** What the log tells of roles and permissions. */
import type { Permission } from '../../access/permissions.ts';
import { createRoles } from '../../access/roles.ts';
import type { Role } from '../../access/roles.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { nameOf } from '../inventory/tree.ts';
import type { Call } from '../managed.ts';

const user = ({ caller }: Call): string => caller?.user ?? '';

const roleArgument = ({ id, name }: Pick<Role, 'id' | 'name'>): Data => ({
  _type: 'RoleEventArgument',
  roleId: id,
  name,
});

export const roleAdded = (call: Call, role: Role): void =>
  call.vc.events.post({
    type: 'RoleAddedEvent',
    message: `New role ${role.name} created`,
    user: user(call),
    about: [],
    fields: { role: roleArgument(role), privilegeList: [...role.privileges] },
  });

export const roleUpdated = (call: Call, before: Role, after: Role): void =>
  call.vc.events.post({
    type: 'RoleUpdatedEvent',
    message: `Role ${before.name} modified`,
    user: user(call),
    about: [],
    fields: {
      role: roleArgument(after),
      privilegeList: [...after.privileges],
      prevRoleName: before.name,
      privilegesAdded: [...after.privileges].filter((one) => !before.privileges.has(one)),
      privilegesRemoved: [...before.privileges].filter((one) => !after.privileges.has(one)),
    },
  });

export const roleGone = (call: Call, role: Role): void =>
  call.vc.events.post({
    type: 'RoleRemovedEvent',
    message: `Role ${role.name} removed`,
    user: user(call),
    about: [],
    fields: { role: roleArgument(role) },
  });

const types = {
  added: 'PermissionAddedEvent',
  updated: 'PermissionUpdatedEvent',
  removed: 'PermissionRemovedEvent',
} as const;

export function permissionTold(call: Call, permission: Permission, what: keyof typeof types): void {
  const { vc } = call;
  const ref: Ref = { _ref: permission.type, value: permission.entity };
  const name = nameOf(vc, ref) ?? permission.entity;
  const role = createRoles(vc).get(permission.roleId) ?? { id: permission.roleId, name: '' };
  const granted = { role: roleArgument(role), propagate: permission.propagate };
  vc.events.post({
    type: types[what],
    message: `Permission of ${permission.principal} on ${name} ${what}, role ${role.name}`,
    user: user(call),
    about: [ref],
    fields: {
      entity: { _type: 'ManagedEntityEventArgument', name, entity: ref },
      principal: permission.principal,
      group: permission.group,
      ...(what === 'removed' ? {} : granted),
    },
  });
}
