import type { Bytes } from '../../../bytes.ts';
import type { OwnRoute } from '../../../network/own-network.ts';
import { networkOf } from '../../../network/own-network.ts';
import type { Route } from '../../../network/routes.ts';
import { isOnCable } from './ip-acts.ts';
import type { IpCall, Named } from './ip-call.ts';
import { answered, cardNamed, cut, isAddress, namedIn, noPrefix, prefixIn } from './ip-call.ts';

export const routeNames = ['via', 'dev', 'metric', 'proto', 'scope', 'src', 'table', 'to'];
const kinds = ['blackhole', 'unreachable', 'prohibit', 'throw', 'nat', 'broadcast', 'multicast', 'local'];

export const destinationOf = ({ to, prefix }: Pick<Route, 'to' | 'prefix'>): Bytes =>
  prefix === 0 ? 'default' : prefix === 32 ? to : `${to}/${prefix}`;

/** `default`, `10.0.0.0/8`, or what is wrong with it. */
type Destination = { readonly to: Bytes; readonly prefix: number } | { readonly wrong: Bytes };

export function destinationIn(text: Bytes): Destination {
  if (text === 'default' || text === '0/0') return { to: '0.0.0.0', prefix: 0 };
  const found = prefixIn(text);
  return found === null ? { wrong: noPrefix(text) } : { to: found.address, prefix: found.prefix };
}

/** What is wrong, and the status it ends with. */
type Wrong = { readonly text: Bytes; readonly status: number };
type Goal = { readonly to: Bytes; readonly prefix: number };

export function routeIn(call: IpCall, words: readonly Bytes[]): OwnRoute | Wrong {
  const named = namedIn(words, routeNames);
  const goal = goalIn(named);
  if ('text' in goal) return goal;
  const card = cardIn(call, named);
  if (typeof card !== 'string') return card;
  if (networkOf(goal.to, goal.prefix) !== goal.to)
    return { text: 'Error: Invalid prefix for given prefix length.', status: 2 };
  const { values } = named;
  return {
    to: `${goal.to}/${goal.prefix}`,
    via: values.get('via') ?? null,
    card,
    metric: Number(values.get('metric') ?? '0'),
    isStatic: values.get('proto') === 'static',
  };
}

function goalIn({ values, bare, isCut }: Named): Goal | Wrong {
  const [first] = bare;
  if (isCut) return { text: cut, status: 255 };
  if (first !== undefined && kinds.includes(first))
    return { text: answered('Operation not supported'), status: 2 };
  const goal = destinationIn(values.get('to') ?? first ?? 'default');
  return 'wrong' in goal ? { text: goal.wrong, status: 1 } : goal;
}

function cardIn({ system }: IpCall, { values }: Named): Bytes | Wrong {
  const [via, device] = [values.get('via'), values.get('dev')];
  if (via !== undefined && !isAddress(via))
    return { text: `Error: inet address is expected rather than "${via}".`, status: 1 };
  if (device !== undefined && cardNamed(system, device) === undefined)
    return { text: `Cannot find device "${device}"`, status: 1 };
  const cards = system.network.wire
    .interfaces()
    .filter(({ name }) => device === undefined || name === device);
  const on = cards.filter(({ isOff }) => isOff !== true);
  if (via !== undefined)
    return (
      on.find((card) => isOnCable(card, via))?.name ?? {
        text: 'Error: Nexthop has invalid gateway.',
        status: 2,
      }
    );
  if (device === undefined) return { text: answered('No such device'), status: 2 };
  return on.length === 0 ? { text: answered('Network is down'), status: 2 } : device;
}
