import type { Bytes } from '../../bytes.ts';
import type { Step as Steps } from '../../kernel/program.ts';
import type { Step } from '../../packages/plan.ts';
import { clockText, momentOf, two } from '../system/time-text.ts';
import type { DnfCall } from './dnf-call.ts';
import { say } from './words.ts';

const file = '/var/lib/dnf/history';
const letters = { install: 'I', upgrade: 'U', reinstall: 'R', remove: 'E', purge: 'E' } as const;
const actions = { I: 'Install', U: 'Upgrade', R: 'Reinstall', E: 'Removed' } as const;

/** What was done: command, when, what kinds of change, how many. */
export function remember({ system, words }: DnfCall, steps: readonly Step[]): void {
  system.files.makeDirectory('/var/lib/dnf', 0o755);
  const before = system.files.readFile(file);
  const kinds = [...new Set(steps.map((step) => letters[step.kind]))];
  const line = `${words.join(' ')}\t${system.now()}\t${kinds.join(', ')}\t${steps.length}\n`;
  system.files.writeFile(file, `${before.ok ? before.value : ''}${line}`, 0o644);
}

export function* history({ system }: DnfCall): Steps<number> {
  const content = system.files.readFile(file);
  const lines = (content.ok ? content.value : '').split('\n').filter((line) => line !== '');
  yield* say(
    system,
    `ID     | Command line             | Date and time    | Action(s)      | Altered\n${'-'.repeat(79)}\n`,
  );
  for (const [at, line] of [...lines.entries()].toReversed()) yield* say(system, rowOf(at + 1, line));
  return 0;
}

function rowOf(id: number, line: Bytes): Bytes {
  const [command = '', when, kinds = '', count = ''] = line.split('\t');
  const moment = momentOf(Number(when));
  const date = `${moment.year}-${two(moment.month + 1)}-${two(moment.day)} ${clockText(moment).slice(0, 5)}`;
  const action = kinds.length === 1 && kinds in actions ? actions[kinds as keyof typeof actions] : kinds;
  return `${String(id).padStart(6)} | ${command.slice(0, 24).padEnd(24)} | ${date} | ${action.padEnd(14)} | ${count.padStart(4)}   \n`;
}
