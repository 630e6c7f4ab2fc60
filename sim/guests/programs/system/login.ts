import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { readAnswer } from './ask.ts';
import { enter, environmentFor } from '../../system/session.ts';
import type { Account } from '../../system/users/accounts.ts';
import { accountNamed, secretNamed } from '../../system/users/accounts.ts';
import { closedText, oldText, standingOf } from '../../system/users/aging.ts';
import { renew } from './users/passwd.ts';
import { isRight } from '../../system/users/password.ts';

const tries = 5;

/** A prompt on a line: asks who it is, then becomes him. */
export const login: Program = function* (system) {
  if (system.processes.who().uid !== 0) {
    yield* system.descriptors.write(2, 'login: Cannot possibly work without effective root\n');
    return 1;
  }
  yield* issue(system);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const name = yield* readAnswer(system, { prompt: `${system.machine.hostname()} login: `, echo: 'shown' });
    if (name === null) return 0;
    if (name === '') continue;
    const password = yield* readAnswer(system, { prompt: 'Password: ', echo: 'hidden' });
    if (password === null) return 0;
    const account = accountNamed(system, name);
    const hash = secretNamed(system, name)?.hash ?? '*';
    if (account === null || !(yield* isRight(system, password, hash))) {
      yield* system.processes.sleep(2000);
      yield* system.descriptors.write(1, '\nLogin incorrect\n');
      continue;
    }
    if (!(yield* mayEnter(system, name))) return 1;
    return yield* welcome(system, account);
  }
  return 1;
};

function* welcome(system: System, account: Account): Step<number> {
  const motd = system.files.readFile('/etc/motd');
  if (motd.ok) yield* system.descriptors.write(1, motd.value);
  const environment = new Map([
    ['TERM', system.environment.get('TERM') ?? 'linux'],
    ...environmentFor(account),
  ]);
  return yield* enter(system, account, { environment, command: null });
}

/** A password that is too old is changed first. */
function* mayEnter(system: System, name: Bytes): Step<boolean> {
  const standing = standingOf(system, name);
  if (standing === 'open') return true;
  const isOver = standing === 'closed' || standing === 'inactive';
  yield* system.descriptors.write(1, `${isOver ? closedText : oldText(standing)}\n`);
  if (!isOver) return (yield* renew(system, name)) === 0;
  yield* system.descriptors.write(1, '\nAuthentication failure\n');
  return false;
}

function* issue(system: System): Step<void> {
  const content = system.files.readFile('/etc/issue');
  if (!content.ok) return;
  const line = system.environment.get('COLDAISLE_LINE') ?? system.terminal.name() ?? '';
  yield* system.descriptors.write(1, `\n${filledIn(system, content.value, line)}`);
}

function filledIn({ machine, files }: System, text: Bytes, line: Bytes): Bytes {
  const release = files.readFile('/etc/os-release');
  const name = release.ok ? /^PRETTY_NAME="(.*)"$/m.exec(release.value)?.[1] : undefined;
  const known: Readonly<Record<string, Bytes>> = {
    n: machine.hostname(),
    l: line,
    r: machine.kernelRelease,
    m: machine.architecture,
    s: 'Linux',
    S: name ?? 'Linux',
  };
  return text.replace(/\\(.)/g, (_all, letter: string) => known[letter] ?? '');
}
