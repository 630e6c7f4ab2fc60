import type { Bytes } from '../../bytes.ts';
import { escapeAt } from '../expand/ansi.ts';
import type { Shell } from '../shell.ts';

export function echo(shell: Shell, words: readonly Bytes[]): number {
  let at = 1;
  let endsLine = true;
  let escapes = shell.shellOptions.has('xpg_echo');
  for (; /^-[neE]+$/.test(words[at] ?? ''); at += 1) {
    for (const letter of (words[at] ?? '').slice(1)) {
      if (letter === 'n') endsLine = false;
      else escapes = letter === 'e';
    }
  }
  const text = words.slice(at).join(' ');
  if (!escapes || !text.includes('\\')) {
    shell.output += endsLine ? `${text}\n` : text;
    return 0;
  }
  const { bytes, stops } = unescaped(text, 'echo');
  shell.output += endsLine && !stops ? `${bytes}\n` : bytes;
  return 0;
}

type Unescaped = { readonly bytes: Bytes; readonly stops: boolean };

/** `\c` ends all output. `echo` and `%b` read octal numbers after `\0`. */
export function unescaped(text: Bytes, by: 'echo' | 'format'): Unescaped {
  let bytes = '';
  for (let at = 0; at < text.length;) {
    const slash = text.indexOf('\\', at);
    if (slash < 0) return { bytes: bytes + text.slice(at), stops: false };
    bytes += text.slice(at, slash);
    if (by === 'echo' && text[slash + 1] === 'c') return { bytes, stops: true };
    const escape = (by === 'echo' ? octalAt(text, slash) : null) ?? plainAt(text, slash, by);
    bytes += escape.bytes;
    at = slash + escape.size;
  }
  return { bytes, stops: false };
}

type Escape = { readonly bytes: Bytes; readonly size: number };

function octalAt(text: Bytes, slash: number): Escape | null {
  const found = /^\\0([0-7]{0,3})/.exec(text.slice(slash, slash + 5));
  if (found === null) return null;
  const byte = Number.parseInt(`0${found[1] ?? ''}`, 8) & 0xff;
  return { bytes: String.fromCharCode(byte), size: found[0].length };
}

function plainAt(text: Bytes, slash: number, by: 'echo' | 'format'): Escape {
  const letter = text[slash + 1] ?? '';
  const isPlain = by === 'echo' ? letter === '' || /[1-7'"?]/.test(letter) : letter === 'c';
  return (isPlain ? null : escapeAt(text, slash)) ?? { bytes: '\\', size: 1 };
}
