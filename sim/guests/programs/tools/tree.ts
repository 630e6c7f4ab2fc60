import type { Bytes } from '../../bytes.ts';
import type { DirectoryEntry } from '../../files/node.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Step } from '../../kernel/program.ts';
import { has, valueOf, type Given } from '../text/options.ts';
import { put, tool, type Tool } from '../text/tool.ts';

const [bar, branch, last] = [
  '\xe2\x94\x82\xc2\xa0\xc2\xa0 ',
  '\xe2\x94\x9c\xe2\x94\x80\xe2\x94\x80 ',
  '\xe2\x94\x94\xe2\x94\x80\xe2\x94\x80 ',
];
type Walk = {
  readonly self: Tool;
  readonly given: Given;
  readonly deepest: number;
  directories: number;
  files: number;
};

/** Directories as a tree. */
export const tree = tool(
  {
    short: 'adfL:',
    long: { noreport: 'noreport' },
    usage: '[-adf] [-L level] [<directory list>]',
    version: 'tree) 2.1.0',
  },
  function* (self, given) {
    const walk: Walk = {
      self,
      given,
      deepest: Number(valueOf(given, 'L') ?? Infinity),
      directories: 0,
      files: 0,
    };
    for (const name of given.operands.length === 0 ? ['.'] : given.operands) {
      const found = self.system.files.stat(name);
      const isDirectory = found.ok && found.value.kind === 'directory';
      put(self, isDirectory ? `${name}\n` : `${name}  [error opening dir]\n`);
      if (isDirectory) walk.directories += 1;
      else self.status = 2;
      if (isDirectory) yield* branchOut(walk, name, { indent: '', depth: 1 });
    }
    const plural = (count: number, one: string, many: string): string =>
      `${count} ${count === 1 ? one : many}`;
    const files = has(given, 'd') ? '' : `, ${plural(walk.files, 'file', 'files')}`;
    if (!has(given, 'noreport'))
      put(self, `\n${plural(walk.directories, 'directory', 'directories')}${files}\n`);
    return self.status;
  },
);

type Place = { readonly indent: Bytes; readonly depth: number };

function* branchOut(walk: Walk, directory: Bytes, { indent, depth }: Place): Step<void> {
  if (depth > walk.deepest) return;
  const entries = entriesIn(walk, directory);
  for (const [at, { name, kind }] of entries.entries()) {
    const path = directory === '/' ? `/${name}` : `${directory}/${name}`;
    const isLast = at === entries.length - 1;
    put(
      walk.self,
      `${indent}${isLast ? last : branch}${has(walk.given, 'f') ? path : name}${goalOf(walk, path, kind)}\n`,
    );
    walk[kind === 'directory' ? 'directories' : 'files'] += 1;
    if (walk.self.system.isTired()) yield turn;
    if (kind === 'directory')
      yield* branchOut(walk, path, { indent: `${indent}${isLast ? '    ' : bar}`, depth: depth + 1 });
  }
}

function entriesIn({ self, given }: Walk, directory: Bytes): readonly DirectoryEntry[] {
  const listed = self.system.files.list(directory);
  if (!listed.ok) return [];
  const [isAll, isBare] = [has(given, 'a'), has(given, 'd')];
  return listed.value
    .filter(({ name, kind }) => (isAll || !name.startsWith('.')) && (!isBare || kind === 'directory'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function goalOf({ self }: Walk, path: Bytes, kind: DirectoryEntry['kind']): Bytes {
  const goal = kind === 'link' ? self.system.files.readLink(path) : null;
  return goal?.ok === true ? ` -> ${goal.value}` : '';
}
