import type { Snippet } from './snippet.ts';
import { snippets } from './snippet.ts';

type Difference = { readonly reason: string; readonly snippets: readonly Snippet[] };

/** Where a guest's tools say something else than the real ones, and why. These are not compared. */
export const differences: readonly Difference[] = [
  {
    reason: 'mawk 1.3.4 20200120 does not read ** as a power; a guest\'s awk does',
    snippets: snippets("awk 'BEGIN{print 2**3}'"),
  },
  {
    reason: "mawk rejects a list in brackets with more behind it; a guest's awk joins them",
    snippets: snippets("awk 'BEGIN{print(1,2)(3)}'"),
  },
  {
    reason: 'mawk has words of its own for a character that no program may hold',
    snippets: snippets("awk 'function m(a) {return a}\\nBEGIN {print m(3)}'"),
  },
  {
    reason: 'a defect of the shell: a command of a pipe keeps the end it does not use, so no SIGPIPE ends it',
    snippets: snippets('seq 100000 | head -n 1', 'yes | head -3; yes a b | head -2'),
  },
  {
    reason: 'mawk says which bracket is missing, and counts a line after the last one',
    snippets: snippets("awk 'BEGIN{'", "awk '{print' /dev/null", "awk 'BEGIN{f()}'"),
  },
];
