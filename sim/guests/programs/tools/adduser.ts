import type { Bytes } from '../../bytes.ts';
import type { Program, Step } from '../../kernel/program.ts';
import type { Account } from '../../system/users/accounts.ts';
import { accountNamed, accountsOf, groupNamed, groupsOf, secretsOf } from '../../system/users/accounts.ts';
import { freeNumber, writeAccounts, writeGroups, writeSecrets } from '../system/users/change-files.ts';
import { makeHome } from '../system/users/useradd.ts';
import type { Call } from './adduser-call.ts';
import { readCall, refuse, say } from './adduser-call.ts';
import { removeGroup, removeOne } from './deluser.ts';

/** Debian's easy ways to add and remove users and groups. */
const easy = (tool: Call['tool']): Program =>
  function* (system) {
    const call = readCall(system, tool);
    const [name] = call.names;
    const isAdding = tool.startsWith('add');
    if (system.processes.who().uid !== 0)
      return yield* refuse(
        call,
        isAdding
          ? 'Only root may add a user or group to the system.'
          : 'Only root may remove a user or group from the system.',
      );
    if (name === undefined)
      return yield* refuse(
        call,
        isAdding ? 'Only one or two names allowed.' : 'No options allowed after names.',
      );
    if (tool === 'addgroup' || call.flags.has('--group')) return yield* addGroup(call, name);
    if (tool === 'delgroup') return yield* removeGroup(call, name);
    return yield* tool === 'adduser' ? addOne(call, name) : removeOne(call, name);
  };

function* addOne(call: Call, name: Bytes): Step<number> {
  const { system, names } = call;
  const here = accountNamed(system, name);
  const [, group] = names;
  if (group !== undefined) return yield* join(call, { name, group, isThere: here !== null });
  if (here !== null) return yield* refuse(call, `The user \`${name}' already exists.`);
  if (/^[-+~]|[:,/\s]/.test(name))
    return yield* refuse(
      call,
      'To avoid problems, the username must not start with a\n            dash, plus sign, or tilde, and it must not contain any of the\n            following: colon, comma, slash, or any whitespace characters\n            including spaces, tabs, and newlines.',
    );
  const account = yield* made(call, name);
  return typeof account === 'number' ? account : yield* askMore(call, account);
}

const isSystem = ({ flags }: Call): boolean => flags.has('--system') || flags.has('-S');

function* made(call: Call, name: Bytes): Step<Account | number> {
  const { system, values } = call;
  const into = values.get('--ingroup') ?? values.get('-G');
  const group = into === undefined ? null : groupNamed(system, into);
  if (into !== undefined && group === null)
    return yield* refuse(call, `The group \`${into}' does not exist.`);
  const account = accountFor(call, name, group?.gid ?? null);
  yield* tellNew(call, account, group?.name ?? null);
  if (group === null) writeGroups(system, [...groupsOf(system), { name, gid: account.gid, members: [] }]);
  writeAccounts(system, [...accountsOf(system), account]);
  const rest = [String(Math.floor(system.now() / 86_400_000)), '0', '99999', '7', '', '', ''];
  writeSecrets(system, [...secretsOf(system), { name, hash: '!', rest }]);
  if (isSystem(call) || call.flags.has('--no-create-home')) {
    yield* say(call, `Not creating home directory \`${account.home}'.`);
    return account;
  }
  yield* say(call, `Creating home directory \`${account.home}' ...\nCopying files from \`/etc/skel' ...`);
  makeHome(system, account, '/etc/skel');
  return account;
}

function accountFor(call: Call, name: Bytes, gid: number | null): Account {
  const { system, values } = call;
  const usual = isSystem(call)
    ? { first: 101, home: '/nonexistent', shell: '/usr/sbin/nologin' }
    : { first: 1000, home: `/home/${name}`, shell: '/bin/bash' };
  const taken = [...accountsOf(system).map(({ uid }) => uid), ...groupsOf(system).map((group) => group.gid)];
  const uid = Number(values.get('--uid') ?? freeNumber(taken, usual.first));
  return {
    name,
    uid,
    gid: gid ?? uid,
    about: values.get('--gecos') ?? values.get('--comment') ?? ',,,',
    home: values.get('--home') ?? usual.home,
    shell: values.get('--shell') ?? usual.shell,
  };
}

function* tellNew(call: Call, { name, uid, gid }: Account, group: Bytes | null): Step<void> {
  const own = group ?? name;
  if (isSystem(call)) yield* say(call, `Adding system user \`${name}' (UID ${uid}) ...`);
  else yield* say(call, `Adding user \`${name}' ...`);
  if (group === null) yield* say(call, `Adding new group \`${name}' (${gid}) ...`);
  const shown = isSystem(call) ? own : `${own} (${gid})`;
  yield* say(call, `Adding new user \`${name}' (${uid}) with group \`${shown}' ...`);
}

/** A password and, where it was not given, who it is. */
function* askMore(call: Call, { name }: Account): Step<number> {
  const { system, flags } = call;
  if (isSystem(call) || flags.has('--disabled-password') || flags.has('--disabled-login') || flags.has('-D'))
    return 0;
  const spawned = system.processes.spawn({
    file: '/usr/bin/passwd',
    arguments: ['passwd', name],
    environment: system.environment,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
    group: 'parent',
  });
  if (!spawned.ok) return yield* refuse(call, `\`/usr/bin/passwd ${name}' could not be run.`);
  const ended = yield* system.processes.wait({ pid: spawned.value, isHanging: true, alsoStopped: false });
  return ended.ok && ended.value?.how === 'exited' ? ended.value.status : 1;
}

type Joining = { readonly name: Bytes; readonly group: Bytes; readonly isThere: boolean };

function* join(call: Call, { name, group, isThere }: Joining): Step<number> {
  const { system } = call;
  if (!isThere) return yield* refuse(call, `The user \`${name}' does not exist.`);
  const found = groupNamed(system, group);
  if (found === null) return yield* refuse(call, `The group \`${group}' does not exist.`);
  if (found.members.includes(name)) {
    yield* say(call, `The user \`${name}' is already a member of \`${group}'.`);
    return 0;
  }
  yield* say(call, `Adding user \`${name}' to group \`${group}' ...`);
  writeGroups(
    system,
    groupsOf(system).map((one) => (one.name === group ? { ...one, members: [...one.members, name] } : one)),
  );
  yield* say(call, 'Done.');
  return 0;
}

function* addGroup(call: Call, name: Bytes): Step<number> {
  const { system, values } = call;
  if (call.names[1] !== undefined)
    return yield* join(call, { name, group: call.names[1], isThere: accountNamed(system, name) !== null });
  if (groupNamed(system, name) !== null) return yield* refuse(call, `The group \`${name}' already exists.`);
  const taken = groupsOf(system).map(({ gid }) => gid);
  const gid = Number(values.get('--gid') ?? freeNumber(taken, isSystem(call) ? 101 : 1000));
  yield* say(call, `Adding group \`${name}' (GID ${gid}) ...`);
  writeGroups(system, [...groupsOf(system), { name, gid, members: [] }]);
  yield* say(call, 'Done.');
  return 0;
}

export const adduser = easy('adduser');
export const addgroup = easy('addgroup');
export const deluser = easy('deluser');
export const delgroup = easy('delgroup');
