/** Makes one machine after another, as planned; the first refusal ends it, and so does whoever stops it. */
import type { Result } from '../../../sim/contract/result.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { CreateInput } from './machine-draft.ts';

export type Made = { readonly made: number; readonly refusal: Refusal | null; readonly hasTasks: boolean };

type Makers = {
  readonly execute: (command: CreateInput) => Promise<Result<object>>;
  readonly isStopped: () => boolean;
  readonly onMade: (made: number) => void;
};

/** What was made at once has no task. */
const beganTask = (receipt: object): boolean =>
  'ids' in receipt &&
  Array.isArray(receipt.ids) &&
  receipt.ids.some((id) => typeof id === 'string' && id.startsWith('task-'));

export async function makeMachines(
  command: CreateInput,
  names: readonly string[],
  { execute, isStopped, onMade }: Makers,
): Promise<Made> {
  let made = 0;
  let hasTasks = false;
  for (const name of names) {
    if (isStopped()) break;
    const answer = await execute({ ...command, name });
    if (!answer.ok) return { made, refusal: answer.refusal, hasTasks };
    hasTasks ||= beganTask(answer.value);
    made += 1;
    onMade(made);
  }
  return { made, refusal: null, hasTasks };
}
