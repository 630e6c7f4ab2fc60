/** What REST asks for is done by the SOAP methods: one way for both. */
import { answerCall } from '../sdk/answer-call.ts';
import { ownVersion } from '../schema/version.ts';
import { faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Call } from '../objects/managed.ts';
import type { TaskRecord } from '../tasks/tasks.ts';
import { isRef } from '../wire/value.ts';
import type { Data, Ref, Value } from '../wire/value.ts';
import { refusedAs, told } from './reply.ts';
import type { Reply } from './reply.ts';
import type { RestCall } from './rest-call.ts';

export type SoapAsk = { readonly self: Ref; readonly method: string; readonly args?: Data };

/** What of a REST call, or of a SOAP call, the other one needs. */
type From = Pick<RestCall, 'vc' | 'caller' | 'session'> & {
  readonly request: Pick<RestCall['request'], 'isGone' | 'gone' | 'userAgent' | 'address' | 'origin'>;
};

const soapCall = ({ vc, caller, session, request }: From, { self, method, args = {} }: SoapAsk): Call => ({
  vc,
  version: ownVersion(vc.schema, vc.about.apiVersion),
  caller,
  session,
  method,
  self,
  args,
  isGone: request.isGone,
  gone: request.gone,
  userAgent: request.userAgent,
  address: request.address,
  origin: request.origin,
  enter: () => {},
});

/** A task's end is the end of the call. */
export async function bySoap(call: From, ask: SoapAsk): Promise<Reply<Value>> {
  const answer = await answerCall(soapCall(call, ask));
  if (!answer.ok) return refusedAs(answer.fault);
  const { value } = answer;
  if (!isRef(value) || value._ref !== 'Task') return told(value);
  const ended = await taskEnd(call, value);
  return ended.ok ? told(ended.value) : refusedAs(ended.fault);
}

type Waiting = { readonly vc: RestCall['vc']; readonly request: Pick<RestCall['request'], 'gone'> };

/** A lab that stands is told of, for nobody knows how long: the task itself goes on with the clock. */
export function taskEnd({ vc, request }: Waiting, ref: Ref): Promise<Answer> {
  return new Promise((resolve) => {
    const gone = request.gone();
    const end = (answer: Answer): void => {
      stop();
      clearInterval(timer);
      gone.removeEventListener('abort', look);
      resolve(answer);
    };
    const look = (): void => {
      const task = vc.tasks.get(ref.value);
      if (task !== undefined && task.completedAt === null && !gone.aborted) return;
      const fault = task?.fault ?? null;
      end(fault === null ? { ok: true, value: task?.result } : { ok: false, fault });
    };
    const lookAtClock = (): void => {
      const task = vc.tasks.get(ref.value);
      const { running, owed } = vc.world().clock;
      if (task !== undefined && task.follows.length > 0 && !running && owed === 0) end(standing(task));
    };
    const timer = setInterval(lookAtClock, vc.patience);
    const stop = vc.tasks.listen(look);
    gone.addEventListener('abort', look);
    look();
  });
}

const standing = ({ name, entityName, ref }: TaskRecord): Answer<never> =>
  faulted(
    'Timedout',
    `The clock of the lab stands, and ${name} of ${entityName} waits for it. Let it run, in the control room or by dvm clock resume: the task (${ref.value}) goes on then.`,
  );
