import type { Bytes } from '../../bytes.ts';
import { allPaths, lookUp } from '../run/look-up.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { singleQuoted } from '../variables/quote.ts';
import { optionsIn, type Given } from './builtin.ts';
import { builtinNames, specialNames } from './names.table.ts';
import { functionText } from './function-text.ts';

const keywords: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'elif',
  'fi',
  'case',
  'esac',
  'for',
  'select',
  'while',
  'until',
  'do',
  'done',
  'in',
  'function',
  'time',
  '{',
  '}',
  '!',
  '[[',
  ']]',
  'coproc',
]);

type Meaning =
  | { readonly kind: 'alias'; readonly text: Bytes }
  | { readonly kind: 'keyword' | 'function' | 'builtin' }
  | { readonly kind: 'file'; readonly path: Bytes };

function meaningsOf(shell: Shell, name: Bytes): readonly Meaning[] {
  const meanings: Meaning[] = [];
  const alias = shell.aliases.get(name);
  if (alias !== undefined && shell.shellOptions.has('expand_aliases'))
    meanings.push({ kind: 'alias', text: alias });
  if (keywords.has(name)) meanings.push({ kind: 'keyword' });
  if (shell.functions.has(name)) meanings.push({ kind: 'function' });
  if (builtinNames.has(name) && !shell.disabled.has(name)) meanings.push({ kind: 'builtin' });
  if (name.includes('/')) {
    if (shell.system.files.mayAccess(name, 'run')) meanings.push({ kind: 'file', path: name });
    return meanings;
  }
  return [...meanings, ...allPaths(shell, name).map((path) => ({ kind: 'file', path }) as const)];
}

/** What `command -v` and `type` say; false: nothing. */
export function describe(shell: Shell, name: Bytes, how: 'short' | 'long'): boolean {
  const [meaning] = meaningsOf(shell, name);
  if (meaning === undefined) return false;
  shell.output += how === 'long' ? longText(shell, name, meaning) : shortText(name, meaning);
  return true;
}

function shortText(name: Bytes, meaning: Meaning): Bytes {
  if (meaning.kind === 'alias') return `alias ${name}=${singleQuoted(meaning.text)}\n`;
  return meaning.kind === 'file' ? `${meaning.path}\n` : `${name}\n`;
}

function longText(shell: Shell, name: Bytes, meaning: Meaning): Bytes {
  switch (meaning.kind) {
    case 'alias':
      return `${name} is aliased to \`${meaning.text}'\n`;
    case 'keyword':
      return `${name} is a shell keyword\n`;
    case 'function': {
      const definition = shell.functions.get(name);
      return `${name} is a function\n${definition === undefined ? '' : functionText(definition)}\n`;
    }
    case 'builtin':
      return `${name} is a ${specialNames.has(name) && shell.options.has('posix') ? 'special ' : ''}shell builtin\n`;
    case 'file':
      return shell.hashed.get(name)?.path === meaning.path
        ? `${name} is hashed (${meaning.path})\n`
        : `${name} is ${meaning.path}\n`;
    default:
      return meaning satisfies never;
  }
}

export function type(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  const isQuiet = letters.has('t') || letters.has('p') || letters.has('P');
  let status = 0;
  for (const name of rest) {
    const found = wantedMeanings(shell, name, letters);
    for (const meaning of found) shell.output += lineFor(shell, { name, meaning, letters });
    if (found.length > 0) continue;
    if (!isQuiet) complain(shell, `type: ${name}: not found`);
    status = 1;
  }
  return status;
}

function wantedMeanings(shell: Shell, name: Bytes, letters: ReadonlySet<string>): readonly Meaning[] {
  const all = meaningsOf(shell, name).filter(
    ({ kind }) => (!letters.has('P') || kind === 'file') && !(letters.has('f') && kind === 'function'),
  );
  return letters.has('a') ? all : all.slice(0, 1);
}

type Line = { readonly name: Bytes; readonly meaning: Meaning; readonly letters: ReadonlySet<string> };

function lineFor(shell: Shell, { name, meaning, letters }: Line): Bytes {
  if (letters.has('t')) return `${meaning.kind}\n`;
  if (letters.has('p') || letters.has('P')) return meaning.kind === 'file' ? `${meaning.path}\n` : '';
  return longText(shell, name, meaning);
}

export function hash(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  if (letters.has('r')) shell.hashed.clear();
  if (rest.length === 0 && !letters.has('r')) return listHashed(shell);
  const each = letters.has('d') ? forgetPath : letters.has('t') ? tellPath : keepPath;
  let status = 0;
  for (const name of rest) {
    if (each(shell, name, given)) continue;
    complain(shell, `hash: ${name}: not found`);
    status = 1;
  }
  return status;
}

const forgetPath = (shell: Shell, name: Bytes): boolean => shell.hashed.delete(name);

function tellPath(shell: Shell, name: Bytes, { rest }: Given): boolean {
  const known = shell.hashed.get(name);
  if (known === undefined) return false;
  shell.output += rest.length > 1 ? `${name}\t${known.path}\n` : `${known.path}\n`;
  return true;
}

function keepPath(shell: Shell, name: Bytes, { values }: Given): boolean {
  const path = values.get('p') ?? lookUp(shell, name, 'look');
  if (path !== null) shell.hashed.set(name, { path, hits: 0 });
  return path !== null;
}

function listHashed(shell: Shell): number {
  if (shell.hashed.size === 0) shell.output += 'hash: hash table empty\n';
  else
    shell.output += `hits\tcommand\n${[...shell.hashed.values()].map(({ hits, path }) => `${String(hits).padStart(4)}\t${path}\n`).join('')}`;
  return 0;
}
