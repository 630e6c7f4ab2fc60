/** What is set on one object: who has which role there. */
import { isFirst, ownPermissions, permissionsIn, permissionsKey } from '../../access/permissions.ts';
import type { Permission } from '../../access/permissions.ts';
import { createRoles } from '../../access/roles.ts';
import { idOf } from '../../server/users.ts';
import { at, dataListAt, flagAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import type { Call, Method } from '../managed.ts';
import { permissionTold } from './access-events.ts';

const isSame = (one: Permission, other: Permission): boolean =>
  one.entity === other.entity && one.group === other.group && idOf(one.principal) === idOf(other.principal);

function permissionAsked({ vc }: Call, ref: Ref, data: Data): Answer<Permission> {
  const roleId = numberAt(data, 'roleId') ?? NaN;
  const principal = textAt(data, 'principal') ?? '';
  if (principal === '') return faulted('UserNotFound', 'Nobody is named.', { principal, unresolved: true });
  if (createRoles(vc).get(roleId) === undefined) return faulted('NotFound', `There is no role ${roleId}.`);
  if (roleId === -4 || roleId === -3)
    return invalidArgument('permission', 'This role is given by the system alone.');
  return done({
    entity: ref.value,
    type: ref._ref,
    principal,
    group: flagAt(data, 'group') === true,
    roleId,
    propagate: flagAt(data, 'propagate') !== false,
  });
}

type Asked = { readonly ref: Ref; readonly permissions: readonly Permission[] };

function asked(call: Call): Answer<Asked> {
  const ref = refAt(call.args, 'entity');
  if (ref === undefined || call.vc.refs.find(ref) === undefined)
    return faulted('ManagedObjectNotFound', 'There is no such object.', { obj: ref });
  const permissions: Permission[] = [];
  for (const data of dataListAt(call.args, 'permission')) {
    const permission = permissionAsked(call, ref, data);
    if (!permission.ok) return permission;
    permissions.push(permission.value);
  }
  return done({ ref, permissions });
}

const keep = (call: Call, permissions: readonly Permission[]): Promise<Answer> =>
  writePaper(call, permissionsKey, permissions);

const set: Method<null> = async (call) => {
  const order = asked(call);
  if (!order.ok) return order;
  const before = permissionsIn(call.vc).filter((one) => !isFirst(one));
  const others = before.filter((one) => !order.value.permissions.some((young) => isSame(one, young)));
  const kept = await keep(call, [...others, ...order.value.permissions]);
  if (!kept.ok) return kept;
  for (const permission of order.value.permissions)
    permissionTold(call, permission, before.some((one) => isSame(one, permission)) ? 'updated' : 'added');
  return kept;
};

/** These, and no others, on this object. */
const reset: Method<null> = async (call) => {
  const order = asked(call);
  if (!order.ok) return order;
  const others = permissionsIn(call.vc).filter(
    (one) => !isFirst(one) && one.entity !== order.value.ref.value,
  );
  return keep(call, [...others, ...order.value.permissions]);
};

const remove: Method<null> = async (call) => {
  const ref = refAt(call.args, 'entity');
  const principal = textAt(call.args, 'user') ?? '';
  const group = at(call.args, 'isGroup') === true;
  const own = ownPermissions(call.vc);
  const gone = own.find(
    (one) => one.entity === ref?.value && one.group === group && idOf(one.principal) === idOf(principal),
  );
  if (gone === undefined)
    return faulted('NotFound', `${principal} has no permission of its own on ${ref?.value ?? ''}.`);
  const kept = await keep(
    call,
    own.filter((one) => one !== gone),
  );
  if (kept.ok) permissionTold(call, gone, 'removed');
  return kept;
};

export const entityPermissionMethods: Readonly<Record<string, Method<null>>> = {
  SetEntityPermissions: set,
  ResetEntityPermissions: reset,
  RemoveEntityPermission: remove,
};
