/** Elements of simple values, and the texts that are the same each time they are written. */
import { simpleText } from './simple.ts';
import type { Value } from './value.ts';

/** Writes an element, or one for each item of an array; '' for what is not there. */
export type Put = (value: Value) => string;

/** More types and words than a schema has in one place; a client may make up others without end. */
export const knownNames = 300;

/** Put together of pieces, a text is looked through piece by piece whenever it is sent; as one it is only copied. */
export const flat = (text: string): string => Buffer.from(text).toString();

/** Flags are of two texts, known before. */
const flagPut =
  ({ yes, no }: { readonly yes: string; readonly no: string }, other: Put): Put =>
  (value) =>
    value === true ? yes : value === false ? no : other(value);

/** Longer texts are not kept for it. */
const longestKept = 100;

/** A thousand machines in a row have the same memory, system and host: what was written last is often next. */
function latest(write: Put): Put {
  let last: Value;
  let text = '';
  let isPieces = false;
  return (value) => {
    if (value === last) {
      if (isPieces) text = flat(text);
      isPieces = false;
      return text;
    }
    const written = write(value);
    if (written.length > longestKept) return written;
    last = value;
    text = written;
    isPieces = true;
    return written;
  };
}

type Simple = { readonly name: string; readonly type: string };

export function simplePut({ name, type }: Simple, attributes = ''): Put {
  const open = flat(`<${name}${attributes}>`);
  const close = flat(`</${name}>`);
  const whole: Put = (value) =>
    value === undefined || value === null ? '' : open + simpleText(type, value) + close;
  if (type === 'xsd:boolean')
    return flagPut({ yes: flat(`${open}true${close}`), no: flat(`${open}false${close}`) }, whole);
  return latest(whole);
}
