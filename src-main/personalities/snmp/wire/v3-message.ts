import { createBerReader } from './ber-reader.ts';
import type { BerReader } from './ber-reader.ts';
import { integer, octets, sequence } from './ber.ts';
import { tags } from './tags.table.ts';
import { digestLength, encrypt, sign } from './usm.ts';
import type { LocalKeys } from './usm.ts';

export type SecurityLevel = 'none' | 'auth' | 'privacy';

/** RFC 3412 §6 and RFC 3414 §2.4. The parts are views of the message, not copies. */
export type V3Message = {
  readonly id: number;
  readonly maxSize: number;
  /** Null where privacy is asked for without authentication. */
  readonly level: SecurityLevel | null;
  readonly wantsReport: boolean;
  readonly model: number;
  readonly engine: Buffer;
  readonly boots: number;
  readonly time: number;
  readonly user: string;
  readonly digest: Buffer;
  readonly salt: Buffer;
  /** A scoped PDU, or what hides one. */
  readonly data: Buffer;
  /** All of it, as it came: what the digest is over. */
  readonly whole: Buffer;
};

export const userSecurityModel = 3;
/** The longest message that we take: all that UDP carries. */
const maxSize = 65_507;
const flag = { auth: 1, privacy: 2, reportable: 4 } as const;
const levelOfFlags: readonly (SecurityLevel | null)[] = ['none', 'auth', null, 'privacy'];

/** `reader` stands behind the version of `whole`. */
export function readV3(reader: BerReader, whole: Buffer): V3Message | null {
  const header = reader.enter(tags.sequence);
  const id = header.integer();
  const maxSize = header.integer();
  const flags = header.octets(tags.octets)[0] ?? 0;
  const model = header.integer();
  const parameters = createBerReader(reader.octets(tags.octets));
  const usm = parameters.enter(tags.sequence);
  const message = {
    id,
    maxSize,
    level: levelOfFlags[flags & (flag.auth | flag.privacy)] ?? null,
    wantsReport: (flags & flag.reportable) !== 0,
    model,
    engine: usm.octets(tags.octets),
    boots: usm.integer(),
    time: usm.integer(),
    user: usm.octets(tags.octets).toString('utf8'),
    digest: usm.octets(tags.octets),
    salt: usm.octets(tags.octets),
    data: reader.nextTag() === tags.octets ? reader.octets(tags.octets) : wholeOf(reader),
    whole,
  };
  // Another security model has parameters of its own shape: the caller only counts it.
  if (reader.failed() || (model === userSecurityModel && parameters.failed())) return null;
  return message;
}

/** The plain scoped PDU with its own tag and length, as decryption also gives it. */
const wholeOf = (reader: BerReader): Buffer => sequence(reader.octets(tags.sequence));

export type ScopedPdu = { readonly engine: Buffer; readonly context: string; readonly pdu: BerReader };

export function readScopedPdu(data: Buffer): ScopedPdu {
  const scoped = createBerReader(data).enter(tags.sequence);
  return {
    engine: scoped.octets(tags.octets),
    context: scoped.octets(tags.octets).toString('utf8'),
    pdu: scoped,
  };
}

/** A message to be sent, by whichever side. */
export type V3Outgoing = {
  readonly id: number;
  readonly level: SecurityLevel;
  readonly engine: Buffer;
  readonly boots: number;
  readonly time: number;
  readonly user: string;
  /** Null where nothing is signed. */
  readonly keys: LocalKeys | null;
  /** Never twice the same with one key: RFC 3826 §3.1.2.1. */
  readonly salt: Buffer;
  readonly pdu: Buffer;
  readonly context: string;
  /** Who asks wants to hear of faults, who answers does not. */
  readonly reports: 'wanted' | 'unwanted';
};

/** What an answer takes beside its variable bindings, at most: user names may have 32 letters of four octets. */
export const v3Overhead = 320;

const flagsOf = {
  none: 0,
  auth: flag.auth,
  privacy: flag.auth | flag.privacy,
} as const satisfies Record<SecurityLevel, number>;

export function encodeV3(outgoing: V3Outgoing): Buffer {
  const { level, engine, boots, time, keys, salt } = outgoing;
  const scoped = sequence(octets(engine), octets(outgoing.context), outgoing.pdu);
  const isSecret = level === 'privacy' && keys !== null;
  const data = isSecret ? octets(encrypt(scoped, keys, { boots, time, salt })) : scoped;
  const saltField = octets(isSecret ? salt : '');
  const digestField = octets(keys === null ? '' : Buffer.alloc(digestLength));
  const place = [octets(engine), integer(boots), integer(time), octets(outgoing.user)];
  const header = [
    integer(outgoing.id),
    integer(maxSize),
    octets(Uint8Array.of(flagsOf[level] | (outgoing.reports === 'wanted' ? flag.reportable : 0))),
    integer(userSecurityModel),
  ];
  const usm = sequence(...place, digestField, saltField);
  const message = sequence(integer(3), sequence(...header), octets(usm), data);
  // The digest stands before the salt and the data, which end the message.
  const behind = saltField.length + data.length;
  if (keys !== null) sign(message, message.length - behind - digestLength, keys.auth);
  return message;
}
