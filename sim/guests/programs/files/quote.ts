import type { Bytes } from '../../bytes.ts';
import { bytesOf, isAscii, sizeAt } from '../../bytes.ts';

const opening = bytesOf('‘');
const closing = bytesOf('’');

const letters: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

/** As messages quote in UTF-8: ‘name’. */
export function quoted(text: Bytes): Bytes {
  return `${opening}${escaped(text)}${closing}`;
}

function escaped(text: Bytes): Bytes {
  let said = '';
  for (let at = 0; at < text.length;) {
    const size = Math.max(sizeAt(text, at), 1);
    const byte = text[at] ?? '';
    if (size > 1) said += text.slice(at, at + size);
    else if (byte === '\\') said += '\\\\';
    else said += isOdd(byte) ? (letters[byte] ?? octal(byte)) : byte;
    at += size;
  }
  return said;
}

const octal = (byte: string): string => `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`;
const isOdd = (byte: string): boolean => byte < ' ' || byte > '~';

/** As a name is told in a message, to be pasted into a shell: 'name'. */
export function named(text: Bytes): Bytes {
  return shellQuoted(text, 'always');
}

const special = /[ !"$&'()*;<=>?[\\^`|]|^[#~]|^$|[{}](?=.)|^.*[\n\t\r]/s;

/** As `ls` shows it on a terminal: quoted only where a shell would need it. */
export function shellQuoted(text: Bytes, when: 'always' | 'needed'): Bytes {
  const isPlain = isAscii(text) ? !/[\x00-\x1f\x7f]/.test(text) : !hasOdd(text);
  if (when === 'needed' && isPlain && !special.test(text)) return text;
  if (isPlain && !text.includes("'")) return `'${text}'`;
  if (isPlain && !/["$`\\!]/.test(text)) return `"${text}"`;
  return pieces(text);
}

function hasOdd(text: Bytes): boolean {
  for (let at = 0; at < text.length;) {
    const size = sizeAt(text, at);
    if (size < 2 && isOdd(text[at] ?? '')) return true;
    at += Math.max(size, 1);
  }
  return false;
}

function pieces(text: Bytes): Bytes {
  let said = "'";
  let isEscaping = false;
  for (let at = 0; at < text.length;) {
    const size = Math.max(sizeAt(text, at), 1);
    const part = text.slice(at, at + size);
    const needsEscape = size === 1 && isOdd(part);
    if (needsEscape && !isEscaping) said += "'$'";
    if (!needsEscape && isEscaping) said += "''";
    isEscaping = needsEscape;
    if (needsEscape) said += letters[part] ?? octal(part);
    else said += part === "'" ? "'\\''" : part;
    at += size;
  }
  return `${said}'`;
}
