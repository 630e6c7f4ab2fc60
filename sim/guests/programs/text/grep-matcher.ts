import type { Bytes } from '../../bytes.ts';
import { compile, type Pattern } from '../../patterns/pattern.ts';
import type { Grep } from './grep-options.ts';
import { perlToExtended } from './perl.ts';

export type Matcher = {
  readonly isIn: (line: Bytes) => boolean;
  /** Where the next part that is no empty one begins and ends. */
  readonly part: (line: Bytes, from: number) => readonly [from: number, to: number] | null;
};

export type Matching =
  | { readonly ok: true; readonly matcher: Matcher }
  | { readonly ok: false; readonly message: Bytes };

export function matcherOf(sources: readonly Bytes[], grep: Grep): Matching {
  const { syntax, letters, bounds, end } = grep;
  const patterns: Pattern[] = [];
  for (const source of joined(sources, grep)) {
    const perl = syntax === 'perl' ? perlToExtended(source) : source;
    if (perl === null)
      return {
        ok: false,
        message: `-P here knows no more than extended expressions with \\d, \\h and the like: ${source}`,
      };
    const anchors = end === '\0' ? 'lines' : 'text';
    const dialect = {
      syntax: syntax === 'perl' ? 'extended' : syntax,
      letters,
      anchors,
      units: 'characters',
      isLenient: true,
    } as const;
    const compiled = compile(perl, bounds === null ? dialect : { ...dialect, bounds });
    if (!compiled.ok) return compiled;
    patterns.push(compiled.pattern);
  }
  return {
    ok: true,
    matcher: {
      isIn: (line) => patterns.some((pattern) => pattern.isIn(line, 0)),
      part: (line, from) => part(patterns, line, from),
    },
  };
}

/** Words that are nothing but words are sought in one go. */
function joined(sources: readonly Bytes[], { syntax }: Grep): readonly Bytes[] {
  const isPlain =
    syntax === 'extended' && sources.length > 8 && sources.every((source) => /^[\w .-]+$/.test(source));
  return isPlain ? [sources.map((source) => source.replaceAll('.', '\\.')).join('|')] : sources;
}

function part(patterns: readonly Pattern[], line: Bytes, start: number): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  for (const pattern of patterns) {
    for (let from = start; from <= line.length;) {
      const found = pattern.find(line, from);
      if (found === null) break;
      from = found.from + 1;
      if (found.to === found.from) continue;
      if (best === null || found.from < best[0] || (found.from === best[0] && found.to > best[1]))
        best = [found.from, found.to];
      break;
    }
  }
  return best;
}
