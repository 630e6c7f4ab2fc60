import type { Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';
import { evaluateText } from '../variables/arithmetic-names.ts';
import { readParameter } from './parameter-value.ts';
import type { CompiledWord, Part } from './parts.ts';

/**
 * The text of a word that is simple, without fields and without waiting: most words in a loop are. Null: it is not.
 * With `set -u` none is, as a variable that is not set ends the shell then.
 */
export function simpleText(shell: Shell, word: CompiledWord): Bytes | null {
  if (word.literal !== null) return word.literal;
  return word.isSimple && !shell.options.has('nounset') ? textOfParts(shell, word.parts) : null;
}

function textOfParts(shell: Shell, parts: readonly Part[]): Bytes {
  let text = '';
  for (const part of parts) {
    text += textOfPart(shell, part);
    if (shell.unwind !== null) return '';
  }
  return text;
}

function textOfPart(shell: Shell, part: Part): Bytes {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'quotes':
      return textOfParts(shell, part.word.parts);
    case 'arithmetic':
      return sumOf(shell, part.word);
    case 'parameter': {
      const value = readParameter(shell, part.parameter, null);
      return value?.kind === 'one' ? (value.text ?? '') : '';
    }
    default:
      throw new Error(`A ${part.kind} is not simple.`);
  }
}

function sumOf(shell: Shell, word: CompiledWord): Bytes {
  const value = evaluateText(shell, textOfParts(shell, word.parts), '');
  if (value !== null) return String(value);
  shell.unwind ??= { kind: 'discard', status: 1 };
  return '';
}
