import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Endpoint } from '../network/connection.ts';
import { createConnection } from '../network/connection.ts';
import type { Answered, Dialed, Wire } from '../network/wire.ts';
import { routeTo, sourceFor } from '../network/routes.ts';
import { createNameless, install } from './open.ts';
import { changeNetwork } from './own-network.ts';
import { nameless } from './pipe.ts';
import type {
  Connected,
  Desk,
  Kernel,
  Listener,
  Nameless,
  Network,
  OpenPort,
  Process,
  Stream,
} from './process.ts';
import type { NetworkCalls, Peer, SocketFacts, Step } from './program.ts';
import { block, createQueue, wake } from './queue.ts';
import { machineAt, running } from './running.ts';

const firstPort = 32_768;
const lastPort = 60_999;
const patience = 127_000;
const anywhere = ['0.0.0.0', '::', '*'];

export const createNetwork = (wire: Wire): Network => ({
  wire,
  listeners: new Set(),
  connected: new Set(),
  nextPort: firstPort,
});

export function networkCalls(desk: Desk): NetworkCalls {
  const here = (): Kernel => machineAt(desk);
  return {
    listen: (at) => listen(here(), at),
    accept: (descriptor) => accept(here(), descriptor),
    connect: (to) => connect(here(), to),
    sockets: () => sockets(here()),
    change: (own) => changeNetwork(here(), own),
    get wire() {
      return here().network.wire;
    },
  };
}

export const isOwnAddress = ({ wire }: Network, address: string): boolean =>
  address.startsWith('127.') ||
  address === '::1' ||
  anywhere.includes(address) ||
  wire.own().added.some((own) => own.card === 'lo' && own.address === address) ||
  wire.interfaces().some(({ addresses }) => addresses.some((own) => own.address === address));

const isSame = (a: string, b: string): boolean => a === b || anywhere.includes(a) || anywhere.includes(b);

function listen(kernel: Kernel, at: Peer): Answer<number> {
  const process = running(kernel);
  const { network } = kernel;
  if (at.port < 1024 && process.who.uid !== 0) return failed('EACCES');
  if (!isOwnAddress(network, at.address)) return failed('EADDRNOTAVAIL');
  for (const other of network.listeners)
    if (other.port === at.port && isSame(other.address, at.address)) return failed('EADDRINUSE');
  const facts = nameless(kernel);
  const listener: Listener = {
    ...at,
    inode: facts.inode,
    owner: process.pid,
    waiting: [],
    readers: createQueue(),
  };
  network.listeners.add(listener);
  const stream: Stream = {
    kind: 'channel',
    terminal: null,
    readers: listener.readers,
    writers: null,
    isReadable: () => listener.waiting.length > 0,
    read: () => failed('ENOTCONN'),
    write: () => failed('ENOTCONN'),
    close: () => {
      network.listeners.delete(listener);
      for (const { endpoint } of listener.waiting) endpoint.close();
    },
  };
  return hold(kernel, process, { stream, facts });
}

type Socket = { readonly stream: Stream; readonly facts: Nameless };

function hold(kernel: Kernel, process: Process, { stream, facts }: Socket): Answer<number> {
  const path = `socket:[${facts.inode}]`;
  return install(kernel, process, createNameless(stream, { access: 'both', path, nameless: facts }));
}

function* accept(
  kernel: Kernel,
  descriptor: number,
): Step<Answer<{ readonly descriptor: number; readonly peer: Peer }>> {
  const process = running(kernel);
  for (;;) {
    const description = process.descriptors[descriptor];
    if (description === undefined) return failed('EBADF');
    const listener = [...kernel.network.listeners].find(
      ({ readers }) => readers === description.stream.readers,
    );
    if (listener === undefined) return failed('EINVAL');
    const next = listener.waiting.shift();
    if (next !== undefined) {
      const { endpoint, own, peer } = next;
      const held = connected(kernel, process, { endpoint, own, peer });
      return held.ok ? done({ descriptor: held.value, peer: next.peer }) : held;
    }
    if (yield* block(process, [listener.readers], null)) return failed('EINTR');
  }
}

type Joined = { readonly endpoint: Endpoint; readonly own: Peer; readonly peer: Peer };

function connected(kernel: Kernel, process: Process, { endpoint, own, peer }: Joined): Answer<number> {
  const readers = createQueue();
  const writers = createQueue();
  const facts = nameless(kernel);
  const entry: Connected = { own, peer, inode: facts.inode, owner: process.pid, readers };
  kernel.network.connected.add(entry);
  endpoint.listen(() => {
    wake(kernel, readers);
    wake(kernel, writers);
  });
  const stream: Stream = {
    kind: 'channel',
    terminal: null,
    readers,
    writers,
    isReadable: endpoint.isReadable,
    read: (_by, most) => {
      const bytes = endpoint.take(most);
      return bytes === null ? 'wait' : done(bytes);
    },
    write: (_by, bytes) => {
      const count = endpoint.put(bytes);
      if (count === null) return failed('EPIPE');
      return count === 0 && bytes !== '' ? 'wait' : done(count);
    },
    close: () => {
      kernel.network.connected.delete(entry);
      endpoint.close();
    },
  };
  return hold(kernel, process, { stream, facts });
}

/** Somebody from outside, or from here over the loopback, wants to talk to a port. */
export function offer(kernel: Kernel, to: Peer, from: Peer): Endpoint | null {
  for (const listener of kernel.network.listeners) {
    if (listener.port !== to.port || !isSame(listener.address, to.address)) continue;
    const [near, far] = createConnection();
    listener.waiting.push({ endpoint: far, own: to, peer: from });
    wake(kernel, listener.readers);
    return near;
  }
  return null;
}

function* connect(kernel: Kernel, to: Peer): Step<Answer<number>> {
  const process = running(kernel);
  const { network } = kernel;
  network.nextPort = network.nextPort >= lastPort ? firstPort : network.nextPort + 1;
  const isOwn = isOwnAddress(network, to.address);
  const own = { address: isOwn ? to.address : sourceOf(network, to.address), port: network.nextPort };
  if (isOwn) {
    const endpoint = offer(kernel, to, own);
    return endpoint === null
      ? failed('ECONNREFUSED')
      : connected(kernel, process, { endpoint, own, peer: to });
  }
  const answer = yield* answered(kernel, process, network.wire.dial(to.address, to.port, own.port));
  if (answer === null) return failed('EINTR');
  switch (answer.kind) {
    case 'open': {
      if (yield* block(process, [], kernel.now() + answer.milliseconds)) return failed('EINTR');
      return connected(kernel, process, { endpoint: answer.endpoint, own, peer: to });
    }
    case 'refused':
      return failed('ECONNREFUSED');
    case 'silent':
      if (yield* block(process, [], kernel.now() + patience)) return failed('EINTR');
      return failed('ETIMEDOUT');
    case 'unreachable':
      return failed('EHOSTUNREACH');
    case 'no-route':
      return failed('ENETUNREACH');
    default:
      return answer satisfies never;
  }
}

function sourceOf({ wire }: Network, to: string): string {
  const cards = wire.interfaces();
  const route = routeTo(wire.routes(), to);
  const usual = cards[0]?.addresses[0]?.address ?? '0.0.0.0';
  return route === null ? usual : (sourceFor(cards, route) ?? usual);
}

/** Who is called may have to wake up first. Null: a signal came before. */
function* answered(kernel: Kernel, process: Process, dialed: Dialed): Step<Answered | null> {
  if (dialed.kind !== 'pending') return dialed;
  const ringing = createQueue();
  const call: { answer: Answered | null; isGone: boolean } = { answer: null, isGone: false };
  dialed.listen((answer) => {
    // Who called may have gone meanwhile.
    if (call.isGone || process.state === 'zombie') {
      if (answer.kind === 'open') answer.endpoint.close();
      return;
    }
    call.answer = answer;
    wake(kernel, ringing);
  });
  while (call.answer === null) {
    if (yield* block(process, [ringing], null)) {
      call.isGone = true;
      return null;
    }
  }
  return call.answer;
}

/** Who has it open now: who made it may have handed it on and ended. */
function holderOf(kernel: Kernel, { owner, readers }: Pick<Listener, 'owner' | 'readers'>): number {
  const holds = (process: Process | undefined): boolean =>
    process?.descriptors.some((description) => description?.stream.readers === readers) ?? false;
  if (holds(kernel.processes.get(owner))) return owner;
  for (const process of kernel.processes.values()) if (holds(process)) return process.pid;
  return owner;
}

export const openPorts = (kernel: Kernel): readonly OpenPort[] =>
  [...kernel.network.listeners].map((listener) => {
    const owner = holderOf(kernel, listener);
    const { port, address } = listener;
    return { port, address, owner, name: kernel.processes.get(owner)?.name ?? '' };
  });

function sockets(kernel: Kernel): readonly SocketFacts[] {
  const { listeners, connected: pairs } = kernel.network;
  return [
    ...[...listeners].map((listener): SocketFacts => {
      const { address, port, inode, waiting } = listener;
      const own = { address, port };
      return {
        state: 'listening',
        own,
        peer: { address: '0.0.0.0', port: 0 },
        inode,
        owner: holderOf(kernel, listener),
        waiting: waiting.length,
      };
    }),
    ...[...pairs].map((pair): SocketFacts => {
      const { own, peer, inode } = pair;
      return { state: 'established', own, peer, inode, owner: holderOf(kernel, pair), waiting: 0 };
    }),
  ];
}
