/**
 * Chance without a stream: a number is a pure function of who asks, when, and for the how-manieth time.
 * A new actor therefore never shifts a neighbour's numbers, and order of evaluation does not matter.
 */

const mix = (value: number): number => {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
};

export type Draw = {
  readonly seed: number;
  readonly actor: number;
  readonly tick: number;
  readonly draw: number;
};

/** 32 evenly spread bits. Positional for the hot loops; everyone else calls `chance`. */
export function bits(seed: number, actor: number, moment: number): number {
  return mix(mix(mix(seed ^ 0x9e3779b9) ^ actor) ^ moment) >>> 0;
}

const perBit = 1 / 4_294_967_296;

/** 0 ≤ x < 1. */
export function chance(of: Draw): number {
  return bits(of.seed ^ Math.imul(of.draw, 0x85ebca6b), of.actor, of.tick) * perBit;
}

/** About normal with mean 0 and deviation 1: four uniforms summed; no exp, log or cos, which differ by engine. */
export function noise(seed: number, actor: number, tick: number): number {
  const a = bits(seed, actor, tick);
  const b = mix(a ^ 0x27d4eb2f) >>> 0;
  const sum = (a & 0xffff) + (a >>> 16) + (b & 0xffff) + (b >>> 16);
  // Four uniforms on 0 … 65535 have mean 131070 and deviation 37837.2
  return (sum - 131_070) / 37_837.2;
}

/** FNV-1a of a text: turns ids into actors. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}
