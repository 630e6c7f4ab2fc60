import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { Way } from '../../../kernel/resting.ts';
import { atRest, unmoved, wayOf } from '../../../kernel/resting.ts';
import { environmentFor, pathFor } from '../../../system/session.ts';
import { accountNamed, credentialsOf } from '../../../system/users/accounts.ts';
import { log } from '../log.ts';
import type { Table } from './schedule.ts';
import { isDue, nextOf, readTable } from './schedule.ts';

const glance = 60_000;
/** Tables that change are noticed within this time, as the real one looks once a minute. */
const places = ['/var/spool/cron/crontabs', '/var/spool/cron'] as const;

/** Runs what the crontabs say by lab time. It sleeps until something is due. */
export const cron: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (!words.includes('-f') && !words.includes('-n')) {
    system.processes.fork({
      name: system.arguments[0] ?? 'cron',
      descriptors: new Map(),
      group: 'parent',
      program: watch,
    });
    return 0;
  }
  return yield* watch(system);
};

function* watch(system: System): Step<number> {
  system.processes.onSignal('CHLD', 'ignore');
  system.files.writeFile('/run/crond.pid', `${system.pid}\n`, 0o644);
  for (const table of tables(system)) for (const task of table.atBoot) yield* run(system, table, task);
  return yield* keepWatch(system, system.now());
}

function* keepWatch(system: System, from: number): Step<number> {
  let seen = from;
  for (;;) {
    const next = nextTime(system, seen) ?? Infinity;
    seen = yield* pass(system, next, Math.min(next, seen + glance));
  }
}

/** Until the next look at the tables; answers up to when all is done. */
function* pass(system: System, next: number, until: number): Step<number> {
  while (system.now() < until) {
    const left = until - system.now();
    const state: Sleep = { system, next, until, wakeAt: system.steady() + left };
    yield* atRest(system, { way: asleep, state, shared: [] }, system.processes.sleep(left));
  }
  if (next <= until) yield* runDue(system, next);
  // After a long gap in lab time what was missed is not made up for, as after a night switched off.
  return system.now() - until > longestGap ? system.now() : until;
}

type Sleep = {
  readonly system: System;
  readonly next: number;
  readonly until: number;
  readonly wakeAt: number;
};

const asleep: Way = wayOf<Sleep>({
  *goOn(state) {
    const { system, next, until, wakeAt } = state;
    yield* atRest(system, { way: asleep, state, shared: [] }, system.again.sleep(wakeAt));
    return yield* keepWatch(system, yield* pass(system, next, until));
  },
  hear: () => unmoved,
});

const longestGap = 3 * 3_600_000;

function* runDue(system: System, at: number): Step<void> {
  for (const table of tables(system))
    for (const entry of table.entries) if (isDue(entry, at)) yield* run(system, table, entry);
}

function nextTime(system: System, after: number): number | null {
  const times = tables(system)
    .flatMap(({ entries }) => entries.map((entry) => nextOf(entry, after)))
    .filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function tables(system: System): readonly Table[] {
  const { files } = system;
  const read = (path: Bytes, user: Bytes | null): Table[] => {
    const content = files.readFile(path);
    return content.ok ? [readTable(content.value, user)] : [];
  };
  const listed = (directory: Bytes): readonly Bytes[] => {
    const entries = files.list(directory);
    return entries.ok ? entries.value.filter(({ kind }) => kind === 'file').map(({ name }) => name) : [];
  };
  return [
    ...read('/etc/crontab', null),
    ...listed('/etc/cron.d')
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => read(`/etc/cron.d/${name}`, null)),
    ...places.flatMap((place) => listed(place).flatMap((name) => read(`${place}/${name}`, name))),
  ];
}

type Task = { readonly user: Bytes; readonly command: Bytes };

function* run(system: System, { variables }: Table, { user, command }: Task): Step<void> {
  const account = accountNamed(system, user);
  if (account === null) return;
  yield* log(system, { priority: 78, as: 'CRON', message: `(${user}) CMD (${command})` });
  const shell = variables.get('SHELL') ?? '/bin/sh';
  const environment = new Map([
    ...environmentFor(account),
    ['PATH', pathFor(1)] as const,
    ['SHELL', shell] as const,
    ...variables,
  ]);
  const [line = '', ...input] = command.split(/(?<!\\)%/);
  system.processes.fork({
    name: 'CRON',
    descriptors: new Map(),
    group: 'parent',
    program: function* (own) {
      own.processes.newSession();
      own.processes.become(credentialsOf(own, account));
      own.files.changeDirectory(account.home);
      const pipe = own.descriptors.pipe();
      const blank = yield* own.descriptors.open('/dev/null', { access: 'both' }, 0);
      if (!pipe.ok || !blank.ok) return 1;
      if (input.length > 0) yield* own.descriptors.write(pipe.value[1], `${input.join('\n')}\n`);
      const descriptors = new Map([
        [0, input.length > 0 ? pipe.value[0] : blank.value],
        [1, blank.value],
        [2, blank.value],
      ]);
      yield* own.processes.execute({
        file: shell,
        arguments: [shell, '-c', line.replaceAll('\\%', '%')],
        environment,
        descriptors,
      });
      return 1;
    },
  });
}
