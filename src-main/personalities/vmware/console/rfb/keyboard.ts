/** A client's keys: pressed and let go, as X names them. */
import { heldSyms, keypadSyms, keysyms } from '../keys.table.ts';
import { textOfKey, textOfLetter } from '../keys.ts';
import type { KeyState } from '../keys.ts';

/** What a key types; '' for one that types nothing. */
export type Keyboard = (sym: number, state: 'down' | 'up', isApplication: boolean) => string;

export function createKeyboard(): Keyboard {
  const held = new Set<number>();
  const isHeld = (what: string): boolean => [...held].some((sym) => heldSyms[sym] === what);
  return (sym, state, isApplication) => {
    if (heldSyms[sym] !== undefined) {
      if (state === 'down') held.add(sym);
      else held.delete(sym);
      return '';
    }
    if (state === 'up') return '';
    return textOf(sym, { isApplication, isControl: isHeld('control'), isAlt: isHeld('alt') });
  };
}

function textOf(sym: number, state: KeyState): string {
  const named = keysyms[sym];
  if (named !== undefined) return textOfKey(named, state);
  const letter = keypadSyms[sym] ?? letterOf(sym);
  return letter === '' ? '' : textOfLetter(letter, state);
}

/** Latin-1 stands for itself, the rest of Unicode from 0x01000000 on. */
function letterOf(sym: number): string {
  if ((sym >= 0x20 && sym <= 0x7e) || (sym >= 0xa0 && sym <= 0xff)) return String.fromCodePoint(sym);
  const point = sym - 0x01_00_00_00;
  return point >= 0x20 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
}
