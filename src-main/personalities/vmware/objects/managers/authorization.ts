/** AuthorizationManager: roles, and who has them where. */
import { asPaper, createRoles, privilegesOf, rolesKey } from '../../access/roles.ts';
import type { Role, Roles } from '../../access/roles.ts';
import {
  isFirst,
  ownPermissions,
  permissionData,
  permissionsIn,
  permissionsKey,
  permissionsOn,
} from '../../access/permissions.ts';
import type { Permission } from '../../access/permissions.ts';
import { base } from '../../access/roles.table.ts';
import { flagAt, numberAt, refAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { roleAdded, roleGone, roleUpdated } from './access-events.ts';
import { entityPermissionMethods } from './entity-permissions.ts';
import { privilegeQuestions } from './privilege-questions.ts';

export const authorizationType = (): AnyManaged =>
  service('AuthorizationManager', {
    properties: {
      privilegeList: (_, { vc }) => privilegesOf(vc.schema).map(privilegeData),
      roleList: (_, { vc }) => createRoles(vc).all().map(roleData),
      description: (_, { vc }) => describe(privilegesOf(vc.schema)),
    },
    methods: {
      AddAuthorizationRole: add,
      UpdateAuthorizationRole: update,
      RemoveAuthorizationRole: remove,
      MergePermissions: merge,
      RetrieveRolePermissions: ({ vc, args }) => {
        const id = numberAt(args, 'roleId');
        if (createRoles(vc).get(id ?? NaN) === undefined) return noSuchRole(id);
        return done(
          permissionsIn(vc)
            .filter(({ roleId }) => roleId === id)
            .map(permissionData),
        );
      },
      RetrieveAllPermissions: ({ vc }) => done(permissionsIn(vc).map(permissionData)),
      RetrieveEntityPermissions: ({ vc, args }) => {
        const ref = refAt(args, 'entity');
        if (ref === undefined) return invalidArgument('entity', 'Say which object.');
        const which = flagAt(args, 'inherited') === true ? 'inherited' : 'own';
        return done(permissionsOn(vc, ref, which).map(permissionData));
      },
      ...entityPermissionMethods,
      ...privilegeQuestions,
    },
  });

const groupOf = (privilege: string): string => privilege.slice(0, privilege.lastIndexOf('.'));
const lastOf = (privilege: string): string => privilege.slice(privilege.lastIndexOf('.') + 1);

const privilegeData = (privId: string): Data => ({
  privId,
  onParent: /\.(Create|Delete|Move|Register|Unregister)$/.test(privId),
  name: lastOf(privId),
  privGroupName: groupOf(privId),
});

const roleData = ({ id, name, label, summary, isSystem, privileges }: Role): Data => ({
  _type: 'AuthorizationRole',
  roleId: id,
  system: isSystem,
  name,
  info: { label, summary },
  privilege: [...privileges],
});

function describe(privileges: readonly string[]): Data {
  const entry = (key: string): Data => ({ key, label: wordsOf(lastOf(key)), summary: wordsOf(lastOf(key)) });
  return {
    _type: 'AuthorizationDescription',
    privilege: privileges.map(entry),
    privilegeGroup: [...new Set(privileges.map(groupOf))].map(entry),
  };
}

const wordsOf = (name: string): string => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2');

const noSuchRole = (id: number | undefined): Answer<never> =>
  faulted('NotFound', `There is no role ${id ?? ''}.`);

const keep = (call: Call, roles: readonly Role[]): Promise<Answer> =>
  writePaper(call, rolesKey, asPaper(roles));

/** What is asked for, and what every role has. */
function privilegesAsked({ args }: Call, { privileges }: Roles): Answer<ReadonlySet<string>> {
  const asked = textListAt(args, 'privIds');
  const unknown = asked.find((one) => !privileges.includes(one));
  if (unknown !== undefined) return invalidArgument('privIds', `There is no privilege ${unknown}.`);
  return done(new Set([...base, ...asked]));
}

const add: Method<null> = async (call) => {
  const roles = createRoles(call.vc);
  const name = textAt(call.args, 'name') ?? '';
  if (name === '') return faulted('InvalidName', 'A role needs a name.', { name });
  if (roles.all().some((role) => role.name === name)) return alreadyThere(name);
  const privileges = privilegesAsked(call, roles);
  if (!privileges.ok) return privileges;
  const id = Math.max(1000, ...roles.all().map((role) => role.id)) + 1;
  const role: Role = { id, name, label: name, summary: name, isSystem: false, privileges: privileges.value };
  const kept = await keep(call, [...roles.all(), role]);
  if (!kept.ok) return kept;
  roleAdded(call, role);
  return done(id);
};

const alreadyThere = (name: string): Answer<never> =>
  faulted('AlreadyExists', `There is a role ${name} already.`, { name });

function roleAsked(call: Call, roles: Roles): Answer<Role> {
  const id = numberAt(call.args, 'roleId') ?? numberAt(call.args, 'srcRoleId');
  const role = roles.get(id ?? NaN);
  if (role === undefined) return noSuchRole(id);
  return role.isSystem
    ? invalidArgument('roleId', `${role.name} is a role of the system: nobody changes it.`)
    : done(role);
}

const update: Method<null> = async (call) => {
  const roles = createRoles(call.vc);
  const role = roleAsked(call, roles);
  if (!role.ok) return role;
  const name = textAt(call.args, 'newName') ?? role.value.name;
  if (roles.all().some((one) => one.name === name && one.id !== role.value.id)) return alreadyThere(name);
  const privileges = privilegesAsked(call, roles);
  if (!privileges.ok) return privileges;
  const { label } = role.value;
  const changed: Role = {
    ...role.value,
    name,
    label: name === role.value.name ? label : name,
    privileges: privileges.value,
  };
  const kept = await keep(
    call,
    roles.all().map((one) => (one.id === changed.id ? changed : one)),
  );
  if (kept.ok) roleUpdated(call, role.value, changed);
  return kept;
};

const remove: Method<null> = async (call) => {
  const roles = createRoles(call.vc);
  const role = roleAsked(call, roles);
  if (!role.ok) return role;
  const { id, name } = role.value;
  const used = ownPermissions(call.vc).filter(({ roleId }) => roleId === id);
  if (used.length > 0 && flagAt(call.args, 'failIfUsed') !== false)
    return faulted('ResourceInUse', `The role ${name} is in use.`, { type: 'AuthorizationRole', name });
  const left = ownPermissions(call.vc).filter(({ roleId }) => roleId !== id);
  if (used.length > 0) {
    const freed = await keepPermissions(call, left);
    if (!freed.ok) return freed;
  }
  const kept = await keep(
    call,
    roles.all().filter((one) => one.id !== id),
  );
  if (kept.ok) roleGone(call, role.value);
  return kept;
};

/** Whoever had the one role has the other. */
const merge: Method<null> = async (call) => {
  const roles = createRoles(call.vc);
  const source = roles.get(numberAt(call.args, 'srcRoleId') ?? NaN);
  const target = roles.get(numberAt(call.args, 'dstRoleId') ?? NaN);
  if (source === undefined) return noSuchRole(numberAt(call.args, 'srcRoleId'));
  if (target === undefined) return noSuchRole(numberAt(call.args, 'dstRoleId'));
  const merged = permissionsIn(call.vc)
    .filter((permission) => !isFirst(permission))
    .map((permission) =>
      permission.roleId === source.id ? { ...permission, roleId: target.id } : permission,
    );
  return keepPermissions(call, merged);
};

const keepPermissions = (call: Call, permissions: readonly Permission[]): Promise<Answer> =>
  writePaper(call, permissionsKey, permissions);
