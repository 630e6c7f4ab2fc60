import { bytesOf, textOf, type Bytes } from '../../bytes.ts';
import { builtinNames } from '../builtins/names.table.ts';
import { homeOf, users } from '../expand/tilde.ts';
import { directoriesOf } from '../run/look-up.ts';
import type { Shell } from '../shell.ts';
import { argumentHooks } from './hooks.ts';
import { widthOf } from './line.ts';

/** What could stand where the word before the cursor does. */
type Completion = {
  /** Where the word begins, in bytes of what is before the cursor. */
  readonly from: number;
  readonly choices: readonly Choice[];
};

type Choice = { readonly text: Bytes; readonly shown: Bytes; readonly ends: ' ' | '/' | '' };

export function completionOf(shell: Shell, before: Bytes): Completion {
  const word = /(?:\\.|"[^"]*"?|'[^']*'?|[^\s"'\\|&;()<>=`])*$/.exec(before)?.[0] ?? '';
  const from = before.length - word.length;
  const bare = word.replace(/\\(.)/g, '$1').replace(/["']/g, '');
  return { from, choices: unique(choicesFor(shell, { bare, lead: before.slice(0, from) })) };
}

type Wanted = { readonly bare: Bytes; readonly lead: Bytes };

function choicesFor(shell: Shell, { bare, lead }: Wanted): readonly Choice[] {
  if (/^\$\{?\w*$/.test(bare)) return variables(shell, bare);
  if (/^~[^/]*$/.test(bare)) return homes(shell, bare);
  const start = lead.replace(/.*(?:&&|\|\||[|;&(`]|\bthen|\bdo|\belse|\bsudo)\s*/s, '').trimStart();
  const isCommand = start === '' || /^(\w+=\S*\s+)+$/.test(start);
  if (isCommand && !bare.includes('/'))
    return [...commands(shell, bare), ...files(shell, bare, 'directories')];
  if (isCommand || /[<>]\s*$/.test(lead)) return files(shell, bare, 'all');
  return argumentsFor(shell, bare, words(start));
}

const words = (text: Bytes): readonly Bytes[] => text.split(/\s+/).filter((word) => word !== '');

function homes(shell: Shell, bare: Bytes): readonly Choice[] {
  return users(shell)
    .map((user) => choice(`~${user[0] ?? ''}`, '/'))
    .filter((each) => each.text.startsWith(bare));
}

const intoDirectories: ReadonlySet<Bytes> = new Set(['cd', 'rmdir', 'pushd']);

function argumentsFor(shell: Shell, bare: Bytes, given: readonly Bytes[]): readonly Choice[] {
  const [command = ''] = given;
  const hook = Object.hasOwn(argumentHooks, command) ? argumentHooks[command] : undefined;
  const own = shell.completions.get(command) ?? hook?.(shell, given) ?? [];
  const fitting = own.filter((text) => text.startsWith(bare));
  if (fitting.length > 0) return fitting.map((text) => choice(text, ' '));
  return files(shell, bare, intoDirectories.has(command) ? 'directories' : 'all');
}

const choice = (text: Bytes, ends: Choice['ends']): Choice => ({ text, shown: text, ends });

function variables(shell: Shell, bare: Bytes): readonly Choice[] {
  const brace = bare.startsWith('${') ? '{' : '';
  const start = bare.slice(1 + brace.length);
  const names = [...shell.variables.keys()].filter((name) => name.startsWith(start));
  return names.map((name) => ({
    text: `$${brace}${name}${brace === '' ? '' : '}'}`,
    shown: `$${name}`,
    ends: ' ',
  }));
}

function commands(shell: Shell, bare: Bytes): readonly Choice[] {
  const names = [
    ...builtinNames,
    ...shell.functions.keys(),
    ...shell.aliases.keys(),
    'if',
    'for',
    'while',
    'case',
    'until',
    'select',
    'function',
    'time',
  ];
  for (const directory of new Set(directoriesOf(shell))) {
    const listed = shell.system.files.list(directory);
    if (!listed.ok) continue;
    for (const entry of listed.value)
      if (entry.name.startsWith(bare) && shell.system.files.mayAccess(`${directory}/${entry.name}`, 'run'))
        names.push(entry.name);
  }
  return names.filter((name) => name.startsWith(bare)).map((name) => choice(name, ' '));
}

function files(shell: Shell, bare: Bytes, which: 'all' | 'directories'): readonly Choice[] {
  const slash = bare.lastIndexOf('/') + 1;
  const written = bare.slice(0, slash);
  const start = bare.slice(slash);
  const home = /^~([^/]*)\//.exec(written);
  const directory =
    home === null ? written : `${homeOf(shell, home[1] ?? '') ?? home[0]}/${written.slice(home[0].length)}`;
  const listed = shell.system.files.list(directory === '' ? '.' : directory);
  if (!listed.ok) return [];
  return listed.value
    .filter(
      (entry) =>
        entry.name.startsWith(start) &&
        !/^\.\.?$/.test(entry.name) &&
        (start !== '' || !entry.name.startsWith('.')),
    )
    .map((entry): Choice => {
      const stat = shell.system.files.stat(directory + entry.name);
      const isFolder = stat.ok && stat.value.kind === 'directory';
      const text = written + entry.name.replace(/[\s"'\\$&;|<>()*?[\]!`#{}]/g, '\\$&');
      return { text, shown: isFolder ? `${entry.name}/` : entry.name, ends: isFolder ? '/' : ' ' };
    })
    .filter((each) => which === 'all' || each.ends === '/');
}

function unique(choices: readonly Choice[]): readonly Choice[] {
  const known = new Map(choices.map((each) => [each.text, each]));
  return [...known.values()].toSorted((one, other) => (one.text < other.text ? -1 : 1));
}

/** What all of them begin with. */
export function commonStart(choices: readonly Choice[]): Bytes {
  let common = choices[0]?.text ?? '';
  for (const { text } of choices) {
    let at = 0;
    while (at < common.length && common[at] === text[at]) at += 1;
    common = common.slice(0, at);
  }
  return common;
}

/** In columns, downwards, as `ls` does. */
export function columnsOf(choices: readonly Choice[], screen: number): Bytes {
  const texts = choices.map((each) => textOf(each.shown));
  const cell = Math.max(...texts.map(widthOf)) + 2;
  const perRow = Math.max(1, Math.floor(screen / cell));
  const rows = Math.ceil(texts.length / perRow);
  let result = '';
  for (let row = 0; row < rows; row += 1) {
    let line = '';
    for (let at = row; at < texts.length; at += rows) {
      const text = texts[at] ?? '';
      line += at + rows < texts.length ? text + ' '.repeat(cell - widthOf(text)) : text;
    }
    result += `${line}\n`;
  }
  return bytesOf(result);
}
