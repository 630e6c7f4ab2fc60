import type { Answer } from '../objects/fault.ts';
import { done } from '../objects/fault.ts';
import type { Ask } from './command.ts';

/** For what no method of the host's interface does, and so none checks. */
export function mayChange({ call, vc, host }: Ask, privilege: string): Answer<null> {
  const fault = vc.access.refusal(call, vc.refs.of(host), [privilege]);
  return fault === null ? done(null) : { ok: false, fault };
}
