import { isAscii, sizeAt, type Bytes } from '../../bytes.ts';

const safe = /^[\w@%+=:,./-]+$/;

/** `'a b'`: as `${x@Q}`, `set` and `declare -p` of a list write it. */
export function singleQuoted(text: Bytes): Bytes {
  return needsAnsi(text) ? ansiQuoted(text) : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Quoted only where need be, as `set` and traces show words. */
export function quotedIfNeeded(text: Bytes): Bytes {
  return text !== '' &&
    (safe.test(text) || !/[\s'"\\|&;()<>$`*?[\]#~=%!{}^\u0001-\u001f\u007f]/.test(text)) &&
    !needsAnsi(text)
    ? text
    : singleQuoted(text);
}

/** `"a b"`: as `declare -p` writes values. */
export function doubleQuoted(text: Bytes): Bytes {
  return needsAnsi(text) ? ansiQuoted(text) : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

/** `a\ b`: as `printf %q`. */
export function backslashed(text: Bytes): Bytes {
  if (text === '') return "''";
  if (needsAnsi(text)) return ansiQuoted(text);
  return text
    .replace(/[\s'"\\|&;()<>$`*?[\]!{}^,]/g, '\\$&')
    .replace(/^[#~]/, '\\$&')
    .replace(/([:=])~/g, '$1\\~');
}

function needsAnsi(text: Bytes): boolean {
  if (/[\u0001-\u001f\u007f]/.test(text)) return true;
  if (isAscii(text)) return false;
  for (let at = 0; at < text.length;) {
    const size = sizeAt(text, at);
    if (size === 0) return true;
    at += size;
  }
  return false;
}

const letters: Readonly<Record<string, string>> = {
  '\u0007': 'a',
  '\b': 'b',
  '\u001b': 'E',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
  '\v': 'v',
  '\\': '\\',
  "'": "'",
};

function ansiQuoted(text: Bytes): Bytes {
  let result = '';
  for (let at = 0; at < text.length;) {
    const size = Math.max(sizeAt(text, at), 0);
    const bytes = text.slice(at, at + Math.max(size, 1));
    const letter = letters[bytes];
    const code = bytes.charCodeAt(0);
    if (letter !== undefined) result += `\\${letter}`;
    else if (size === 0 || code < 32 || code === 127) result += `\\${code.toString(8).padStart(3, '0')}`;
    else result += bytes;
    at += bytes.length;
  }
  return `$'${result}'`;
}
