/** What lives as long as a session does: views, filters, collectors. */
import { done, faulted } from './objects/fault.ts';
import type { Answer } from './objects/fault.ts';
import type { Asking, Caller } from './objects/managed.ts';
import type { Sessions } from './server/sessions.ts';
import type { Shelf } from './vc.ts';
import type { Ref } from './wire/value.ts';

export type Shelves = { readonly of: (caller: Caller | null) => Shelf; readonly close: () => void };

/** Of those who are not logged in. */
const nobody = '';

export function createShelves(sessions: Sessions): Shelves {
  const shelves = new Map<string, Map<string, unknown>>();
  const clear = (key: string): void => {
    const things = shelves.get(key);
    shelves.delete(key);
    for (const thing of things?.values() ?? []) closeOf(thing)?.();
  };
  const dispose = sessions.onEnd(({ key }) => clear(key));
  return {
    of: (caller) => {
      const key = caller?.key ?? nobody;
      const things = shelves.get(key) ?? new Map<string, unknown>();
      shelves.set(key, things);
      return shelfOf(things);
    },
    close: () => {
      dispose();
      for (const key of shelves.keys()) clear(key);
    },
  };
}

const shelfOf = (things: Map<string, unknown>): Shelf => ({
  get: (ref) => things.get(nameOf(ref)),
  put: (ref, thing) => void things.set(nameOf(ref), thing),
  drop: (ref) => {
    const thing = things.get(nameOf(ref));
    things.delete(nameOf(ref));
    closeOf(thing)?.();
  },
  all: () => things.entries(),
  count: () => things.size,
});

/** Of one session; a client that makes views in a loop and destroys none is stopped here. */
const mostThings = 5000;

/** Asked before something is put on the shelf. */
export function roomFor({ vc, caller }: Asking): Answer<null> {
  if (vc.shelf(caller).count() < mostThings) return done(null);
  const message = `The session keeps ${mostThings} views, filters and collectors: destroy some, or log out.`;
  return faulted('LimitExceeded', message, { property: 'session', limit: mostThings });
}

/** `ListView:session[…]`. */
export const nameOf = ({ _ref, value }: Ref): string => `${_ref}:${value}`;

function closeOf(thing: unknown): (() => void) | undefined {
  if (typeof thing !== 'object' || thing === null || !('close' in thing)) return undefined;
  const { close } = thing;
  return typeof close === 'function' ? () => void close() : undefined;
}
