import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import { routeTo, sourceFor } from '../../../network/routes.ts';
import type { IpCall } from './ip-call.ts';
import { answered, fail, isAddress, namedIn, noPrefix } from './ip-call.ts';
import { routeNames } from './ip-route-words.ts';

type Found = {
  readonly to: Bytes;
  readonly isLocal: boolean;
  readonly via: Bytes | null;
  readonly dev: Bytes;
  readonly source: Bytes;
};

/** By which way a packet would go now. */
export function* getRoute(call: IpCall, words: readonly Bytes[]): Step<number> {
  const { system, flags } = call;
  const to = namedIn(words, routeNames).bare[0] ?? '';
  if (!isAddress(to)) return yield* fail(call, noPrefix(to), 1);
  const found = findRoute(system, to);
  if (found === null) return yield* fail(call, answered('Network is unreachable'), 2);
  const { uid } = system.processes.who();
  const text = flags.has('json') ? JSON.stringify([factsOf(found, uid)]) : lineOf(found, uid);
  yield* system.descriptors.write(1, `${text}\n`);
  return 0;
}

function findRoute({ network }: System, to: Bytes): Found | null {
  const { wire } = network;
  const cards = wire.interfaces();
  const isOwn = cards.some(({ addresses }) => addresses.some((one) => one.address === to));
  if (isOwn || to.startsWith('127.')) return { to, isLocal: true, via: null, dev: 'lo', source: to };
  const route = routeTo(wire.routes(), to);
  if (route === null) return null;
  const { via, card } = route;
  return { to, isLocal: false, via, dev: card, source: sourceFor(cards, { ...route, to }) ?? '' };
}

function lineOf({ to, isLocal, via, dev, source }: Found, uid: number): Bytes {
  const way = `${to} ${via === null ? '' : `via ${via} `}dev ${dev} src ${source} uid ${uid}`;
  return `${isLocal ? 'local ' : ''}${way} \n    cache ${isLocal ? '<local> ' : ''}`;
}

const factsOf = ({ to, isLocal, via, dev, source }: Found, uid: number): object => ({
  ...(isLocal ? { type: 'local' } : {}),
  dst: to,
  ...(via === null ? {} : { gateway: via }),
  dev,
  prefsrc: source,
  flags: [],
  uid,
  cache: isLocal ? ['local'] : [],
});
