import { bytesOf, type Bytes } from '../bytes.ts';
import type { Node } from './tree.ts';

/** What every match begins with: a search for that is quicker than any machine. */
export type Beginning = { readonly text: Bytes; readonly isAll: boolean };

export function beginningOf(node: Node): Beginning {
  const nodes = node.kind === 'row' ? node.nodes : [node];
  let text = '';
  for (const each of nodes) {
    const bytes = only(each);
    if (bytes === null) return { text, isAll: false };
    text += bytes;
  }
  return { text, isAll: true };
}

function only(node: Node): Bytes | null {
  if (node.kind === 'byte') return String.fromCharCode(node.byte);
  const [range, ...more] = node.kind === 'set' ? node.ranges : [];
  if (range === undefined || more.length > 0 || range[0] !== range[1]) return null;
  // Where text is read as bytes, 128 to 255 stand for themselves: those are left to the machine.
  return range[0] > 127 ? null : bytesOf(String.fromCodePoint(range[0]));
}
