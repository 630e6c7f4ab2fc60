/** Who has which role where: the paper `permissions`, and what hands it down the tree. */
import { idOf } from '../server/users.ts';
import { parentOf } from '../objects/inventory/tree.ts';
import { rootFolder } from '../objects/refs.ts';
import type { Vc } from '../vc.ts';
import type { Data, Ref } from '../wire/value.ts';

export type Permission = {
  /** The object's name: `datacenter-2`. */
  readonly entity: string;
  readonly type: string;
  readonly principal: string;
  readonly group: boolean;
  readonly roleId: number;
  readonly propagate: boolean;
};

export const permissionsKey = 'permissions';

export const administrators = 'VSPHERE.LOCAL\\Administrators';

/** Whoever came with the product stays an administrator, whatever the paper says. */
const first: Permission = {
  entity: rootFolder.value,
  type: rootFolder._ref,
  principal: administrators,
  group: true,
  roleId: -1,
  propagate: true,
};

/** Those that somebody set. */
export function ownPermissions({ papers }: Pick<Vc, 'papers'>): readonly Permission[] {
  const paper = papers.get(permissionsKey);
  return Array.isArray(paper) ? paper : [];
}

/** What is gone has none any more. */
export const permissionsIn = (vc: Pick<Vc, 'papers' | 'refs'>): readonly Permission[] => [
  first,
  ...ownPermissions(vc).filter(
    ({ entity, type }) => vc.refs.find({ _ref: type, value: entity }) !== undefined,
  ),
];

export const isFirst = (permission: Permission): boolean => permission === first;

export const permissionData = ({ entity, type, ...rest }: Permission): Data => ({
  _type: 'Permission',
  entity: { _ref: type, value: entity },
  ...rest,
});

/** On the object itself and, where they are asked for too, those that reach down to it. */
export function permissionsOn(vc: Vc, ref: Ref, which: 'own' | 'inherited'): readonly Permission[] {
  const all = permissionsIn(vc);
  const found = all.filter(({ entity }) => entity === ref.value);
  if (which === 'own') return found;
  for (let at = parentOf(vc, ref); at !== undefined; at = parentOf(vc, at)) {
    const { value } = at;
    found.push(...all.filter(({ entity, propagate }) => entity === value && propagate));
  }
  return found;
}

/** Groups and who is in them: the paper `groups`. */
export function groupsOf({ papers }: Pick<Vc, 'papers'>): ReadonlyMap<string, readonly string[]> {
  const paper = papers.get('groups');
  if (typeof paper !== 'object' || paper === null || Array.isArray(paper)) return new Map();
  return new Map(
    Object.entries(paper).map(([name, members]) => [
      name,
      Array.isArray(members) ? (members as readonly string[]) : [],
    ]),
  );
}

/** A user of the lab's own, who has what he was given; all others came with the product. */
export function isOfLab({ papers }: Pick<Vc, 'papers'>, user: string): boolean {
  const users = papers.get('users');
  return typeof users === 'object' && users !== null && idOf(user) in users;
}

/** The roles that a user has on an object: of the nearest place where he has any, his own before his groups'. */
export function rolesAt(vc: Vc, user: string, ref: Ref): readonly number[] {
  const all = permissionsIn(vc);
  const id = idOf(user);
  const groups = groupsOf(vc);
  const isIn = (group: string): boolean =>
    [...groups].some(
      ([name, members]) => idOf(name) === idOf(group) && members.some((one) => idOf(one) === id),
    );
  let isBelow = false;
  for (let at: Ref | undefined = ref; at !== undefined; at = parentOf(vc, at)) {
    const { value } = at;
    const here = all.filter(({ entity, propagate }) => entity === value && (propagate || !isBelow));
    const own = here.filter(({ group, principal }) => !group && idOf(principal) === id);
    const found = own.length > 0 ? own : here.filter(({ group, principal }) => group && isIn(principal));
    if (found.length > 0) return found.map(({ roleId }) => roleId);
    isBelow = true;
  }
  return [];
}
