import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { lookUp, whyUnknown } from '../../../system/names.ts';
import { readLines } from '../../../system/users/accounts.ts';
import type { Options } from '../users/change-files.ts';
import { readOptions } from '../users/change-files.ts';

/** Asks a port, or is one: `nc host port`, `nc -z host ports`, `nc -l port`. */
export const netcat: Program = function* (system) {
  const call = readOptions(system.arguments, { flags: 'lzvknN46', values: 'pwq', long: {} });
  if (call.fault !== null) {
    yield* system.descriptors.write(2, `nc: ${call.fault}\n${usage}`);
    return 1;
  }
  if (call.flags.has('l')) return yield* listen(system, call);
  const [host, ports] = call.words;
  if (host === undefined || ports === undefined) {
    yield* system.descriptors.write(2, host === undefined ? usage : 'nc: missing port number\n');
    return 1;
  }
  const found = lookUp(system, host);
  if (!found.ok) {
    yield* system.descriptors.write(
      2,
      `nc: getaddrinfo for host "${host}" port ${ports}: ${whyUnknown(found)}\n`,
    );
    return 1;
  }
  return yield* callAll(system, call, { host, address: found.address, ports });
};

const usage = 'usage: nc [-46klNnvz] [-p source_port] [-q seconds] [-w timeout] [destination] [port]\n';

type Goal = { readonly host: Bytes; readonly address: Bytes; readonly ports: Bytes };

function* callAll(system: System, call: Options, { host, address, ports }: Goal): Step<number> {
  const range = rangeOf(ports);
  if (range === null) {
    yield* system.descriptors.write(2, `nc: port number invalid: ${ports}\n`);
    return 1;
  }
  const shown = host === address ? host : `${host} (${address})`;
  let status = 1;
  for (let port = range.low; port <= range.high; port += 1)
    if (yield* callOne(system, call, { address, port, shown })) status = 0;
  return status;
}

function rangeOf(ports: Bytes): { readonly low: number; readonly high: number } | null {
  const range = /^(\d+)(?:-(\d+))?$/.exec(ports);
  const low = Number(range?.[1] ?? '0');
  const high = Number(range?.[2] ?? low);
  return low >= 1 && high <= 65_535 && high >= low ? { low, high } : null;
}

type One = { readonly address: Bytes; readonly port: number; readonly shown: Bytes };

function* callOne(system: System, call: Options, { address, port, shown }: One): Step<boolean> {
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(2, call.flags.has('v') ? text : '');
  const connected = yield* system.network.connect({ address, port });
  if (!connected.ok) {
    yield* say(`nc: connect to ${shown} port ${port} (tcp) failed: ${messageOf(connected.errno)}\n`);
    return false;
  }
  const service = call.flags.has('n') ? '*' : nameOf(system, port);
  yield* say(`Connection to ${shown} ${port} port [tcp/${service}] succeeded!\n`);
  if (!call.flags.has('z')) yield* exchange(system, call, connected.value);
  system.descriptors.close(connected.value);
  return true;
}

function nameOf(system: System, port: number): Bytes {
  for (const line of readLines(system, '/etc/services')) {
    const found = /^(\S+)\s+(\d+)\/tcp/.exec(line);
    if (found?.[2] === String(port)) return found[1] ?? '*';
  }
  return '*';
}

/** Both ways until the other side ends, or ours does and -N or -q says that this is enough. */
function* exchange(system: System, { flags, values }: Options, connection: number): Step<void> {
  const endsWithInput = flags.has('N') || values.has('q');
  const most = values.has('w') ? Number(values.get('w')) * 1000 : null;
  let sources = [0, connection];
  for (;;) {
    const ready = yield* system.descriptors.poll(sources, most);
    if (!ready.ok || ready.value.length === 0) return;
    for (const from of ready.value) {
      if (yield* pass(system, from, from === connection ? 1 : connection)) continue;
      if (from === connection || endsWithInput) return;
      sources = [connection];
    }
  }
}

/** What is there; false: no more comes, or nobody takes it. */
function* pass(system: System, from: number, to: number): Step<boolean> {
  const bytes = yield* system.descriptors.read(from, 65_536);
  return bytes.ok && bytes.value !== '' && (yield* system.descriptors.write(to, bytes.value)).ok;
}

function* listen(system: System, call: Options): Step<number> {
  const port = Number(call.values.get('p') ?? call.words.at(-1) ?? '0');
  const address = call.values.has('p') ? call.words[0] : call.words.length > 1 ? call.words[0] : undefined;
  const opened = system.network.listen({ address: address ?? '0.0.0.0', port });
  if (!opened.ok) {
    yield* system.descriptors.write(2, `nc: ${messageOf(opened.errno)}\n`);
    return 1;
  }
  if (call.flags.has('v'))
    yield* system.descriptors.write(2, `Listening on ${address ?? '0.0.0.0'} ${port}\n`);
  do {
    const accepted = yield* system.network.accept(opened.value);
    if (!accepted.ok) return 1;
    const { descriptor, peer } = accepted.value;
    if (call.flags.has('v'))
      yield* system.descriptors.write(2, `Connection received on ${peer.address} ${peer.port}\n`);
    yield* exchange(system, call, descriptor);
    system.descriptors.close(descriptor);
  } while (call.flags.has('k'));
  return 0;
}
