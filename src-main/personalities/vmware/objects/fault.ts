/** What a call comes to: a value, or a fault in vSphere's own words. */
import type { Data, Value } from '../wire/value.ts';

/** `type` is the data type of the fault; the element on the wire is it with `Fault` behind. */
export type Fault = { readonly type: string; readonly message: string; readonly fields: Data };

export type Answer<T = Value> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

export const done = <T>(value: T): Answer<T> => ({ ok: true, value });

export const faulted = (type: string, message: string, fields: Data = {}): Answer<never> => ({
  ok: false,
  fault: { type, message, fields },
});

/** `argument` by its path in the request: `spec.numCPUs`. */
export const invalidArgument = (argument: string, message: string): Answer<never> =>
  faulted('InvalidArgument', message, { invalidProperty: argument });

/** As tasks and events carry it: `LocalizedMethodFault`. */
export const localized = ({ type, message, fields }: Fault): Data => ({
  _type: 'LocalizedMethodFault',
  fault: { ...fields, _type: type },
  localizedMessage: message,
});
