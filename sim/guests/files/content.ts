import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { FileNode, Tree } from './file-node.ts';
import { roundUp } from './file-node.ts';
import { alter, reserve } from './tree.ts';

/** More than this a file's bytes are not kept, zeros at its end apart. */
const mostContent = 268_435_456;

const megabyte = 1_048_576;
const zeroMegabyte = '\0'.repeat(megabyte);

export const zeros = (count: number): Bytes =>
  count <= megabyte ? zeroMegabyte.slice(0, count) : '\0'.repeat(count);

export function readBytes(node: FileNode, at: number, most: number): Bytes {
  const end = Math.min(node.size, at + most);
  if (at >= end) return '';
  const inside = node.content.slice(at, end);
  const missing = end - at - inside.length;
  return missing === 0 ? inside : inside + zeros(missing);
}

/** Into a node of the guest's own. */
export function writeBytes(
  tree: Tree,
  node: FileNode,
  what: { readonly at: number; readonly bytes: Bytes },
): Answer<void> {
  const { at, bytes } = what;
  if (bytes === '') return done(undefined);
  const size = Math.max(node.size, at + bytes.length);
  const isZeroTail = at >= node.content.length && isZeros(bytes);
  const content = isZeroTail ? node.content : spliced(node.content, at, bytes);
  if (content === null) return failed('EFBIG');
  const growth = content.length - node.content.length;
  if (growth > 0 && tree.ledger.bytes + growth > tree.ledger.limit) return failed('ENOMEM');
  const held = heldAfter(node, at, bytes.length);
  const room = reserve(tree, held - node.held);
  if (!room.ok) return room;
  tree.ledger.bytes += growth;
  node.held = held;
  node.size = size;
  node.content = content;
  alter(tree, node);
  return done(undefined);
}

/** A hole that is written into takes room; a file without holes takes what its size says. */
function heldAfter(node: FileNode, at: number, length: number): number {
  const whole = roundUp(Math.max(node.size, at + length));
  const isSolid = node.held === roundUp(node.size) && at <= node.held;
  return isSolid ? whole : Math.min(whole, node.held + roundUp(length));
}

function spliced(content: Bytes, at: number, bytes: Bytes): Bytes | null {
  if (at === content.length) return at + bytes.length > mostContent ? null : content + bytes;
  if (at + bytes.length > mostContent) return null;
  if (at > content.length) return content + zeros(at - content.length) + bytes;
  return content.slice(0, at) + bytes + content.slice(at + bytes.length);
}

/** Comparing whole strings is what engines do fastest; most bytes are told by their first. */
function isZeros(bytes: Bytes): boolean {
  if (bytes.charCodeAt(0) !== 0 || bytes.charCodeAt(bytes.length - 1) !== 0) return false;
  for (let at = 0; at < bytes.length; at += megabyte) {
    const part = bytes.slice(at, at + megabyte);
    if (part !== zeros(part.length)) return false;
  }
  return true;
}

/** What is added so is a hole: it reads as zeros and takes no room. */
export function resize(tree: Tree, node: FileNode, size: number): void {
  const content = node.content.slice(0, size);
  tree.ledger.bytes += content.length - node.content.length;
  node.content = content;
  const held = Math.min(node.held, roundUp(size));
  tree.usedBytes += held - node.held;
  node.held = held;
  node.size = size;
  alter(tree, node);
}

/** All at once: the old bytes stay where the new ones do not fit. */
export function replaceBytes(tree: Tree, node: FileNode, bytes: Bytes): Answer<void> {
  const growth = bytes.length - node.content.length;
  if (growth > 0 && tree.ledger.bytes + growth > tree.ledger.limit) return failed('ENOMEM');
  const room = reserve(tree, roundUp(bytes.length) - node.held);
  if (!room.ok) return room;
  tree.ledger.bytes += growth;
  node.content = bytes;
  node.size = bytes.length;
  node.held = roundUp(bytes.length);
  alter(tree, node);
  return done(undefined);
}
