/** Runs what is due: by the methods of the interface, in the name of who made it. */
import { entityArgument } from '../events/arguments.ts';
import type { Answer } from '../objects/fault.ts';
import { faulted, localized } from '../objects/fault.ts';
import { nameOf } from '../objects/inventory/tree.ts';
import { taskEnd } from '../rest/by-soap.ts';
import { ownVersion } from '../schema/version.ts';
import { answerCall } from '../sdk/answer-call.ts';
import type { Call, Caller, Vc } from '../vc.ts';
import { dataListAt, textAt } from '../wire/ask.ts';
import { isRef } from '../wire/value.ts';
import type { Data, Ref } from '../wire/value.ts';
import { keepScheduled, nextOf, scheduledIn, scheduledRef } from './book.ts';
import type { Scheduled } from './book.ts';
import type { Schedule } from './schedule.ts';

export function createSchedule(self: () => Vc, started: number): Schedule {
  const active = new Map<string, Ref | null>();
  let known: { readonly papers: object; readonly changes: number; readonly next: number } | null = null;
  const run = (id: string): void => {
    if (active.has(id)) return;
    active.set(id, null);
    const vc = self();
    void perform(vc, id, (task) => active.set(id, task))
      .catch((error: unknown) => vc.log.error('a scheduled task failed', { id, error }))
      .finally(() => {
        active.delete(id);
        known = null;
      });
  };
  return {
    started,
    run,
    active: (id) => active.get(id),
    pass: () => {
      const vc = self();
      const { papers } = vc.world();
      const isKnown = known !== null && known.papers === papers && known.changes === papers.changes();
      if (isKnown && known !== null && vc.now() < known.next) return;
      let next = Number.POSITIVE_INFINITY;
      for (const [id, each] of Object.entries(scheduledIn(vc))) {
        const due = nextOf(vc, each);
        if (due === null) continue;
        if (due <= vc.now()) run(id);
        else next = Math.min(next, due);
      }
      known = { papers, changes: papers.changes(), next };
    },
  };
}

async function perform(vc: Vc, id: string, began: (task: Ref) => void): Promise<void> {
  const scheduled = scheduledIn(vc)[id];
  if (scheduled === undefined) return;
  const caller: Caller = { key: '', user: scheduled.by };
  await keepScheduled(vc, caller, { [id]: { ...scheduled, ran: vc.now() } });
  tell(vc, { id, scheduled, type: 'ScheduledTaskStartedEvent', words: 'is running' });
  const answer = await act(vc, scheduled, { caller, began });
  const now = scheduledIn(vc)[id];
  if (now !== undefined) await keepScheduled(vc, caller, { [id]: ended(now, answer) });
  if (answer.ok) return tell(vc, { id, scheduled, type: 'ScheduledTaskCompletedEvent', words: 'completed' });
  const reason = localized(answer.fault);
  tell(vc, {
    id,
    scheduled,
    type: 'ScheduledTaskFailedEvent',
    words: `failed: ${answer.fault.message}`,
    more: { reason },
  });
}

function ended(scheduled: Scheduled, answer: Answer): Scheduled {
  const {
    name,
    description,
    enabled,
    scheduler,
    action,
    notification = '',
    object,
    made,
    by,
    ran = 0,
  } = scheduled;
  const common = { name, description, enabled, scheduler, action, notification, object, made, by, ran };
  return answer.ok
    ? { ...common, state: 'success' }
    : { ...common, state: 'error', error: localized(answer.fault) };
}

type Doing = { readonly caller: Caller; readonly began: (task: Ref) => void };

async function act(vc: Vc, { action, object }: Scheduled, { caller, began }: Doing): Promise<Answer> {
  const method = textAt(action, 'name') ?? '';
  const params = vc.schema.managedType(object._ref)?.methods.get(method)?.params;
  if (params === undefined) return faulted('MethodNotFound', `${object._ref} has no method ${method}.`);
  const values = dataListAt(action, 'argument').map(({ value }) => value);
  const args: Data = Object.fromEntries(
    params.map(({ name, isArray }, nth) => [name, values[nth] ?? (isArray ? [] : undefined)]),
  );
  const end = new AbortController();
  const call: Call = {
    vc,
    version: ownVersion(vc.schema, vc.about.speaks ?? vc.about.apiVersion),
    caller,
    session: null,
    method,
    self: object,
    args,
    isGone: () => false,
    gone: () => end.signal,
    userAgent: 'scheduled task',
    address: '',
    origin: '',
    enter: () => {},
  };
  const answer = await answerCall(call);
  if (!answer.ok || !isRef(answer.value) || answer.value._ref !== 'Task') return answer;
  began(answer.value);
  return taskEnd({ vc, request: { gone: call.gone } }, answer.value);
}

type Word = {
  readonly id: string;
  readonly scheduled: Scheduled;
  readonly type: string;
  readonly words: string;
  readonly more?: Data;
};

export function tell(vc: Vc, { id, scheduled, type, words, more = {} }: Word): void {
  const { object, name, by } = scheduled;
  const about = nameOf(vc, object) ?? object.value;
  vc.events.post({
    type,
    message: `Task ${name} on ${about} ${words}`,
    user: by,
    about: [object],
    fields: {
      scheduledTask: { _type: 'ScheduledTaskEventArgument', name, scheduledTask: scheduledRef(id) },
      entity: entityArgument(object, about),
      ...more,
    },
  });
}
