/** What is set on a host beside what the world has of it: papers `host/<id>/<what>`, read with care. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Vc } from '../../vc.ts';
import type { Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';

/** The usual where nothing was set, or what stands there is of another shape. */
export function settingOf<T extends object>(vc: Pick<Vc, 'papers'>, key: string, usual: T): T {
  const paper = vc.papers.get(key);
  const fits = typeof paper === 'object' && paper !== null && Array.isArray(paper) === Array.isArray(usual);
  if (!fits) return usual;
  return Array.isArray(usual) ? (paper as unknown as T) : { ...usual, ...(paper as unknown as T) };
}

export const hostKey = (id: EntityId, what: string): string => `host/${id}/${what}`;

/** null takes the paper away. */
export async function writePaper(
  call: Pick<Call, 'vc' | 'caller'>,
  key: string,
  value: Value | object,
): Promise<Answer> {
  const plain = value === null ? null : (JSON.parse(JSON.stringify(value)) as PaperValue);
  const written = await call.vc.papers.write([{ key, value: plain }], call.caller);
  return written.ok ? done(undefined) : refusedBy(written.refusal);
}
