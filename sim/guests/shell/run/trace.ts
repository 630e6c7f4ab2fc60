import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { promptText } from '../expand/prompt.ts';
import type { Shell } from '../shell.ts';
import { quotedIfNeeded } from '../variables/quote.ts';
import { valueOf } from '../variables/store.ts';

/** `+ echo hi`: the first character of PS4 once per depth. */
export function* traceWords(shell: Shell, words: readonly Bytes[]): Step<void> {
  const { status } = shell;
  const sign = yield* promptText(shell, valueOf(shell, 'PS4') ?? '');
  shell.status = status;
  const depth = shell.subshellDepth;
  const repeated = sign === '' ? '' : (sign[0] ?? '').repeat(depth) + sign;
  yield* shell.system.descriptors.write(2, `${repeated}${words.join(' ')}\n`);
}

export const traced = (words: readonly Bytes[]): readonly Bytes[] =>
  words.map((word) => (word === '' ? "''" : quotedIfNeeded(word)));
