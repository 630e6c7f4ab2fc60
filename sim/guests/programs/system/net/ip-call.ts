import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';
import type { OwnNetwork } from '../../../network/own-network.ts';
import type { WireInterface } from '../../../network/wire-interface.ts';

export type IpFlag = 'brief' | 'oneline' | 'counted' | 'json' | 'six';

/** `ip FLAGS OBJECT ACT WORDS`. */
export type IpCall = {
  readonly system: System;
  readonly flags: ReadonlySet<IpFlag>;
  readonly words: readonly Bytes[];
};

export function* fail({ system }: Pick<IpCall, 'system'>, text: Bytes, status: number): Step<number> {
  yield* system.descriptors.write(2, `${text}\n`);
  return status;
}

export const notEnough = 'Not enough information: "dev" argument is required.';
export const noPrefix = (text: Bytes): Bytes => `Error: any valid prefix is expected rather than "${text}".`;
export const answered = (text: Bytes): Bytes => `RTNETLINK answers: ${text}`;

/** Both were read through, and the kernel is asked. */
export function* set(call: Pick<IpCall, 'system'>, own: OwnNetwork): Step<number> {
  const changed = call.system.network.change(own);
  return changed.ok ? 0 : yield* fail(call, answered(messageOf(changed.errno)), 2);
}

export function loopback({ network }: System): WireInterface {
  const own = network.wire.own();
  const added = own.added
    .filter(({ card }) => card === 'lo')
    .map(({ address, prefix, broadcast }) => ({ address, prefix, broadcast }));
  return {
    name: 'lo',
    hardware: '00:00:00:00:00:00',
    mtu: 65_536,
    isUp: true,
    addresses: [{ address: '127.0.0.1', prefix: 8 }, ...added],
  };
}

export const allCards = (system: System): readonly WireInterface[] => [
  loopback(system),
  ...system.network.wire.interfaces(),
];

export const cardNamed = (system: System, name: Bytes): WireInterface | undefined =>
  allCards(system).find((card) => card.name === name);

const part = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

export const isAddress = (text: Bytes): boolean => {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((one) => part.test(one));
};

export type Prefixed = { readonly address: Bytes; readonly prefix: number; readonly isSaid: boolean };

/** `10.0.0.9/24`, or an address alone, which is one of 32 bits; null: neither. */
export function prefixIn(text: Bytes): Prefixed | null {
  const [address = '', length, ...more] = text.split('/');
  const isNumber = length === undefined || (/^\d{1,2}$/.test(length) && Number(length) <= 32);
  if (more.length > 0 || !isNumber || !isAddress(address)) return null;
  return { address, prefix: Number(length ?? '32'), isSaid: length !== undefined };
}

/** `via 10.0.0.1 dev eth0`: words that name what follows them, and those that stand for themselves. */
export type Named = {
  readonly values: ReadonlyMap<string, Bytes>;
  readonly bare: readonly Bytes[];
  /** What should have followed and does not. */
  readonly isCut: boolean;
};

export function namedIn(words: readonly Bytes[], names: readonly string[]): Named {
  const values = new Map<string, Bytes>();
  const bare: Bytes[] = [];
  let isCut = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const name = names.find((one) => one === word);
    if (name === undefined) {
      bare.push(word);
      continue;
    }
    at += 1;
    const value = words[at];
    if (value === undefined) isCut = true;
    else values.set(name, value);
  }
  return { values, bare, isCut };
}

export const cut = 'Command line is not complete. Try option "help"';
