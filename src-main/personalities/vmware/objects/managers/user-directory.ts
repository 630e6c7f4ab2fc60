/** UserDirectory: whom a permission can name. */
import { administrators, groupsOf } from '../../access/permissions.ts';
import { idOf } from '../../server/users.ts';
import type { Vc } from '../../vc.ts';
import { flagAt, textAt } from '../../wire/ask.ts';
import { done, faulted } from '../fault.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Method } from '../managed.ts';

type One = { readonly principal: string; readonly fullName: string; readonly group: boolean };

const domain = 'VSPHERE.LOCAL';

export const userDirectoryType = (): AnyManaged =>
  service('UserDirectory', {
    properties: { domainList: () => ['', domain] },
    methods: { RetrieveUserGroups: retrieve },
  });

function everybody(vc: Vc): readonly One[] {
  const builtIn = vc.users.find(`administrator@${domain.toLowerCase()}`);
  const users = vc.papers.get('users');
  const own = typeof users === 'object' && users !== null ? Object.entries(users) : [];
  const found: One[] =
    builtIn === null ? [] : [{ principal: builtIn.name, fullName: builtIn.fullName, group: false }];
  for (const session of vc.sessions.list())
    found.push({ principal: session.account.name, fullName: session.account.fullName, group: false });
  for (const [name, user] of own)
    found.push({
      principal: vc.users.find(name)?.name ?? name,
      fullName: textAt(user, 'fullName') ?? name,
      group: false,
    });
  found.push({ principal: administrators, fullName: 'Administrators', group: true });
  for (const name of groupsOf(vc).keys()) found.push({ principal: name, fullName: name, group: true });
  return [...new Map(found.map((one) => [`${idOf(one.principal)} ${one.group}`, one])).values()];
}

const retrieve: Method<null> = ({ vc, args }) => {
  const wanted = (textAt(args, 'searchStr') ?? '').toLowerCase();
  const asked = textAt(args, 'domain') ?? '';
  if (asked !== '' && asked.toUpperCase() !== domain && asked.toLowerCase() !== 'localos')
    return faulted('NotFound', `There is no domain ${asked}.`);
  const isExact = flagAt(args, 'exactMatch') === true;
  const members = groupsOf(vc);
  const group = textAt(args, 'belongsToGroup');
  const user = textAt(args, 'belongsToUser');
  const fits = ({ principal, fullName }: One): boolean =>
    isExact
      ? idOf(principal) === idOf(wanted) || plain(principal) === wanted
      : principal.toLowerCase().includes(wanted) || fullName.toLowerCase().includes(wanted);
  const belongs = (one: One): boolean => {
    if (group !== undefined && !(members.get(group) ?? []).some((name) => idOf(name) === idOf(one.principal)))
      return false;
    return user === undefined || (members.get(one.principal) ?? []).some((name) => idOf(name) === idOf(user));
  };
  return done(
    everybody(vc)
      .filter((one) => flagAt(args, one.group ? 'findGroups' : 'findUsers') === true)
      .filter((one) => fits(one) && belongs(one))
      .map((one) => ({ _type: 'UserSearchResult', ...one })),
  );
};

const plain = (principal: string): string => principal.slice(principal.indexOf('\\') + 1).toLowerCase();
