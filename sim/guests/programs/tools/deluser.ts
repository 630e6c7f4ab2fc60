import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { accountNamed, accountsOf, groupNamed, groupsOf, secretsOf } from '../../system/users/accounts.ts';
import { writeAccounts, writeGroups, writeSecrets } from '../system/users/change-files.ts';
import type { Call } from './adduser-call.ts';
import { refuse, say } from './adduser-call.ts';

export function* removeOne(call: Call, name: Bytes): Step<number> {
  const { system, names, flags } = call;
  const [, group] = names;
  const account = accountNamed(system, name);
  if (account === null) {
    yield* refuse(call, `The user \`${name}' does not exist.`);
    return 2;
  }
  if (group !== undefined) return yield* leave(call, name, group);
  if (account.uid === 0) {
    yield* say(
      call,
      `WARNING: You are just about to delete the root account (uid 0)\nUsually this is never required as it may render the whole system unusable\nIf you really want this, call deluser with parameter --no-preserve-root\nStopping now without having performed any action`,
    );
    return 9;
  }
  if (flags.has('--remove-home') && account.home !== '/') yield* removeHome(call, account.home);
  yield* say(call, `Removing crontab ...\nRemoving user \`${name}' ...`);
  writeAccounts(
    system,
    accountsOf(system).filter((one) => one.name !== name),
  );
  writeSecrets(
    system,
    secretsOf(system).filter((one) => one.name !== name),
  );
  const own = groupsOf(system).filter(
    (one) => one.name !== name || one.members.some((member) => member !== name),
  );
  writeGroups(
    system,
    own.map((one) => ({ ...one, members: one.members.filter((member) => member !== name) })),
  );
  yield* say(call, 'Done.');
  return 0;
}

function* removeHome(call: Call, home: Bytes): Step<void> {
  const { files } = call.system;
  yield* say(call, 'Looking for files to backup/remove ...\nRemoving files ...');
  const clear = (path: Bytes): void => {
    const listed = files.list(path);
    if (!listed.ok) return;
    for (const { name, kind } of listed.value)
      if (kind === 'directory') clear(`${path}/${name}`);
      else files.remove(`${path}/${name}`);
    files.removeDirectory(path);
  };
  clear(home);
}

function* leave(call: Call, name: Bytes, group: Bytes): Step<number> {
  const found = groupNamed(call.system, group);
  if (found === null) {
    yield* refuse(call, `The group \`${group}' does not exist.`);
    return 3;
  }
  if (!found.members.includes(name)) {
    yield* refuse(call, `The user \`${name}' is not a member of group \`${group}'.`);
    return 6;
  }
  yield* say(call, `Removing user \`${name}' from group \`${group}' ...`);
  writeGroups(
    call.system,
    groupsOf(call.system).map((one) =>
      one.name === group ? { ...one, members: one.members.filter((member) => member !== name) } : one,
    ),
  );
  yield* say(call, 'Done.');
  return 0;
}

export function* removeGroup(call: Call, name: Bytes): Step<number> {
  const { system, names } = call;
  if (names[1] !== undefined) return yield* leave(call, name, names[1]);
  const found = groupNamed(system, name);
  if (found === null) {
    yield* refuse(call, `The group \`${name}' does not exist.`);
    return 3;
  }
  const owner = accountsOf(system).find(({ gid }) => gid === found.gid);
  if (owner !== undefined) {
    yield* refuse(call, `\`${owner.name}' still has \`${name}' as their primary group!`);
    return 7;
  }
  yield* say(call, `Removing group \`${name}' ...`);
  writeGroups(
    system,
    groupsOf(system).filter((one) => one.name !== name),
  );
  yield* say(call, 'Done.');
  return 0;
}
