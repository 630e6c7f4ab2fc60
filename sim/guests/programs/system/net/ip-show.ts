import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { broadcastOf, isSecondary } from '../../../network/own-network.ts';
import type { Amount, Traffic } from '../../../network/wire.ts';
import type { WireInterface } from '../../../network/wire-interface.ts';
import { isWithin } from './ip-acts.ts';
import type { IpCall } from './ip-call.ts';
import { allCards, cardNamed, cut, fail, namedIn } from './ip-call.ts';

type Showing = {
  readonly words: readonly Bytes[];
  readonly withAddresses: boolean;
};
export type Numbered = { readonly one: WireInterface; readonly number: number };

/** `-br` in one line, `-o` each record in one, `-s` with what went over it, `-j` for programs. */
export function* showInterfaces(call: IpCall, { words, withAddresses }: Showing): Step<number> {
  const { system, flags } = call;
  const { values, bare, isCut } = namedIn(words, ['dev', 'to', 'scope', 'label', 'type']);
  if (isCut) return yield* fail(call, cut, 255);
  const named = values.get('dev') ?? bare.find((word) => word !== 'up');
  if (named !== undefined && cardNamed(system, named) === undefined)
    return yield* fail(call, `Device "${named}" does not exist.`, 1);
  const shown = allCards(system)
    .map((one, at): Numbered => ({ one: within(one, values.get('to')), number: at + 1 }))
    .filter(({ one }) => named === undefined || one.name === named)
    .filter(({ one }) => !bare.includes('up') || one.isOff !== true)
    .filter(({ one }) => !values.has('to') || one.addresses.length > 0);
  const isSix = withAddresses && flags.has('six');
  const texts = isSix ? [] : shown.map((each) => textOf(call, each, withAddresses));
  yield* system.descriptors.write(1, flags.has('json') ? `[${texts.join(',')}]\n` : texts.join(''));
  return 0;
}

const within = (one: WireInterface, to: Bytes | undefined): WireInterface =>
  to === undefined
    ? one
    : { ...one, addresses: one.addresses.filter(({ address }) => isWithin(address, to)) };

function textOf({ system, flags }: IpCall, { one, number }: Numbered, withAddresses: boolean): Bytes {
  const traffic = flags.has('counted') ? system.network.wire.traffic(one.name) : null;
  if (flags.has('json'))
    return JSON.stringify(
      flags.has('brief') ? briefFacts(one, withAddresses) : factsOf({ one, number }, withAddresses, traffic),
    );
  if (flags.has('brief')) return brief(one, withAddresses);
  if (flags.has('oneline')) return inOneLine(one, number, withAddresses);
  return whole(one, number, withAddresses) + (traffic === null ? '' : counted(traffic));
}

export const stateOf = ({ name, isUp }: WireInterface): Bytes =>
  name === 'lo' ? 'UNKNOWN' : isUp ? 'UP' : 'DOWN';
export const flagsOf = ({ name, isUp, isOff }: WireInterface): Bytes =>
  name === 'lo'
    ? 'LOOPBACK,UP,LOWER_UP'
    : isOff === true
      ? 'BROADCAST,MULTICAST'
      : isUp
        ? 'BROADCAST,MULTICAST,UP,LOWER_UP'
        : 'NO-CARRIER,BROADCAST,MULTICAST,UP';

function brief(one: WireInterface, withAddresses: boolean): Bytes {
  const head = `${one.name.padEnd(16)} ${stateOf(one).padEnd(14)} `;
  if (!withAddresses) return `${head}${one.hardware} <${flagsOf(one)}> \n`;
  return `${head}${one.addresses.map(({ address, prefix }) => `${address}/${prefix} `).join('')}\n`;
}

const isLoop = ({ name }: WireInterface): boolean => name === 'lo';
const scopeOf = (one: WireInterface): Bytes => (isLoop(one) ? 'host' : 'global');

/** The lab's addresses have one, as a client of DHCP sets it; who adds one by hand says so, or it has none. */
export const broadOf = (
  one: WireInterface,
  { address, prefix, broadcast }: WireInterface['addresses'][number],
): Bytes | null =>
  isLoop(one) || prefix >= 31 ? null : broadcast === undefined ? broadcastOf(address, prefix) : broadcast;

function inetOf(one: WireInterface, at: number): Bytes {
  const own = one.addresses[at];
  if (own === undefined) return '';
  const broad = broadOf(one, own);
  const second = isSecondary(one, at) ? 'secondary ' : '';
  return `inet ${own.address}/${own.prefix} ${broad === null ? '' : `brd ${broad} `}scope ${scopeOf(one)} ${second}${one.name}`;
}

const layerOf = (one: WireInterface) =>
  isLoop(one)
    ? ({ kind: 'loopback', all: '00:00:00:00:00:00', discipline: 'noqueue' } as const)
    : ({ kind: 'ether', all: 'ff:ff:ff:ff:ff:ff', discipline: 'fq_codel' } as const);

function headOf(one: WireInterface, number: number): readonly [Bytes, Bytes] {
  const { kind, all, discipline } = layerOf(one);
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
    (_own, at) => `    ${inetOf(one, at)}\n       valid_lft forever preferred_lft forever\n`,
  );
  return first + lines.join('');
}

function inOneLine(one: WireInterface, number: number, withAddresses: boolean): Bytes {
  const [head, link] = headOf(one, number);
  if (!withAddresses) return `${head} mode DEFAULT group default qlen 1000\\    ${link}\n`;
  return one.addresses
    .map(
      (_own, at) =>
        `${number}: ${one.name}    ${inetOf(one, at)}\\       valid_lft forever preferred_lft forever\n`,
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

const briefFacts = (one: WireInterface, withAddresses: boolean): object => ({
  ifname: one.name,
  operstate: stateOf(one),
  ...(withAddresses
    ? { addr_info: one.addresses.map(({ address, prefix }) => ({ local: address, prefixlen: prefix })) }
    : { address: one.hardware, flags: flagsOf(one).split(',') }),
});

function factsOf({ one, number }: Numbered, withAddresses: boolean, traffic: Traffic | null): object {
  const { kind, all, discipline } = layerOf(one);
  return {
    ifindex: number,
    ifname: one.name,
    flags: flagsOf(one).split(','),
    mtu: one.mtu,
    qdisc: discipline,
    operstate: stateOf(one),
    ...(withAddresses ? {} : { linkmode: 'DEFAULT' }),
    group: 'default',
    txqlen: 1000,
    link_type: kind,
    address: one.hardware,
    broadcast: all,
    ...(traffic === null ? {} : { stats64: { rx: sumFacts(traffic.received), tx: sumFacts(traffic.sent) } }),
    ...(withAddresses ? { addr_info: one.addresses.map((_own, at) => inetFacts(one, at)) } : {}),
  };
}

const sumFacts = ({ bytes, packets }: Amount): object => ({ bytes, packets, errors: 0, dropped: 0 });

const forever = 4_294_967_295;

function inetFacts(one: WireInterface, at: number): object {
  const own = one.addresses[at];
  const broadcast = own === undefined ? null : broadOf(one, own);
  return {
    family: 'inet',
    local: own?.address,
    prefixlen: own?.prefix,
    ...(broadcast === null ? {} : { broadcast }),
    scope: scopeOf(one),
    ...(isSecondary(one, at) ? { secondary: true } : {}),
    label: one.name,
    valid_life_time: forever,
    preferred_life_time: forever,
  };
}
