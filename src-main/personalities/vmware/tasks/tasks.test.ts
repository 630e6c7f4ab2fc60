import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { TaskRecord, Worked } from './tasks.ts';

let lab: VmwareLab;
let estate: Estate;

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
});
afterAll(() => lab.close());

function begin(work: () => Promise<Answer<Worked>>): TaskRecord {
  const task = { name: 'Work_Task', descriptionId: 'X.work', entity: null, entityName: '', work };
  const begun = lab.vc.tasks.run({ caller: null }, task);
  const record = begun.ok ? lab.vc.tasks.get(begun.value.value) : undefined;
  if (record === undefined) throw new Error('the task did not begin');
  return record;
}

const over = (record: TaskRecord): Promise<TaskRecord> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (record.completedAt === null) return;
      deaf();
      resolve(record);
    };
    const deaf = lab.vc.tasks.listen(look);
    look();
  });

test('FR-020-066 a task ends with what its work came to, and a defect of ours is told as one', async () => {
  expect(await over(begin(async () => done({ result: 'made' })))).toMatchObject({
    state: 'success',
    result: 'made',
  });
  const refused = await over(begin(async () => faulted('NotSupported', 'no')));
  expect([refused.state, refused.fault?.type]).toEqual(['error', 'NotSupported']);
  const broken = await over(begin(() => Promise.reject(new Error('ours'))));
  expect([broken.state, broken.fault?.type]).toEqual(['error', 'SystemError']);
});

test('FR-020-066 a task that follows the world’s makes progress in lab time and ends when they all have', async () => {
  const clone = async (name: string) => {
    const { ids } = await lab.does({ type: 'machine.clone', id: estate.machines[0], name });
    return ids.filter((id) => id.startsWith('task-'));
  };
  const follows = await clone('copy-1');
  expect(follows).toHaveLength(1);
  const first = begin(async () => done({ follows }));
  const second = begin(async () => done({ follows, after: async () => done('then') }));
  await new Promise((resolve) => setImmediate(resolve));
  await lab.run(1);
  expect(lab.vc.tasks.progressOf(first)).toBeGreaterThan(0);
  expect(first.completedAt).toBeNull();
  const [task] = follows;
  const { endsAt = 0 } = lab.world.tasks.get(task ?? '') ?? {};
  await lab.run(Math.ceil((endsAt - lab.world.now()) / 1000));
  expect((await over(first)).state).toBe('success');
  expect((await over(second)).result).toBe('then');
  const [cut = ''] = await clone('copy-2');
  const third = begin(async () => done({ follows: [cut] }));
  await lab.does({ type: 'task.cancel', id: cut });
  expect((await over(third)).fault?.type).toBe('RequestCanceled');
});
