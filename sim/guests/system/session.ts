import type { Answer } from '../answer.ts';
import { messageOf } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Program, Step, System } from '../kernel/program.ts';
import type { Account } from './users/accounts.ts';
import { accountNamed, credentialsOf } from './users/accounts.ts';

export type SessionRequest = {
  readonly user: Bytes;
  /** Run by the user's shell; null: the shell itself, as one that logs in. */
  readonly command: Bytes | null;
  /** What the client sends along: TERM, LANG. */
  readonly environment: ReadonlyMap<Bytes, Bytes>;
};

const rootPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const userPath = '/usr/local/bin:/usr/bin:/bin:/usr/games';

export const basename = (path: Bytes): Bytes => path.slice(path.lastIndexOf('/') + 1);

export const pathFor = (uid: number): Bytes => (uid === 0 ? rootPath : userPath);

export function environmentFor(account: Account): Map<Bytes, Bytes> {
  return new Map([
    ['USER', account.name],
    ['LOGNAME', account.name],
    ['HOME', account.home],
    ['PATH', pathFor(account.uid)],
    ['SHELL', account.shell],
    ['MAIL', `/var/mail/${account.name}`],
  ]);
}

/** What sshd does once it knows who comes: becomes the user and then the user's shell. */
export const sessionProgram = (request: SessionRequest): Program =>
  function* (system): Step<number> {
    const account = accountNamed(system, request.user);
    if (account === null) {
      yield* system.descriptors.write(2, `No user ${request.user} here.\n`);
      return 255;
    }
    if (request.command === null) yield* greet(system);
    const environment = new Map([...request.environment, ...environmentFor(account)]);
    return yield* enter(system, account, { environment, command: request.command });
  };

function* greet(system: System): Step<void> {
  const name = system.terminal.name();
  if (name === null) return;
  const motd = system.files.readFile('/etc/motd');
  if (motd.ok && motd.value !== '') yield* system.descriptors.write(1, motd.value);
}

export type Entering = { readonly environment: ReadonlyMap<Bytes, Bytes>; readonly command: Bytes | null };

/** Becomes somebody and his shell; comes back only where the shell cannot be run. */
export function* enter(system: System, account: Account, { environment, command }: Entering): Step<number> {
  if (!system.files.mayAccess(account.shell, 'exist'))
    return yield* noShell(system, account.shell, 'No such file or directory');
  const became = system.processes.become(credentialsOf(system, account));
  if (!became.ok) return yield* noShell(system, account.shell, messageOf(became.errno));
  if (!system.files.changeDirectory(account.home).ok) {
    if (command === null)
      yield* system.descriptors.write(
        2,
        `Could not chdir to home directory ${account.home}: No such file or directory\n`,
      );
    system.files.changeDirectory('/');
  }
  const name = basename(account.shell);
  const refused: Answer<never> = yield* system.processes.execute({
    file: account.shell,
    arguments: command === null ? [`-${name}`] : [name, '-c', command],
    environment,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
  });
  return yield* noShell(system, account.shell, refused.ok ? '' : messageOf(refused.errno));
}

function* noShell(system: System, shell: Bytes, reason: string): Step<number> {
  yield* system.descriptors.write(2, `${shell}: ${reason}\n`);
  return 1;
}
