import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { basename, environmentFor } from '../../../system/session.ts';
import type { Account } from '../../../system/users/accounts.ts';
import { accountNamed, accountOfUid, credentialsOf, secretNamed } from '../../../system/users/accounts.ts';
import { closedText, standingOf } from '../../../system/users/aging.ts';
import { isRight } from '../../../system/users/password.ts';
import { readAnswer } from '../ask.ts';
import { log } from '../log.ts';

type Call = {
  readonly user: Bytes;
  readonly isLogin: boolean;
  readonly keeps: boolean;
  readonly command: Bytes | null;
  readonly shell: Bytes | null;
  readonly rest: readonly Bytes[];
};

export const su: Program = function* (system) {
  const call = readCall(system.arguments);
  if (typeof call === 'string') {
    yield* system.descriptors.write(2, call);
    return 1;
  }
  const account = accountNamed(system, call.user);
  if (account === null) {
    yield* system.descriptors.write(
      2,
      `su: user ${call.user} does not exist or the user entry does not contain all the required fields\n`,
    );
    return 1;
  }
  const asker = accountOfUid(system, system.processes.realWho().uid)?.name ?? '?';
  if (!(yield* isLetIn(system, account))) {
    yield* log(system, {
      priority: 85,
      as: 'su',
      message: `FAILED SU (to ${account.name}) ${asker} on ${system.terminal.name() ?? 'none'}`,
    });
    yield* system.descriptors.write(2, 'su: Authentication failure\n');
    return 1;
  }
  const standing = standingOf(system, account.name);
  if (standing === 'closed' || standing === 'inactive') {
    yield* system.descriptors.write(2, `${closedText}\nsu: User account has expired\n`);
    return 1;
  }
  yield* log(system, {
    priority: 86,
    as: 'su',
    message: `(to ${account.name}) ${asker} on ${system.terminal.name() ?? 'none'}`,
  });
  return yield* become(system, account, call);
};

function readCall(given: readonly Bytes[]): Call | Bytes {
  const words: Bytes[] = [];
  const flags = new Set<Bytes>();
  const values = new Map<Bytes, Bytes>();
  for (let at = 1; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const kind = options[word];
    if (kind?.takes === 'nothing') flags.add(kind.name);
    else if (kind !== undefined) {
      at += 1;
      const value = given[at];
      if (value === undefined)
        return `su: option requires an argument -- '${kind.name}'\nTry 'su --help' for more information.\n`;
      values.set(kind.name, value);
    } else if (word.startsWith('-') && words.length === 0)
      return `su: invalid option -- '${word.slice(1, 2)}'\nTry 'su --help' for more information.\n`;
    else words.push(word);
  }
  const [user = 'root', ...rest] = words;
  return {
    user,
    isLogin: flags.has('l'),
    keeps: flags.has('m'),
    command: values.get('c') ?? null,
    shell: values.get('s') ?? null,
    rest,
  };
}

const login = { name: 'l', takes: 'nothing' } as const;
const keeping = { name: 'm', takes: 'nothing' } as const;
const options: Readonly<Record<string, { readonly name: Bytes; readonly takes: 'nothing' | 'word' }>> = {
  '-': login,
  '-l': login,
  '--login': login,
  '-p': keeping,
  '-m': keeping,
  '--preserve-environment': keeping,
  '-c': { name: 'c', takes: 'word' },
  '--command': { name: 'c', takes: 'word' },
  '-s': { name: 's', takes: 'word' },
  '--shell': { name: 's', takes: 'word' },
};

/** Root needs no password; a locked account has none that fits. */
function* isLetIn(system: System, account: Account): Step<boolean> {
  if (system.processes.realWho().uid === 0) return true;
  if (system.processes.who().uid !== 0) return false;
  const password = yield* readAnswer(system, { prompt: 'Password: ', echo: 'hidden' });
  if (password !== null && (yield* isRight(system, password, secretNamed(system, account.name)?.hash ?? '*')))
    return true;
  yield* system.processes.sleep(2000);
  return false;
}

function* become(system: System, account: Account, call: Call): Step<number> {
  const shell = call.shell ?? account.shell;
  const environment = environmentOf(system, account, { ...call, shell });
  const became = system.processes.become(credentialsOf(system, account));
  if (!became.ok) {
    yield* system.descriptors.write(2, `su: cannot set user id: ${messageOf(became.errno)}\n`);
    return 1;
  }
  if (call.isLogin && !system.files.changeDirectory(account.home).ok)
    yield* system.descriptors.write(
      2,
      `su: warning: cannot change directory to ${account.home}: No such file or directory\n`,
    );
  const name = basename(shell);
  const refused = yield* system.processes.execute({
    file: shell,
    arguments: [
      call.isLogin ? `-${name}` : name,
      ...(call.command === null ? [] : ['-c', call.command]),
      ...call.rest,
    ],
    environment,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  });
  const errno = refused.ok ? 'EIO' : refused.errno;
  yield* system.descriptors.write(2, `su: failed to execute ${shell}: ${messageOf(errno)}\n`);
  return errno === 'ENOENT' ? 127 : 126;
}

function environmentOf(
  system: System,
  account: Account,
  { isLogin, keeps, shell }: { readonly isLogin: boolean; readonly keeps: boolean; readonly shell: Bytes },
): ReadonlyMap<Bytes, Bytes> {
  const own = environmentFor({ ...account, shell });
  if (isLogin) {
    const term = system.environment.get('TERM');
    return term === undefined ? own : new Map([['TERM', term], ...own]);
  }
  if (keeps) return system.environment;
  const changed = new Map([...system.environment, ['HOME', account.home], ['SHELL', shell]] as [
    Bytes,
    Bytes,
  ][]);
  if (account.uid !== 0) changed.set('USER', account.name).set('LOGNAME', account.name);
  return changed;
}
