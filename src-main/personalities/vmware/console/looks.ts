/** Colours and ways, as a terminal is told them: `ESC [ 1 ; 31 m`. */
import { flags, foreOf, backOf, lookOf, usualLook, waysOf } from './cells.ts';
import type { Look } from './cells.ts';
import { nearestColour } from './palette.ts';

type Changed = { readonly look: Look; readonly used: number };

const withWay = (look: Look, way: number, to: 'on' | 'off'): Look =>
  lookOf(foreOf(look), backOf(look), to === 'on' ? waysOf(look) | way : waysOf(look) & ~way);

const ways: Readonly<Record<number, readonly [way: number, to: 'on' | 'off']>> = {
  1: [flags.bold, 'on'],
  4: [flags.underline, 'on'],
  7: [flags.inverse, 'on'],
  22: [flags.bold, 'off'],
  24: [flags.underline, 'off'],
  27: [flags.inverse, 'off'],
};

const withFore = (look: Look, colour: number): Look => lookOf(colour, backOf(look), waysOf(look));
const withBack = (look: Look, colour: number): Look => lookOf(foreOf(look), colour, waysOf(look));

export function lookAfter(start: Look, numbers: readonly number[], palette: readonly number[]): Look {
  let look = start;
  for (let at = 0; at < numbers.length;) {
    const changed = after(look, numbers.slice(at), palette);
    ({ look } = changed);
    at += changed.used;
  }
  return look;
}

function after(look: Look, numbers: readonly number[], palette: readonly number[]): Changed {
  const [code = 0] = numbers;
  const way = ways[code];
  if (code === 0) return { look: usualLook, used: 1 };
  if (way !== undefined) return { look: withWay(look, ...way), used: 1 };
  if (code === 38 || code === 48) return deep(look, numbers, palette);
  return { look: plain(look, code), used: 1 };
}

/** One of eight, of eight bright ones, or the usual. */
function plain(look: Look, code: number): Look {
  if (code >= 30 && code <= 37) return withFore(look, code - 30);
  if (code === 39) return withFore(look, foreOf(usualLook));
  if (code >= 40 && code <= 47) return withBack(look, code - 40);
  if (code === 49) return withBack(look, backOf(usualLook));
  if (code >= 90 && code <= 97) return withFore(look, code - 82);
  return code >= 100 && code <= 107 ? withBack(look, code - 92) : look;
}

/** `38;5;n` and `38;2;r;g;b`. */
function deep(look: Look, [code, kind, ...rest]: readonly number[], palette: readonly number[]): Changed {
  const set = code === 38 ? withFore : withBack;
  const [first = 0, second = 0, third = 0] = rest;
  if (kind === 5) return { look: set(look, first & 255), used: 3 };
  if (kind === 2) return { look: set(look, nearestColour(palette, [first, second, third])), used: 5 };
  return { look, used: 1 };
}
