import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { SignalName } from './signals.table.ts';
import type { Step } from './step.ts';

/** How a program goes on where it waited, from nothing but its state: of a machine put away no more is kept. */
export type Way = {
  /** Begins with the call of `again` that it waited in. */
  readonly goOn: (state: object) => Step<number>;
  /** What it does with a signal that it neither ignores nor leaves alone. */
  readonly hear: (state: object, signal: SignalName) => (signal: SignalName) => void;
};

/** Where a program waits. */
export type Resting = {
  readonly way: Way;
  /** Plain data: no functions but those of the `System`, no generators. */
  readonly state: object;
  /** What in it is kept as it is. */
  readonly shared: readonly object[];
};

/** The calls that wait, for a program that goes on where it was. Times are the lab's, as `steady` tells them. */
export type AgainCalls = {
  readonly read: (descriptor: number, most: number) => Step<Answer<Bytes>>;
  readonly poll: (descriptors: readonly number[], until: number | null) => Step<Answer<readonly number[]>>;
  readonly sleep: (until: number) => Step<Answer<void>>;
  readonly pause: () => Step<void>;
};

type WayOf<State extends object> = {
  readonly goOn: (state: State) => Step<number>;
  readonly hear: (state: State, signal: SignalName) => (signal: SignalName) => void;
};

/** A way is only ever given the state that its program left. */
export const wayOf = <State extends object>(way: WayOf<State>): Way => way as unknown as Way;

type Rests = { readonly processes: { readonly rest: (resting: Resting | null) => void } };

/** A call in which a program can be put away. */
export function* atRest<T>({ processes }: Rests, resting: Resting | null, call: Step<T>): Step<T> {
  processes.rest(resting);
  const answer = yield* call;
  processes.rest(null);
  return answer;
}

/** A signal that is heard and changes nothing. */
export const unmoved = (): void => undefined;
