import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { Reach } from '../../../network/wire.ts';
import { lookUp, whyUnknown } from '../../../system/names.ts';

type Call = {
  count: number;
  interval: number;
  deadline: number;
  wait: number;
  size: number;
  isQuiet: boolean;
  host: Bytes | null;
  fault: Bytes | null;
};

const usualSize = 56;

export const ping: Program = function* (system) {
  const call = readCall(system.arguments);
  if (call.fault !== null || call.host === null) {
    yield* system.descriptors.write(
      2,
      call.fault === null ? 'ping: usage error: Destination address required\n' : `ping: ${call.fault}\n`,
    );
    return call.fault === null ? 1 : 2;
  }
  const found = lookUp(system, call.host);
  if (!found.ok) {
    yield* system.descriptors.write(2, `ping: ${call.host}: ${whyUnknown(found)}\n`);
    return 2;
  }
  const { address } = found;
  const first = reach(system, address);
  if (!first.ok && first.reason === 'no-route') {
    yield* system.descriptors.write(2, 'ping: connect: Network is unreachable\n');
    return 2;
  }
  return yield* run(system, call, { host: call.host, address });
};

function readCall(given: readonly Bytes[]): Call {
  const call: Call = {
    count: Infinity,
    interval: 1000,
    deadline: Infinity,
    wait: 10_000,
    size: usualSize,
    isQuiet: false,
    host: null,
    fault: null,
  };
  const words = given.flatMap(splitLetters);
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const name = word.slice(0, 2);
    if (!word.startsWith('-')) call.host = word;
    else if (['-q', '-n', '-4', '-O'].includes(word)) call.isQuiet ||= word === '-q';
    else if (!['-c', '-i', '-w', '-W', '-s'].includes(name))
      return { ...call, fault: `invalid option -- '${word.slice(1, 2)}'` };
    else {
      if (word.length === 2) at += 1;
      setNumber(call, name, word.length === 2 ? (words[at] ?? '') : word.slice(2));
    }
  }
  return call;
}

/** `-qc 3` is `-q -c 3`. */
function splitLetters(word: Bytes): readonly Bytes[] {
  const found = /^-([qn4O]+)([ciwWs].*)$/.exec(word);
  if (found === null) return [word];
  const [, bare = '', valued = ''] = found;
  return [...bare.split('').map((letter) => `-${letter}`), `-${valued}`];
}

function setNumber(call: Call, name: Bytes, text: Bytes): void {
  const value = Number(text);
  if (text === '' || Number.isNaN(value) || value < 0) call.fault = `invalid argument: '${text}'`;
  else if (name === '-c') call.count = value;
  else if (name === '-i') call.interval = Math.max(2, value * 1000);
  else if (name === '-w') call.deadline = value * 1000;
  else if (name === '-W') call.wait = value * 1000;
  else call.size = value;
}

function reach(system: System, address: Bytes): Reach {
  const isOwn =
    address.startsWith('127.') ||
    system.network.wire
      .interfaces()
      .some(({ addresses }) => addresses.some((own) => own.address === address));
  return isOwn ? { ok: true, milliseconds: 0.045, hops: [] } : system.network.wire.reach(address);
}

type Goal = { readonly host: Bytes; readonly address: Bytes };

function* run(system: System, call: Call, goal: Goal): Step<number> {
  const { host, address } = goal;
  const tally: Tally = { sent: 0, errors: 0, times: [] };
  let isOver = false;
  system.processes.onSignal('INT', () => {
    isOver = true;
  });
  const begun = system.steady();
  const goesOn = (): boolean => !isOver && tally.sent < call.count && system.steady() - begun < call.deadline;
  const size = `${call.size}(${call.size + 28})`;
  yield* system.descriptors.write(1, `PING ${host} (${address}) ${size} bytes of data.\n`);
  while (goesOn()) {
    const isAnswered = yield* send(system, call, { address, tally });
    if (goesOn()) yield* system.processes.sleep(call.interval);
    else if (!isAnswered && !isOver) yield* system.processes.sleep(Math.min(call.wait, call.deadline));
  }
  yield* system.descriptors.write(1, statistics({ host, ...tally, passed: system.steady() - begun }));
  return tally.times.length > 0 ? 0 : 1;
}

type Tally = { sent: number; errors: number; readonly times: number[] };

/** One packet; whether it was answered. */
function* send(
  system: System,
  call: Call,
  { address, tally }: { readonly address: Bytes; readonly tally: Tally },
): Step<boolean> {
  tally.sent += 1;
  const answer = reach(system, address);
  system.network.wire.count(address, { sent: 1, received: answer.ok ? 1 : 0 });
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(1, call.isQuiet ? '' : text);
  if (answer.ok) {
    // No two packets take the same time.
    const time = answer.milliseconds * (0.9 + 0.2 * system.chance());
    tally.times.push(time);
    yield* say(
      `${call.size + 8} bytes from ${address}: icmp_seq=${tally.sent} ttl=${64 - answer.hops.length} time=${shown(time)} ms\n`,
    );
  } else if (answer.reason === 'unreachable') {
    tally.errors += 1;
    yield* say(`From ${tellerOf(system, answer.hops)} icmp_seq=${tally.sent} Destination Host Unreachable\n`);
  }
  return answer.ok;
}

/** The last router on the way, or the machine itself where it hears nobody. */
const tellerOf = ({ network }: System, hops: readonly string[]): Bytes =>
  hops.at(-1) ?? network.wire.interfaces()[0]?.addresses[0]?.address ?? '127.0.0.1';

const shown = (time: number): Bytes =>
  time < 1 ? time.toFixed(3) : time < 10 ? time.toFixed(2) : time < 100 ? time.toFixed(1) : time.toFixed(0);

type Statistics = {
  readonly host: Bytes;
  readonly sent: number;
  readonly errors: number;
  readonly times: readonly number[];
  readonly passed: number;
};

function statistics({ host, sent, errors, times, passed }: Statistics): Bytes {
  const lost = sent === 0 ? 0 : Math.round(((sent - times.length) / sent) * 100);
  const head = `\n--- ${host} ping statistics ---\n${sent} packets transmitted, ${times.length} received, ${errors > 0 ? `+${errors} errors, ` : ''}${lost}% packet loss, time ${Math.round(passed)}ms\n`;
  if (times.length === 0) return `${head}\n`;
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const spread = Math.sqrt(
    times.reduce((sum, time) => sum + (time - mean) * (time - mean), 0) / times.length,
  );
  return `${head}rtt min/avg/max/mdev = ${[Math.min(...times), mean, Math.max(...times), spread].map((time) => time.toFixed(3)).join('/')} ms\n`;
}
