/** Who may do what, by roles and permissions: asked before every call and every reading. */
import { faulted } from '../objects/fault.ts';
import { rootFolder } from '../objects/refs.ts';
import type { Access, Call, Vc } from '../vc.ts';
import { refAt } from '../wire/ask.ts';
import type { Ref } from '../wire/value.ts';
import { isOfLab, rolesAt } from './permissions.ts';
import { aboutArgument, methodPrivileges } from './privileges.table.ts';
import { createRoles } from './roles.ts';
import type { Roles } from './roles.ts';

type Asked = { readonly user: string; readonly ref: Ref; readonly privileges: readonly string[] };

/** Those of the privileges that a user lacks on an object. */
export function lackingOf(vc: Vc, roles: Roles, { user, ref, privileges }: Asked): readonly string[] {
  if (!isOfLab(vc, user)) return [];
  const where = placeOf(vc, ref);
  const wanted = where.is === 'service' ? privileges.filter((one) => !one.startsWith('System.')) : privileges;
  if (wanted.length === 0) return [];
  const granted = rolesAt(vc, user, where.ref).flatMap((id) => roles.get(id) ?? []);
  return wanted.filter((one) => !granted.some((role) => role.privileges.has(one)));
}

type Place = { readonly is: 'entity' | 'service'; readonly ref: Ref };

/** A part is its owner's; what belongs to no object of the tree is guarded by the root. */
function placeOf(vc: Vc, ref: Ref): Place {
  const found = vc.refs.find(ref);
  if (found === undefined || found.is === 'service') return { is: 'service', ref: rootFolder };
  return { is: 'entity', ref: found.is === 'part' ? vc.refs.of(found.entity) : ref };
}

export function openAccess(self: () => Vc): Access {
  let roles: Roles | null = null;
  return {
    refusal: ({ caller }, ref, privileges) => {
      if (caller === null) return null;
      const vc = self();
      // Users of the vCenter are no users of its hosts.
      if (vc.kind === 'host') return null;
      if (!isOfLab(vc, caller.user)) return null;
      roles ??= createRoles(vc);
      const [privilegeId] = lackingOf(vc, roles, { user: caller.user, ref, privileges });
      if (privilegeId === undefined) return null;
      const place = placeOf(vc, ref);
      const message = `Permission to perform this operation was denied: ${caller.user} lacks ${privilegeId} on ${place.ref.value}.`;
      const missingPrivileges = [{ entity: place.ref, privilegeIds: [privilegeId] }];
      const refused = faulted('NoPermission', message, { object: place.ref, privilegeId, missingPrivileges });
      return refused.ok ? null : refused.fault;
    },
  };
}

/** What a call asks for, and on which object: by the interface's own table, and by ours where that leaves it open. */
export function demandOf(
  { method, self, args }: Call,
  documented: readonly string[],
): { readonly ref: Ref; readonly privileges: readonly string[] } {
  const named = aboutArgument[method];
  const ref = (named === undefined ? undefined : refAt(args, named)) ?? self;
  if (documented.length > 0) return { ref, privileges: documented };
  const byType = methodPrivileges[method];
  const privilege = byType?.[ref._ref] ?? byType?.['*'];
  return { ref, privileges: privilege === undefined ? [] : [privilege] };
}
