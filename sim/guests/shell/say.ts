import { messageOf } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Step } from '../kernel/program.ts';
import type { Shell, Source } from './shell.ts';

/** `bash: line 3: `, in a script with its name, at a prompt without the line. */
export function prefix(shell: Shell): Bytes {
  const name = scriptName(shell);
  return shell.isInteractive && shell.frames.every((frame) => frame.kind !== 'source')
    ? `${name}: `
    : `${name}: line ${lineOf(shell)}: `;
}

function scriptName(shell: Shell): Bytes {
  const frame = shell.frames.findLast((each) => each.kind !== 'assignments');
  if (frame !== undefined && shell.source.name !== '') return shell.source.name;
  // What bash calls functions that came from no file.
  if (frame?.kind === 'function' && shell.readsFrom === 'string') return 'environment';
  return shell.name === '-bash' && !shell.isInteractive ? 'bash' : shell.name;
}

/** Kept until the command ends: whoever complains need not be able to wait. */
export function complain(shell: Shell, message: Bytes): void {
  shell.complaints += `${prefix(shell)}${message}\n`;
}

/** Errors first, as they have no buffer in a real shell either. */
export function* flush(shell: Shell, name: Bytes): Step<boolean> {
  if (shell.complaints !== '') {
    const said = shell.complaints;
    shell.complaints = '';
    yield* shell.system.descriptors.write(2, said);
  }
  if (shell.output === '') return true;
  const written = shell.output;
  shell.output = '';
  const answer = yield* shell.system.descriptors.write(1, written);
  if (answer.ok) return true;
  yield* shell.system.descriptors.write(
    2,
    `${prefix(shell)}${name}: write error: ${messageOf(answer.errno)}\n`,
  );
  return false;
}

export function lineOf(shell: Shell): number {
  return lineAt(shell.source, shell.position);
}

export function lineAt(source: Source, position: number): number {
  source.lineStarts ??= startsOf(source.text);
  const starts = source.lineStarts;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return source.firstLine + low - 1;
}

function startsOf(text: Bytes): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
