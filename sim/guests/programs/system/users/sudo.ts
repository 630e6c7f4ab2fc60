import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { basename, environmentFor, pathFor } from '../../../system/session.ts';
import type { Account } from '../../../system/users/accounts.ts';
import {
  accountNamed,
  accountOfUid,
  credentialsOf,
  groupsOf,
  secretNamed,
} from '../../../system/users/accounts.ts';
import { isRight } from '../../../system/users/password.ts';
import type { Asking, Sudoers } from '../../../system/users/sudoers.ts';
import { readSudoers, ruling } from '../../../system/users/sudoers.ts';
import { readAnswer } from '../ask.ts';
import { log } from '../log.ts';
import type { SudoCall } from './sudo-call.ts';
import { readSudoCall } from './sudo-call.ts';

const tries = 3;
const stamps = '/run/sudo/ts';

/** What everything below is asked for. */
type Case = {
  readonly system: System;
  readonly call: SudoCall;
  readonly sudoers: Sudoers;
  readonly asker: Account;
  readonly target: Account;
};

export const sudo: Program = function* (system) {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, text);
  const call = readSudoCall(system.arguments);
  if (typeof call === 'string') {
    yield* say(call);
    return 1;
  }
  if (system.processes.who().uid !== 0) {
    yield* say('sudo: /usr/bin/sudo must be owned by uid 0 and have the setuid bit set\n');
    return 1;
  }
  const sudoers = readSudoers(system);
  if (typeof sudoers === 'string') {
    yield* say(
      `sudo: ${sudoers}\nsudo: no valid sudoers sources found, quitting\nsudo: error initializing audit plugin sudoers_audit\n`,
    );
    return 1;
  }
  for (const error of sudoers.errors) yield* say(`${error}\n`);
  const asker = accountOfUid(system, system.processes.realWho().uid);
  if (asker === null) {
    yield* say(`sudo: you do not exist in the passwd database\n`);
    return 1;
  }
  if (call.act === 'forget') {
    system.files.remove(`${stamps}/${asker.name}`);
    return 0;
  }
  const target = accountNamed(system, call.user);
  if (target === null) {
    yield* say(`sudo: unknown user ${call.user}\nsudo: error initializing audit plugin sudoers_audit\n`);
    return 1;
  }
  return yield* judge({ system, call, sudoers, asker, target });
};

/** What is run: the words themselves, or a shell, with them or without. */
function wordsOf({ call, target }: Case): readonly [name: Bytes, words: readonly Bytes[]] {
  const [first, ...rest] = call.words;
  if (first === undefined) return [target.shell, []];
  return call.act === 'run' ? [first, rest] : [target.shell, ['-c', call.words.join(' ')]];
}

function* judge(of: Case): Step<number> {
  const { system, call, sudoers, asker, target } = of;
  const [name, words] = wordsOf(of);
  const path = sudoers.securePath ?? pathFor(target.uid);
  const command = locate(system, name, path);
  const groups = groupNames(system, asker);
  const asking: Asking = {
    user: asker.name,
    uid: asker.uid,
    groups,
    as: target.name,
    command: command ?? name,
    words,
  };
  const decision = asker.uid === 0 ? 'free' : ruling(sudoers, asking);
  const needsPassword = decision !== 'free' && asker.uid !== target.uid;
  if (needsPassword && !(yield* authenticate(of))) return 1;
  const where = `TTY=${lineOf(system)} ; PWD=${system.files.workingDirectory()} ; USER=${target.name} ; COMMAND=${[asking.command, ...words].join(' ')}`;
  if (decision === null || decision === 'forbidden')
    return yield* deny(of, { asking, isKnown: decision !== null, where });
  if (call.act === 'validate') return 0;
  if (call.act === 'list') return yield* list(of, groups);
  return yield* run(of, { command, name, words, path, where });
}

const groupNames = (system: System, { gid: own, name: user }: Account): readonly Bytes[] =>
  groupsOf(system)
    .filter(({ gid, members }) => gid === own || members.includes(user))
    .map(({ name }) => name);

function locate({ files }: System, name: Bytes, path: Bytes): Bytes | null {
  if (name.includes('/')) return files.stat(name).ok ? name : null;
  for (const directory of path.split(':')) {
    const stat = files.stat(`${directory}/${name}`);
    if (stat.ok && stat.value.kind === 'file') return `${directory}/${name}`;
  }
  return null;
}

type Denial = { readonly asking: Asking; readonly isKnown: boolean; readonly where: Bytes };

function* deny({ system, asker, target }: Case, { asking, isKnown, where }: Denial): Step<number> {
  const why = isKnown ? 'command not allowed' : 'user NOT in sudoers';
  yield* log(system, { priority: 81, as: 'sudo', message: `${asker.name} : ${why} ; ${where}` });
  const asked = [asking.command, ...asking.words].join(' ');
  yield* system.descriptors.write(
    2,
    isKnown
      ? `Sorry, user ${asker.name} is not allowed to execute '${asked}' as ${target.name} on ${system.machine.hostname()}.\n`
      : `${asker.name} is not in the sudoers file.\nThis incident has been reported to the administrator.\n`,
  );
  return 1;
}

const noTerminal =
  'sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper\n';

function* canAsk(system: System, { isSilent, fromInput }: SudoCall): Step<boolean> {
  const isHeard = fromInput || system.descriptors.isTerminal(0);
  if (isHeard && !isSilent) return true;
  yield* system.descriptors.write(2, `${isSilent ? '' : noTerminal}sudo: a password is required\n`);
  return false;
}

function* authenticate(of: Case): Step<boolean> {
  const { system, call, asker } = of;
  if (!call.isForgetting && isFresh(of)) return true;
  if (!(yield* canAsk(system, call))) return false;
  const hash = hashOf(system, asker.name);
  const prompt = call.prompt ?? `[sudo] password for ${asker.name}: `;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const password = yield* readAnswer(system, { prompt, echo: 'hidden' });
    if (password === null) return yield* giveUp(system, attempt - 1);
    if (yield* isRight(system, password, hash)) {
      remember(of);
      return true;
    }
    yield* system.processes.sleep(2000);
    if (attempt < tries) yield* system.descriptors.write(2, 'Sorry, try again.\n');
  }
  const message = `${asker.name} : ${tries} incorrect password attempts ; TTY=${terminalOf(system)}`;
  yield* log(system, { priority: 81, as: 'sudo', message });
  return yield* giveUp(system, tries);
}

const hashOf = (system: System, name: Bytes): Bytes => secretNamed(system, name)?.hash ?? '*';
const lineOf = (system: System): Bytes => system.terminal.name() ?? 'unknown';
const terminalOf = (system: System): Bytes => system.terminal.name() ?? '-';

/** A password that was right holds for a while on the same terminal. */
function isFresh({ system, sudoers, asker }: Case): boolean {
  const stamp = system.files.readFile(`${stamps}/${asker.name}`);
  const [terminal, at] = stamp.ok ? stamp.value.trim().split(' ') : [];
  return terminal === terminalOf(system) && system.now() - Number(at) < sudoers.timeout;
}

function remember({ system, asker }: Case): void {
  system.files.makeDirectory('/run/sudo', 0o711);
  system.files.makeDirectory(stamps, 0o700);
  system.files.writeFile(`${stamps}/${asker.name}`, `${terminalOf(system)} ${system.now()}\n`, 0o600);
}

function* giveUp(system: System, attempts: number): Step<false> {
  const count = `${attempts} incorrect password attempt${attempts === 1 ? '' : 's'}`;
  yield* system.descriptors.write(
    2,
    attempts === 0 ? '\nsudo: no password was provided\nsudo: a password is required\n' : `sudo: ${count}\n`,
  );
  return false;
}

function* list({ system, sudoers, asker }: Case, groups: readonly Bytes[]): Step<number> {
  const own = sudoers.grants.filter(({ who }) =>
    who.some(
      (one) => one === 'ALL' || one === asker.name || (one.startsWith('%') && groups.includes(one.slice(1))),
    ),
  );
  const lines = own.map(
    ({ as, needsPassword, commands }) =>
      `    (${as.join(', ')}) ${needsPassword ? '' : 'NOPASSWD: '}${commands.join(', ')}\n`,
  );
  yield* system.descriptors.write(
    1,
    `User ${asker.name} may run the following commands on ${system.machine.hostname()}:\n${lines.join('')}`,
  );
  return 0;
}

type Running = {
  readonly command: Bytes | null;
  readonly name: Bytes;
  readonly words: readonly Bytes[];
  readonly path: Bytes;
  readonly where: Bytes;
};

function* run(
  { system, call, asker, target }: Case,
  { command, name, words, path, where }: Running,
): Step<number> {
  if (command === null) {
    yield* system.descriptors.write(2, `sudo: ${name}: command not found\n`);
    return 1;
  }
  yield* log(system, { priority: 85, as: 'sudo', message: `${asker.name} : ${where}` });
  const isLogin = call.act === 'login';
  const environment = new Map<Bytes, Bytes>(
    call.keepsEnvironment ? system.environment : [...system.environment].filter(([key]) => kept.has(key)),
  );
  for (const [key, value] of environmentFor(target))
    if (key !== 'HOME' || !call.keepsEnvironment || isLogin) environment.set(key, value);
  environment
    .set('PATH', path)
    .set('SUDO_COMMAND', [command, ...words].join(' '))
    .set('SUDO_USER', asker.name);
  environment.set('SUDO_UID', String(asker.uid)).set('SUDO_GID', String(asker.gid));
  for (const [key, value] of call.variables) environment.set(key, value);
  system.processes.become(credentialsOf(system, target));
  if (isLogin) system.files.changeDirectory(target.home);
  const refused = yield* system.processes.execute({
    file: command,
    arguments: [isLogin ? `-${basename(name)}` : name, ...words],
    environment,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  });
  yield* system.descriptors.write(
    2,
    `sudo: unable to execute ${command}: ${refused.ok ? '' : messageOf(refused.errno)}\n`,
  );
  return 1;
}

const kept: ReadonlySet<Bytes> = new Set(['TERM', 'DISPLAY', 'LANG', 'LC_ALL', 'COLORS', 'LS_COLORS', 'TZ']);
