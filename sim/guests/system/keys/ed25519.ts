/** Ed25519 (RFC 8032) on whole numbers: slow beside a library's, quick enough for who logs in. */
import type { Bytes } from '../../bytes.ts';
import { sha512 } from '../users/sha512.ts';

const p = (1n << 255n) - 19n;
const order = (1n << 252n) + 27742317777372353535851937790883648493n;
const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
/** A root of −1. */
const root = 19681161376707505956807079304988542015446066515923890162744021073123829784752n;

/** Extended coordinates: x = X/Z, y = Y/Z, T = XY/Z. */
type Point = readonly [x: bigint, y: bigint, z: bigint, t: bigint];

const baseX = 15112221349535400772501151409588531511454012693041857206046113283949847762202n;
const baseY = 46316835694926478169428394003475163141307993866256225615783033603165251855960n;
const base: Point = [baseX, baseY, 1n, (baseX * baseY) % p];
const zero: Point = [0n, 1n, 1n, 0n];

const mod = (value: bigint, by: bigint): bigint => {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
};

function add([x1, y1, z1, t1]: Point, [x2, y2, z2, t2]: Point): Point {
  const a = ((y1 - x1) * (y2 - x2)) % p;
  const b = ((y1 + x1) * (y2 + x2)) % p;
  const c = (2n * t1 * t2 * d) % p;
  const e = (2n * z1 * z2) % p;
  const [f, g, h, i] = [b - a, e - c, e + c, b + a];
  return [mod(f * g, p), mod(h * i, p), mod(g * h, p), mod(f * i, p)];
}

function times(point: Point, scalar: bigint): Point {
  let sum = zero;
  let doubled = point;
  for (let left = scalar; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) sum = add(sum, doubled);
    doubled = add(doubled, doubled);
  }
  return sum;
}

function power(value: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = mod(value, p);
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

/** The lowest byte first. */
function numberOf(bytes: Bytes): bigint {
  let hex = '0x0';
  for (let at = bytes.length - 1; at >= 0; at -= 1) hex += bytes.charCodeAt(at).toString(16).padStart(2, '0');
  return BigInt(hex);
}

function bytesOfNumber(number: bigint): Bytes {
  const hex = number.toString(16).padStart(64, '0');
  let bytes = '';
  for (let at = 62; at >= 0; at -= 2)
    bytes += String.fromCharCode(Number.parseInt(hex.slice(at, at + 2), 16));
  return bytes;
}

function encoded([x, y, z]: Point): Bytes {
  const inverse = power(z, p - 2n);
  const isOdd = ((x * inverse) % p) & 1n;
  return bytesOfNumber(((y * inverse) % p) | (isOdd << 255n));
}

function decoded(bytes: Bytes): Point | null {
  const whole = numberOf(bytes);
  const sign = whole >> 255n;
  const y = whole & ((1n << 255n) - 1n);
  if (bytes.length !== 32 || y >= p) return null;
  const square = mod(y * y - 1n, p) * power(mod(d * y * y + 1n, p), p - 2n);
  let x = power(square, (p + 3n) / 8n);
  if (mod(x * x - square, p) !== 0n) x = (x * root) % p;
  if (mod(x * x - square, p) !== 0n || (x === 0n && sign === 1n)) return null;
  if ((x & 1n) !== sign) x = p - x;
  return [x, y, 1n, (x * y) % p];
}

type Secret = { readonly scalar: bigint; readonly prefix: Bytes };

function secretOf(seed: Bytes): Secret {
  const hash = sha512(seed);
  const low = numberOf(hash.slice(0, 32));
  const scalar = (low & ((1n << 254n) - 8n)) | (1n << 254n);
  return { scalar, prefix: hash.slice(32) };
}

/** Of 32 bytes of chance. */
export const publicOf = (seed: Bytes): Bytes => encoded(times(base, secretOf(seed).scalar));

export function sign(seed: Bytes, message: Bytes): Bytes {
  const { scalar, prefix } = secretOf(seed);
  const own = encoded(times(base, scalar));
  const nonce = mod(numberOf(sha512(prefix + message)), order);
  const first = encoded(times(base, nonce));
  const challenge = mod(numberOf(sha512(first + own + message)), order);
  return first + bytesOfNumber(mod(nonce + challenge * scalar, order));
}

export function isSigned(key: Bytes, message: Bytes, signature: Bytes): boolean {
  const [point, first] = [decoded(key), decoded(signature.slice(0, 32))];
  const last = numberOf(signature.slice(32));
  if (point === null || first === null || signature.length !== 64 || last >= order) return false;
  const challenge = mod(numberOf(sha512(signature.slice(0, 32) + key + message)), order);
  return encoded(times(base, last)) === encoded(add(first, times(point, challenge)));
}
