/** JSON that a client sent. The parser of the engine has no limits: a body of brackets alone would cost it gigabytes. */
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import type { Json } from './json.ts';

type JsonLimits = { readonly depth: number; readonly values: number };

export const jsonLimits: JsonLimits = { depth: 200, values: 1_000_000 };

/** Nothing at all reads as an object without members: most calls have none. */
export function readJson(body: Buffer, limits: JsonLimits): Result<Json> {
  if (body.length === 0) return accepted({});
  const problem = excessIn(body, limits);
  if (problem !== null) return refused('too-large', `The body cannot be read: ${problem}.`);
  try {
    return accepted(JSON.parse(body.toString()) as Json);
  } catch (error) {
    return refused('invalid-input', `The body is no JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = [...Buffer.from('"\\,[]{}')];

/** Whether it is JSON at all is the parser's to say. */
function excessIn(body: Buffer, { depth: most, values: mostValues }: JsonLimits): string | null {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at];
    if (byte === quote) at = endOfText(body, at);
    else if (byte === closeList || byte === closeObject) depth -= 1;
    else if (byte === comma) values += 1;
    else if (byte === openList || byte === openObject) {
      depth += 1;
      values += 1;
    }
    if (depth > most) return `values stand more than ${most} deep`;
    if (values > mostValues) return `there are more than ${mostValues} values`;
  }
  return null;
}

/** Where the text ends that begins there. */
function endOfText(body: Buffer, start: number): number {
  for (let at = start + 1; at < body.length; at += 1) {
    if (body[at] === quote) return at;
    if (body[at] === backslash) at += 1;
  }
  return body.length;
}
