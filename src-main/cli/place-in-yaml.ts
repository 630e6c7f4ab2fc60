/** Faults in what a person wrote are told with their line and column. */
import type { Document, LineCounter } from 'yaml';
import type * as z from 'zod';
import { pathText } from '../../sim/contract/result.ts';
import { failed, type Outcome } from './outcome.ts';

type Written = {
  /** What the person calls the file. */
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
};

/** The text is no YAML: where and why. */
export function brokenIn({ file, document, lines }: Written): Outcome<never> | undefined {
  const [fault] = document.errors;
  if (fault === undefined) return undefined;
  return wrong(`${file}:${placeOf(lines, fault.pos[0])}: ${fault.message.split(' at line ')[0] ?? ''}`);
}

/** It is YAML, but not what it should be: the first complaint, at the nearest thing the file really holds. */
export function faultIn({ file, document, lines }: Written, { issues }: z.ZodError): Outcome<never> {
  const [issue] = issues;
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ];
  const place = placeOf(lines, offsetOf(document, path));
  return wrong(`${file}:${place}: ${pathText(path) || 'the document'}: ${issue?.message ?? ''}`);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return document.range?.[0] ?? 0;
}

function placeOf(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}

export const wrong = (message: string): Outcome<never> =>
  failed({ kind: 'refused', refusal: { code: 'invalid-input', message } });
