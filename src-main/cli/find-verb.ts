import { globalFlags } from './global-flags.ts';
import { misused, type Outcome } from './outcome.ts';
import { didYouMean } from './suggest.ts';
import type { Branch, Leaf, Verb } from './verb.ts';

export type FoundVerb =
  /** `words` is how it is called, `rest` what is left to parse. */
  | { readonly kind: 'leaf'; readonly leaf: Leaf; readonly words: string; readonly rest: readonly string[] }
  /** A word is missing after it. */
  | { readonly kind: 'branch'; readonly branch: Branch; readonly rest: readonly string[] }
  | { readonly kind: 'none'; readonly rest: readonly string[] };

/** The verb that a command line means. Flags of all verbs may stand before it. */
export function findVerb(verbs: readonly Verb[], texts: readonly string[]): Outcome<FoundVerb> {
  const begin = skipGlobalFlags(texts);
  const word = texts[begin];
  const before = texts.slice(0, begin);
  const rest = [...before, ...texts.slice(begin + 1)];
  if (word === undefined) return { ok: true, value: { kind: 'none', rest: before } };
  const verb = verbs.find((each) => each.name === word);
  if (verb === undefined) {
    const near = didYouMean(
      word,
      verbs.map((each) => each.name),
    );
    return misused(`There is no verb ${word}`, near ?? 'dvm help lists them');
  }
  return verb.kind === 'leaf'
    ? { ok: true, value: { kind: 'leaf', leaf: verb, words: verb.name, rest } }
    : findLeaf(verb, rest);
}

function findLeaf(branch: Branch, texts: readonly string[]): Outcome<FoundVerb> {
  const begin = skipGlobalFlags(texts);
  const word = texts[begin];
  const found = branch.leaves.find((leaf) => leaf.name === word);
  if (found !== undefined) {
    const rest = [...texts.slice(0, begin), ...texts.slice(begin + 1)];
    return { ok: true, value: { kind: 'leaf', leaf: found, words: `${branch.name} ${found.name}`, rest } };
  }
  const fallback = branch.leaves.find((leaf) => leaf.name === branch.fallback);
  const isFlag = word?.startsWith('-') === true;
  const asksForHelp = word === undefined && (texts.includes('--help') || texts.includes('-h'));
  if (fallback !== undefined && !asksForHelp && (word === undefined || isFlag)) {
    return {
      ok: true,
      value: { kind: 'leaf', leaf: fallback, words: `${branch.name} ${fallback.name}`, rest: texts },
    };
  }
  if (word === undefined || isFlag) return { ok: true, value: { kind: 'branch', branch, rest: texts } };
  const names = branch.leaves.map((leaf) => leaf.name);
  return misused(
    `There is no ${branch.name} ${word}`,
    didYouMean(word, names) ?? `There are ${names.join(', ')}`,
  );
}

/** The index of the first text that is neither a flag of all verbs nor such a flag's value. */
export function skipGlobalFlags(texts: readonly string[]): number {
  let index = 0;
  while (index < texts.length) {
    const [name = ''] = (texts[index] ?? '').slice(2).split('=');
    const isGlobal = texts[index]?.startsWith('--') === true && Object.hasOwn(globalFlags, name);
    if (!isGlobal && texts[index] !== '-h') break;
    const valued = isGlobal && name !== 'help' && texts[index]?.includes('=') !== true;
    index += valued ? 2 : 1;
  }
  return Math.min(index, texts.length);
}
