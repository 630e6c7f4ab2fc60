import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { addressesOf, addressOfNumber, numberOfAddress } from '../../../../inventory/ipv4.ts';
import type { WireInterface } from '../../../network/wire.ts';

const loopback: WireInterface = {
  name: 'lo',
  hardware: '00:00:00:00:00:00',
  mtu: 65_536,
  isUp: true,
  addresses: [{ address: '127.0.0.1', prefix: 8 }],
};

const all = (system: System): readonly WireInterface[] => [loopback, ...system.network.wire.interfaces()];
const objects = ['address', 'link', 'route', 'neighbour'] as const;

/** `ip a`, `ip -br a`, `ip l`, `ip r`: shows; the lab's own tools change what is connected how. */
export const ip: Program = function* (system) {
  const words = system.arguments.slice(1);
  const isBrief = words.some((word) => ['-br', '-brief'].includes(word));
  const rest = words.filter((word) => !word.startsWith('-'));
  const [object, act = 'show', ...more] = rest;
  if (object === undefined) {
    yield* system.descriptors.write(2, 'Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n');
    return 255;
  }
  const found = objects.find((name) => name.startsWith(object) || (object === 'addr' && name === 'address'));
  if (found === undefined) {
    yield* system.descriptors.write(2, `Object "${object}" is unknown, try "ip help".\n`);
    return 1;
  }
  if (!['show', 'list', 'ls', 'sh', 's', 'l', 'get'].includes(act)) return yield* refuse(system, act);
  const named = more[0] === 'dev' ? more[1] : more[0];
  switch (found) {
    case 'address':
    case 'link':
      return yield* showInterfaces(system, { named, isBrief, withAddresses: found === 'address' });
    case 'route':
      return act === 'get' ? yield* getRoute(system, more[0] ?? '') : yield* showRoutes(system);
    case 'neighbour':
      return 0;
    default:
      return found satisfies never;
  }
};

function* refuse(system: System, act: Bytes): Step<number> {
  const isChange = ['add', 'a', 'del', 'delete', 'set', 'flush', 'replace', 'change'].includes(act);
  yield* system.descriptors.write(
    2,
    isChange
      ? 'RTNETLINK answers: Operation not permitted\n'
      : `Command "${act}" is unknown, try "ip help".\n`,
  );
  return isChange ? 2 : 255;
}

type Showing = {
  readonly named: Bytes | undefined;
  readonly isBrief: boolean;
  readonly withAddresses: boolean;
};

function* showInterfaces(system: System, { named, isBrief, withAddresses }: Showing): Step<number> {
  const shown = all(system)
    .map((one, at) => ({ one, number: at + 1 }))
    .filter(({ one }) => named === undefined || one.name === named);
  if (shown.length === 0) {
    yield* system.descriptors.write(2, `Device "${named ?? ''}" does not exist.\n`);
    return 1;
  }
  const texts = shown.map(({ one, number }) =>
    isBrief ? brief(one, withAddresses) : whole(one, number, withAddresses),
  );
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

function whole(one: WireInterface, number: number, withAddresses: boolean): Bytes {
  const isLoop = one.name === 'lo';
  const discipline = isLoop ? 'noqueue' : 'fq_codel';
  const head = `${number}: ${one.name}: <${flagsOf(one)}> mtu ${one.mtu} qdisc ${discipline} state ${stateOf(one)}${withAddresses ? '' : ' mode DEFAULT'} group default qlen 1000\n    link/${isLoop ? 'loopback' : 'ether'} ${one.hardware} brd ${isLoop ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff'}\n`;
  if (!withAddresses) return head;
  const lines = one.addresses.map(({ address, prefix }) => {
    const broad = isLoop ? '' : `brd ${broadcastOf(address, prefix)} `;
    return `    inet ${address}/${prefix} ${broad}scope ${isLoop ? 'host' : 'global'} ${one.name}\n       valid_lft forever preferred_lft forever\n`;
  });
  return head + lines.join('');
}

const networkOf = (address: Bytes, prefix: number): Bytes =>
  addressOfNumber(Math.floor(numberOfAddress(address) / addressesOf(prefix)) * addressesOf(prefix));
const broadcastOf = (address: Bytes, prefix: number): Bytes =>
  addressOfNumber(numberOfAddress(networkOf(address, prefix)) + addressesOf(prefix) - 1);

function* showRoutes(system: System): Step<number> {
  const { wire } = system.network;
  const gateway = wire.gateway();
  const up = wire.interfaces().filter(({ isUp }) => isUp);
  const lines = up.flatMap(({ name, addresses }) =>
    addresses.map(
      ({ address, prefix }) =>
        `${networkOf(address, prefix)}/${prefix} dev ${name} proto kernel scope link src ${address} \n`,
    ),
  );
  const first =
    gateway === null || up[0] === undefined ? [] : [`default via ${gateway} dev ${up[0].name} \n`];
  yield* system.descriptors.write(1, [...first, ...lines].join(''));
  return 0;
}

function* getRoute(system: System, to: Bytes): Step<number> {
  const { wire } = system.network;
  const own = wire.interfaces().find(({ isUp }) => isUp);
  const address = own?.addresses[0];
  if (own === undefined || address === undefined) {
    yield* system.descriptors.write(2, 'RTNETLINK answers: Network is unreachable\n');
    return 2;
  }
  const isNear = networkOf(to, address.prefix) === networkOf(address.address, address.prefix);
  const gateway = wire.gateway();
  if (!isNear && gateway === null) {
    yield* system.descriptors.write(2, 'RTNETLINK answers: Network is unreachable\n');
    return 2;
  }
  yield* system.descriptors.write(
    1,
    `${to} ${isNear ? '' : `via ${gateway ?? ''} `}dev ${own.name} src ${address.address} uid ${system.processes.who().uid} \n    cache \n`,
  );
  return 0;
}
