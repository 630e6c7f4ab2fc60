import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { WireInterface } from '../../../network/wire.ts';
import { networkOf, showInterfaces } from './ip-show.ts';

const objects = ['address', 'link', 'route', 'neighbour'] as const;

/** `ip a`, `ip -br a`, `ip -s l`, `ip r`, `ip n`: shows; the lab's own tools change what is connected how. */
export const ip: Program = function* (system) {
  const words = system.arguments.slice(1);
  const flags = words.filter((word) => word.startsWith('-'));
  const [object, act = 'show', ...more] = words.filter((word) => !word.startsWith('-'));
  if (object === undefined) {
    yield* system.descriptors.write(2, 'Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n');
    return 255;
  }
  const found = objects.find(
    (name) => name.startsWith(object) || (object === 'addr' && name === 'address') || object === `${name}s`,
  );
  if (found === undefined) {
    yield* system.descriptors.write(2, `Object "${object}" is unknown, try "ip help".\n`);
    return 1;
  }
  if (!['show', 'list', 'ls', 'sh', 's', 'l', 'get'].includes(act)) return yield* refuse(system, act);
  const named = more[0] === 'dev' ? more[1] : more[0];
  switch (found) {
    case 'address':
    case 'link':
      return yield* showInterfaces(system, { named, flags, withAddresses: found === 'address' });
    case 'route':
      return act === 'get' ? yield* getRoute(system, more[0] ?? '') : yield* showRoutes(system);
    case 'neighbour':
      return yield* showNeighbours(system);
    default:
      return found satisfies never;
  }
};

function* showNeighbours(system: System): Step<number> {
  const lines = system.network.wire
    .neighbours()
    .map(({ address, interface: by, hardware }) =>
      hardware === null
        ? `${address} dev ${by} FAILED \n`
        : `${address} dev ${by} lladdr ${hardware} REACHABLE \n`,
    );
  yield* system.descriptors.write(1, lines.join(''));
  return 0;
}

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
  const out = gateway === null ? undefined : up.find(leadsTo(gateway));
  const first = out === undefined ? [] : [`default via ${gateway} dev ${out.name} \n`];
  yield* system.descriptors.write(1, [...first, ...lines].join(''));
  return 0;
}

const leadsTo =
  (to: Bytes) =>
  ({ addresses }: WireInterface): boolean =>
    addresses.some((one) => isNearTo(one, to));

const isNearTo = ({ address, prefix }: WireInterface['addresses'][number], to: Bytes): boolean =>
  networkOf(to, prefix) === networkOf(address, prefix);

function* getRoute(system: System, to: Bytes): Step<number> {
  const { wire } = system.network;
  const { uid } = system.processes.who();
  const isOwn = wire.interfaces().some(({ addresses }) => addresses.some((one) => one.address === to));
  if (isOwn || to.startsWith('127.')) {
    yield* system.descriptors.write(1, `local ${to} dev lo src ${to} uid ${uid} \n    cache <local> \n`);
    return 0;
  }
  const up = wire.interfaces().filter(({ isUp }) => isUp);
  const own = up.find(leadsTo(to)) ?? up[0];
  const address = own?.addresses[0];
  if (own === undefined || address === undefined) {
    yield* system.descriptors.write(2, 'RTNETLINK answers: Network is unreachable\n');
    return 2;
  }
  const isNear = isNearTo(address, to);
  const gateway = wire.gateway();
  if (!isNear && gateway === null) {
    yield* system.descriptors.write(2, 'RTNETLINK answers: Network is unreachable\n');
    return 2;
  }
  yield* system.descriptors.write(
    1,
    `${to} ${isNear ? '' : `via ${gateway ?? ''} `}dev ${own.name} src ${address.address} uid ${uid} \n    cache \n`,
  );
  return 0;
}
