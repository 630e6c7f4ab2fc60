import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import { addressesOf, addressOfNumber, numberOfAddress } from '../../../../inventory/ipv4.ts';
import type { Amount, Traffic, WireInterface } from '../../../network/wire.ts';

const loopback: WireInterface = {
  name: 'lo',
  hardware: '00:00:00:00:00:00',
  mtu: 65_536,
  isUp: true,
  addresses: [{ address: '127.0.0.1', prefix: 8 }],
};

const allInterfaces = (system: System): readonly WireInterface[] => [
  loopback,
  ...system.network.wire.interfaces(),
];

type Showing = {
  readonly named: Bytes | undefined;
  readonly flags: readonly Bytes[];
  readonly withAddresses: boolean;
};

/** `-br` in one line, `-o` each record in one, `-s` with what went over it. */
export function* showInterfaces(system: System, { named, flags, withAddresses }: Showing): Step<number> {
  const shown = allInterfaces(system)
    .map((one, at) => ({ one, number: at + 1 }))
    .filter(({ one }) => named === undefined || one.name === named);
  if (shown.length === 0) {
    yield* system.descriptors.write(2, `Device "${named ?? ''}" does not exist.\n`);
    return 1;
  }
  const has = (...words: Bytes[]): boolean => flags.some((flag) => words.includes(flag));
  const texts = shown.map(({ one, number }) => {
    if (has('-br', '-brief')) return brief(one, withAddresses);
    if (has('-o', '-oneline')) return inOneLine(one, number, withAddresses);
    const counts = has('-s', '-stats', '-statistics') ? counted(system.network.wire.traffic(one.name)) : '';
    return whole(one, number, withAddresses) + counts;
  });
  yield* system.descriptors.write(1, texts.join(''));
  return 0;
}

const stateOf = ({ name, isUp }: WireInterface): Bytes => (name === 'lo' ? 'UNKNOWN' : isUp ? 'UP' : 'DOWN');
const flagsOf = ({ name, isUp }: WireInterface): Bytes =>
  name === 'lo'
    ? 'LOOPBACK,UP,LOWER_UP'
    : isUp
      ? 'BROADCAST,MULTICAST,UP,LOWER_UP'
      : 'NO-CARRIER,BROADCAST,MULTICAST,UP';

function brief(one: WireInterface, withAddresses: boolean): Bytes {
  const head = `${one.name.padEnd(16)} ${stateOf(one).padEnd(14)} `;
  if (!withAddresses) return `${head}${one.hardware} <${flagsOf(one)}> \n`;
  return `${head}${one.addresses.map(({ address, prefix }) => `${address}/${prefix} `).join('')}\n`;
}

const isLoop = ({ name }: WireInterface): boolean => name === 'lo';
const broadOf = (one: WireInterface, { address, prefix }: WireInterface['addresses'][number]): Bytes =>
  isLoop(one) ? '' : `brd ${broadcastOf(address, prefix)} `;
const scopeOf = (one: WireInterface): Bytes => (isLoop(one) ? 'host' : 'global');

function headOf(one: WireInterface, number: number): readonly [Bytes, Bytes] {
  const kind = isLoop(one) ? 'loopback' : 'ether';
  const all = isLoop(one) ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff';
  const discipline = isLoop(one) ? 'noqueue' : 'fq_codel';
  return [
    `${number}: ${one.name}: <${flagsOf(one)}> mtu ${one.mtu} qdisc ${discipline} state ${stateOf(one)}`,
    `link/${kind} ${one.hardware} brd ${all}`,
  ];
}

function whole(one: WireInterface, number: number, withAddresses: boolean): Bytes {
  const [head, link] = headOf(one, number);
  const first = `${head}${withAddresses ? '' : ' mode DEFAULT'} group default qlen 1000\n    ${link}\n`;
  if (!withAddresses) return first;
  const lines = one.addresses.map(
    (own) =>
      `    inet ${own.address}/${own.prefix} ${broadOf(one, own)}scope ${scopeOf(one)} ${one.name}\n       valid_lft forever preferred_lft forever\n`,
  );
  return first + lines.join('');
}

function inOneLine(one: WireInterface, number: number, withAddresses: boolean): Bytes {
  const [head, link] = headOf(one, number);
  if (!withAddresses) return `${head} mode DEFAULT group default qlen 1000\\    ${link}\n`;
  return one.addresses
    .map(
      (own) =>
        `${number}: ${one.name}    inet ${own.address}/${own.prefix} ${broadOf(one, own)}scope ${scopeOf(one)} ${one.name}\\       valid_lft forever preferred_lft forever\n`,
    )
    .join('');
}

function counted({ received, sent }: Traffic): Bytes {
  const row = ({ bytes, packets }: Amount): Bytes =>
    `    ${String(bytes).padStart(10)} ${String(packets).padStart(7)} ${['0', '0', '0', '0'].map((none) => none.padStart(7)).join(' ')} \n`;
  const title = (way: Bytes, last: Bytes): Bytes => `    ${way}:  bytes packets errors dropped ${last}\n`;
  return (
    title('RX', ' missed   mcast           ') +
    row(received) +
    title('TX', 'carrier collsns           ') +
    row(sent)
  );
}

export const networkOf = (address: Bytes, prefix: number): Bytes =>
  addressOfNumber(Math.floor(numberOfAddress(address) / addressesOf(prefix)) * addressesOf(prefix));
const broadcastOf = (address: Bytes, prefix: number): Bytes =>
  addressOfNumber(numberOfAddress(networkOf(address, prefix)) + addressesOf(prefix) - 1);
