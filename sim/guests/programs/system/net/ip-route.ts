import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import type { OwnNetwork, OwnRoute } from '../../../network/own-network.ts';
import type { Route } from '../../../network/routes.ts';
import { actOf } from './ip-acts.ts';
import type { IpCall } from './ip-call.ts';
import { answered, cut, fail, namedIn, set } from './ip-call.ts';
import { getRoute } from './ip-route-get.ts';
import { destinationIn, destinationOf, routeIn, routeNames as names } from './ip-route-words.ts';

const acts = [
  'list',
  'lst',
  'show',
  'add',
  'change',
  'chg',
  'replace',
  'append',
  'del',
  'delete',
  'get',
  'flush',
] as const;
export function* ipRoute(call: IpCall): Step<number> {
  const [word = 'show', ...words] = call.words;
  const act = actOf(acts, word);
  switch (act) {
    case 'list':
    case 'lst':
    case 'show':
      return yield* show(call, words);
    case 'add':
    case 'append':
    case 'change':
    case 'chg':
    case 'replace':
      return yield* put(
        call,
        words,
        act === 'add' || act === 'append' ? 'new' : act === 'replace' ? 'any' : 'known',
      );
    case 'del':
    case 'delete':
      return yield* remove(call, words);
    case 'get':
      return yield* getRoute(call, words);
    case 'flush':
      return yield* flush(call, words);
    case null:
      return yield* fail(call, `Command "${word}" is unknown, try "ip route help".`, 255);
    default:
      return act satisfies never;
  }
}

function lineOf(route: Route): Bytes {
  const { via, card, metric, source, by } = route;
  const words = [
    destinationOf(route),
    via === null ? '' : `via ${via}`,
    `dev ${card}`,
    by === 'kernel' ? 'proto kernel' : by === 'file' ? 'proto static' : '',
    via === null ? 'scope link' : '',
    source === null ? '' : `src ${source}`,
    metric === 0 ? '' : `metric ${metric}`,
  ];
  return `${words.filter((word) => word !== '').join(' ')} \n`;
}

function factsOf(route: Route): object {
  const { via, card, metric, source, by } = route;
  return {
    dst: destinationOf(route),
    ...(via === null ? {} : { gateway: via }),
    dev: card,
    ...(by === 'kernel' ? { protocol: 'kernel' } : by === 'file' ? { protocol: 'static' } : {}),
    ...(via === null ? { scope: 'link' } : {}),
    ...(source === null ? {} : { prefsrc: source }),
    ...(metric === 0 ? {} : { metric }),
    flags: [],
  };
}

function* show(call: IpCall, words: readonly Bytes[]): Step<number> {
  const { system, flags } = call;
  const { values, bare, isCut } = namedIn(words, names);
  if (isCut) return yield* fail(call, cut, 255);
  const text = values.get('to') ?? bare[0];
  const wanted = text === undefined ? null : destinationIn(text);
  if (wanted !== null && 'wrong' in wanted) return yield* fail(call, wanted.wrong, 1);
  const device = values.get('dev');
  const shown = system.network.wire
    .routes()
    .filter((route) => !flags.has('six') && (device === undefined || route.card === device))
    .filter((route) => wanted === null || destinationOf(route) === destinationOf(wanted));
  const lines = flags.has('json')
    ? `[${shown.map((route) => JSON.stringify(factsOf(route))).join(',')}]\n`
    : shown.map(lineOf).join('');
  yield* system.descriptors.write(1, lines);
  return 0;
}

const isSame = (one: Pick<OwnRoute, 'to' | 'metric'>, other: Pick<OwnRoute, 'to' | 'metric'>): boolean =>
  one.to === other.to && one.metric === other.metric;

const everywhere = '0.0.0.0/0';

function isKnown({ system }: IpCall, route: OwnRoute): boolean {
  return system.network.wire
    .routes()
    .some(({ to, prefix, metric }) => isSame({ to: `${to}/${prefix}`, metric }, route));
}

function* put(call: IpCall, words: readonly Bytes[], how: 'new' | 'known' | 'any'): Step<number> {
  if (words.length === 0) return yield* fail(call, usage, 255);
  const route = routeIn(call, words);
  if ('text' in route) return yield* fail(call, route.text, route.status);
  const has = isKnown(call, route);
  if (has && how === 'new') return yield* fail(call, answered('File exists'), 2);
  if (!has && how === 'known') return yield* fail(call, answered('No such file or directory'), 2);
  const own = call.system.network.wire.own();
  const left = withoutRoutes(own, (one) => isSame(one, route));
  return yield* set(call, { ...left, routes: [...left.routes, route] });
}

/** The lab's own way out is one as the others are. */
function withoutRoutes(
  own: OwnNetwork,
  isGone: (route: Pick<OwnRoute, 'to' | 'metric'>) => boolean,
): OwnNetwork {
  return {
    ...own,
    routes: own.routes.filter((route) => !isGone(route)),
    isWithoutGateway: own.isWithoutGateway || isGone({ to: everywhere, metric: 0 }),
  };
}

function* remove(call: IpCall, words: readonly Bytes[]): Step<number> {
  const { values, bare } = namedIn(words, names);
  const text = values.get('to') ?? bare[0] ?? 'default';
  const goal = destinationIn(text);
  if ('wrong' in goal) return yield* fail(call, goal.wrong, 1);
  const [via, device, metric] = [values.get('via'), values.get('dev'), values.get('metric')];
  const found = call.system.network.wire
    .routes()
    .find(
      (route) =>
        route.to === goal.to &&
        route.prefix === goal.prefix &&
        (via === undefined || route.via === via) &&
        (device === undefined || route.card === device) &&
        (metric === undefined || route.metric === Number(metric)),
    );
  if (found === undefined) return yield* fail(call, answered('No such process'), 2);
  if (found.by === 'kernel') return yield* fail(call, answered('Operation not supported'), 2);
  const own = call.system.network.wire.own();
  const gone = { to: `${found.to}/${found.prefix}`, metric: found.metric };
  return yield* set(call, found.by === 'lab' ? { ...own, isWithoutGateway: true } : withoutOwn(own, gone));
}

const withoutOwn = (own: OwnNetwork, gone: Pick<OwnRoute, 'to' | 'metric'>): OwnNetwork => ({
  ...own,
  routes: own.routes.filter((route) => !isSame(route, gone)),
});

function* flush(call: IpCall, words: readonly Bytes[]): Step<number> {
  const { values, bare } = namedIn(words, names);
  if (words.length === 0) return yield* fail(call, '"ip route flush" requires arguments.', 1);
  const goal = bare[0] === undefined || bare[0] === 'cache' ? null : destinationIn(bare[0]);
  if (bare[0] === 'cache') return 0;
  if (goal !== null && 'wrong' in goal) return yield* fail(call, goal.wrong, 1);
  const device = values.get('dev');
  const own = call.system.network.wire.own();
  const isGone = ({ to, card }: Pick<OwnRoute, 'to' | 'card'>): boolean =>
    (device === undefined || card === device) && (goal === null || to === `${goal.to}/${goal.prefix}`);
  const lab = call.system.network.wire.routes().find(({ by }) => by === 'lab');
  return yield* set(call, {
    ...own,
    routes: own.routes.filter((route) => !isGone(route)),
    isWithoutGateway:
      own.isWithoutGateway || (lab !== undefined && isGone({ to: everywhere, card: lab.card })),
  });
}

const usage = `Usage: ip route { list | flush } SELECTOR
       ip route get ADDRESS
       ip route { add | del | change | append | replace } ROUTE`;
