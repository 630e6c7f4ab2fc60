import type { Answer } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Way } from '../../kernel/resting.ts';
import { atRest, wayOf } from '../../kernel/resting.ts';
import { notifyPipe } from '../../system/init/init.ts';
import { log } from './log.ts';
import { serveClient } from './ssh/server.ts';
import { banner, greetingOf } from './ssh/transport.ts';
import { sshKeywords } from './sshd.table.ts';

const usualFile = '/etc/ssh/sshd_config';
const badStart = 255;

/** Lets in who comes over the lab's cables; who comes from outside the lab comes by the gateway. */
export const sshd: Program = function* (system) {
  const words = system.arguments.slice(1);
  const file = words[words.indexOf('-f') + 1] ?? usualFile;
  const path = words.includes('-f') ? file : usualFile;
  const checked = check(system, path);
  if (checked.faults.length > 0) {
    const count = checked.faults.length;
    yield* system.descriptors.write(
      2,
      `${checked.faults.join('\n')}\n${path}: terminating, ${count} bad configuration options\n`,
    );
    return badStart;
  }
  if (words.includes('-t')) return 0;
  if (words.includes('-D')) return yield* run(system, checked.ports);
  system.processes.fork({
    name: `sshd: ${system.arguments[0] ?? 'sshd'} [listener]`,
    descriptors: new Map(),
    group: 'parent',
    program: (own) => run(own, checked.ports),
  });
  return 0;
};

type Checked = { readonly faults: readonly Bytes[]; readonly ports: readonly number[] };

function check(system: System, path: Bytes): Checked {
  const content = system.files.readFile(path);
  if (!content.ok) return { faults: [`${path}: ${messageOf(content.errno)}`], ports: [] };
  const faults: Bytes[] = [];
  const ports: number[] = [];
  content.value.split('\n').forEach((raw, at) => {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const [keyword = '', ...values] = line.split(/[\s=]+/);
    const [value = ''] = values;
    if (!sshKeywords.has(keyword.toLowerCase()))
      faults.push(`${path}: line ${at + 1}: Bad configuration option: ${keyword}`);
    else if (value === '') faults.push(`${path} line ${at + 1}: no argument after keyword "${keyword}"`);
    else if (keyword.toLowerCase() === 'port') {
      if (/^\d+$/.test(value) && Number(value) > 0 && Number(value) < 65_536) ports.push(Number(value));
      else faults.push(`${path} line ${at + 1}: Badly formatted port number.`);
    }
  });
  return { faults, ports: ports.length === 0 ? [22] : ports };
}

function* run(system: System, ports: readonly number[]): Step<number> {
  const listening: number[] = [];
  const listener: Listener = { system, listening, isAsked: false };
  system.processes.onSignal('CHLD', 'ignore');
  system.processes.onSignal('HUP', () => {
    listener.isAsked = true;
  });
  for (const port of ports) {
    const opened = system.network.listen({ address: '0.0.0.0', port });
    if (!opened.ok) {
      yield* log(system, {
        priority: 83,
        as: 'sshd',
        message: `error: Bind to port ${port} on 0.0.0.0 failed: ${messageOf(opened.errno)}.`,
      });
      continue;
    }
    listening.push(opened.value);
    yield* log(system, { priority: 86, as: 'sshd', message: `Server listening on 0.0.0.0 port ${port}.` });
  }
  if (listening.length === 0) {
    yield* log(system, { priority: 82, as: 'sshd', message: 'fatal: Cannot bind any address.' });
    return badStart;
  }
  yield* ready(system);
  return yield* listenOn(listener);
}

type Listener = { readonly system: System; readonly listening: readonly number[]; isAsked: boolean };

const listens: Way = wayOf<Listener>({
  *goOn(listener) {
    const { system, listening } = listener;
    const again = system.again.poll(listening, null);
    yield* greetAll(listener, yield* atRest(system, { way: listens, state: listener, shared: [] }, again));
    return yield* listenOn(listener);
  },
  hear: (listener) => () => {
    listener.isAsked = true;
  },
});

function* greetAll({ system }: Listener, waiting: Answer<readonly number[]>): Step<void> {
  if (waiting.ok) for (const descriptor of waiting.value) yield* greet(system, descriptor);
}

function* listenOn(listener: Listener): Step<number> {
  const { system, listening } = listener;
  const hasToRead = (): boolean => listener.isAsked;
  while (!hasToRead()) {
    const call = system.descriptors.poll(listening, null);
    yield* greetAll(listener, yield* atRest(system, { way: listens, state: listener, shared: [] }, call));
  }
  for (const descriptor of listening) system.descriptors.close(descriptor);
  const again = check(system, usualFile);
  return again.faults.length > 0 ? badStart : yield* run(system, again.ports);
}

function* ready(system: System): Step<void> {
  const opened = yield* system.descriptors.open(notifyPipe, { access: 'both' }, 0);
  if (!opened.ok) return;
  yield* system.descriptors.write(opened.value, `${system.pid} READY=1\n`);
  system.descriptors.close(opened.value);
}

/** Says who it is; a client that speaks no SSH is let go. */
function* greet(system: System, descriptor: number): Step<void> {
  const accepted = yield* system.network.accept(descriptor);
  if (!accepted.ok) return;
  const { descriptor: client, peer } = accepted.value;
  system.processes.fork({
    name: 'sshd: [accepted]',
    descriptors: new Map([[0, client]]),
    group: 'parent',
    program: function* (own) {
      yield* own.descriptors.write(0, `${banner}\r\n`);
      const greeting = yield* greetingOf(own, 0);
      if (greeting?.startsWith('SSH-2.0-') === true) return yield* serveClient(own, peer);
      yield* own.descriptors.write(0, 'Invalid SSH identification string.\r\n');
      yield* log(own, {
        priority: 86,
        as: 'sshd',
        message: `error: kex_exchange_identification: client sent invalid protocol identifier from ${peer.address} port ${peer.port}`,
      });
      return badStart;
    },
  });
  system.descriptors.close(client);
}
