/** Scan codes of a USB keyboard: what they type. */
import { flagAt, numberAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { usbKeys, usbLetters } from './keys.table.ts';
import { textOfKey, textOfLetter } from './keys.ts';
import type { KeyState } from './keys.ts';

/** The page of keyboards in the lower half, the key in the upper one. */
const keyboardPage = 7;

/** What a key event types; undefined where there is no such key on the keyboard. */
export function typedBy(event: Data, isApplication: boolean): string | undefined {
  const code = numberAt(event, 'usbHidCode') ?? 0;
  if ((code & 0xffff) !== keyboardPage) return undefined;
  const key = (code >>> 16) & 0xffff;
  const state: KeyState = {
    isApplication,
    isControl: isHeld(event, 'Control'),
    isAlt: isHeld(event, 'Alt'),
  };
  const letter = usbLetters[key];
  if (letter !== undefined) return textOfLetter(letter[isHeld(event, 'Shift') ? 1 : 0], state);
  const named = usbKeys[key];
  if (named !== undefined) return textOfKey(named, state);
  // Held keys alone, locks and the like type nothing.
  return key >= 0x39 && key <= 0xe7 ? '' : undefined;
}

const isHeld = (event: Data, which: 'Control' | 'Shift' | 'Alt'): boolean =>
  flagAt(event, `modifiers.left${which}`) === true || flagAt(event, `modifiers.right${which}`) === true;
