import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { turn } from '../../kernel/program-tools.ts';
import { signalTable, type SignalName } from '../../kernel/signals.table.ts';
import { stateOf } from '../run/job.ts';
import type { Call } from '../run/simple.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { wrongUse } from './builtin.ts';
import { jobNamed, noSuchJob } from './job-named.ts';

export function signalNamed(text: Bytes): SignalName | 'EXIT' | null {
  if (/^\d+$/.test(text)) {
    if (Number(text) === 0) return 'EXIT';
    const found = Object.entries(signalTable).find(([, signal]) => signal.number === Number(text));
    return found === undefined ? null : (found[0] as SignalName);
  }
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (name === 'EXIT') return 'EXIT';
  return Object.hasOwn(signalTable, name) ? (name as SignalName) : null;
}

type Signal = SignalName | 'none';

/** A signal to itself is heard before the next command. */
export function* kill(shell: Shell, { words }: Call): Step<number> {
  const [, first, ...others] = words;
  if (first === '-l' || first === '-L') return listSignals(shell, others);
  const named = signalIn(words) ?? { word: 'TERM', size: 1 };
  const signal = signalOf(named.word);
  if (signal === null) {
    complain(shell, `kill: ${named.word}: invalid signal specification`);
    return 1;
  }
  const rest = words.slice(named.size);
  const goals = rest[0] === '--' ? rest.slice(1) : rest;
  if (goals.length === 0) return wrongUse(shell, 'kill', null);
  const sent = goals.map((word) => killOne(shell, word, signal));
  yield turn;
  return sent.includes(true) ? 0 : 1;
}

/** `-s TERM`, `-n 15`, `-TERM`, `-15`: the word for it, and how many words came with it. */
function signalIn([, first = '', second = '']: readonly Bytes[]): { word: Bytes; size: number } | null {
  if (first === '-s' || first === '-n') return { word: second, size: 3 };
  return /^-./.test(first) && first !== '--' ? { word: first.slice(1), size: 2 } : null;
}

function signalOf(word: Bytes): Signal | null {
  const found = signalNamed(word);
  return found === 'EXIT' ? 'none' : found;
}

function killOne(shell: Shell, word: Bytes, signal: Signal): boolean {
  if (word.startsWith('%')) return killJob(shell, word, signal);
  if (/^-?\d+$/.test(word)) return send(shell, { goal: Number(word), word, signal });
  complain(shell, `kill: ${word}: arguments must be process or job IDs`);
  return false;
}

function killJob(shell: Shell, word: Bytes, signal: Signal): boolean {
  const job = jobNamed(shell, word);
  if (job === null) return noSuchJob(shell, 'kill', word) === 0;
  const goal = shell.hasJobControl ? -job.group : (job.pids[0] ?? 0);
  const isSent = send(shell, { goal, word, signal });
  // What is stopped could not hear it.
  if (stateOf(job) === 'stopped' && (signal === 'TERM' || signal === 'HUP'))
    shell.system.processes.kill(goal, 'CONT');
  return isSent;
}

type Sending = { readonly goal: number; readonly word: Bytes; readonly signal: Signal };

function send(shell: Shell, { goal, word, signal }: Sending): boolean {
  const answer = shell.system.processes.kill(goal, signal);
  if (answer.ok) return true;
  complain(shell, `kill: (${word}) - ${messageOf(answer.errno)}`);
  return false;
}

export function listSignals(shell: Shell, words: readonly Bytes[]): number {
  if (words.length === 0) {
    const cells = Object.entries(signalTable).map(
      ([name, { number }]) => `${String(number).padStart(2)}) SIG${name}`,
    );
    for (let at = 0; at < cells.length; at += 5) shell.output += `${cells.slice(at, at + 5).join('\t')}\n`;
    return 0;
  }
  let status = 0;
  for (const word of words) {
    const number = Number(word) > 128 ? String(Number(word) - 128) : word;
    const found = signalNamed(number);
    if (found === null) {
      complain(shell, `kill: ${word}: invalid signal specification`);
      status = 1;
    } else
      shell.output += /^\d+$/.test(word)
        ? `${found}\n`
        : `${found === 'EXIT' ? 0 : signalTable[found].number}\n`;
  }
  return status;
}
