import { bytesOf, textOf } from '../../bytes.ts';
import { fromBase64, toBase64 } from '../../base64.ts';
import type { Got } from './access.ts';
import { got, refused } from './access.ts';
import { shown } from './flow.ts';
import type { Json } from './json.ts';
import { compact, isArray, isObject, written } from './json.ts';

export const toText = (value: Json): string => (typeof value === 'string' ? value : written(value, compact));

const html: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&quot;',
};

type Cell = (value: string) => string;
const row =
  (name: string, mark: string, quote: Cell) =>
  (value: Json): Got => {
    if (!isArray(value)) return refused(`${shown(value)} cannot be ${name}-formatted, only an array can be`);
    const cells: string[] = [];
    for (const one of value) {
      if (isArray(one) || isObject(one)) return refused(`${shown(one)} is not valid in a ${name} row`);
      cells.push(typeof one === 'string' ? quote(one) : one === null ? '' : written(one, compact));
    }
    return got(cells.join(mark));
  };

const tabs: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };

function shellText(value: Json): Got {
  const words: string[] = [];
  for (const one of isArray(value) ? value : [value]) {
    if (isArray(one) || isObject(one)) return refused(`${shown(one)} can not be escaped for shell`);
    words.push(typeof one === 'string' ? `'${one.replaceAll("'", "'\\''")}'` : written(one, compact));
  }
  return got(words.join(' '));
}

function uriText(value: Json): string {
  const bytes = bytesOf(toText(value));
  return bytes.replace(
    /[^A-Za-z0-9\-_.~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

const formats: Readonly<Record<string, (value: Json) => Got>> = {
  text: (value) => got(toText(value)),
  json: (value) => got(written(value, compact)),
  csv: row('csv', ',', (text) => `"${text.replaceAll('"', '""')}"`),
  tsv: row('tsv', '\t', (text) => text.replace(/[\t\n\r\\]/g, (one) => tabs[one] ?? one)),
  html: (value) => got(toText(value).replace(/[<>&'"]/g, (one) => html[one] ?? one)),
  uri: (value) => got(uriText(value)),
  sh: shellText,
  base64: (value) => got(toBase64(bytesOf(toText(value)))),
  base64d: (value) => got(textOf(fromBase64(bytesOf(toText(value))))),
};

export const formatted = (name: string, value: Json): Got =>
  formats[name]?.(value) ?? refused(`${name} is not a valid format`);
