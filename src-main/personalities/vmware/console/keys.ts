/** Keys as a terminal sends them. */
export type KeyState = {
  readonly isApplication: boolean;
  readonly isControl: boolean;
  readonly isAlt: boolean;
};

/** Keys without a letter, by name. */
export type NamedKey =
  | 'enter'
  | 'backspace'
  | 'tab'
  | 'escape'
  | 'delete'
  | 'insert'
  | 'home'
  | 'end'
  | 'page-up'
  | 'page-down'
  | 'up'
  | 'down'
  | 'right'
  | 'left'
  | 'f1'
  | 'f2'
  | 'f3'
  | 'f4'
  | 'f5'
  | 'f6'
  | 'f7'
  | 'f8'
  | 'f9'
  | 'f10'
  | 'f11'
  | 'f12';

const arrows = { up: 'A', down: 'B', right: 'C', left: 'D', home: 'H', end: 'F' } as const;

const others = {
  enter: '\r',
  backspace: '\x7f',
  tab: '\t',
  escape: '\x1b',
  insert: '\x1b[2~',
  delete: '\x1b[3~',
  'page-up': '\x1b[5~',
  'page-down': '\x1b[6~',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  f3: '\x1bOR',
  f4: '\x1bOS',
  f5: '\x1b[15~',
  f6: '\x1b[17~',
  f7: '\x1b[18~',
  f8: '\x1b[19~',
  f9: '\x1b[20~',
  f10: '\x1b[21~',
  f11: '\x1b[23~',
  f12: '\x1b[24~',
} as const;

const isArrow = (key: NamedKey): key is keyof typeof arrows => key in arrows;

export function textOfKey(key: NamedKey, { isApplication, isAlt }: KeyState): string {
  if (isArrow(key)) return `\x1b${isApplication ? 'O' : '['}${arrows[key]}`;
  return isAlt ? `\x1b${others[key]}` : others[key];
}

/** Control with a letter is one of the first 32 codes. */
export function textOfLetter(letter: string, { isControl, isAlt }: KeyState): string {
  const code = letter.toUpperCase().codePointAt(0) ?? 0;
  const isCoded = isControl && ((code >= 0x40 && code <= 0x5f) || letter === ' ' || letter === '?');
  const text = isCoded ? String.fromCodePoint(letter === '?' ? 0x7f : code & 0x1f) : letter;
  return isAlt ? `\x1b${text}` : text;
}
