/** Task: one piece of long work, as clients watch it. */
import { numberAt, refAt, textAt, at, dataAt } from '../../wire/ask.ts';
import { isData, isoOf } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { TaskRecord } from '../../tasks/tasks.ts';
import type { Vc } from '../../vc.ts';
import { done, faulted, invalidArgument, localized } from '../fault.ts';
import type { Answer, Fault } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import { managed } from '../managed.ts';
import type { AnyManaged, Call } from '../managed.ts';

export const taskType = (): AnyManaged =>
  managed<TaskRecord>({
    type: 'Task',
    find: ({ vc }, ref) => vc.tasks.get(ref.value),
    properties: {
      info: (record, { vc }) => taskInfo(vc, record),
      value: () => [],
      availableField: () => [],
    },
    paths: { 'info.state': ({ state }) => state },
    methods: {
      CancelTask: cancel,
      SetTaskState: setState,
      SetTaskDescription: (call, record) => {
        call.vc.tasks.update(record, { description: dataAt(call.args, 'description') });
        return done(undefined);
      },
      UpdateProgress: updateProgress,
      setCustomValue: () => faulted('NotSupported', 'Tasks have no fields of their own.'),
    },
  });

export function taskInfo(vc: Vc, record: TaskRecord): Data {
  const number = Number(/\d+$/.exec(record.ref.value)?.[0] ?? 0);
  return {
    _type: 'TaskInfo',
    key: record.ref.value,
    task: record.ref,
    description: record.description,
    name: record.name,
    descriptionId: record.descriptionId,
    entity: record.entity ?? undefined,
    entityName: record.entityName,
    state: record.state,
    cancelled: record.cancelled,
    cancelable: isCancelable(vc, record),
    error: record.fault === null ? undefined : localized(record.fault),
    result: record.result,
    progress: vc.tasks.progressOf(record),
    reason: { _type: 'TaskReasonUser', userName: record.user },
    queueTime: isoOf(record.queuedAt),
    startTime: record.startedAt === null ? undefined : isoOf(record.startedAt),
    completeTime: record.completedAt === null ? undefined : isoOf(record.completedAt),
    eventChainId: number,
  };
}

const isOpen = ({ state }: TaskRecord): boolean => state === 'queued' || state === 'running';

const cancellable = (vc: Vc, record: TaskRecord) =>
  vc.tasks.worldTasks(record).filter(({ state, canCancel }) => state === 'running' && canCancel);

const isCancelable = (vc: Vc, record: TaskRecord): boolean =>
  isOpen(record) && (record.canCancel || cancellable(vc, record).length > 0);

async function cancel({ vc, caller, self }: Call, record: TaskRecord): Promise<Answer> {
  if (!isOpen(record)) return faulted('InvalidState', `${self.value} has ended already.`);
  if (!isCancelable(vc, record)) return faulted('NotSupported', `${record.name} cannot be cancelled.`);
  vc.tasks.update(record, { cancelled: true });
  for (const { id } of cancellable(vc, record)) {
    const result = await vc.execute({ type: 'task.cancel', id }, caller);
    if (!result.ok) return refusedBy(result.refusal);
  }
  return done(undefined);
}

/** Only who made a task itself tells how it goes; ours go by what they do. */
const ours = ({ name }: TaskRecord): Answer<never> =>
  faulted('InvalidState', `${name} is not a task of a client: its state follows its work.`);

function setState({ vc, args }: Call, record: TaskRecord): Answer {
  if (!record.isOfClient) return ours(record);
  if (!isOpen(record)) return faulted('InvalidState', 'The task has ended already.');
  const state = textAt(args, 'state') as TaskRecord['state'];
  const isOver = state === 'success' || state === 'error';
  vc.tasks.update(record, {
    state,
    startedAt: record.startedAt ?? (state === 'queued' ? null : vc.now()),
    completedAt: isOver ? vc.now() : null,
    result: at(args, 'result'),
    fault: state === 'error' ? faultIn(at(args, 'fault')) : null,
  });
  return done(undefined);
}

function faultIn(value: Value): Fault {
  const fault = dataAt(value, 'fault');
  const { _type = 'SystemError', ...fields } = isData(fault) ? fault : {};
  return { type: _type, message: textAt(value, 'localizedMessage') ?? '', fields };
}

function updateProgress({ vc, args }: Call, record: TaskRecord): Answer {
  if (!record.isOfClient) return ours(record);
  if (record.state !== 'running') return faulted('InvalidState', 'Only a task that runs makes progress.');
  const progress = numberAt(args, 'percentDone') ?? -1;
  if (progress < 0 || progress > 100) return invalidArgument('percentDone', 'Progress goes from 0 to 100.');
  vc.tasks.update(record, { progress });
  return done(undefined);
}

/** `CreateTask`: work that a client does itself and lets others see. */
export function createTask(call: Call): Answer {
  const { vc, args } = call;
  const entity = refAt(args, 'obj') ?? null;
  const name = textAt(args, 'taskTypeId') ?? '';
  const found = entity === null ? undefined : vc.refs.find(entity);
  const entityName = found !== undefined && 'entity' in found ? found.entity.name : '';
  const record = vc.tasks.create(call, { name, descriptionId: name, entity, entityName });
  vc.tasks.update(record, { isOfClient: true, canCancel: at(args, 'cancelable') === true });
  return done(taskInfo(vc, record));
}
