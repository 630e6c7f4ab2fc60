import type { BerReader } from './ber-reader.ts';
import { integer, oidValue, sequence, wrapped } from './ber.ts';
import type { Oid } from './oid.ts';
import { pduTags, tags } from './tags.table.ts';
import type { ErrorStatus } from './tags.table.ts';
import { encodeValue } from './values.ts';
import type { Absence, SnmpValue } from './values.ts';

/** What a manager asks. For getBulk the two numbers are non-repeaters and max-repetitions. */
export type Request = {
  readonly type: 'get' | 'getNext' | 'getBulk' | 'set';
  readonly id: number;
  readonly nonRepeaters: number;
  readonly maxRepetitions: number;
  readonly oids: readonly Oid[];
};

const requestTypes = new Map<number, Request['type']>([
  [pduTags.get, 'get'],
  [pduTags.getNext, 'getNext'],
  [pduTags.getBulk, 'getBulk'],
  [pduTags.set, 'set'],
]);

/** Null where the PDU is whole but nothing an agent answers: a response, a trap, a report. */
export function readRequest(reader: BerReader): Request | null {
  const tag = reader.nextTag();
  const pdu = reader.enter(tag);
  const id = pdu.integer();
  const nonRepeaters = Math.max(0, pdu.integer());
  const maxRepetitions = Math.max(0, pdu.integer());
  const list = pdu.enter(tags.sequence);
  const oids: Oid[] = [];
  while (list.hasMore()) {
    const binding = list.enter(tags.sequence);
    oids.push(binding.oid());
    binding.skip();
  }
  const type = requestTypes.get(tag);
  return type === undefined ? null : { type, id, nonRepeaters, maxRepetitions, oids };
}

/** A variable binding, encoded. */
export const encodeBinding = (oid: Oid, value: SnmpValue | Absence): Buffer =>
  sequence(oidValue(oid), encodeValue(value));

/** As the request had it, without a value: what an error repeats. */
export const emptyBinding = (oid: Oid): Buffer => sequence(oidValue(oid), wrapped(tags.null));

export type Response = {
  readonly id: number;
  readonly status: ErrorStatus;
  /** Which binding is at fault, from 1; 0 where none is. */
  readonly index: number;
  readonly bindings: readonly Buffer[];
};

export const encodeResponse = (response: Response): Buffer => encodePdu(pduTags.response, response);

export const encodeReport = (id: number, binding: Buffer): Buffer =>
  encodePdu(pduTags.report, { id, status: 0, index: 0, bindings: [binding] });

const encodePdu = (tag: number, { id, status, index, bindings }: Response): Buffer =>
  wrapped(tag, integer(id), integer(status), integer(index), sequence(...bindings));
