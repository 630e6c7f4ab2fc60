import type { Bytes } from '../../bytes.ts';
import { fromBase64, toBase64, withoutPadding } from '../../base64.ts';
import { publicOf } from './ed25519.ts';
import { sha256Bytes } from '../../digest.ts';

export type KeyPair = { readonly seed: Bytes; readonly key: Bytes; readonly comment: Bytes };

const keyType = 'ssh-ed25519';
const magic = 'openssh-key-v1\0';
const begin = '-----BEGIN OPENSSH PRIVATE KEY-----';
const end = '-----END OPENSSH PRIVATE KEY-----';

const number = (value: number): Bytes =>
  String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const word = (bytes: Bytes): Bytes => number(bytes.length) + bytes;

const blobOf = (key: Bytes): Bytes => word(keyType) + word(key);

/** As it stands in authorized_keys and known_hosts. */
export const publicLine = (key: Bytes): Bytes => `${keyType} ${toBase64(blobOf(key))}`;

/** Null: it is no such key. */
export function keyIn(line: Bytes): Bytes | null {
  const found = /ssh-ed25519\s+([A-Za-z0-9+/=]+)/.exec(line);
  if (found === null) return null;
  const blob = fromBase64(found[1] ?? '');
  const key = blob.slice(-32);
  return blob === blobOf(key) ? key : null;
}

export const fingerprintOf = (key: Bytes): Bytes =>
  `SHA256:${withoutPadding(toBase64(sha256Bytes(blobOf(key))))}`;

/** From chance; the key follows from it. */
export function newPair(chance: () => number, comment: Bytes): KeyPair {
  let seed = '';
  for (let at = 0; at < 32; at += 1) seed += String.fromCharCode(Math.floor(chance() * 256));
  return { seed, key: publicOf(seed), comment };
}

/** As OpenSSH writes it (PROTOCOL.key), without a passphrase. */
export function privateFile({ seed, key, comment }: KeyPair): Bytes {
  const check = sha256Bytes(seed).slice(0, 4);
  const inner = check + check + word(keyType) + word(key) + word(seed + key) + word(comment);
  let padding = '';
  while ((inner.length + padding.length) % 8 !== 0) padding += String.fromCharCode(padding.length + 1);
  const body = magic + word('none') + word('none') + word('') + number(1) + word(blobOf(key));
  const lines = toBase64(body + word(inner + padding)).match(/.{1,70}/g) ?? [];
  return `${[begin, ...lines, end].join('\n')}\n`;
}

/** Null: it is no key of this kind, or a broken one. */
export function pairIn(file: Bytes): KeyPair | null {
  const from = file.indexOf(begin);
  const to = file.indexOf(end);
  if (from < 0 || to < from) return null;
  const reader = readerOf(fromBase64(file.slice(from + begin.length, to)), magic.length);
  const cipher = reader.word();
  reader.word();
  reader.word();
  reader.skip(4);
  reader.word();
  const inner = readerOf(reader.word(), 8);
  const [type, key, both, comment] = [inner.word(), inner.word(), inner.word(), inner.word()];
  const seed = both.slice(0, 32);
  if (cipher !== 'none' || type !== keyType || seed.length !== 32 || publicOf(seed) !== key) return null;
  return { seed, key, comment };
}

function readerOf(bytes: Bytes, from: number) {
  let at = from;
  return {
    skip: (count: number): void => {
      at += count;
    },
    word: (): Bytes => {
      const size = [0, 1, 2, 3].reduce((sum, next) => sum * 256 + (bytes.charCodeAt(at + next) || 0), 0);
      const text = bytes.slice(at + 4, at + 4 + size);
      at += 4 + size;
      return text;
    },
  };
}

const marks = ' .o+=*BOX@%&#/^SE';
const [columns, rows] = [17, 9];

/** A bishop who walks as the fingerprint says: eyes tell two pictures apart more easily than two numbers. */
export function pictureOf(key: Bytes): Bytes {
  const field = new Uint8Array(columns * rows);
  let [x, y] = [8, 4];
  for (const byte of sha256Bytes(blobOf(key))) {
    let bits = byte.charCodeAt(0);
    for (let step = 0; step < 4; step += 1) {
      x = Math.min(columns - 1, Math.max(0, x + ((bits & 1) === 1 ? 1 : -1)));
      y = Math.min(rows - 1, Math.max(0, y + ((bits & 2) === 2 ? 1 : -1)));
      const place = y * columns + x;
      field[place] = Math.min(marks.length - 3, (field[place] ?? 0) + 1);
      bits >>= 2;
    }
  }
  field[4 * columns + 8] = marks.length - 2;
  field[y * columns + x] = marks.length - 1;
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = [...field.subarray(row * columns, (row + 1) * columns)];
    return `|${cells.map((cell) => marks[cell] ?? ' ').join('')}|\n`;
  });
  return `+--[ED25519 256]--+\n${lines.join('')}+----[SHA256]-----+\n`;
}
