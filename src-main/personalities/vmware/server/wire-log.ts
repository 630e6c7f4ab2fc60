/** The last calls of all clients, readable: what was asked, what was answered, how long it took. */
import type { CallNote } from './outgoing.ts';
import { withoutSecrets } from './secrets.ts';

export type WireCall = {
  /** Counts from 1 since the endpoint was opened. */
  readonly number: number;
  /** Wall time. */
  readonly at: number;
  readonly client: { readonly agent: string; readonly address: string };
  readonly user: string;
  readonly method: string;
  readonly object: string;
  readonly millis: number;
  readonly status: number;
  /** Empty where it went well. */
  readonly fault: string;
  /** Cut at 64 kB; empty where it is not text. */
  readonly request: string;
  readonly answer: string;
  /** Characters of the answer in all. */
  readonly answerLength: number;
};

export type WireNote = CallNote & Pick<WireCall, 'client' | 'status' | 'request' | 'answer' | 'answerLength'>;
/** What is known of a call before it is answered. */
type Asked = CallNote & Pick<WireCall, 'client' | 'request'>;

export type WireLog = {
  readonly begin: (asked: () => Asked) => (note: WireNote) => void;
  /** The newest first. */
  readonly list: () => readonly WireCall[];
  /** Those that are not answered yet, as far as they are known: their status is 0. */
  readonly open: () => readonly WireCall[];
  /** Calls since the endpoint was opened. */
  readonly count: () => number;
  readonly clear: () => void;
  /** Hears every call when it has ended. */
  readonly listen: (listener: (call: WireCall) => void) => () => void;
};

export const mostText = 65_536;
const mostCalls = 500;

export function createWireLog(now: () => number): WireLog {
  const ring: (WireCall | undefined)[] = [];
  const listeners = new Set<(call: WireCall) => void>();
  const open = new Map<number, () => WireCall>();
  let count = 0;
  let ended = 0;
  return {
    begin: (asked) => {
      count += 1;
      const number = count;
      const at = now();
      const started = performance.now();
      const noted = (note: WireNote): WireCall => ({
        ...note,
        number,
        at,
        millis: Math.round((performance.now() - started) * 100) / 100,
        request: withoutSecrets(note.request),
        answer: withoutSecrets(note.answer),
      });
      open.set(number, () => noted({ ...asked(), status: 0, answer: '', answerLength: 0 }));
      return (note) => {
        open.delete(number);
        const call = noted(note);
        ring[ended % mostCalls] = call;
        ended += 1;
        for (const listener of listeners) listener(call);
      };
    },
    list: () => {
      const first = Math.max(0, ended - mostCalls);
      const calls = Array.from({ length: ended - first }, (_, at) => ring[(ended - 1 - at) % mostCalls]);
      return calls.filter((call) => call !== undefined);
    },
    open: () => [...open.values()].toReversed().map((look) => look()),
    count: () => count,
    clear: () => {
      ring.length = 0;
      ended = 0;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A copy: a slice of a long text would keep all of it in memory. */
export function cut(text: string): string {
  return text.length <= mostText ? text : Buffer.from(text.slice(0, mostText)).toString();
}
