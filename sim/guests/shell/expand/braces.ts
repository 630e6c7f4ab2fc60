import type { Bytes } from '../../bytes.ts';
import { pastPiece } from './skip.ts';

/** `a{b,c}d` → abd acd. On the word as written: quotes and expansions stay as they are. */
export function braced(word: Bytes): readonly Bytes[] {
  return word.includes('{') ? expand(word, 0) : [word];
}

function expand(word: Bytes, from: number): readonly Bytes[] {
  for (let open = from; open < word.length; open = pastPiece(word, open)) {
    if (word[open] !== '{') continue;
    const group = groupAt(word, open);
    const choices = group === null ? null : choicesOf(group);
    if (group === null || choices === null) continue;
    const before = word.slice(0, open);
    const after = expand(word.slice(group.end), 0);
    return choices.flatMap((choice) => after.map((rest) => before + choice + rest));
  }
  return [word];
}

type Group = { readonly inside: Bytes; readonly pieces: readonly Bytes[]; readonly end: number };

/** Pieces between commas up to the brace that closes. */
function groupAt(word: Bytes, open: number): Group | null {
  const pieces: Bytes[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open + 1; at < word.length; at = pastPiece(word, at)) {
    const byte = word[at];
    if (byte === '{') depth += 1;
    else if (byte === ',' && depth === 0) {
      pieces.push(word.slice(start, at));
      start = at + 1;
    } else if (byte === '}') {
      if (depth === 0)
        return { inside: word.slice(open + 1, at), pieces: [...pieces, word.slice(start, at)], end: at + 1 };
      depth -= 1;
    }
  }
  return null;
}

function choicesOf(group: Group): readonly Bytes[] | null {
  if (group.pieces.length > 1) return group.pieces.flatMap((piece) => expand(piece, 0));
  return sequence(group.inside);
}

function sequence(inside: Bytes): readonly Bytes[] | null {
  const numbers = /^([-+]?\d+)\.\.([-+]?\d+)(?:\.\.([-+]?\d+))?$/.exec(inside);
  if (numbers !== null) return numbersFrom(numbers);
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.([-+]?\d+))?$/.exec(inside);
  if (letters === null) return null;
  const codes = steps(
    (letters[1] ?? '').charCodeAt(0),
    (letters[2] ?? '').charCodeAt(0),
    Number(letters[3] ?? '1'),
  );
  return codes.map((code) => (code === 92 ? '' : String.fromCharCode(code)));
}

function numbersFrom([, from = '', to = '', by = '1']: readonly string[]): readonly Bytes[] | null {
  if (![from, to, by].every((each) => Number.isSafeInteger(Number(each)))) return null;
  const isPadded = /^[-+]?0\d/.test(from) || /^[-+]?0\d/.test(to);
  const width = isPadded ? Math.max(from.length, to.length) : 0;
  return steps(Number(from), Number(to), Number(by)).map((value) => padded(value, width));
}

function padded(value: number, width: number): Bytes {
  if (width === 0) return String(value);
  return value < 0 ? `-${String(-value).padStart(width - 1, '0')}` : String(value).padStart(width, '0');
}

function steps(from: number, to: number, by: number): readonly number[] {
  const size = Math.abs(by) || 1;
  const values: number[] = [];
  if (from <= to) for (let value = from; value <= to; value += size) values.push(value);
  else for (let value = from; value >= to; value -= size) values.push(value);
  return values;
}
