/** What Tab offers. The shells' scripts ask `dvm __complete WORDS…`; the last word is the one being typed. */
import { orderTable } from '../../sim/contract/orders.table.ts';
import { createCatalogue } from './catalogue.ts';
import { findVerb, skipGlobalFlags } from './find-verb.ts';
import type { Completes, Flags, GivenValue, Operand, Takes } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import type { Listing } from './listings/listing.ts';
import { listings } from './listings/listings.table.ts';
import type { Call, Leaf, Verb } from './verb.ts';

export const completionWord = '__complete';
/** Tells the shell to offer file names itself. */
export const fileMark = ':file';

type Open = (flags: Readonly<Record<string, GivenValue>>) => Call;
type Candidate = { readonly text: string; readonly about: string };
type Offer = readonly Candidate[] | 'file';

/** One candidate a line, its explanation after a tab. */
export async function complete(
  verbs: readonly Verb[],
  words: readonly string[],
  open: Open,
): Promise<readonly string[]> {
  const before = joinEquals(words.slice(0, -1));
  const typed = words.at(-1) === '=' ? '' : (words.at(-1) ?? '');
  const offered = await offer(verbs, { before, typed, open });
  if (offered === 'file') return [fileMark];
  return offered
    .filter(({ text }) => text.startsWith(typed))
    .map(({ text, about }) => (about === '' ? text : `${text}\t${about}`));
}

/** Bash parts `--room=ro` into three words. */
function joinEquals(words: readonly string[]): readonly string[] {
  return words.filter((word) => word !== '=');
}

type Line = { readonly before: readonly string[]; readonly typed: string; readonly open: Open };

async function offer(verbs: readonly Verb[], line: Line): Promise<Offer> {
  const { before, typed } = line;
  const verbAt = skipGlobalFlags(before);
  if (before[verbAt] === undefined) return offerVerb(verbs, line);
  const verb = verbs.find((each) => each.name === before[verbAt]);
  const found = findVerb(verbs, before);
  if (!found.ok || verb === undefined) return [];
  const isWordNext = verb.kind === 'branch' && before.length === verbAt + 1 && !typed.startsWith('-');
  if (isWordNext) return verb.leaves.map((leaf) => ({ text: leaf.name, about: leaf.summary }));
  return found.value.kind === 'leaf'
    ? offerWithin(found.value.leaf, found.value.rest, { ...line, verbs })
    : [];
}

async function offerVerb(verbs: readonly Verb[], line: Line): Promise<Offer> {
  const waiting = valueAwaited(globalFlags, line.before);
  if (waiting !== undefined) return offerValue(waiting, line, { verbs, words: [] });
  if (line.typed.startsWith('-')) return flagCandidates(globalFlags, line.before);
  return verbs.map((verb) => ({ text: verb.name, about: verb.summary }));
}

type LineOf = Line & { readonly verbs: readonly Verb[] };

async function offerWithin(leaf: Leaf, rest: readonly string[], line: LineOf): Promise<Offer> {
  const flags: Flags = { ...leaf.flags, ...globalFlags };
  const known = { verbs: line.verbs, words: wordsOf(flags, rest) };
  const waiting = valueAwaited(flags, rest);
  if (waiting !== undefined) return offerValue(waiting, line, known);
  const [name, partial] = splitOnce(line.typed);
  if (name.startsWith('--') && partial !== undefined)
    return offerInline(flags[name.slice(2)]?.takes, name, { line, known });
  if (line.typed.startsWith('-')) return flagCandidates(flags, rest);
  const operand = nextOperand(leaf.operands, known.words.length);
  return operand === undefined ? [] : offerFor(operand, line, known);
}

/** `--room=ro`: the shell takes what is offered for the whole word. */
async function offerInline(
  takes: Takes | undefined,
  name: string,
  { line, known }: { readonly line: Line; readonly known: Known },
): Promise<Offer> {
  const offered = takes === undefined ? [] : await offerValue(takes, line, known);
  return offered === 'file' ? 'file' : offered.map((each) => ({ ...each, text: `${name}=${each.text}` }));
}

function nextOperand(operands: readonly Operand[], given: number): Operand | undefined {
  const last = operands.at(-1);
  const isEndless = last?.times === 'some' || last?.times === 'any';
  return operands[given] ?? (isEndless ? last : undefined);
}

function splitOnce(typed: string): readonly [string, string | undefined] {
  const at = typed.indexOf('=');
  return at === -1 ? [typed, undefined] : [typed.slice(0, at), typed.slice(at + 1)];
}

const flagNamed = (flags: Flags, word: string): string | undefined =>
  word.startsWith('--')
    ? Object.keys(flags).find((name) => `--${name}` === word)
    : Object.keys(flags).find((name) => `-${flags[name]?.short}` === word);

/** What the flag just before the cursor takes, when it takes something. */
function valueAwaited(flags: Flags, before: readonly string[]): Takes | undefined {
  const name = flagNamed(flags, before.at(-1) ?? '');
  const takes = name === undefined ? undefined : flags[name]?.takes;
  return takes?.kind === 'nothing' ? undefined : takes;
}

/** The words that are neither flags nor their values. */
function wordsOf(flags: Flags, rest: readonly string[]): readonly string[] {
  return rest.filter(
    (word, index) => !word.startsWith('-') && valueAwaited(flags, rest.slice(0, index)) === undefined,
  );
}

function flagCandidates(flags: Flags, before: readonly string[]): readonly Candidate[] {
  return Object.entries(flags)
    .filter(
      ([name, flag]) =>
        flag.takes.kind === 'list' ||
        !before.some(
          (word) => word === `--${name}` || word.startsWith(`--${name}=`) || word === `-${flag.short}`,
        ),
    )
    .map(([name, flag]) => ({ text: `--${name}`, about: flag.help }));
}

type Known = { readonly verbs: readonly Verb[]; readonly words: readonly string[] };

function offerValue(takes: Takes, line: Line, known: Known): Promise<Offer> {
  return takes.kind === 'nothing' ? Promise.resolve([]) : offerFor(takes, line, known);
}

async function offerFor(
  valued: { readonly choices?: readonly string[]; readonly completes?: Completes },
  line: Line,
  known: Known,
): Promise<Offer> {
  if (valued.choices !== undefined) return valued.choices.map((text) => ({ text, about: '' }));
  if (valued.completes === 'file') return 'file';
  if (valued.completes === 'verb')
    return known.verbs.map((verb) => ({ text: verb.name, about: verb.summary }));
  return valued.completes === undefined ? [] : offerNames(valued.completes.slice('get '.length), line, known);
}

/** Names as the running host knows them; none where there is no host. */
async function offerNames(
  named: string,
  { before, open }: Line,
  { words }: Known,
): Promise<readonly Candidate[]> {
  const wanted = listingsNamed(named, words[0]);
  if (wanted.length === 0) return [];
  const client = await open(globalsIn(before)).host();
  if (!client.ok) return [];
  const source = { client: client.value, catalogue: createCatalogue(client.value) };
  const listed = await Promise.all(wanted.map((listing) => listing.load(source, {})));
  return listed.flatMap((each) =>
    each.ok
      ? each.value.map(({ reference, cells }) => ({ text: reference, about: cells[1]?.text ?? '' }))
      : [],
  );
}

/** One or several, with commas; or what the first word says: a kind, or an order that some kinds obey. */
function listingsNamed(named: string, first: string | undefined): readonly Listing[] {
  const order = Object.entries(orderTable).find(([verb]) => verb === first);
  const ordered: readonly string[] = order?.[1].kinds ?? [];
  const chosen = { $KIND: first === undefined ? [] : [first], $ORDER: ordered }[named] ?? named.split(',');
  return listings.filter((each) => chosen.includes(each.name) || chosen.includes(each.singular));
}

/** Whatever else is wrong with the line, the host is the one it names. */
function globalsIn(before: readonly string[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [index, word] of before.entries()) {
    const [name, inline] = splitOnce(word);
    const value = inline ?? before[index + 1];
    if (name.startsWith('--') && Object.hasOwn(globalFlags, name.slice(2)) && value !== undefined)
      given[name.slice(2)] = value;
  }
  return given;
}
