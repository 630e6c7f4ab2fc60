import type { Bytes } from '../../bytes.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';
import { optionsIn, type Given } from './builtin.ts';

type Act = (shell: Shell, given: Given) => void;

/** The first letter of these that was given decides. */
const acts: readonly (readonly [letter: string, act: Act])[] = [
  ['c', (shell) => (shell.history = [])],
  ['d', (shell, { values }) => shell.history.splice(Number(values.get('d')) - 1, 1)],
  ['s', (shell, { rest }) => shell.history.push(rest.join(' '))],
  ['w', (shell, { rest }) => saveHistory(shell, rest[0] ?? null)],
  ['a', (shell, { rest }) => saveHistory(shell, rest[0] ?? null)],
  // What the file holds was read when the prompt came.
  ['r', () => undefined],
  ['n', () => undefined],
];

export function history(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const wanted = acts.find(([letter]) => given.letters.has(letter));
  if (wanted === undefined) return listHistory(shell, given.rest[0]);
  wanted[1](shell, given);
  return 0;
}

function listHistory(shell: Shell, most: Bytes | undefined): number {
  if (most !== undefined && !/^\d+$/.test(most)) {
    complain(shell, `history: ${most}: numeric argument required`);
    return 1;
  }
  const from = most === undefined ? 0 : Math.max(0, shell.history.length - Number(most));
  for (let at = from; at < shell.history.length; at += 1)
    shell.output += `${String(at + 1).padStart(5)}  ${shell.history[at] ?? ''}\n`;
  return 0;
}

export function saveHistory(shell: Shell, file: Bytes | null): void {
  const path = file ?? valueOf(shell, 'HISTFILE') ?? '';
  if (path === '') return;
  const most = Number(valueOf(shell, 'HISTFILESIZE') ?? '500');
  const lines = most >= 0 ? shell.history.slice(-most) : shell.history;
  if (lines.length > 0) shell.system.files.writeFile(path, `${lines.join('\n')}\n`, 0o600);
}

export function fc(shell: Shell, words: readonly Bytes[]): number {
  const given = optionsIn(shell, words);
  if (given === null) return 2;
  const { letters, rest } = given;
  if (!letters.has('l')) {
    complain(shell, 'fc: editing is done at the prompt here: use the arrows, or fc -l');
    return 1;
  }
  const from = rest[0] === undefined ? shell.history.length - 16 : Number(rest[0]) - 1;
  for (let at = Math.max(0, from); at < shell.history.length; at += 1)
    shell.output += `${letters.has('n') ? '' : at + 1}\t ${shell.history[at] ?? ''}\n`;
  return 0;
}
