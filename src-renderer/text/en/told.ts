/** What the host says of its own: its sentences, in the language of the page. English is what it speaks. */
import type { RefusalCode } from '../../../sim/contract/result.ts';

export const told = {
  /** What somebody wrote himself comes back as it is. */
  say: (sentence: string): string => sentence,
  refusal: (_code: RefusalCode, message: string): string => message,
  noAnswer: 'The lab host does not answer.',
  noAnswerHint: 'It may have stopped or be very busy. The page tries again by itself.',
};
