import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import type { Accounts } from '../files/accounts.ts';
import { accountsOf, findUser, groupName, userName } from '../files/accounts.ts';
import type { Call } from '../files/command.ts';
import { breathe, commandOf, complain, coreCommand, misuse } from '../files/command.ts';
import { has } from '../files/options.ts';
import { quoted } from '../files/quote.ts';

type Person = { readonly uid: number; readonly gid: number; readonly groups: readonly number[] };

function personOf(call: Call, accounts: Accounts, name: Bytes | undefined): Person | null {
  if (name === undefined) {
    const who = call.system.processes.who();
    return { uid: who.uid, gid: who.gid, groups: [...new Set([who.gid, ...who.groups])] };
  }
  const user = findUser(accounts, name) ?? accounts.users.find(({ uid }) => String(uid) === name);
  if (user === undefined) {
    complain(call, `${quoted(name)}: no such user`);
    return null;
  }
  const member = accounts.groups.filter(({ members }) => members.includes(user.name)).map(({ gid }) => gid);
  return { uid: user.uid, gid: user.gid, groups: [...new Set([user.gid, ...member])] };
}

export const id = coreCommand({
  short: 'agGnruz',
  long: { group: 'g', groups: 'G', name: 'n', real: 'r', user: 'u', zero: 'z' },
  usage: '[OPTION]... [USER]...',
  *run(call) {
    yield* breathe(call);
    const accounts = accountsOf(call.system);
    const { options } = call;
    const wanted = ['u', 'g', 'G'].filter((key) => has(options, key));
    if (wanted.length > 1) {
      complain(call, 'cannot print "only" of more than one choice');
      return;
    }
    if (wanted.length === 0 && (has(options, 'n') || has(options, 'r'))) {
      complain(call, 'cannot print only names or real IDs in default format');
      return;
    }
    for (const name of call.operands.length === 0 ? [undefined] : call.operands) {
      const person = personOf(call, accounts, name);
      if (person === null) continue;
      const group = (gid: number): Bytes => (has(options, 'n') ? groupName(accounts, gid) : String(gid));
      if (wanted[0] === 'u')
        call.output += `${has(options, 'n') ? userName(accounts, person.uid) : person.uid}\n`;
      else if (wanted[0] === 'g') call.output += `${group(person.gid)}\n`;
      else if (wanted[0] === 'G') call.output += `${person.groups.map(group).join(' ')}\n`;
      else call.output += `${wholeText(accounts, person)}\n`;
    }
  },
});

function wholeText(accounts: Accounts, { uid, gid, groups }: Person): Bytes {
  const named = (number: number, name: Bytes): Bytes =>
    name === String(number) ? name : `${number}(${name})`;
  const group = (number: number): Bytes => named(number, groupName(accounts, number));
  return `uid=${named(uid, userName(accounts, uid))} gid=${group(gid)} groups=${groups.map(group).join(',')}`;
}

export const groups = coreCommand({
  short: '',
  long: {},
  usage: '[OPTION]... [USERNAME]...',
  *run(call) {
    yield* breathe(call);
    const accounts = accountsOf(call.system);
    for (const name of call.operands.length === 0 ? [undefined] : call.operands) {
      const person = personOf(call, accounts, name);
      if (person === null) continue;
      const list = person.groups.map((gid) => groupName(accounts, gid)).join(' ');
      call.output += name === undefined ? `${list}\n` : `${name} : ${list}\n`;
    }
  },
});

export const whoami = coreCommand({
  short: '',
  long: {},
  usage: '[OPTION]...',
  *run(call) {
    yield* breathe(call);
    const [extra] = call.operands;
    if (extra !== undefined) {
      misuse(call, 1, `extra operand ${quoted(extra)}`);
      return;
    }
    call.output += `${userName(accountsOf(call.system), call.system.processes.who().uid)}\n`;
  },
});

type Session = {
  readonly user: Bytes;
  readonly terminal: Bytes;
  readonly since: number;
  readonly line: Bytes;
};

/** Who sits at a terminal: what leads its session says who and since when. */
export function sessionsOf(system: System): readonly Session[] {
  const accounts = accountsOf(system);
  const processes = system.processes.list();
  const terminals = [...new Set(processes.flatMap(({ terminal }) => (terminal === null ? [] : [terminal])))];
  return terminals.toSorted().flatMap((terminal) => {
    const here = processes
      .filter((facts) => facts.terminal === terminal)
      .toSorted((one, other) => one.pid - other.pid);
    const [first] = here;
    const last = here.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        user: userName(accounts, first.who.uid),
        terminal,
        since: first.startedAt,
        line: last.arguments.join(' '),
      },
    ];
  });
}

export const who = coreCommand({
  short: 'aHmqbu',
  long: { all: 'a', heading: 'H', count: 'q', boot: 'b' },
  usage: '[OPTION]... [ FILE | ARG1 ARG2 ]',
  *run(call) {
    yield* breathe(call);
    const stamp = (at: number): Bytes => timeText('%Y-%m-%d %H:%M', Math.floor(at / 1000));
    const sessions = sessionsOf(call.system);
    if (has(call.options, 'q')) {
      call.output += `${sessions.map(({ user }) => user).join(' ')}\n# users=${sessions.length}\n`;
      return;
    }
    if (has(call.options, 'b')) {
      call.output += `         system boot  ${stamp(call.system.machine.bootedAt())}\n`;
      return;
    }
    if (has(call.options, 'H'))
      call.output += `${'NAME'.padEnd(8)} ${'LINE'.padEnd(12)} ${'TIME'.padEnd(16)} COMMENT\n`;
    const own = call.system.terminal.name();
    for (const { user, terminal, since } of sessions)
      if (!has(call.options, 'm') || terminal === own)
        call.output += `${user.padEnd(8)} ${terminal.padEnd(12)} ${stamp(since)}\n`;
  },
});

export function uptimeLine(system: System): Bytes {
  const now = Math.floor(system.now() / 1000);
  const up = Math.max(0, Math.floor((system.now() - system.machine.bootedAt()) / 60_000));
  const days = Math.floor(up / 1440);
  const hours = Math.floor(up / 60) % 24;
  const minutes = up % 60;
  const clock =
    hours > 0 ? `${String(hours).padStart(2)}:${String(minutes).padStart(2, '0')}` : `${minutes} min`;
  const since = `${days > 0 ? `${days} day${days === 1 ? '' : 's'}, ` : ''}${clock}`;
  const users = sessionsOf(system).length;
  const load = system.machine
    .load()
    .map((one) => one.toFixed(2))
    .join(', ');
  return `${timeText(' %H:%M:%S', now)} up ${since},  ${users} user${users > 1 ? 's' : ''},  load average: ${load}`;
}

const procps = { version: 'from procps-ng 4.0.2', order: 'anywhere', misuse: 1, least: 0 } as const;

export const uptime = commandOf({
  ...procps,
  short: 'ps',
  long: { pretty: 'p', since: 's' },
  usage: '[options]',
  *run(call) {
    yield* breathe(call);
    const { system } = call;
    const booted = system.machine.bootedAt();
    if (has(call.options, 's'))
      call.output += `${timeText('%Y-%m-%d %H:%M:%S', Math.floor(booted / 1000))}\n`;
    else if (has(call.options, 'p'))
      call.output += `${prettyUp(Math.floor((system.now() - booted) / 60_000))}\n`;
    else call.output += `${uptimeLine(system)}\n`;
  },
});

function prettyUp(minutes: number): Bytes {
  const parts = [
    [Math.floor(minutes / 10_080), 'week'],
    [Math.floor(minutes / 1440) % 7, 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return `up ${said.join(', ') || '0 minutes'}`;
}

export const w = commandOf({
  ...procps,
  short: 'hsfiu',
  long: { 'no-header': 'h', short: 's' },
  usage: '[options] [user]',
  *run(call) {
    yield* breathe(call);
    const { system } = call;
    if (!has(call.options, 'h'))
      call.output += `${uptimeLine(system)}\nUSER     TTY      FROM             LOGIN@   IDLE   JCPU   PCPU WHAT\n`;
    const [only] = call.operands;
    for (const { user, terminal, since, line } of sessionsOf(system))
      if (only === undefined || only === user)
        call.output += `${user.padEnd(8)} ${terminal.padEnd(8)} ${'-'.padEnd(16)} ${timeText('%H:%M', Math.floor(since / 1000))}    0.00s  0.00s  0.00s ${line}\n`;
  },
});
