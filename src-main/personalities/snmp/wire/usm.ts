/** RFC 3414 (HMAC-SHA-96) and RFC 3826 (AES-128-CFB): what both ends of SNMPv3 compute. */
import { createCipheriv, createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const digestLength = 12;
export const saltLength = 8;

/** What a user's words become on one engine. */
export type LocalKeys = { readonly auth: Buffer; readonly privacy: Buffer };

const stretched = 1024 * 1024;

/** RFC 3414 A.2.2, first half: costs milliseconds, and is the same on every engine. */
export function stretchedKey(password: string): Buffer {
  return createHash('sha1')
    .update(Buffer.alloc(stretched, password, 'utf8'))
    .digest();
}

/** RFC 3414 A.2.2, second half. */
export const localKey = (key: Buffer, engine: Buffer): Buffer =>
  createHash('sha1').update(key).update(engine).update(key).digest();

const digestOf = (message: Buffer, key: Buffer): Buffer =>
  createHmac('sha1', key).update(message).digest().subarray(0, digestLength);

/** Over the message with zeros where the digest stands. */
export function isAuthentic(message: Buffer, digest: Buffer, key: Buffer): boolean {
  if (digest.length !== digestLength) return false;
  const blank = Buffer.from(message);
  const at = digest.byteOffset - message.byteOffset;
  blank.fill(0, at, at + digestLength);
  return timingSafeEqual(digestOf(blank, key), digest);
}

/** `message` has zeros at `at`, and gets its digest there. */
export function sign(message: Buffer, at: number, key: Buffer): void {
  digestOf(message, key).copy(message, at);
}

export type CipherPlace = { readonly boots: number; readonly time: number; readonly salt: Buffer };

const algorithm = 'aes-128-cfb';
const keyOf = (keys: LocalKeys): Buffer => keys.privacy.subarray(0, 16);

function vectorOf({ boots, time, salt }: CipherPlace): Buffer {
  const vector = Buffer.alloc(16);
  vector.writeInt32BE(boots, 0);
  vector.writeInt32BE(time, 4);
  salt.copy(vector, 8);
  return vector;
}

export function encrypt(plain: Buffer, keys: LocalKeys, place: CipherPlace): Buffer {
  return createCipheriv(algorithm, keyOf(keys), vectorOf(place)).update(plain);
}

export function decrypt(secret: Buffer, keys: LocalKeys, place: CipherPlace): Buffer {
  return createDecipheriv(algorithm, keyOf(keys), vectorOf(place)).update(secret);
}
