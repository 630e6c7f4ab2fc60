import { Script, createContext } from 'node:vm';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';

/** The first group, or all of what matched. */
export type Pattern = { readonly find: (text: string) => Result<string> };

/** A pattern that runs wild would stop the whole host, so it runs where it can be stopped. */
const patienceMillis = 100;
const longestText = 4096;

export function createPattern(source: string): Result<Pattern> {
  const pattern = compiled(source);
  if (pattern === null) {
    return refused('invalid-input', `"${source}" is not a regular expression.`, {
      hint: 'As in JavaScript: (\\d+) finds the first number.',
    });
  }
  const sandbox = createContext({ pattern, text: '' });
  const script = new Script('pattern.exec(text)');
  let isWild = false;
  return accepted({
    find: (text) => {
      if (isWild) return tooWild(source);
      sandbox['text'] = text.slice(0, longestText);
      try {
        const found = script.runInContext(sandbox, { timeout: patienceMillis }) as RegExpExecArray | null;
        const part = found?.[1] ?? found?.[0];
        return part === undefined
          ? refused('invalid-input', `"${source}" finds nothing in ${JSON.stringify(text.slice(0, 80))}`)
          : accepted(part);
      } catch {
        isWild = true;
        return tooWild(source);
      }
    },
  });
}

const tooWild = (source: string): Result<never> =>
  refused('invalid-input', `"${source}" takes too long on what was received and is not tried again.`, {
    hint: 'Write it without a repetition inside a repetition.',
  });

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source, 'u');
  } catch {
    return null;
  }
}
