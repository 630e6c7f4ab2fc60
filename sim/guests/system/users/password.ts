import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Step, System } from '../../kernel/program.ts';
import { outputOrder } from './password.table.ts';
import { sha512 } from './sha512.ts';

const letters = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const leastRounds = 1000;
const mostRounds = 999_999_999;
const usualRounds = 5000;
/** What our /etc/login.defs says. */
const ownRounds = 1000;

type Setting = { readonly salt: Bytes; readonly rounds: number; readonly prefix: Bytes };

/** Whether a password is the one that a line of /etc/shadow keeps; locked and unknown kinds are nobody's. */
export function* isRight(system: System, password: Bytes, hash: Bytes): Step<boolean> {
  if (hash === '') return true;
  const setting = settingOf(hash);
  return setting !== null && (yield* crypt(system, password, setting)) === hash;
}

/** A new hash with a salt of its own. */
export function* hashed(system: System, password: Bytes): Step<Bytes> {
  let salt = '';
  for (let at = 0; at < 16; at += 1) salt += letters[Math.floor(system.chance() * 64)] ?? '.';
  return yield* crypt(system, password, { salt, rounds: ownRounds, prefix: `$6$rounds=${ownRounds}$` });
}

function settingOf(hash: Bytes): Setting | null {
  const found = /^\$6\$(?:rounds=(\d+)\$)?([^$]*)\$/.exec(hash);
  if (found === null) return null;
  const [, asked, salt] = found;
  const rounds =
    asked === undefined ? usualRounds : Math.min(mostRounds, Math.max(leastRounds, Number(asked)));
  return {
    salt: (salt ?? '').slice(0, 16),
    rounds,
    prefix: asked === undefined ? '$6$' : `$6$rounds=${rounds}$`,
  };
}

/** crypt(3) with `$6$`. It takes turns: a thousand rounds are some milliseconds. */
function* crypt(system: System, password: Bytes, { salt, rounds, prefix }: Setting): Step<Bytes> {
  const { length } = password;
  const second = sha512(password + salt + password);
  let text = password + salt + stretched(second, length);
  for (let bits = length; bits > 0; bits >>= 1) text += (bits & 1) === 1 ? second : password;
  let last = sha512(text);
  const longPassword = stretched(sha512(password.repeat(length)), length);
  const longSalt = stretched(sha512(salt.repeat(16 + last.charCodeAt(0))), salt.length);
  for (let round = 0; round < rounds; round += 1) {
    let piece = (round & 1) === 1 ? longPassword : last;
    if (round % 3 !== 0) piece += longSalt;
    if (round % 7 !== 0) piece += longPassword;
    piece += (round & 1) === 1 ? last : longPassword;
    last = sha512(piece);
    if (round % 50 === 49 || system.isTired()) yield turn;
  }
  return `${prefix}${salt}$${encoded(last)}`;
}

const stretched = (bytes: Bytes, length: number): Bytes =>
  bytes.repeat(Math.ceil(length / 64)).slice(0, length);

function encoded(digest: Bytes): Bytes {
  let text = '';
  for (const [a, b, c] of outputOrder)
    text += four((digest.charCodeAt(a) << 16) | (digest.charCodeAt(b) << 8) | digest.charCodeAt(c), 4);
  return text + four(digest.charCodeAt(63), 2);
}

function four(value: number, count: number): Bytes {
  let text = '';
  for (let at = 0; at < count; at += 1) text += letters[(value >> (6 * at)) & 63] ?? '.';
  return text;
}
