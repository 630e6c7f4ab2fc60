import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { accountNamed, accountOfUid, secretNamed } from '../../../system/users/accounts.ts';
import { agingOf, dayLength } from '../../../system/users/aging.ts';
import { hashed, isRight } from '../../../system/users/password.ts';
import { readAnswer, readLine } from '../ask.ts';
import { momentOf, two } from '../time-text.ts';
import { complain, readOptions, setHash, written } from './change-files.ts';

const unchanged = 'passwd: Authentication token manipulation error\npasswd: password unchanged\n';
const failedStatus = 10;
const leastLength = 6;

export const passwd: Program = function* (system) {
  const { flags, words, fault } = readOptions(system.arguments, { flags: 'ludS', values: '', long });
  if (fault !== null) return yield* complain(system, 'passwd', { message: fault, status: 2 });
  const uid = system.processes.realWho().uid;
  const own = accountOfUid(system, uid)?.name;
  const name = words[0] ?? own ?? '';
  if (accountNamed(system, name) === null)
    return yield* complain(system, 'passwd', { message: `user '${name}' does not exist`, status: 1 });
  const mayNot = uid !== 0 && (own !== name || flags.size > 0);
  if (mayNot) {
    const told =
      own === name ? 'Permission denied.' : `You may not view or modify password information for ${name}.`;
    return yield* complain(system, 'passwd', { message: told, status: 1 });
  }
  const hash = hashOf(system, name);
  const [flag] = flags;
  return flag === undefined
    ? yield* ask(system, name, { hash, isRoot: uid === 0 })
    : yield* manage(system, name, { hash, flag });
};

const hashOf = (system: System, name: Bytes): Bytes => secretNamed(system, name)?.hash ?? '*';

const long = { '--lock': 'l', '--unlock': 'u', '--delete': 'd', '--status': 'S' };

function* manage(
  system: System,
  name: Bytes,
  { hash, flag }: { readonly hash: Bytes; readonly flag: string },
): Step<number> {
  const said = 'password changed.';
  if (flag === 'S') return yield* showState(system, name, hash);
  if (flag === 'l')
    return yield* keep(system, name, { hash: hash.startsWith('!') ? hash : `!${hash}`, said });
  return flag === 'd' ? yield* keep(system, name, { hash: '', said }) : yield* unlock(system, name, hash);
}

function* showState(system: System, name: Bytes, hash: Bytes): Step<number> {
  const state = hash === '' ? 'NP' : hash.startsWith('!') || hash.startsWith('*') ? 'L' : 'P';
  const { changedOn, least, most, warning, inactive } = agingOf({
    rest: secretNamed(system, name)?.rest ?? [],
  });
  const { year, month, day } = momentOf((changedOn ?? 0) * dayLength);
  const days = [least, most, warning, inactive].map((count) => count ?? -1).join(' ');
  yield* system.descriptors.write(1, `${name} ${state} ${two(month + 1)}/${two(day)}/${year} ${days}\n`);
  return 0;
}

function* unlock(system: System, name: Bytes, hash: Bytes): Step<number> {
  if (hash === '!' || hash === '') {
    yield* system.descriptors.write(
      2,
      `passwd: unlocking the password would result in a passwordless account.\nYou should set a password with usermod -p to unlock the password of this account.\n`,
    );
    return 3;
  }
  return yield* keep(system, name, { hash: hash.replace(/^!/, ''), said: 'password changed.' });
}

function* keep(
  system: System,
  name: Bytes,
  { hash, said }: { readonly hash: Bytes; readonly said: Bytes },
): Step<number> {
  const status = yield* written(system, 'passwd', [setHash(system, name, hash)]);
  if (status === 0) yield* system.descriptors.write(1, `passwd: ${said}\n`);
  return status;
}

function* ask(
  system: System,
  name: Bytes,
  { hash, isRoot }: { readonly hash: Bytes; readonly isRoot: boolean },
): Step<number> {
  const refuse = function* (text: Bytes): Step<number> {
    yield* system.descriptors.write(2, `${text}${unchanged}`);
    return failedStatus;
  };
  if (!isRoot) {
    yield* system.descriptors.write(1, `Changing password for ${name}.\n`);
    const current = yield* readAnswer(system, { prompt: 'Current password: ', echo: 'hidden' });
    if (current === null || !(yield* isRight(system, current, hash))) return yield* refuse('');
  }
  const first = yield* readAnswer(system, { prompt: 'New password: ', echo: 'hidden' });
  if (first === null || first === '') return yield* refuse('No password has been supplied.\n');
  const second = yield* readAnswer(system, { prompt: 'Retype new password: ', echo: 'hidden' });
  if (first !== second) return yield* refuse('Sorry, passwords do not match.\n');
  if (!isRoot && first.length < leastLength) return yield* refuse('You must choose a longer password.\n');
  const status = yield* written(system, 'passwd', [setHash(system, name, yield* hashed(system, first))]);
  if (status === 0) yield* system.descriptors.write(1, 'passwd: password updated successfully\n');
  return status;
}

/** A user's own, asked for at the door. */
export const renew = (system: System, name: Bytes): Step<number> =>
  ask(system, name, { hash: hashOf(system, name), isRoot: false });

/** `name:password` a line. */
export const chpasswd: Program = function* (system) {
  if (system.processes.who().uid !== 0) {
    yield* system.descriptors.write(
      2,
      'chpasswd: (user root) pam_chauthtok() failed, error:\nAuthentication token manipulation error\n',
    );
    return 1;
  }
  const isHashed = system.arguments.includes('-e');
  let status = 0;
  for (let number = 1; ; number += 1) {
    const line = yield* readLine(system);
    if (line === null) return status;
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(0, at));
    if (at < 0 || accountNamed(system, name) === null) {
      const message =
        at < 0
          ? `line ${number}: missing new password`
          : `(user ${name}) pam_chauthtok() failed, error:\nAuthentication token manipulation error\nchpasswd: (line ${number}, user ${name}) password not changed`;
      status = yield* complain(system, 'chpasswd', { message, status: 1 });
      continue;
    }
    const text = line.slice(at + 1);
    status =
      (yield* written(system, 'chpasswd', [
        setHash(system, name, isHashed ? text : yield* hashed(system, text)),
      ])) || status;
  }
};
