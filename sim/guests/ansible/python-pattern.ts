import type { Bytes } from '../bytes.ts';
import type { Match } from '../patterns/pattern.ts';
import { compile, groupOf } from '../patterns/pattern.ts';
import { perlToExtended } from '../programs/text/perl.ts';
import type { Outcome } from './result.ts';
import { broken, got } from './result.ts';

export type PythonPattern = {
  readonly find: (bytes: Bytes, from: number) => Match | null;
  /** `\1`, `\g<2>`, `\g<name>` and `\n` in what is put in a match's place. */
  readonly filled: (template: Bytes, match: Match, bytes: Bytes) => Bytes;
};

type Groups = { readonly places: readonly number[]; readonly names: ReadonlyMap<string, number> };

/** A regular expression of Python's `re`, as far as one without look-around or lazy repetition says the same. */
export function pythonPattern(source: Bytes, anchors: 'text' | 'lines'): Outcome<PythonPattern> {
  const flags = /^\(\?([aimsu]+)\)/.exec(source);
  const bare = flags === null ? source : source.slice(flags[0].length);
  const { text, groups } = withoutNames(bare);
  const extended = perlToExtended(text);
  if (extended === null)
    return broken(
      `the regular expressions of Coldaisle's guests know no look-around and no lazy repetition: ${source}`,
    );
  const compiled = compile(extended, {
    syntax: 'extended',
    letters: flags?.[1]?.includes('i') ? 'fold' : 'exact',
    anchors: flags?.[1]?.includes('m') ? 'lines' : anchors,
    units: 'characters',
    isLenient: true,
  });
  if (!compiled.ok) return broken(`${compiled.message}: ${source}`);
  const { pattern } = compiled;
  return got({
    find: pattern.find,
    filled: (template, match, bytes) => fill(template, (name) => groupAt(groups, match, { name, bytes })),
  });
}

/** Groups that are not counted become ones that are; `places` says which is which. */
function withoutNames(source: Bytes): { readonly text: Bytes; readonly groups: Groups } {
  const places: number[] = [0];
  const names = new Map<string, number>();
  let opened = 0;
  const text = source.replace(
    /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\((?:\?:|\?P<(\w+)>|\?P=(\w+)\)|(?!\?))/g,
    (part: string, name?: string, back?: string) => {
      if (part === '\\A') return '^';
      if (part === '\\Z') return '$';
      if (part.startsWith('\\')) return renumbered(part, places);
      if (!part.startsWith('(')) return part;
      if (back !== undefined) return `\\${places[names.get(back) ?? 0] ?? 0}`;
      opened += 1;
      if (part === '(?:') return '(';
      places.push(opened);
      if (name !== undefined) names.set(name, places.length - 1);
      return '(';
    },
  );
  return { text, groups: { places, names } };
}

const renumbered = (part: Bytes, places: readonly number[]): Bytes =>
  /\\[1-9]/.test(part) ? `\\${places[Number(part[1])] ?? part[1]}` : part;

type Asked = { readonly name: string; readonly bytes: Bytes };

function groupAt({ places, names }: Groups, match: Match, { name, bytes }: Asked): Bytes {
  const number = /^\d+$/.test(name) ? Number(name) : names.get(name);
  return number === undefined ? '' : groupOf(match, bytes, places[number] ?? number);
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

const fill = (template: Bytes, group: (name: string) => Bytes): Bytes =>
  template.replace(
    /\\(?:g<(\w+)>|(\d{1,2})|([\s\S]))/g,
    (all: string, ...[named, numbered, letter]: readonly (string | undefined)[]) => {
      const name = named ?? numbered;
      if (name !== undefined) return group(name);
      return controls[letter ?? ''] ?? (letter === '\\' ? '\\' : all);
    },
  );
