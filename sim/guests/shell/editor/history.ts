import type { Bytes } from '../../bytes.ts';
import { saveHistory } from '../builtins/history.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';

export function loadHistory(shell: Shell): void {
  const content = shell.system.files.readFile(valueOf(shell, 'HISTFILE') ?? '');
  shell.history = content.ok
    ? content.value.split('\n').filter((line) => line !== '' && !/^#\d+$/.test(line))
    : [];
  shell.isHistoryRead = true;
}

/** HISTCONTROL decides what is kept. */
export function remember(shell: Shell, text: Bytes): void {
  const line = text.replace(/\n+$/, '');
  const control = controlOf(shell);
  if (line.trim() === '') return;
  if (control.has('ignorespace') && line.startsWith(' ')) return;
  if (control.has('ignoredups') && shell.history.at(-1) === line) return;
  if (control.has('erasedups')) shell.history = shell.history.filter((each) => each !== line);
  shell.history.push(line);
  const most = Number(valueOf(shell, 'HISTSIZE') ?? '500');
  if (most >= 0 && shell.history.length > most) shell.history.splice(0, shell.history.length - most);
}

function controlOf(shell: Shell): ReadonlySet<Bytes> {
  const control = new Set((valueOf(shell, 'HISTCONTROL') ?? '').split(':'));
  if (control.has('ignoreboth')) for (const each of ['ignorespace', 'ignoredups']) control.add(each);
  return control;
}

export function keepHistory(shell: Shell): void {
  if (shell.isHistoryRead) saveHistory(shell, null);
}

type Expanded = { readonly text: Bytes; readonly isChanged: boolean } | { readonly missing: Bytes };

/** `!!`, `!3`, `!-2`, `!word`, `!?part`, `!$`, `!^`, `!*`, and `^old^new`. */
export function expandHistory(shell: Shell, text: Bytes): Expanded {
  const quick = /^\^([^^\n]+)\^([^^\n]*)\^?/.exec(text);
  if (quick !== null) return expandQuick(shell, quick);
  let result = '';
  let isChanged = false;
  let isQuoted = false;
  for (let at = 0; at < text.length;) {
    const event = isQuoted ? null : eventAt(text, at);
    if (event === null) {
      const size = text[at] === '\\' ? 2 : 1;
      if (text[at] === "'") isQuoted = !isQuoted;
      result += text.slice(at, at + size);
      at += size;
      continue;
    }
    const found = wordsOf(shell, event);
    if (found === null) return { missing: `${event[0]}: event not found` };
    result += found;
    isChanged = true;
    at += event[0].length;
  }
  return { text: result, isChanged };
}

function expandQuick({ history }: Shell, [whole, before = '', after = '']: RegExpExecArray): Expanded {
  const last = history.at(-1) ?? '';
  if (!last.includes(before)) return { missing: `:s${whole}: substitution failed` };
  return { text: last.replace(before, () => after), isChanged: true };
}

/** `$!` and `[[ !` are no events. */
function eventAt(text: Bytes, at: number): RegExpExecArray | null {
  if (text[at] !== '!' || text[at - 1] === '$' || text.slice(Math.max(0, at - 2), at) === '[[') return null;
  return /^!(!|\$|\^|\*|-?\d+|\?[^?\n]+\??|[\w./-]+)(:(\d+|[$^*]))?/.exec(text.slice(at));
}

function wordsOf({ history }: Shell, [, what = '', , which]: RegExpExecArray): Bytes | null {
  const isWord = what === '$' || what === '^' || what === '*';
  const line = isWord || what === '!' ? history.at(-1) : lineNamed(history, what);
  if (line === undefined) return null;
  const designator = isWord ? what : which;
  return designator === undefined ? line : wordIn(line, designator);
}

function wordIn(line: Bytes, designator: Bytes): Bytes | null {
  const words = line.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  switch (designator) {
    case '$':
      return words.at(-1) ?? '';
    case '*':
      return words.slice(1).join(' ');
    case '^':
      return words[1] ?? null;
    default:
      return words[Number(designator)] ?? null;
  }
}

function lineNamed(history: readonly Bytes[], what: Bytes): Bytes | undefined {
  if (/^\d+$/.test(what)) return history[Number(what) - 1];
  if (/^-\d+$/.test(what)) return history.at(Number(what));
  if (what.startsWith('?'))
    return history.findLast((line) => line.includes(what.slice(1).replace(/\?$/, '')));
  return history.findLast((line) => line.startsWith(what));
}
