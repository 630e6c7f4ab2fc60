import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { Way } from '../../../kernel/resting.ts';
import { atRest, unmoved, wayOf } from '../../../kernel/resting.ts';
import type { SignalName } from '../../../kernel/signals.table.ts';
import { credentialsOf } from '../../../system/users/accounts.ts';
import { errnoNumbers } from '../errno-numbers.table.ts';
import type { Listening, Serving } from './serve.ts';
import { logError, serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { readSettings, usualFile } from './settings.ts';

type Call = {
  readonly isTest: boolean;
  readonly isQuiet: boolean;
  readonly signal: Bytes | null;
  readonly file: Bytes;
  readonly more: Bytes;
};

/** The web server: reads its configuration, opens its ports, leaves a master and workers behind. */
export const nginx: Program = function* (system) {
  const call = readCall(system.arguments);
  if (typeof call === 'string') {
    yield* system.descriptors.write(2, call);
    return call.startsWith('nginx version') ? 0 : 1;
  }
  const settings = readSettings(system, call.file, call.more);
  if ('fault' in settings) {
    const tail = call.isTest ? `nginx: configuration file ${call.file} test failed\n` : '';
    yield* system.descriptors.write(2, `nginx: [emerg] ${settings.fault}\n${tail}`);
    return 1;
  }
  if (call.signal !== null) return yield* tell(system, settings, call.signal);
  if (call.isTest) return yield* tested(system, settings, call);
  return yield* launch(system, settings, call);
};

function readCall(words: readonly Bytes[]): Call | Bytes {
  const values = new Map<Bytes, Bytes>();
  const flags = new Set<Bytes>();
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-v' || word === '-V') return 'nginx version: nginx/1.22.1\n';
    if (word === '-t' || word === '-q') flags.add(word);
    else if (['-s', '-c', '-g'].includes(word)) {
      at += 1;
      const value = words[at];
      if (value === undefined) return `nginx: option "${word}" requires parameter\n`;
      values.set(word, value);
    } else return `nginx: invalid option: "${word.replace(/^-/, '')}"\n`;
  }
  return {
    isTest: flags.has('-t'),
    isQuiet: flags.has('-q'),
    signal: values.get('-s') ?? null,
    file: values.get('-c') ?? usualFile,
    more: values.get('-g') ?? '',
  };
}

function* tested(system: System, settings: Settings, { isQuiet, file }: Call): Step<number> {
  const log = yield* openLog(system, settings.errorLog);
  if (typeof log !== 'number' && log !== null) {
    yield* system.descriptors.write(
      2,
      `nginx: [emerg] ${log.fault}\nnginx: configuration file ${file} test failed\n`,
    );
    return 1;
  }
  if (!isQuiet)
    yield* system.descriptors.write(
      2,
      `nginx: the configuration file ${file} syntax is ok\nnginx: configuration file ${file} test is successful\n`,
    );
  return 0;
}

const signals: Readonly<Record<string, 'QUIT' | 'TERM' | 'HUP' | 'USR1'>> = {
  quit: 'QUIT',
  stop: 'TERM',
  reload: 'HUP',
  reopen: 'USR1',
};

function* tell(system: System, { pidFile }: Settings, word: Bytes): Step<number> {
  const signal = signals[word];
  if (signal === undefined) {
    yield* system.descriptors.write(2, `nginx: invalid option: "-s ${word}"\n`);
    return 1;
  }
  const pid = system.files.readFile(pidFile);
  if (!pid.ok) {
    yield* system.descriptors.write(
      2,
      `nginx: [error] open() "${pidFile}" failed (${errnoNumbers[pid.errno] ?? 5}: ${messageOf(pid.errno)})\n`,
    );
    return 1;
  }
  const sent = system.processes.kill(Number.parseInt(pid.value, 10), signal);
  if (sent.ok) return 0;
  yield* system.descriptors.write(
    2,
    `nginx: [alert] kill(${pid.value.trim()}, ${signal}) failed (${errnoNumbers[sent.errno] ?? 3}: ${messageOf(sent.errno)})\n`,
  );
  return 1;
}

function* openLog(system: System, path: Bytes): Step<number | null | { readonly fault: Bytes }> {
  if (path === 'off' || path === 'stderr') return null;
  const opened = yield* system.descriptors.open(path, { access: 'write', create: true, append: true }, 0o640);
  return opened.ok
    ? opened.value
    : { fault: `open() "${path}" failed (${errnoNumbers[opened.errno] ?? 5}: ${messageOf(opened.errno)})` };
}

function* launch(system: System, settings: Settings, call: Call): Step<number> {
  const opened = yield* open(system, settings, []);
  if ('fault' in opened) {
    yield* system.descriptors.write(2, opened.fault);
    return 1;
  }
  const master = masterOf(settings, opened, call);
  if (!settings.isDaemon) return yield* master(system);
  const kept = [
    ...opened.listening.map(({ descriptor }) => descriptor),
    opened.accessLog,
    opened.errorLog,
  ].filter((at) => at !== null);
  system.processes.fork({
    name: `nginx: master process ${system.arguments.join(' ')}`,
    descriptors: new Map(kept.map((at) => [at, at])),
    group: 'parent',
    program: master,
  });
  return 0;
}

/** Ports that were open before stay open. */
function* open(
  system: System,
  settings: Settings,
  before: readonly Listening[],
): Step<Serving | { readonly fault: Bytes }> {
  const accessLog = yield* openLog(system, settings.accessLog);
  const errorLog = yield* openLog(system, settings.errorLog);
  for (const log of [accessLog, errorLog])
    if (log !== null && typeof log !== 'number') return { fault: `nginx: [emerg] ${log.fault}\n` };
  const listening: Listening[] = [];
  for (const { address, port } of settings.servers.flatMap(({ listens }) => listens)) {
    const isOpen = [...listening, ...before].find(({ at }) => at.port === port);
    if (isOpen !== undefined) {
      if (!listening.includes(isOpen)) listening.push(isOpen);
      continue;
    }
    const at = { address: address.includes(':') ? '0.0.0.0' : address, port };
    const heard = system.network.listen(at);
    if (heard.ok) listening.push({ descriptor: heard.value, at });
    else
      return {
        fault: `nginx: [emerg] bind() to ${address}:${port} failed (${errnoNumbers[heard.errno] ?? 5}: ${messageOf(heard.errno)})\n`,
      };
  }
  return {
    settings,
    listening,
    accessLog: typeof accessLog === 'number' ? accessLog : null,
    errorLog: typeof errorLog === 'number' ? errorLog : null,
  };
}

const masterOf = (first: Settings, opened: Serving, call: Call): Program =>
  function* (system) {
    const master: Master = { system, first, call, serving: opened, wanted: 'run', workers: [] };
    for (const signal of ['HUP', 'QUIT', 'TERM', 'INT'] as const)
      system.processes.onSignal(signal, () => hear(master, signal));
    system.processes.onSignal('CHLD', unmoved);
    system.files.writeFile(first.pidFile, `${system.pid}\n`, 0o644);
    master.workers = startWorkers(system, master.serving);
    return yield* govern(master);
  };

type Master = {
  readonly system: System;
  readonly first: Settings;
  readonly call: Call;
  serving: Serving;
  wanted: 'run' | 'reload' | 'end';
  workers: readonly number[];
};

const governs: Way = wayOf<Master>({
  *goOn(master) {
    const { system } = master;
    yield* atRest(system, { way: governs, state: master, shared: [] }, system.again.pause());
    yield* heed(master);
    return yield* govern(master);
  },
  hear: (master, heard) => () => hear(master, heard),
});

function hear(master: Master, signal: SignalName): void {
  if (signal === 'HUP') master.wanted = 'reload';
  else if (signal !== 'CHLD') master.wanted = 'end';
}

function* govern(master: Master): Step<number> {
  const { system, first } = master;
  const isOver = (): boolean => master.wanted === 'end';
  while (!isOver()) {
    yield* atRest(system, { way: governs, state: master, shared: [] }, system.processes.pause());
    yield* heed(master);
  }
  endWorkers(system, master.workers);
  system.files.remove(first.pidFile);
  return 0;
}

/** A signal came: a worker may have ended, it may have to read its settings again. */
function* heed(master: Master): Step<void> {
  const { system, call } = master;
  const wanted = (): Master['wanted'] => master.wanted;
  for (;;) {
    const ended = yield* system.processes.wait({ pid: null, isHanging: false, alsoStopped: false });
    if (!ended.ok || ended.value === null) break;
    master.workers = master.workers.filter((pid) => pid !== ended.value?.pid);
  }
  if (wanted() === 'reload') {
    master.wanted = 'run';
    const next = yield* reread(system, master.serving, call);
    if (next !== null) {
      master.serving = next;
      endWorkers(system, master.workers);
      master.workers = [];
    }
  }
  if (wanted() === 'run' && master.workers.length === 0)
    master.workers = startWorkers(system, master.serving);
}

function* reread(system: System, serving: Serving, { file, more }: Call): Step<Serving | null> {
  const settings = readSettings(system, file, more);
  if ('fault' in settings) {
    yield* logError(system, serving, settings.fault);
    return null;
  }
  const opened = yield* open(system, settings, serving.listening);
  if ('fault' in opened) {
    yield* logError(system, serving, opened.fault.trim());
    return null;
  }
  for (const old of serving.listening)
    if (!opened.listening.includes(old)) system.descriptors.close(old.descriptor);
  for (const log of [serving.accessLog, serving.errorLog]) if (log !== null) system.descriptors.close(log);
  return opened;
}

/** The first takes the connections; the others are there to be seen, for one is never too busy here. */
function startWorkers(system: System, serving: Serving): readonly number[] {
  const { user, workers } = serving.settings;
  const kept = [
    ...serving.listening.map(({ descriptor }) => descriptor),
    serving.accessLog,
    serving.errorLog,
  ].filter((at) => at !== null);
  const started: number[] = [];
  for (let number = 0; number < Math.max(1, workers); number += 1) {
    const isServing = number === 0;
    const forked = system.processes.fork({
      name: 'nginx: worker process',
      descriptors: isServing ? new Map(kept.map((at) => [at, at])) : new Map(),
      group: 'parent',
      program: function* (own) {
        if (user !== null && own.processes.who().uid === 0) own.processes.become(credentialsOf(own, user));
        own.processes.onSignal('CHLD', 'ignore');
        if (isServing) return yield* serve(own, serving);
        yield* atRest(own, { way: idles, state: { system: own }, shared: [] }, own.processes.pause());
        return 0;
      },
    });
    if (forked.ok) started.push(forked.value);
  }
  return started;
}

const idles: Way = wayOf<Idle>({
  *goOn(idle) {
    const { system } = idle;
    yield* atRest(system, { way: idles, state: idle, shared: [] }, system.again.pause());
    return 0;
  },
  hear: () => unmoved,
});

type Idle = { readonly system: System };

function endWorkers(system: System, workers: readonly number[]): void {
  for (const pid of workers) system.processes.kill(pid, 'TERM');
}
