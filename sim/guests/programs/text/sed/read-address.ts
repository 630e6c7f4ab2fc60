import { compilePattern, readDelimited } from './read-pattern.ts';
import { refuse, type Address, type Reader } from './script.ts';

/** Null: none stands here, or it is wrong and told. */
export function readAddress(reader: Reader, which: 'first' | 'second'): Address | null {
  const byte = reader.text[reader.at] ?? '';
  if (byte === '$') {
    reader.at += 1;
    return { kind: 'last' };
  }
  if (which === 'second' && (byte === '+' || byte === '~')) return countedAddress(reader, byte);
  return byte === '/' || byte === '\\' ? patternAddress(reader, byte) : lineAddress(reader);
}

/** `+n` and `~n` after a comma. */
function countedAddress(reader: Reader, sign: '+' | '~'): Address | null {
  const digits = /^\d+/.exec(reader.text.slice(reader.at + 1, reader.at + 30))?.[0];
  if (digits === undefined) return refuse(reader, 'expected number');
  reader.at += 1 + digits.length;
  return sign === '+' ? { kind: 'more', count: Number(digits) } : { kind: 'multiple', of: Number(digits) };
}

/** `n` and `first~step`. */
function lineAddress(reader: Reader): Address | null {
  const numbers = /^(\d+)(?:[ \t]*~[ \t]*(\d+))?/.exec(reader.text.slice(reader.at, reader.at + 30));
  if (numbers === null) return null;
  reader.at += numbers[0].length;
  const first = Number(numbers[1]);
  const step = Number(numbers[2] ?? '0');
  return step === 0 ? { kind: 'line', number: first } : { kind: 'step', first, step };
}

function patternAddress(reader: Reader, byte: string): Address | null {
  reader.at += byte === '/' ? 1 : 2;
  const delimiter = reader.text[reader.at - 1];
  const source = delimiter === undefined ? null : readDelimited(reader, delimiter, 'pattern');
  if (source === null) return refuse(reader, 'unterminated address regex');
  const flags = { ignoresCase: false, isLines: false };
  for (;;) {
    const letter = reader.text[reader.at];
    if (letter === 'I') flags.ignoresCase = true;
    else if (letter === 'M') flags.isLines = true;
    else break;
    reader.at += 1;
  }
  const pattern = compilePattern(reader, source, flags);
  return pattern === undefined ? null : { kind: 'pattern', pattern };
}
