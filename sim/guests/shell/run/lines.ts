import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Shell } from '../shell.ts';

/** A line from a descriptor, byte by byte where the rest belongs to others. Null: the end. */
export function* readLine(shell: Shell, descriptor: number): Step<Bytes | null> {
  const { descriptors } = shell.system;
  const isSeekable = descriptors.seek(descriptor, 0, 'here').ok;
  let line = '';
  for (;;) {
    const answer = yield* descriptors.read(descriptor, isSeekable ? 512 : 1);
    if (!answer.ok) {
      if (answer.errno === 'EINTR' && shell.pendingSignals.length === 0) continue;
      return null;
    }
    if (answer.value === '') return line === '' ? null : line;
    const end = answer.value.indexOf('\n');
    if (end < 0) {
      line += answer.value;
      continue;
    }
    line += answer.value.slice(0, end);
    if (isSeekable) descriptors.seek(descriptor, end + 1 - answer.value.length, 'here');
    return line;
  }
}
