/** What an SNMP agent says, as text: numbers as they are, strings as they read, and why there is none. */
import type { Varbind } from 'net-snmp';

/** Type numbers of RFC 2578 and RFC 3416, as they stand on the wire. Integers, gauges and ticks come as numbers. */
const types = { opaque: 68, counter64: 70 } as const;
const absences: Readonly<Record<number, string>> = {
  128: 'The agent does not know this object (noSuchObject): check the OID',
  129: 'The agent has no such instance (noSuchInstance): a scalar ends in .0, a row of a table in its index',
  130: 'The agent has nothing after this OID (endOfMibView)',
};

export type SnmpText = { readonly text: string } | { readonly problem: string };

export function snmpText({ type, value }: Varbind): SnmpText {
  const absence = absences[type ?? 0];
  if (absence !== undefined) return { problem: absence };
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return { text: String(value) };
  }
  if (typeof value === 'string') return { text: value };
  if (!Buffer.isBuffer(value)) return { problem: 'The agent sends an empty value' };
  const kind = Number(type);
  if (kind === types.counter64) return { text: unsigned(value) };
  return kind === types.opaque ? opaqueText(value) : { text: octetText(value) };
}

/** Counter64 comes as the bytes of an integer, shortest form. */
const unsigned = (bytes: Buffer): string =>
  bytes.length === 0 ? '0' : BigInt(`0x${bytes.toString('hex')}`).toString();

/** Net-SNMP wraps floats so: 9f 78, the length 4, and the float; a double is 9f 79 with 8. */
function opaqueText(bytes: Buffer): SnmpText {
  if (bytes.length === 7 && bytes[0] === 0x9f && bytes[1] === 0x78) {
    return { text: String(Number(bytes.readFloatBE(3).toPrecision(8))) };
  }
  if (bytes.length === 11 && bytes[0] === 0x9f && bytes[1] === 0x79)
    return { text: String(bytes.readDoubleBE(3)) };
  return { problem: `The agent wraps its value in a way that is not understood: ${bytes.toString('hex')}` };
}

/** Text where it is text; else its bytes, as MAC addresses are shown. */
function octetText(bytes: Buffer): string {
  // Agents written in C send the end of the string too.
  const text = bytes.toString('utf8').replace(/\0+$/, '');
  return /[\p{Cc}�]/u.test(text.replaceAll(/[\r\n\t]/g, '')) ? bytes.toString('hex') : text.trim();
}
