/** Reed–Solomon over GF(256) with 0x11d, as QR codes have it. */

const primitive = 0x11d;

/** Powers of two in the field, twice round, and their logarithms. */
function fieldOf(): { readonly power: Uint8Array; readonly log: Uint8Array } {
  const power = new Uint8Array(510);
  const log = new Uint8Array(256);
  for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
    power[exponent] = value;
    power[exponent + 255] = value;
    log[value] = exponent;
    value <<= 1;
    if (value > 255) value ^= primitive;
  }
  return { power, log };
}

const { power, log } = fieldOf();

const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (power[(log[a] ?? 0) + (log[b] ?? 0)] ?? 0);

/** (x − 2⁰)(x − 2¹) … without its leading one, highest power first. */
function generator(degree: number): Uint8Array {
  const product = new Uint8Array(degree);
  product[degree - 1] = 1;
  for (let root = 0; root < degree; root += 1) {
    for (let at = 0; at < degree; at += 1) {
      product[at] = times(product[at] ?? 0, power[root] ?? 0) ^ (product[at + 1] ?? 0);
    }
  }
  return product;
}

/** What is left of the data, divided by the generator: so many correcting bytes. */
export function correction(data: readonly number[], degree: number): readonly number[] {
  const divisor = generator(degree);
  const rest = Array.from({ length: degree }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let at = 0; at < degree; at += 1) rest[at] = (rest[at] ?? 0) ^ times(divisor[at] ?? 0, factor);
  }
  return rest;
}
