import { sizeAt, type Bytes } from '../../../bytes.ts';
import { compilePattern, escapeAt, readDelimited } from './read-pattern.ts';
import { refuse, type Action, type Case, type Part, type Reader } from './script.ts';

type Flags = {
  nth: number | null;
  isGlobal: boolean;
  prints: boolean;
  ignoresCase: boolean;
  isLines: boolean;
  file: Bytes | null;
};

export function readSubstitution(reader: Reader): Action | null {
  const sides = readSides(reader);
  if (sides === null) return refuse(reader, "unterminated `s' command");
  const flags = readFlags(reader);
  if (flags === null) return null;
  const pattern = compilePattern(reader, sides.source, flags);
  if (pattern === undefined) return null;
  const parts = partsOf(sides.replacement);
  const stray = strayGroup(parts, pattern?.groups ?? 9);
  if (stray !== null) return refuse(reader, `invalid reference \\${stray} on \`s' command's RHS`);
  const { isGlobal, prints, file } = flags;
  return {
    kind: 'substitute',
    substitution: { pattern, parts, nth: flags.nth ?? 1, isGlobal, prints, file },
  };
}

/** What stands between the three delimiters; null: one is missing. */
function readSides(reader: Reader): { readonly source: Bytes; readonly replacement: Bytes } | null {
  const delimiter = reader.text[reader.at];
  if (delimiter === undefined || delimiter === '\n' || delimiter === '\\') return null;
  reader.at += 1;
  const source = readDelimited(reader, delimiter, 'pattern');
  const replacement = source === null ? null : readDelimited(reader, delimiter, 'text');
  return source === null || replacement === null ? null : { source, replacement };
}

/** The first group that is named and not in the expression. */
function strayGroup(parts: readonly Part[], groups: number): number | null {
  for (const part of parts) if (part.kind === 'group' && part.number > groups) return part.number;
  return null;
}

function readFlags(reader: Reader): Flags | null {
  const flags: Flags = {
    nth: null,
    isGlobal: false,
    prints: false,
    ignoresCase: false,
    isLines: false,
    file: null,
  };
  for (;;) {
    const letter = reader.text[reader.at] ?? '';
    if (letter === '' || '\n;}#'.includes(letter)) return flags;
    reader.at += 1;
    if (' \t\r'.includes(letter)) continue;
    if (letter === 'w') {
      flags.file = restOfLine(reader).trimStart();
      return flags.file === '' ? refuse(reader, 'missing filename in r/R/w/W commands') : flags;
    }
    const isTaken = takeFlag(reader, flags, letter);
    if (!isTaken) return null;
  }
}

const foldLetters = (_reader: Reader, flags: Flags): void => void (flags.ignoresCase = true);
const takeLines = (_reader: Reader, flags: Flags): void => void (flags.isLines = true);

/** What each letter does to the flags. */
const flagTable: Readonly<Record<string, (reader: Reader, flags: Flags) => void>> = {
  g: (reader, flags) => {
    if (flags.isGlobal) refuse(reader, "multiple `g' options to `s' command");
    flags.isGlobal = true;
  },
  p: (reader, flags) => {
    if (flags.prints) refuse(reader, "multiple `p' options to `s' command");
    flags.prints = true;
  },
  i: foldLetters,
  I: foldLetters,
  m: takeLines,
  M: takeLines,
};

function takeFlag(reader: Reader, flags: Flags, letter: string): boolean {
  const act = flagTable[letter];
  if (act !== undefined) act(reader, flags);
  else if (/\d/.test(letter)) takeNumber(reader, flags);
  else refuse(reader, "unknown option to `s'");
  return reader.wrong === null;
}

/** A number whose first digit was read just now. */
function takeNumber(reader: Reader, flags: Flags): void {
  const digits = /^\d+/.exec(reader.text.slice(reader.at - 1))?.[0] ?? '';
  reader.at += digits.length - 1;
  if (flags.nth !== null) refuse(reader, "multiple number options to `s' command");
  else if (Number(digits) === 0) refuse(reader, "number option to `s' command may not be zero");
  flags.nth = Number(digits);
}

export function restOfLine(reader: Reader): Bytes {
  const end = reader.text.indexOf('\n', reader.at);
  const line = reader.text.slice(reader.at, end < 0 ? undefined : end);
  reader.at += line.length;
  return line;
}

function partsOf(text: Bytes): readonly Part[] {
  const parts: Part[] = [];
  let plain = '';
  const pushPlain = (): void => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length;) {
    const { part, size } = partAt(text, at);
    at += size;
    if (part.kind === 'text') plain += part.text;
    else {
      pushPlain();
      parts.push(part);
    }
  }
  pushPlain();
  return parts;
}

function partAt(text: Bytes, at: number): { readonly part: Part; readonly size: number } {
  const byte = text[at] ?? '';
  if (byte === '&') return { part: { kind: 'group', number: 0 }, size: 1 };
  if (byte !== '\\') return { part: { kind: 'text', text: byte }, size: 1 };
  const next = text[at + 1] ?? '';
  if (/\d/.test(next)) return { part: { kind: 'group', number: Number(next) }, size: 2 };
  if (isCase(next)) return { part: { kind: 'case', case: next }, size: 2 };
  const escape = escapeAt(text, at);
  return { part: { kind: 'text', text: escape?.byte ?? next }, size: escape?.size ?? 2 };
}

const isCase = (letter: string): letter is Case => letter !== '' && 'ULulE'.includes(letter);

export function readTranslation(reader: Reader): Action | null {
  const delimiter = reader.text[reader.at] ?? '\n';
  reader.at += 1;
  const source = readDelimited(reader, delimiter, 'plain');
  const goal = source === null ? null : readDelimited(reader, delimiter, 'plain');
  if (source === null || goal === null) return refuse(reader, "unterminated `y' command");
  const from = charactersOf(source);
  const to = charactersOf(goal);
  if (from.length !== to.length) return refuse(reader, "strings for `y' command are different lengths");
  return { kind: 'translate', map: new Map(from.map((character, at) => [character, to[at] ?? ''])) };
}

function charactersOf(text: Bytes): string[] {
  const characters: string[] = [];
  for (let at = 0; at < text.length;) {
    const escape = text[at] === '\\' ? escapeAt(text, at) : null;
    const size = escape?.size ?? (text[at] === '\\' ? 2 : Math.max(sizeAt(text, at), 1));
    characters.push(escape?.byte ?? (text[at] === '\\' ? (text[at + 1] ?? '\\') : text.slice(at, at + size)));
    at += size;
  }
  return characters;
}
