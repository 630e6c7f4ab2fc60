import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Peer, Program, Step, System } from '../../../kernel/program.ts';
import { addressOf } from '../../../system/names.ts';
import { ready } from './daemon.ts';
import type { Front, Proxy } from './haproxy-settings.ts';
import { readProxy } from './haproxy-settings.ts';

const usual = '/etc/haproxy/haproxy.cfg';

/** HAProxy: takes connections and hands each to the next of its servers. */
export const haproxy: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (words.includes('-v')) {
    yield* system.descriptors.write(1, 'HAProxy version 2.6.12-1+deb12u1 - https://haproxy.org/\n');
    return 0;
  }
  const file = words.includes('-f') ? (words[words.indexOf('-f') + 1] ?? usual) : usual;
  const proxy = readProxy(system, file);
  if (proxy.faults.length > 0) {
    const alert = (text: Bytes): Bytes => `[ALERT]    (${system.pid}) : ${text}\n`;
    yield* system.descriptors.write(
      2,
      `${proxy.faults.map((fault) => alert(`config : ${fault}`)).join('')}${alert(`config : Error(s) found in configuration file : ${file}`)}${alert('config : Fatal errors found in configuration.')}`,
    );
    return 1;
  }
  if (words.includes('-c')) {
    yield* system.descriptors.write(1, 'Configuration file is valid\n');
    return 0;
  }
  return yield* run(system, proxy, file);
};

function* run(system: System, proxy: Proxy, file: Bytes): Step<number> {
  const listening = new Map<number, Front>();
  for (const front of proxy.fronts) {
    const opened = system.network.listen(front.at);
    if (!opened.ok) {
      yield* system.descriptors.write(
        2,
        `[ALERT]    (${system.pid}) : Starting frontend ${front.name}: cannot bind socket (${messageOf(opened.errno)}) [${front.at.address}:${front.at.port}]\n[ALERT]    (${system.pid}) : [haproxy.main()] Some protocols failed to start their listeners! Exiting.\n`,
      );
      for (const descriptor of listening.keys()) system.descriptors.close(descriptor);
      return 1;
    }
    listening.set(opened.value, front);
  }
  yield* ready(system);
  let asked: 'stay' | 'end' | 'anew' = 'stay';
  const wish = (): string => asked;
  system.processes.onSignal('CHLD', 'ignore');
  for (const signal of ['TERM', 'INT', 'USR1'] as const)
    system.processes.onSignal(signal, () => {
      asked = 'end';
    });
  system.processes.onSignal('USR2', () => {
    asked = 'anew';
  });
  let turn = 0;
  while (wish() === 'stay') {
    const called = yield* system.descriptors.poll([...listening.keys()], null);
    for (const descriptor of called.ok ? called.value : []) {
      const front = listening.get(descriptor);
      if (front !== undefined) yield* take(system, { descriptor, front, turn });
      turn += 1;
    }
  }
  for (const descriptor of listening.keys()) system.descriptors.close(descriptor);
  return wish() === 'end' ? 0 : yield* run(system, readProxy(system, file), file);
}

type Taking = { readonly descriptor: number; readonly front: Front; readonly turn: number };

function* take(system: System, { descriptor, front, turn }: Taking): Step<void> {
  const accepted = yield* system.network.accept(descriptor);
  if (!accepted.ok) return;
  const client = accepted.value.descriptor;
  system.processes.fork({
    name: 'haproxy',
    descriptors: new Map([[0, client]]),
    group: 'parent',
    program: (own) => relay(own, front, turn),
  });
  system.descriptors.close(client);
}

const unavailable =
  'HTTP/1.0 503 Service Unavailable\r\ncache-control: no-cache\r\ncontent-type: text/html\r\n\r\n<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n';

/** One connection: the next server that takes it, then bytes both ways until one ends. */
function* relay(system: System, { servers, mode }: Front, turn: number): Step<number> {
  for (let at = 0; at < servers.length; at += 1) {
    const server = servers[(turn + at) % servers.length];
    const connected = server === undefined ? null : yield* dial(system, server);
    if (connected === null) continue;
    yield* pump(system, connected);
    return 0;
  }
  if (mode === 'http') {
    yield* system.descriptors.read(0, 16_384);
    yield* system.descriptors.write(0, unavailable);
  }
  return 0;
}

function* dial(system: System, { address, port }: Peer): Step<number | null> {
  const found = addressOf(system, address);
  if (found === null) return null;
  const connected = yield* system.network.connect({ address: found, port });
  return connected.ok ? connected.value : null;
}

function* pump(system: System, server: number): Step<void> {
  for (;;) {
    const readable = yield* system.descriptors.poll([0, server], null);
    for (const from of readable.ok ? readable.value : []) {
      const read = yield* system.descriptors.read(from, 16_384);
      if (!read.ok || read.value === '') return;
      const written = yield* system.descriptors.write(from === 0 ? server : 0, read.value);
      if (!written.ok) return;
    }
  }
}
