import { bytesOf, type Bytes } from '../../bytes.ts';

const plain: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

/** One escape whose backslash stands at `at`: what it stands for and how long it was. Null: none. */
export function escapeAt(text: Bytes, at: number): { readonly bytes: Bytes; readonly size: number } | null {
  const letter = text[at + 1] ?? '';
  const simple = plain[letter];
  if (simple !== undefined) return { bytes: simple, size: 2 };
  const rest = text.slice(at + 1, at + 10);
  const octal = /^[0-7]{1,3}/.exec(rest);
  if (octal !== null) return { bytes: byte(Number.parseInt(octal[0], 8)), size: 1 + octal[0].length };
  const hexadecimal = /^x([0-9a-fA-F]{1,2})/.exec(rest);
  if (hexadecimal !== null)
    return { bytes: byte(Number.parseInt(hexadecimal[1] ?? '', 16)), size: 1 + hexadecimal[0].length };
  const unicode = /^(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8}))/.exec(rest);
  if (unicode === null) return null;
  const point = Number.parseInt(unicode[1] ?? unicode[2] ?? '', 16);
  return {
    bytes: point > 0x10_ffff ? '' : bytesOf(String.fromCodePoint(point)),
    size: 1 + unicode[0].length,
  };
}

const byte = (code: number): Bytes => String.fromCharCode(code & 0xff);

/** `$'…'`; a NUL ends it. */
export function textOfAnsi(text: Bytes): Bytes {
  let result = '';
  for (let at = 0; at < text.length;) {
    if (text[at] !== '\\') {
      result += text[at] ?? '';
      at += 1;
      continue;
    }
    const control = text[at + 1] === 'c' && at + 2 < text.length;
    const escape = control ? { bytes: byte(text.charCodeAt(at + 2) & 0x1f), size: 3 } : escapeAt(text, at);
    if (escape?.bytes === '\0') return result;
    result += escape?.bytes ?? '\\';
    at += escape?.size ?? 1;
  }
  return result;
}
