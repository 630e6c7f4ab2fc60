import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { parseText, sourceOf, type ParsedText } from '../parse/source.ts';
import type { SyntaxFault } from '../parse/fault.ts';
import { tellFault } from '../parse/tell.ts';
import { flush, lineOf } from '../say.ts';
import type { Shell, Source } from '../shell.ts';
import { isDefined } from './unwind.ts';
import { runList } from './run.ts';

const cacheLimit = 512;

/** Parsed once: a loop that substitutes meets the same text again. */
export function parsedOf(shell: Shell, text: Bytes): ParsedText {
  const { scripts } = shell.caches;
  const known = scripts.get(text);
  if (known !== undefined) return known;
  const fresh = parseText(text);
  if (scripts.size >= cacheLimit) scripts.clear();
  if (text.length < 16_384) scripts.set(text, fresh);
  return fresh;
}

type TextKind = 'trap' | 'substitution' | 'eval';

/** Commands that came as a text from inside: their lines count from where they stand. */
export function* runText(shell: Shell, text: Bytes, kind: TextKind): Step<number> {
  const line = kind === 'trap' ? 1 : lineOf(shell);
  const { source, position } = shell;
  shell.source = sourceOf(source.name, text, line);
  const label =
    kind === 'eval'
      ? { ...shell.source, name: `${source.name === '' ? shell.name : source.name}: eval` }
      : shell.source;
  const status = yield* runParsed(shell, parsedOf(shell, text), label);
  shell.source = source;
  shell.position = position;
  return status;
}

/** A line that is given up does not take the next one with it. */
export function* runParsed(shell: Shell, parsed: ParsedText, label: Source): Step<number> {
  let status = 0;
  for (const group of parsed.groups) {
    shell.position = group.statements[0]?.pos ?? 0;
    status = yield* runList(shell, group.statements);
    if (shell.unwind?.kind === 'discard' && isDefined(shell)) {
      status = shell.unwind.status;
      shell.unwind = null;
      shell.guarded = 0;
      shell.status = status;
    }
    if (shell.unwind !== null) return status;
  }
  const { fault } = parsed;
  if (fault === null) return status;
  tellFault(shell, label, fault);
  if (fault.kind !== 'test') shell.status = isInnerQuote(fault) ? 1 : 2;
  yield* flush(shell, 'bash');
  return shell.status;
}

/** `$(` without its end, met at once: bash takes it for a failed expansion. */
const isInnerQuote = (fault: SyntaxFault): boolean =>
  fault.kind === 'quote' && fault.closing === ')' && !fault.isLate;
