import { text } from '../../text/text.ts';
import type { Problem } from './layout-rules.ts';

export function problemText(name: string, problem: Problem): string {
  const words = text().floor.edit;
  return problem.kind === 'outside' ? words.outside(name) : words.inside(name, problem.of);
}
