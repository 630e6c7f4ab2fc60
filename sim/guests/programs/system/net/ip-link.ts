import type { Step } from '../../../kernel/program.ts';
import type { Bytes } from '../../../bytes.ts';
import { restoreWays } from '../../../system/net-files/keeper.ts';
import { actOf, withoutWaysOver } from './ip-acts.ts';
import type { IpCall } from './ip-call.ts';
import { answered, cardNamed, cut, fail, namedIn, notEnough, set } from './ip-call.ts';
import { showInterfaces } from './ip-show.ts';

const acts = ['show', 'list', 'lst', 'set', 'add', 'delete', 'del', 'change', 'replace'] as const;
const leastSize = 68;

export function* ipLink(call: IpCall): Step<number> {
  const [word = 'show', ...words] = call.words;
  const act = actOf(acts, word);
  switch (act) {
    case 'show':
    case 'list':
    case 'lst':
      return yield* showInterfaces(call, { words, withAddresses: false });
    case 'set':
      return yield* setLink(call, words);
    case 'add':
    case 'delete':
    case 'del':
    case 'change':
    case 'replace':
      // Bridges, bonds and cards of cards are not simulated.
      return yield* fail(call, answered('Operation not supported'), 2);
    case null:
      return yield* fail(call, `Command "${word}" is unknown, try "ip link help".`, 255);
    default:
      return act satisfies never;
  }
}

function* setLink(call: IpCall, words: readonly Bytes[]): Step<number> {
  const { values, bare, isCut } = namedIn(words, ['dev', 'mtu', 'address', 'name', 'master', 'txqueuelen']);
  if (isCut) return yield* fail(call, cut, 255);
  const states = bare.flatMap((word): ('up' | 'down')[] => (word === 'up' || word === 'down' ? [word] : []));
  const others = bare.filter((word) => word !== 'up' && word !== 'down');
  const device = values.get('dev') ?? others.shift();
  if (device === undefined) return yield* fail(call, notEnough, 255);
  const [garbage] = others;
  if (garbage !== undefined)
    return yield* fail(call, `Error: either "dev" is duplicate, or "${garbage}" is a garbage.`, 255);
  if (cardNamed(call.system, device) === undefined)
    return yield* fail(call, `Cannot find device "${device}"`, 1);
  const isElse = ['address', 'name', 'master', 'txqueuelen'].some((name) => values.has(name));
  if (isElse || device === 'lo') return yield* fail(call, answered('Operation not supported'), 2);
  const size = values.get('mtu');
  const resized = size === undefined ? 0 : yield* resize(call, device, size);
  const state = states.at(-1);
  if (resized !== 0 || state === undefined) return resized;
  return yield* switchCard(call, device, state);
}

function* resize(call: IpCall, card: Bytes, size: Bytes): Step<number> {
  if (!/^\d+$/.test(size))
    return yield* fail(call, `Error: argument "${size}" is wrong: Invalid "mtu" value`, 255);
  const mtu = Number(size);
  if (mtu < leastSize) return yield* fail(call, 'Error: mtu less than device minimum.', 2);
  if (mtu > 9000) return yield* fail(call, 'Error: mtu greater than device maximum.', 2);
  const own = call.system.network.wire.own();
  return yield* set(call, {
    ...own,
    sizes: [...own.sizes.filter((one) => one.card !== card), { card, mtu }],
  });
}

function* switchCard(call: IpCall, card: Bytes, state: 'up' | 'down'): Step<number> {
  const { wire } = call.system.network;
  const own = wire.own();
  const off = own.off.filter((name) => name !== card);
  if (state === 'down') {
    if (own.off.includes(card)) return 0;
    return yield* set(call, { ...withoutWaysOver(wire, own, card), off: [...off, card] });
  }
  if (!own.off.includes(card)) return 0;
  const status = yield* set(call, { ...own, off });
  if (status === 0) restoreWays(call.system, card);
  return status;
}
