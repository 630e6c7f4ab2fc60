/** What the words of the command line lead to: a word of one's own, help, or an endpoint that stays. */
import { randomUUID } from 'node:crypto';
import { closeSync, constants, openSync } from 'node:fs';
import type { Refusal, Result } from '../../sim/contract/result.ts';
import type { Flags } from './flags.table.ts';
import { readCommandLine, usage } from './go-flags.ts';
import type { VcsimWays } from './ways.ts';
import { readWishes, type Wishes } from './wishes.ts';

/** As Go's programs end when their flags are wrong. */
const wrongUse = 2;

export async function runVcsim(args: readonly string[], ways: VcsimWays): Promise<number> {
  const read = readCommandLine(args);
  if (!read.ok) {
    ways.stderr(`${read.refusal.message}\n${usage('vcsim')}`);
    return wrongUse;
  }
  const { flags, words, wantsHelp } = read.value;
  if (wantsHelp) {
    ways.stderr(usage('vcsim'));
    return 0;
  }
  const [word] = words;
  if (word !== undefined) return answerWord(word, ways);
  const wishes = readWishes(flags);
  const served = wishes.ok ? await serveLoaded(wishes.value, ways) : wishes;
  if (served.ok) return 0;
  hangUp(flags);
  ways.stderr(`vcsim: ${textOf(served.refusal)}\n`);
  return 1;
}

/** The world takes a while to load; who only wants a word does not wait for it. */
async function serveLoaded(wishes: Wishes, ways: VcsimWays): Promise<Result<null>> {
  try {
    const { serve } = await import('./serve.ts');
    return await serve(wishes, ways);
  } catch (error) {
    hangUp(wishes.flags);
    throw error;
  }
}

/** Whoever reads from the fifo would wait for ever. */
function hangUp({ E }: Flags): void {
  if (E === '-') return;
  try {
    closeSync(openSync(E, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch {
    // Nobody reads from it.
  }
}

function answerWord(word: string, { stdout, stderr, version }: VcsimWays): number {
  switch (word) {
    case 'uuidgen':
      stdout(`${randomUUID()}\n`);
      return 0;
    case 'version':
      stdout(`vcsim of Coldaisle ${version}\n`);
      return 0;
    case 'help':
      stdout(usage('vcsim'));
      return 0;
    default:
      stderr(`vcsim: there is no word "${word}"\n\n${usage('vcsim')}`);
      return wrongUse;
  }
}

const textOf = ({ message, hint }: Refusal): string => (hint === undefined ? message : `${message}. ${hint}`);
