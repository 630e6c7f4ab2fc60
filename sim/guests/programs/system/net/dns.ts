import type { Bytes } from '../../../bytes.ts';
import type { Step, System } from '../../../kernel/program.ts';

export type NameRecord = { readonly name: Bytes; readonly type: Bytes; readonly data: Bytes };
export type Answer = { readonly status: 'NOERROR' | 'NXDOMAIN'; readonly records: readonly NameRecord[] };

const reverse = '.in-addr.arpa';
const lifetime = 3600;
export const ttl = String(lifetime);

/** `10.0.1.12` as its name in the tree of addresses. */
export const reversed = (address: Bytes): Bytes => `${address.split('.').toReversed().join('.')}${reverse}`;
export const isAddress = (text: Bytes): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text);
const withoutDot = (name: Bytes): Bytes => name.replace(/\.$/, '').toLowerCase();

/** What the lab's zone has under a full name; `type` in capitals. */
export function answerFor({ network }: System, name: Bytes, type: Bytes): Answer {
  const { wire } = network;
  const own = withoutDot(name);
  const zone = wire.domain();
  if (own.endsWith(reverse)) {
    const address = own.slice(0, -reverse.length).split('.').toReversed().join('.');
    const named = isAddress(address) ? wire.nameOf(address) : null;
    if (named === null) return nobody;
    return found(type, [{ name: own, type: 'PTR', data: `${named}.` }]);
  }
  if (own === zone) return found(type, [soaOf(zone), { name: zone, type: 'NS', data: `ns.${zone}.` }]);
  const address = own.endsWith(`.${zone}`) ? wire.resolve(own) : null;
  return address === null ? nobody : found(type, [{ name: own, type: 'A', data: address }]);
}

const nobody: Answer = { status: 'NXDOMAIN', records: [] };
const found = (type: Bytes, records: readonly NameRecord[]): Answer => ({
  status: 'NOERROR',
  records: records.filter((one) => type === 'ANY' || one.type === type),
});

export const soaOf = (zone: Bytes): NameRecord => ({
  name: zone,
  type: 'SOA',
  data: `ns.${zone}. hostmaster.${zone}. 1 ${lifetime} 900 604800 300`,
});

/** Lab milliseconds that a question is waited for, and how often it is asked. */
const patience = 5000;

/** Whether a server answers; one that does not is asked so often. */
export function* isAnswered(system: System, server: Bytes, tried: () => Step<unknown>): Step<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const answers = system.network.wire.servesNames(server);
    system.network.wire.count(server, { sent: 1, received: answers ? 1 : 0 });
    if (answers) return true;
    yield* system.processes.sleep(patience);
    yield* tried();
  }
  return false;
}
