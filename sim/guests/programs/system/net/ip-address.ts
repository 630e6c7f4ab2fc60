import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import type { OwnAddress, OwnNetwork } from '../../../network/own-network.ts';
import { broadcastOf } from '../../../network/own-network.ts';
import type { WireInterface } from '../../../network/wire-interface.ts';
import type { IpCall, Prefixed } from './ip-call.ts';
import {
  allCards,
  answered,
  cardNamed,
  cut,
  fail,
  namedIn,
  noPrefix,
  notEnough,
  prefixIn,
  set,
} from './ip-call.ts';
import { showInterfaces } from './ip-show.ts';
import { actOf, isWithin, withoutWaysOver } from './ip-acts.ts';

const acts = ['add', 'change', 'replace', 'del', 'delete', 'show', 'list', 'lst', 'flush'] as const;
const names = ['dev', 'local', 'broadcast', 'brd', 'label', 'scope', 'valid_lft', 'preferred_lft', 'to'];

export function* ipAddress(call: IpCall): Step<number> {
  const [word = 'show', ...words] = call.words;
  const act = actOf(acts, word);
  switch (act) {
    case 'show':
    case 'list':
    case 'lst':
      return yield* showInterfaces(call, { words, withAddresses: true });
    case 'add':
    case 'change':
    case 'replace':
      return yield* add(call, words, act === 'add');
    case 'del':
    case 'delete':
      return yield* remove(call, words);
    case 'flush':
      return yield* flush(call, words);
    case null:
      return yield* fail(call, `Command "${word}" is unknown, try "ip address help".`, 255);
    default:
      return act satisfies never;
  }
}

type Meant = Prefixed & { readonly card: WireInterface; readonly broadcast: Bytes | null };

/** A text: what is wrong. */
function meantBy({ system }: IpCall, words: readonly Bytes[]): Meant | Bytes {
  const { values, bare, isCut } = namedIn(words, names);
  if (isCut) return cut;
  const [text, extra] = [values.get('local'), ...bare].filter((word) => word !== undefined);
  if (extra !== undefined) return `Error: either "local" is duplicate, or "${extra}" is a garbage.`;
  const found = text === undefined ? null : prefixIn(text);
  if (text !== undefined && found === null) return noPrefix(text);
  const device = values.get('dev');
  if (device === undefined || found === null) return notEnough;
  const card = cardNamed(system, device);
  if (card === undefined) return `Cannot find device "${device}"`;
  const said = values.get('broadcast') ?? values.get('brd') ?? null;
  const broadcast = said === '+' ? broadcastOf(found.address, found.prefix) : said;
  return { ...found, card, broadcast };
}

function* add(call: IpCall, words: readonly Bytes[], isNew: boolean): Step<number> {
  const meant = meantBy(call, words);
  if (typeof meant === 'string') return yield* fail(call, meant, 1);
  const { address, prefix, card, broadcast } = meant;
  const has = card.addresses.some((one) => one.address === address && one.prefix === prefix);
  const own = call.system.network.wire.own();
  if (has) return isNew ? yield* fail(call, answered('File exists'), 2) : 0;
  return yield* set(call, withAddress(own, { card: card.name, address, prefix, broadcast }));
}

const withAddress = (own: OwnNetwork, added: OwnAddress): OwnNetwork => ({
  ...own,
  added: [...own.added, added],
});

function* remove(call: IpCall, words: readonly Bytes[]): Step<number> {
  const meant = meantBy(call, words);
  if (typeof meant === 'string') return yield* fail(call, meant, 1);
  const { address, prefix, card, isSaid } = meant;
  const found = card.addresses.find((one) => one.address === address && (!isSaid || one.prefix === prefix));
  if (found === undefined) return yield* fail(call, answered('Cannot assign requested address'), 2);
  const wide = !isSaid && found.prefix !== 32;
  if (wide)
    yield* call.system.descriptors.write(
      2,
      `Warning: Executing wildcard deletion to stay compatible with old scripts.\n         Explicitly specify the prefix length (${address}/32) to avoid this warning.\n         This special behaviour is likely to disappear in further releases,\n         fix your scripts!\n`,
    );
  return yield* set(call, without(call, call.system.network.wire.own(), { card, gone: [found] }));
}

type Leaving = { readonly card: WireInterface; readonly gone: WireInterface['addresses'] };

/** A card without any address loses its ways as well. */
function without({ system }: IpCall, own: OwnNetwork, { card, gone }: Leaving): OwnNetwork {
  const isGone = ({ address, prefix }: Pick<OwnAddress, 'address' | 'prefix'>): boolean =>
    gone.some((one) => one.address === address && one.prefix === prefix);
  const labs = gone.filter(({ broadcast }) => broadcast === undefined);
  const next: OwnNetwork = {
    ...own,
    added: own.added.filter((one) => one.card !== card.name || !isGone(one)),
    without: [...own.without, ...labs.map(({ address }) => ({ card: card.name, address }))],
  };
  return gone.length === card.addresses.length ? withoutWaysOver(system.network.wire, next, card.name) : next;
}

function* flush(call: IpCall, words: readonly Bytes[]): Step<number> {
  const { values, bare } = namedIn(words, names);
  const device = values.get('dev') ?? bare[0];
  const to = values.get('to');
  if (device === undefined && to === undefined) return yield* fail(call, 'Flush requires arguments.', 1);
  const { system } = call;
  if (device !== undefined && cardNamed(system, device) === undefined)
    return yield* fail(call, `Device "${device}" does not exist.`, 1);
  let own = system.network.wire.own();
  for (const card of allCards(system).filter(({ name }) => device === undefined || name === device)) {
    const gone = card.addresses.filter(({ address }) => address !== '127.0.0.1' && isWithin(address, to));
    own = without(call, own, { card, gone });
  }
  return yield* set(call, own);
}
