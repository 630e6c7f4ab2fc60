/** What one may do here, and the roles that bundle it: those of users stand in the paper `roles`. */
import type { VimSchema } from '../schema/vim-schema.ts';
import type { Vc } from '../vc.ts';
import { morePrivileges } from './privileges.table.ts';
import { sampleRoles, systemRoles } from './roles.table.ts';
import type { FirstRole } from './roles.table.ts';

export type Role = {
  readonly id: number;
  readonly name: string;
  readonly label: string;
  readonly summary: string;
  readonly isSystem: boolean;
  readonly privileges: ReadonlySet<string>;
};

/** As it stands in the paper. */
type OwnRole = { readonly id: number; readonly name: string; readonly privileges: readonly string[] };

export const rolesKey = 'roles';

/** All of them, in the order of the alphabet. */
export function privilegesOf(schema: VimSchema): readonly string[] {
  const found = new Set<string>(morePrivileges);
  for (const name of schema.names('method'))
    for (const privilege of schema.method(name)?.privileges ?? []) found.add(privilege);
  return [...found].toSorted();
}

export type Roles = {
  readonly all: () => readonly Role[];
  readonly get: (id: number) => Role | undefined;
  readonly privileges: readonly string[];
};

/** Made anew only when the paper is another. */
export function createRoles(vc: Pick<Vc, 'papers' | 'schema'>): Roles {
  const privileges = privilegesOf(vc.schema);
  const system = systemRoles.map((role) => firstRole(role, { privileges, isSystem: true }));
  let read: { readonly paper: unknown; readonly roles: ReadonlyMap<number, Role> } | null = null;
  const roles = (): ReadonlyMap<number, Role> => {
    const paper = vc.papers.get(rolesKey);
    if (read === null || read.paper !== paper) {
      const all = [...system, ...ownRoles(paper, privileges)];
      read = { paper, roles: new Map(all.map((role) => [role.id, role])) };
    }
    return read.roles;
  };
  return { all: () => [...roles().values()], get: (id) => roles().get(id), privileges };
}

/** The samples, until somebody changes one of the roles: then what stands in the paper is all. */
function ownRoles(paper: unknown, privileges: readonly string[]): readonly Role[] {
  if (!Array.isArray(paper))
    return sampleRoles.map((role) => firstRole(role, { privileges, isSystem: false }));
  return (paper as readonly OwnRole[]).map(({ id, name, privileges: granted }) => {
    const sample = sampleRoles.find((role) => role.id === id && role.name === name);
    const { label, summary } = sample ?? { label: name, summary: name };
    return { id, name, label, summary, isSystem: false, privileges: new Set(granted) };
  });
}

type Making = { readonly privileges: readonly string[]; readonly isSystem: boolean };

const firstRole = ({ grants, ...role }: FirstRole, { privileges, isSystem }: Making): Role => ({
  ...role,
  isSystem,
  privileges: new Set(
    grants === 'all'
      ? privileges
      : privileges.filter((name) =>
          grants.some((one) => one === name || (one.endsWith('.') && name.startsWith(one))),
        ),
  ),
});

/** What goes into the paper. */
export const asPaper = (roles: readonly Role[]): readonly OwnRole[] =>
  roles
    .filter(({ isSystem }) => !isSystem)
    .map(({ id, name, privileges }) => ({ id, name, privileges: [...privileges] }));
