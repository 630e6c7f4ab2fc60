/** Answers that wait, for those who test their patience: `-delay`, `-method-delay`, `-delay-jitter`. */
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import type { Route } from '../personalities/vmware/server/routes.ts';
import type { Flags } from './flags.table.ts';

export type Delays = {
  readonly all: number;
  readonly byMethod: ReadonlyMap<string, number>;
  /** Deviation as a part of the mean. */
  readonly jitter: number;
};

export function readDelays(flags: Flags): Result<Delays> {
  const byMethod = new Map<string, number>();
  for (const part of flags['method-delay'].split(',').filter((text) => text !== '')) {
    const [, method, millis] = /^(\w+):(\d+)$/.exec(part.trim()) ?? [];
    if (method === undefined) {
      return refused(
        'invalid-input',
        `-method-delay ${part}: a method and milliseconds are needed, as in PowerOnVM_Task:100`,
      );
    }
    byMethod.set(method, Number(millis));
  }
  return accepted({ all: Math.max(0, flags.delay), byMethod, jitter: Math.max(0, flags['delay-jitter']) });
}

/** Milliseconds that this answer waits; `chance` gives two numbers from 0 to 1. */
export function delayOf({ all, byMethod, jitter }: Delays, method: string, chance: () => number): number {
  const mean = all + (byMethod.get(method) ?? 0);
  if (mean === 0 || jitter === 0) return mean;
  // Lognormal, as waits in networks are: never negative, now and then long; its mean stays what was asked for.
  const variance = Math.log(1 + jitter * jitter);
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return mean * Math.exp(Math.sqrt(variance) * normal - variance / 2);
}

type Waiting = {
  readonly delays: Delays;
  readonly chance: () => number;
  readonly sleep: (millis: number) => Promise<void>;
};

/** The same part of the face, whose answers wait. */
export function delayed(route: Route, { delays, chance, sleep }: Waiting): Route {
  if (delays.all === 0 && delays.byMethod.size === 0) return route;
  return {
    ...route,
    handle: (request, answer) => {
      let method = '';
      const wait = (): Promise<void> => sleep(delayOf(delays, method, chance));
      return route.handle(request, {
        ...answer,
        note: (more) => {
          method = more.method ?? method;
          answer.note(more);
        },
        send: async (...said) => {
          await wait();
          await answer.send(...said);
        },
        stream: async (...said) => {
          await wait();
          await answer.stream(...said);
        },
      });
    },
  };
}
