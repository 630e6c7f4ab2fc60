/** Calls that begin a task, waited for to its end. */
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { isData } from '../wire/value.ts';
import type { Data } from '../wire/value.ts';

export type TaskEnd = {
  /** `success`, or the type of the fault: of the task, or of the call itself. */
  readonly end: string;
  /** What the task came to, or what its fault says. */
  readonly result: Data;
};

/** How the task of that key ended. */
export async function endOf(lab: VmwareLab, key: string): Promise<string> {
  const task = lab.vc.tasks.get(key);
  for (let turns = 0; task?.state === 'running' && turns < 50; turns += 1) await lab.run(1);
  return task?.fault?.type ?? task?.state ?? '';
}

export async function taskEnd(
  { lab, client }: { readonly lab: VmwareLab; readonly client: SoapClient },
  [method, self, inner]: readonly [string, string, string],
): Promise<TaskEnd> {
  const answer = await client.call(method, self, inner);
  if (answer.fault !== '') return { end: answer.fault, result: {} };
  const key = answer.values[0]?.text ?? '';
  const end = await endOf(lab, key);
  const task = lab.vc.tasks.get(key);
  return { end, result: isData(task?.result) ? task.result : (task?.fault?.fields ?? {}) };
}
