import type { Bytes } from '../../bytes.ts';
import { doubleQuoted, singleQuoted } from './quote.ts';
import { indexesOf, keysInOrder, type Attribute, type Variable } from './variable.ts';

const letters: readonly (readonly [Attribute, string])[] = [
  ['integer', 'i'],
  ['reference', 'n'],
  ['readonly', 'r'],
  ['traced', 't'],
  ['exported', 'x'],
  ['capital', 'c'],
  ['lower', 'l'],
  ['upper', 'u'],
];

/** `ax` of an exported list; empty of a plain one. */
export function attributeLetters({ content, attributes }: Variable): string {
  const kind = content.kind === 'list' ? 'a' : content.kind === 'table' ? 'A' : '';
  return kind + letters.map(([attribute, letter]) => (attributes.has(attribute) ? letter : '')).join('');
}

/** As `declare -p` writes it. */
export function declarationOf(name: Bytes, variable: Variable): Bytes {
  const flags = attributeLetters(variable);
  const value = contentText(variable);
  return `declare -${flags === '' ? '-' : flags} ${name}${value === null ? '' : `=${value}`}`;
}

function contentText({ content }: Variable): Bytes | null {
  if (content.kind === 'scalar') return content.text === null ? null : doubleQuoted(content.text);
  if (!content.isSet && content.items.size === 0) return null;
  return listText(content);
}

function listText(content: Exclude<Variable['content'], { kind: 'scalar' }>): Bytes {
  if (content.kind === 'list') {
    const items = indexesOf(content.items).map(
      (at) => `[${at}]=${doubleQuoted(content.items.get(at) ?? '')}`,
    );
    return `(${items.join(' ')})`;
  }
  const items = keysInOrder(content.items).map(
    (key) => `[${keyText(key)}]=${doubleQuoted(content.items.get(key) ?? '')} `,
  );
  return `(${items.join('')})`;
}

function keyText(key: Bytes): Bytes {
  return /[\s"'$`\\[\]*?&|;<>()~!#{}]/.test(key)
    ? /[\u0001-\u001f]/.test(key)
      ? doubleQuoted(key)
      : `"${key.replace(/["\\$`]/g, '\\$&')}"`
    : key;
}

/** As `set` without arguments writes it. */
export function settingOf(name: Bytes, variable: Variable): Bytes | null {
  const { content } = variable;
  if (content.kind === 'scalar') return content.text === null ? null : `${name}=${plainly(content.text)}`;
  return content.isSet || content.items.size > 0 ? `${name}=${listText(content)}` : null;
}

function plainly(text: Bytes): Bytes {
  if (text === '') return '';
  return /[\s'"\\|&;()<>$`*?[\]!{}^]|^[#~]|[:=]~/.test(text) || /[\u0001-\u001f\u007f-\u00ff]/.test(text)
    ? singleQuoted(text)
    : text;
}
