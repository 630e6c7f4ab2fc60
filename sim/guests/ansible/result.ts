import { messageOf } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';

/** What a module tells the controller. */
export type Result = Readonly<Record<string, unknown>>;

/** What goes wrong on the way ends the module with a result of its own. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly result: Result };

export const got = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failure = (msg: Bytes, more?: Result): Result => ({
  failed: true,
  changed: false,
  ...more,
  msg,
});
export const broken = (msg: Bytes, more?: Result): Outcome<never> => ({
  ok: false,
  result: failure(msg, more),
});

/** The guest's refusal as the module's, after what was tried. */
export const orBroken = <T>(answer: Answer<T>, tried: Bytes): Outcome<T> =>
  answer.ok ? answer : broken(`${tried}: ${messageOf(answer.errno)}`);
