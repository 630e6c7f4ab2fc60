import type { Bytes } from '../bytes.ts';
import type { Dialect, Place } from './tree.ts';

/** What stands on one side of a place between bytes. */
export type Side = 'nothing' | 'word' | 'newline' | 'other';

export type Sides = { readonly before: Side; readonly after: Side; readonly anchors: Dialect['anchors'] };

export function sideOf(bytes: Bytes, at: number): Side {
  return at < 0 || at >= bytes.length ? 'nothing' : sideOfCode(bytes.charCodeAt(at));
}

export function sideOfCode(code: number): Side {
  if (code === 10) return 'newline';
  const isWord =
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code > 127;
  return isWord ? 'word' : 'other';
}

export function holds(place: Place, { before, after, anchors }: Sides): boolean {
  const isLines = anchors === 'lines';
  switch (place) {
    case 'lineStart':
      return before === 'nothing' || (isLines && before === 'newline');
    case 'lineEnd':
      return after === 'nothing' || (isLines && after === 'newline');
    case 'textStart':
      return before === 'nothing';
    case 'textEnd':
      return after === 'nothing';
    case 'edge':
      return (before === 'word') !== (after === 'word');
    case 'noEdge':
      return (before === 'word') === (after === 'word');
    case 'wordStart':
      return before !== 'word' && after === 'word';
    case 'wordEnd':
      return before === 'word' && after !== 'word';
    case 'noWordBefore':
      return before !== 'word';
    case 'noWordAfter':
      return after !== 'word';
    default:
      return place satisfies never;
  }
}
