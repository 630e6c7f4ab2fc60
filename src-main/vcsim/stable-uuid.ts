import { createHash } from 'node:crypto';

/** The namespace of object identifiers (RFC 9562, appendix C): vcsim takes it for names of any kind. */
const namespace = Buffer.from('6ba7b8129dad11d180b400c04fd430c8', 'hex');

/** Version 5: scripts that were written against vcsim know its machines and hosts by these. */
export function stableUuid(name: string): string {
  const digest = createHash('sha1').update(namespace).update(name).digest();
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex', 0, 16);
  return [0, 8, 12, 16, 20].map((at, part) => hex.slice(at, [8, 12, 16, 20, 32][part])).join('-');
}
