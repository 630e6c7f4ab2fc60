import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { lookUp, nameAt, whyUnknown } from '../../../system/names.ts';
import { readOptions } from '../users/change-files.ts';

const packets = 3;
/** Lab milliseconds that an answer is waited for. */
const patience = 5000;
const arpPatience = 3064;

type Call = {
  readonly host: Bytes;
  readonly address: Bytes;
  readonly isNumeric: boolean;
  readonly most: number;
};

/** The routers on the way, by what they say of packets that live too short. */
export const traceroute: Program = function* (system) {
  const { flags, values, words, fault } = readOptions(system.arguments, {
    flags: 'nIT4',
    values: 'mwq',
    long: { '--max-hops': 'm', '--icmp': 'I', '--tcp': 'T' },
  });
  const [host] = words;
  if (fault !== null || host === undefined) {
    yield* system.descriptors.write(
      2,
      fault === null
        ? 'Usage:\n  traceroute [ -4nIT ] [ -m max_ttl ] [ -q nqueries ] [ -w wait ] host\n'
        : `traceroute: ${fault}\n`,
    );
    return 2;
  }
  const found = lookUp(system, host);
  if (!found.ok) {
    yield* system.descriptors.write(
      2,
      `${host}: ${whyUnknown(found)}\nCannot handle "host" cmdline arg \`${host}' on position 1 (argc 1)\n`,
    );
    return 2;
  }
  const most = Number(values.get('m') ?? '30');
  return yield* walk(system, { host, address: found.address, isNumeric: flags.has('n'), most });
};

function* walk(system: System, call: Call): Step<number> {
  const { wire } = system.network;
  const isOwn = wire
    .interfaces()
    .some(({ addresses }) => addresses.some(({ address }) => address === call.address));
  const answer =
    isOwn || call.address.startsWith('127.')
      ? ({ ok: true, milliseconds: 0.03, hops: [] } as const)
      : wire.reach(call.address);
  const say = (text: Bytes): Step<unknown> => system.descriptors.write(1, text);
  yield* say(`traceroute to ${call.host} (${call.address}), ${call.most} hops max, 60 byte packets\n`);
  if (!answer.ok && answer.reason === 'no-route') {
    yield* system.descriptors.write(2, 'connect: Network is unreachable\n');
    return 1;
  }
  const way = answer.hops.slice(0, call.most);
  for (const [at, hop] of way.entries())
    yield* say(lineOf(system, call, { number: at + 1, hop, milliseconds: 0.28 + at * 0.31 }));
  const number = way.length + 1;
  if (number > call.most) return 0;
  if (answer.ok)
    yield* say(lineOf(system, call, { number, hop: call.address, milliseconds: answer.milliseconds }));
  else if (answer.reason === 'unreachable') yield* refuse(system, call, { number, teller: way.at(-1) });
  else yield* lose(system, call, number);
  return 0;
}

type Hop = { readonly number: number; readonly hop: Bytes; readonly milliseconds: number };

const titleOf = (system: System, { isNumeric }: Call, hop: Bytes): Bytes =>
  isNumeric ? hop : `${nameAt(system, hop) ?? hop} (${hop})`;
const numberText = (number: number): Bytes => String(number).padStart(2);

function lineOf(system: System, call: Call, { number, hop, milliseconds }: Hop): Bytes {
  const times = Array.from(
    { length: packets },
    () => `${(milliseconds * (0.9 + 0.2 * system.chance())).toFixed(3)} ms`,
  );
  return `${numberText(number)}  ${titleOf(system, call, hop)}  ${times.join('  ')}\n`;
}

type Refusing = { readonly number: number; readonly teller: Bytes | undefined };

/** A router says so; on its own cable the machine hears nobody and says it itself. */
function* refuse(system: System, call: Call, { number, teller }: Refusing): Step<void> {
  const own = system.network.wire.interfaces()[0]?.addresses[0]?.address ?? '127.0.0.1';
  yield* system.processes.sleep(arpPatience);
  const time = `${(arpPatience + system.chance()).toFixed(3)} ms !H`;
  yield* system.descriptors.write(
    1,
    `${numberText(number)}  ${titleOf(system, call, teller ?? own)}  ${[time, time, time].join('  ')}\n`,
  );
}

function* lose(system: System, call: Call, from: number): Step<void> {
  for (let number = from; number <= call.most; number += 1) {
    const slept = yield* system.processes.sleep(patience);
    if (!slept.ok) return;
    yield* system.descriptors.write(1, `${numberText(number)}  * * *\n`);
  }
}
