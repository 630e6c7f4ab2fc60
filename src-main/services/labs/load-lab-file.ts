import { readFileSync } from 'node:fs';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import { labFileSchema } from '../../../sim/contract/lab-file.ts';
import type { LabFile } from '../../../sim/contract/lab-file.ts';
import { accepted, pathText, refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';

/** A lab file is written by hand; no hand writes more than this. */
const mostBytes = 8 * 1024 * 1024;

export type LoadedLab = {
  readonly file: LabFile;
  /** The same refusal, with the line and column of the place it names. */
  readonly locate: (refusal: Refusal) => Refusal;
};

export function loadLabFile(path: string): Result<LoadedLab> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return refused(
      'not-found',
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { where: path },
    );
  }
  return parseLabFile(text, path);
}

/** Every complaint names the line and the column a person can go to. */
export function parseLabFile(text: string, path: string): Result<LoadedLab> {
  if (text.length > mostBytes) return refused('too-large', `${path} is larger than 8 MiB`, { where: path });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    return refused(
      'invalid-input',
      `${path}:${line}:${col}: ${broken.message.split('\n')[0] ?? 'not YAML'}`,
      { where: `${line}:${col}` },
    );
  }
  const plain = toPlain(document, path);
  if (!plain.ok) return plain;
  const parsed = labFileSchema.safeParse(plain.value);
  if (parsed.success) {
    const locate = (refusal: Refusal): Refusal => placed(refusal, { document, lines, path });
    return accepted({ file: parsed.data, locate });
  }
  const issue = parsed.error.issues[0];
  const keys = issue?.path ?? [];
  const { line, col } = lines.linePos(positionOf(document, keys));
  const more = parsed.error.issues.length > 1 ? ` (and ${parsed.error.issues.length - 1} more)` : '';
  const place = pathText(keys);
  return refused(
    'invalid-input',
    `${path}:${line}:${col}: ${place === '' ? 'the file' : place}: ${issue?.message ?? 'is not valid'}${more}`,
    {
      where: `${line}:${col}`,
      hint: 'docs/lab-files.md lists every field.',
    },
  );
}

type Source = { readonly document: Document; readonly lines: LineCounter; readonly path: string };

function placed(refusal: Refusal, { document, lines, path }: Source): Refusal {
  if (refusal.where?.startsWith('spec.') !== true)
    return { ...refusal, message: `${path}: ${refusal.message}` };
  const keys = refusal.where.split(/[.[\]]+/).filter((key) => key !== '');
  const { line, col } = lines.linePos(positionOf(document, keys));
  return { ...refusal, message: `${path}:${line}:${col}: ${refusal.message}`, where: `${line}:${col}` };
}

/** Refusals of the plan and of the world name a path; this finds it in the text again. */
function positionOf(document: Document, keys: readonly PropertyKey[]): number {
  let node: Node | null = document.contents;
  let found = node?.range?.[0] ?? 0;
  for (const key of keys) {
    const [start, next] = childAt(node, key);
    if (start === undefined) break;
    found = start;
    node = next;
  }
  return found;
}

/** Where the child begins (its key, in a map) and the child itself. */
function childAt(node: Node | null, key: PropertyKey): [number | undefined, Node | null] {
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find((item) => String(item.key) === String(key));
    return [pair?.key.range?.[0], pair?.value ?? null];
  }
  if (isSeq<Node>(node)) {
    const item = node.items[Number(key)];
    return [item?.range?.[0], item ?? null];
  }
  return [undefined, null];
}

/** Aliases can blow a small file up; the library's own limit turns that into an error. */
function toPlain(document: Document, path: string): Result<unknown> {
  try {
    return accepted(document.toJS({ maxAliasCount: 10_000 }));
  } catch (error) {
    return refused('too-large', `${path}: ${error instanceof Error ? error.message : String(error)}`, {
      where: path,
    });
  }
}
