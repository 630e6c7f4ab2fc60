import type { Bytes } from '../../bytes.ts';
import type { ProcessFacts, System } from '../../kernel/program.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import type { Accounts } from '../files/accounts.ts';
import { accountsOf, groupName, userName } from '../files/accounts.ts';

export type Looks = {
  readonly accounts: Accounts;
  readonly now: number;
  readonly memoryBytes: number;
  readonly foreground: (facts: ProcessFacts) => number;
};

export type Column = {
  readonly header: Bytes;
  readonly width: number;
  readonly isLeft: boolean;
  readonly isCommand: boolean;
  readonly value: (facts: ProcessFacts, looks: Looks) => Bytes;
};

export function looksOf(system: System): Looks {
  return {
    accounts: accountsOf(system),
    now: system.now(),
    memoryBytes: system.machine.memoryBytes(),
    foreground: ({ pid }) => {
      const stat = system.files.readFile(`/proc/${pid}/stat`);
      return stat.ok ? Number(stat.value.slice(stat.value.lastIndexOf(')') + 2).split(' ')[5]) : -1;
    },
  };
}

type Value = Column['value'];
const right = (header: Bytes, width: number, value: Value): Column => ({
  header,
  width,
  isLeft: false,
  isCommand: false,
  value,
});
const left = (header: Bytes, width: number, value: Value): Column => ({
  header,
  width,
  isLeft: true,
  isCommand: false,
  value,
});
const short = (header: Bytes, value: Value): Column => ({
  header,
  width: 15,
  isLeft: true,
  isCommand: true,
  value,
});
const command = (header: Bytes, value: Value): Column => ({
  header,
  width: 27,
  isLeft: true,
  isCommand: true,
  value,
});

const letters = { running: 'R', sleeping: 'S', stopped: 'T', zombie: 'Z' } as const;
const two = (value: number): Bytes => String(value).padStart(2, '0');

function stateText(facts: ProcessFacts, looks: Looks): Bytes {
  const nice = facts.nice < 0 ? '<' : facts.nice > 0 ? 'N' : '';
  const leader = facts.pid === facts.session ? 's' : '';
  const front = facts.terminal !== null && looks.foreground(facts) === facts.group ? '+' : '';
  return letters[facts.state] + nice + leader + front;
}

export function lineOf(facts: ProcessFacts): Bytes {
  if (facts.state === 'zombie') return `[${facts.name}] <defunct>`;
  return facts.arguments.length === 0
    ? `[${facts.name}]`
    : facts.arguments.join(' ').replaceAll(/[\n\t]/g, ' ');
}

/** `[dd-]hh:mm:ss`. */
const clockText = (milliseconds: number): Bytes => {
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${two(days)}-${clock}` : clock;
};

/** `[[dd-]hh:]mm:ss`. */
const elapsedText = (milliseconds: number): Bytes => {
  const text = clockText(milliseconds);
  return text.startsWith('00:') ? text.slice(3) : text;
};

const minutesText = (milliseconds: number): Bytes => {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};

function startText({ startedAt }: ProcessFacts, { now }: Looks): Bytes {
  const seconds = Math.floor(startedAt / 1000);
  if (now - startedAt < 86_400_000) return timeText('%H:%M', seconds);
  return timeText(
    timeText('%Y', seconds) === timeText('%Y', Math.floor(now / 1000)) ? '%b%d' : '%Y',
    seconds,
  );
}

const shareOf = ({ processorTime, startedAt }: ProcessFacts, { now }: Looks): number =>
  now > startedAt ? (processorTime * 100) / (now - startedAt) : 0;
const user: Value = ({ who }, { accounts }) => {
  const name = userName(accounts, who.uid);
  return name.length > 8 ? `${name.slice(0, 7)}+` : name;
};
const kilobytes: Value = ({ memoryBytes }) => String(Math.floor(memoryBytes / 1024));
const nameText: Value = ({ name, state }) => (state === 'zombie' ? `${name} <defunct>` : name);

export const psColumns: Readonly<Record<string, Column>> = {
  pid: right('PID', 7, ({ pid }) => String(pid)),
  pid_: right('PID', 7, ({ pid }) => String(pid)),
  ppid: right('PPID', 7, ({ parent }) => String(parent)),
  pgid: right('PGID', 7, ({ group }) => String(group)),
  pgrp: right('PGRP', 7, ({ group }) => String(group)),
  sid: right('SID', 7, ({ session }) => String(session)),
  sess: right('SESS', 7, ({ session }) => String(session)),
  tpgid: right('TPGID', 7, (facts, looks) => String(looks.foreground(facts))),
  user: left('USER', 8, user),
  euser: left('EUSER', 8, user),
  ruser: left('RUSER', 8, user),
  uname: left('USER', 8, user),
  user_: left('USER', 8, user),
  uid_: left('UID', 8, user),
  uid: right('UID', 5, ({ who }) => String(who.uid)),
  euid: right('EUID', 5, ({ who }) => String(who.uid)),
  uidl: right('UID', 5, ({ who }) => String(who.uid)),
  gid: right('GID', 5, ({ who }) => String(who.gid)),
  group: left('GROUP', 8, ({ who }, { accounts }) => groupName(accounts, who.gid)),
  tty: left('TTY', 8, ({ terminal }) => terminal ?? '?'),
  tt: left('TT', 8, ({ terminal }) => terminal ?? '?'),
  tname: left('TTY', 8, ({ terminal }) => terminal ?? '?'),
  tty_: left('TTY', 8, ({ terminal }) => terminal ?? '?'),
  time: right('TIME', 8, ({ processorTime }) => clockText(processorTime)),
  cputime: right('TIME', 8, ({ processorTime }) => clockText(processorTime)),
  time_: right('TIME', 6, ({ processorTime }) => minutesText(processorTime)),
  bsdtime: right('TIME', 6, ({ processorTime }) => minutesText(processorTime)),
  etime: right('ELAPSED', 11, ({ startedAt }, { now }) => elapsedText(now - startedAt)),
  etimes: right('ELAPSED', 7, ({ startedAt }, { now }) => String(Math.floor((now - startedAt) / 1000))),
  start: right('STARTED', 8, (facts, looks) => startText(facts, looks)),
  lstart: right('STARTED', 24, ({ startedAt }) =>
    timeText('%a %b %e %H:%M:%S %Y', Math.floor(startedAt / 1000)),
  ),
  stime: right('STIME', 5, startText),
  start_: left('START', 5, startText),
  start_time: right('START', 5, startText),
  '%cpu': right('%CPU', 4, (facts, looks) => shareOf(facts, looks).toFixed(1)),
  pcpu: right('%CPU', 4, (facts, looks) => shareOf(facts, looks).toFixed(1)),
  c: right('C', 2, (facts, looks) => String(Math.floor(shareOf(facts, looks)))),
  '%mem': right('%MEM', 4, ({ memoryBytes: own }, { memoryBytes }) => ((own * 100) / memoryBytes).toFixed(1)),
  pmem: right('%MEM', 4, ({ memoryBytes: own }, { memoryBytes }) => ((own * 100) / memoryBytes).toFixed(1)),
  vsz: right('VSZ', 6, kilobytes),
  vsize: right('VSZ', 6, kilobytes),
  rss: right('RSS', 5, kilobytes),
  rssize: right('RSS', 5, kilobytes),
  sz: right('SZ', 5, ({ memoryBytes }) => String(Math.floor(memoryBytes / 4096))),
  stat: left('STAT', 4, stateText),
  stat_: left('STAT', 4, stateText),
  s: left('S', 1, ({ state }) => letters[state]),
  state: left('S', 1, ({ state }) => letters[state]),
  f: left('F', 1, () => '4'),
  ni: right('NI', 3, ({ nice }) => String(nice)),
  nice: right('NI', 3, ({ nice }) => String(nice)),
  pri: right('PRI', 3, ({ nice }) => String(80 + nice)),
  psr: right('PSR', 3, () => '0'),
  nlwp: right('NLWP', 4, () => '1'),
  addr: left('ADDR', 4, () => '-'),
  wchan: left('WCHAN', 6, () => '-'),
  comm: short('COMMAND', nameText),
  ucmd: short('CMD', nameText),
  ucomm: short('COMMAND', nameText),
  cmd: command('CMD', lineOf),
  args: command('COMMAND', lineOf),
  command: command('COMMAND', lineOf),
};

/** As `-o` takes them, `name=header` among them; or the name that is none. */
export function columnsNamed(format: Bytes): readonly Column[] | Bytes {
  const columns: Column[] = [];
  let rest = format;
  while (rest !== '') {
    const found = /^[\s,]*([^\s,=]+)(=?)/.exec(rest);
    if (found === null) break;
    const [whole, name = '', equals] = found;
    rest = rest.slice(whole.length);
    const column = psColumns[name];
    if (column === undefined) return name;
    if (equals === '') {
      columns.push(column);
      continue;
    }
    // A header of one's own reaches to the end, but an empty one to the next comma.
    const header = rest.startsWith(',') ? '' : rest;
    rest = rest.slice(header.length);
    columns.push({ ...column, header, width: Math.max(column.width, header.length) });
  }
  return columns;
}
