/** What esxcli changes it changes by the host's own methods: the same checks, the same tasks, the same events. */
import type { Answer } from '../objects/fault.ts';
import { faulted } from '../objects/fault.ts';
import type { Host } from '../objects/host/host.ts';
import { managersOf } from '../objects/host/config-desk.ts';
import type { Call } from '../objects/managed.ts';
import { taskEnd } from '../rest/by-soap.ts';
import { ownVersion } from '../schema/version.ts';
import { answerCall } from '../sdk/answer-call.ts';
import { isRef } from '../wire/value.ts';
import type { Data, Ref } from '../wire/value.ts';

type Asking = { readonly call: Call; readonly host: Host };

type HostAsk = {
  /** Field of its config manager; null: the host itself. */
  readonly system: string | null;
  readonly method: string;
  readonly args: Data;
};

export async function bySoapOfHost(
  { call, host }: Asking,
  { system, method, args }: HostAsk,
): Promise<Answer> {
  const self = system === null ? call.vc.refs.of(host) : managersOf(call.vc, host)[system];
  return self === undefined
    ? faulted('NotSupported', `${host.name} has no ${system} here.`)
    : bySoapOf(call, self, { method, args });
}

/** A task's end is the end of the command. */
export async function bySoapOf(
  call: Call,
  self: Ref,
  { method, args }: { readonly method: string; readonly args: Data },
): Promise<Answer> {
  const version = ownVersion(call.vc.schema, call.vc.about.speaks ?? call.vc.about.apiVersion);
  const answer = await answerCall({ ...call, version, self, method, args });
  if (!answer.ok || !isRef(answer.value) || answer.value._ref !== 'Task') return answer;
  return taskEnd({ vc: call.vc, request: { gone: call.gone } }, answer.value);
}
