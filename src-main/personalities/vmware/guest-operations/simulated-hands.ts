/** The tools of a simulated guest. */
import type { Answer as InGuest } from '../../../../sim/guests/answer.ts';
import { failed, done as well } from '../../../../sim/guests/answer.ts';
import { bytesOf, textOf } from '../../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import type { Program, System } from '../../../../sim/guests/kernel/program.ts';
import { obeyHypervisor } from '../../../../sim/guests/programs/vmware/vmware-tools.ts';
import { accountNamed, accountsOf } from '../../../../sim/guests/system/users/accounts.ts';
import { environmentFor } from '../../../../sim/guests/system/session.ts';
import { accountOf } from '../../../guests/accounts.ts';
import type { Account } from '../../../guests/accounts.ts';
import type { LiveGuest } from '../../../guests/live-guest.ts';
import { done } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { noProcess, refusedInGuest } from './errno-faults.ts';
import type { Guests } from './guests.ts';
import type { Agent, Hands, ProcessRow, ProgramOrder } from './hands.ts';
import {
  change,
  contentOf,
  makeDirectory,
  makeTemporary,
  move,
  nodeAt,
  nodesIn,
  removeDirectory,
  removeFile,
  write,
} from './simulated-files.ts';
import type { Started } from './started.ts';
import { unavailable } from './unavailable.ts';

type SimulatedDesk = {
  readonly guest: LiveGuest;
  readonly started: Started;
  readonly admits: Guests['admits'];
  /** Lab time. */
  readonly now: () => number;
};

const root = { uid: 0, gid: 0, groups: [0] };

export const simulatedAgent = (desk: SimulatedDesk): Agent => ({
  admit: async (user, password) => {
    const { guest } = desk;
    const isOpen = desk.admits === 'anyone' && password !== '';
    if (user === '' || !(isOpen || (await isPassword(guest, { user, password })))) return done(null);
    return becoming(desk, user, isOpen ? 'root' : null);
  },
  as: (user) => becoming(desk, user, null),
  obey: async () => {
    const obeyed = await desk.guest.inside(root, obeyHypervisor);
    return obeyed.ok ? done(null) : unavailable(obeyed.refusal.message);
  },
});

/** `otherwise`: who he is where the guest does not know him. */
async function becoming(
  desk: SimulatedDesk,
  user: string,
  otherwise: string | null,
): Promise<Answer<Hands | null>> {
  const found = await desk.guest.inside(
    root,
    (system) =>
      accountOf(system, bytesOf(user)) ?? (otherwise === null ? null : accountOf(system, otherwise)),
  );
  if (!found.ok) return unavailable(found.refusal.message);
  const account = found.value;
  return done(account === null || account.isLocked ? null : handsOf(desk, account));
}

type Login = { readonly user: string; readonly password: string };

function isPassword(guest: LiveGuest, { user, password }: Login): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = guest.onEnd(() => resolve(false));
    guest.machine.checkPassword(bytesOf(user), bytesOf(password), (isIt) => {
      stop();
      resolve(isIt);
    });
    guest.wake();
  });
}

type Bench = SimulatedDesk & { readonly account: Account };

function handsOf(desk: SimulatedDesk, account: Account): Hands {
  const bench: Bench = { ...desk, account };
  const at = <T>(path: string, act: (system: System, path: Bytes) => InGuest<T>): Promise<Answer<T>> =>
    does(bench, path, (system) => act(system, pathOf(path)));
  const plainly = async (
    path: string,
    act: (system: System, path: Bytes) => InGuest<void>,
  ): Promise<Answer<null>> => {
    const did = await at(path, act);
    return did.ok ? done(null) : did;
  };
  return {
    look: (path) => at(path, nodeAt),
    list: (path) => at(path, nodesIn),
    read: (path) => at(path, contentOf),
    write: (path, order) => plainly(path, (system, place) => write(system, place, order)),
    makeDirectory: (path, parents) => plainly(path, (system, place) => makeDirectory(system, place, parents)),
    remove: (path) => plainly(path, removeFile),
    removeDirectory: (path, what) => plainly(path, (system, place) => removeDirectory(system, place, what)),
    move: (from, to, over) =>
      plainly(from, (system, place) => move(system, { from: place, to: pathOf(to), over })),
    change: (path, wish) => plainly(path, (system, place) => change(system, place, wish)),
    makeTemporary: (order) => at(order.directory ?? '/tmp', (system) => makeTemporary(system, order)),
    processes: () => processes(bench),
    start: (order) => start(bench, order),
    end: (pid) => end(bench, pid),
    environment: () => does(bench, '', (system) => well(environmentOf(system, account))),
  };
}

/** From a root: a slash at the end means nothing. */
const pathOf = (path: string): Bytes => bytesOf(path).replace(/(.)\/+$/, '$1');

async function does<T>(
  { guest, account }: Bench,
  path: string,
  act: (system: System) => InGuest<T>,
): Promise<Answer<T>> {
  const did = await guest.inside(account.who, act);
  if (!did.ok) return unavailable(did.refusal.message);
  return did.value.ok ? done(did.value.value) : refusedInGuest(did.value.errno, path);
}

function environmentOf(system: System, account: Account): readonly string[] {
  const known = accountNamed(system, account.name);
  if (known === null) return [];
  return [...environmentFor(known)].map(([name, value]) => `${textOf(name)}=${textOf(value)}`);
}

async function processes(bench: Bench): Promise<Answer<readonly ProcessRow[]>> {
  const found = await does(bench, '', (system) => well(listed(system)));
  if (!found.ok) return found;
  const ours = bench.started.of(bench.guest, bench.now());
  const known = new Map(ours.map((program) => [program.pid, program]));
  const running = found.value.map((row) => {
    const program = known.get(row.pid);
    known.delete(row.pid);
    return program === undefined ? row : { ...row, name: program.name, command: program.command };
  });
  return done([...running, ...[...known.values()].filter((program) => program.end !== null)]);
}

function listed(system: System): readonly ProcessRow[] {
  const names = new Map(accountsOf(system).map(({ uid, name }) => [uid, textOf(name)]));
  return system.processes
    .list()
    .filter(({ pid, state }) => pid !== system.pid && state !== 'zombie')
    .map(({ pid, name, who, arguments: words, startedAt }) => ({
      pid,
      name: textOf(name),
      owner: names.get(who.uid) ?? String(who.uid),
      command: words.length === 0 ? `[${textOf(name)}]` : textOf(words.join(' ')),
      startedAt: Math.floor(startedAt),
      end: null,
    }));
}

/** The user's shell reads the order, as the tools of Linux have it: quotes, pipes and redirections hold. */
async function start(bench: Bench, order: ProgramOrder): Promise<Answer<number>> {
  const { guest, account, started, now } = bench;
  const directory = order.directory === null ? null : pathOf(order.directory);
  const program = bytesOf(order.program);
  const may = await does(bench, order.program, ({ files }) => startable(files, program));
  if (!may.ok) return may;
  if (directory !== null) {
    const there = await does(bench, order.directory ?? '', ({ files }) => isDirectory(files, directory));
    if (!there.ok) return there;
  }
  const own = await does(bench, '', (system) => well(environmentOf(system, account)));
  if (!own.ok) return own;
  const command = `"${order.program}"${order.arguments === '' ? '' : ` ${order.arguments}`}`;
  const begun = guest.start({
    file: '/usr/bin/vmtoolsd',
    arguments: ['vmtoolsd'],
    environment: environmentIn(order.environment ?? own.value),
    who: account.who,
    directory: directory ?? account.home,
    isFirst: false,
    lines: { kind: 'none' },
    program: running(bytesOf(command)),
  });
  if (!begun.ok) return refusedInGuest(begun.errno, order.program);
  const pid = begun.value;
  const owner = textOf(account.name);
  const name = order.program.slice(order.program.lastIndexOf('/') + 1);
  started.put(guest, { pid, name, owner, command, startedAt: now(), end: null });
  const stop = guest.machine.onExit((ended, how) => {
    if (ended !== pid || how.how === 'stopped' || how.how === 'continued') return;
    stop();
    started.ended(guest, pid, { at: now(), status: how.how === 'exited' ? how.status : 255 });
  });
  return done(pid);
}

function startable(files: System['files'], program: Bytes): InGuest<null> {
  const stat = files.stat(program);
  if (!stat.ok) return stat;
  if (stat.value.kind === 'directory') return failed('ENOENT');
  return files.mayAccess(program, 'run') ? well(null) : failed('EACCES');
}

function isDirectory(files: System['files'], path: Bytes): InGuest<null> {
  const stat = files.stat(path);
  if (!stat.ok) return stat;
  return stat.value.kind === 'directory' ? well(null) : failed('ENOTDIR');
}

const environmentIn = (settings: readonly string[]): ReadonlyMap<Bytes, Bytes> =>
  new Map(
    settings.flatMap((setting) => {
      const at = setting.indexOf('=');
      return at < 1 ? [] : [[bytesOf(setting.slice(0, at)), bytesOf(setting.slice(at + 1))]];
    }),
  );

/** Nobody reads what it says: it says it to nobody. */
const running = (command: Bytes): Program =>
  function* (system) {
    const blank = yield* system.descriptors.open('/dev/null', { access: 'both' }, 0);
    const all = blank.ok ? ([0, 1, 2] as const).map((at) => [at, blank.value] as const) : [];
    yield* system.processes.execute({
      file: '/bin/sh',
      arguments: ['sh', '-c', command],
      environment: system.environment,
      descriptors: new Map(all),
    });
    return 127;
  };

/** Asked first, and ended if it does not listen. */
async function end(bench: Bench, pid: number): Promise<Answer<null>> {
  const asked = await signal(bench, pid, 'TERM');
  if (!asked.ok) return asked;
  const left = await does(bench, '', ({ processes: calls }) =>
    well(calls.list().some((one) => one.pid === pid && one.state !== 'zombie')),
  );
  if (!left.ok || !left.value) return done(null);
  const ended = await signal(bench, pid, 'KILL');
  return ended.ok || ended.fault.type === 'GuestProcessNotFound' ? done(null) : ended;
}

async function signal(bench: Bench, pid: number, name: 'TERM' | 'KILL'): Promise<Answer<null>> {
  const sent = await bench.guest.inside(bench.account.who, ({ processes: calls }) => calls.kill(pid, name));
  if (!sent.ok) return unavailable(sent.refusal.message);
  if (sent.value.ok) return done(null);
  if (sent.value.errno === 'ESRCH') return noProcess(pid);
  return refusedInGuest(sent.value.errno, `process ${pid}`);
}
