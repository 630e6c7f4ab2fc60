/** May somebody do this there? Clients ask before they offer it. */
import { lackingOf } from '../../access/authority.ts';
import { createRoles } from '../../access/roles.ts';
import { at, refAt, refListAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Call, Method } from '../managed.ts';

type Question = { readonly refs: readonly Ref[]; readonly user: string };

function granted({ vc, args }: Call, { refs, user }: Question): readonly Data[] {
  const roles = createRoles(vc);
  const privileges = textListAt(args, 'privId');
  return refs.map((entity) => {
    const missing = new Set(lackingOf(vc, roles, { user, ref: entity, privileges }));
    return {
      _type: 'EntityPrivilege',
      entity,
      privAvailability: privileges.map((privId) => ({ privId, isGranted: !missing.has(privId) })),
    };
  });
}

/** `sessionId` is a session's key. */
function userOf({ vc, args }: Call): Answer<string> {
  const key = textAt(args, 'sessionId') ?? '';
  const session = vc.sessions.byKey(key);
  return session === null ? faulted('NotFound', `There is no session ${key}.`) : done(session.account.name);
}

const bySession: Method<null> = (call) => {
  const user = userOf(call);
  return user.ok ? done(granted(call, { refs: refListAt(call.args, 'entity'), user: user.value })) : user;
};

const onOne: Method<null> = (call) => {
  const user = userOf(call);
  if (!user.ok) return user;
  const ref = refAt(call.args, 'entity');
  const [answer] = granted(call, { refs: ref === undefined ? [] : [ref], user: user.value });
  const list = answer?.privAvailability;
  return done(Array.isArray(list) ? list.map((one: Data) => at(one, 'isGranted')) : []);
};

const byUser: Method<null> = (call) =>
  done(granted(call, { refs: refListAt(call.args, 'entities'), user: textAt(call.args, 'userName') ?? '' }));

const fetchAll: Method<null> = ({ vc, args }) => {
  const user = textAt(args, 'userName') ?? '';
  const roles = createRoles(vc);
  return done(
    refListAt(args, 'entities').map((entity) => {
      const missing = new Set(lackingOf(vc, roles, { user, ref: entity, privileges: roles.privileges }));
      return {
        _type: 'UserPrivilegeResult',
        entity,
        privileges: roles.privileges.filter((one) => !missing.has(one)),
      };
    }),
  );
};

export const privilegeQuestions: Readonly<Record<string, Method<null>>> = {
  HasPrivilegeOnEntities: bySession,
  HasPrivilegeOnEntity: onOne,
  HasUserPrivilegeOnEntities: byUser,
  FetchUserPrivilegeOnEntities: fetchAll,
};
