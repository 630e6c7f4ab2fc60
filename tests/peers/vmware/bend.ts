/** Bends what a client once sent, the same way for the same seed. */
import type { Recorded } from './recording-proxy.ts';

export type Chance = () => number;

/** Mulberry32: a test that fails must fail again. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = <T>(from: readonly T[], chance: Chance): T | undefined =>
  from[Math.floor(chance() * from.length)];

/** Identifiers of the server to be asked, for what was recorded knew another's. */
export type Known = {
  readonly ofType: ReadonlyMap<string, readonly string[]>;
  /** By how they begin: `vm`, `host`, `domain-c`. */
  readonly ofBegin: ReadonlyMap<string, readonly string[]>;
  /** What answers held lately: tasks, views, tags, libraries, transfers. */
  readonly seen: Seen;
};
/** By type, by kind of tag, or ''. */
type Seen = ReadonlyMap<string, readonly string[]>;

const ODD = [
  '',
  '-1',
  '0',
  '99999999999999999999',
  'NaN',
  'true',
  'x'.repeat(20_000),
  '\u{1f9ca}é',
  '../../etc/passwd',
];
const ODD_XML = ['&lt;', '&amp;#0;', '&bogus;', '&#x1F600;', '<![CDATA[]]>', '<!-- -->'];
const TYPES = [
  'VirtualMachine',
  'xsd:string',
  'xsd:int',
  'ArrayOfString',
  'NoSuchType',
  'VirtualDisk',
  'FilterSpec',
];

type Bend = (text: string, chance: Chance) => string;

const BENDS: readonly Bend[] = [
  (text, chance) => atOne({ text, pattern: /<(\w+)[^<>]*>[^<]*<\/\1>/g, chance }, () => ''),
  (text, chance) =>
    atOne({ text, pattern: /<(\w+)[^<>]*>[^<]*<\/\1>/g, chance }, (found) => found.repeat(50)),
  (text, chance) =>
    atOne({ text, pattern: />[^<]*</g, chance }, () => `>${pick([...ODD, ...ODD_XML], chance)}<`),
  (text, chance) =>
    atOne({ text, pattern: /xsi:type="[^"]*"/g, chance }, () => `xsi:type="${pick(TYPES, chance)}"`),
  (text, chance) =>
    atOne({ text, pattern: / type="[^"]*"/g, chance }, () => ` type="${pick(TYPES, chance)}"`),
  (text, chance) => atOne({ text, pattern: /<\/?\w+/g, chance }, (found) => `${found}x`),
  (text, chance) => atOne({ text, pattern: /urn:\w+/g, chance }, () => 'urn:none'),
  (text, chance) => text.slice(0, Math.floor(chance() * text.length)),
  (text, chance) => swapTwo(text, chance),
  (text, chance) =>
    atOne({ text, pattern: /"(?:[^"\\]|\\.)*"/g, chance }, () => JSON.stringify(pick(ODD, chance))),
  (text, chance) =>
    atOne(
      { text, pattern: /[{[][^{}[\]]*[}\]]/g, chance },
      () => pick(['null', '[]', '{}', '7', '"x"'], chance) ?? '',
    ),
  (text, chance) =>
    atOne({ text, pattern: /[A-Za-z]/g, chance }, () => String.fromCodePoint(1 + Math.floor(chance() * 300))),
];

const unique = /(Inventory\w+:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const reference = /type="(\w+)"[^>]*>([\w-]+)</g;

export const referencesIn = (text: string): readonly (readonly [type: string, id: string])[] =>
  [...text.matchAll(reference)].map(([, type = '', id = '']) => [type, id]);

export const uniqueIn = (text: string): readonly (readonly [kind: string, id: string])[] =>
  [...text.matchAll(unique)].map(([id, kind = '']) => [kind, id]);

/** With what the server knows in the place of what another knew. */
function atHome(text: string, { ofType, ofBegin, seen }: Known, chance: Chance): string {
  const one = (from: readonly string[], found: string): string =>
    chance() < 0.85 ? (pick(from, chance) ?? found) : found;
  return text
    .replaceAll(
      /type="(\w+)">([^<]*)</g,
      (_, type: string, id: string) => `type="${type}">${one(ofType.get(type) ?? seen.get(type) ?? [], id)}<`,
    )
    .replaceAll(/\b([a-z]+(?:-[a-z])?)-?\d+\b/g, (found, begin: string) =>
      one(ofBegin.get(begin) ?? [], found),
    )
    .replaceAll(unique, (found, kind = '') => one(seen.get(kind) ?? [], found));
}

/** Some stay as they were: the others are only worth something where the plain one is answered too. */
export function bend(request: Recorded, known: Known, chance: Chance): Recorded {
  const body = atHome(request.body, known, chance);
  const whole = atHome(request.path, known, chance);
  const first = chance() < 0.3 ? undefined : pick(BENDS, chance);
  const second = chance() < 0.2 ? pick(BENDS, chance) : undefined;
  const once = first?.(body, chance) ?? body;
  const path = chance() < 0.03 ? whole.slice(0, Math.floor(chance() * whole.length)) : whole;
  return { ...request, path: path === '' ? '/' : path, body: second?.(once, chance) ?? once };
}

/** One of the places that match, by chance. */
type Place = { readonly text: string; readonly pattern: RegExp; readonly chance: Chance };

function atOne({ text, pattern, chance }: Place, change: (found: string) => string): string {
  const found = pick([...text.matchAll(pattern)], chance);
  if (found === undefined) return text;
  const end = found.index + found[0].length;
  return text.slice(0, found.index) + change(found[0]) + text.slice(end);
}

function swapTwo(text: string, chance: Chance): string {
  const places = [...text.matchAll(/<(\w+)[^<>]*>[^<]*<\/\1>/g)];
  const [one, other] = [pick(places, chance), pick(places, chance)];
  if (one === undefined || other === undefined || one.index >= other.index) return text;
  const between = text.slice(one.index + one[0].length, other.index);
  return text.slice(0, one.index) + other[0] + between + one[0] + text.slice(other.index + other[0].length);
}
