/** How a window over tasks or events is moved, sized and closed. */
import { numberAt } from '../../wire/ask.ts';
import { done, invalidArgument } from '../fault.ts';
import type { Method } from '../managed.ts';
import { mostAtOnce } from './history.ts';
import type { History } from './history.ts';

type Window = { readonly history: Pick<History<unknown>, 'rewind' | 'reset' | 'setPageSize'> };

export const windowMethods: Readonly<Record<string, Method<Window>>> = {
  RewindCollector: (_, { history }) => {
    history.rewind();
    return done(undefined);
  },
  ResetCollector: (_, { history }) => {
    history.reset();
    return done(undefined);
  },
  SetCollectorPageSize: ({ args }, { history }) => {
    const size = numberAt(args, 'maxCount') ?? 0;
    if (size < 1 || size > mostAtOnce) return invalidArgument('maxCount', `A page holds 1 to ${mostAtOnce}.`);
    history.setPageSize(size);
    return done(undefined);
  },
  DestroyCollector: ({ vc, caller, self }) => {
    vc.shelf(caller).drop(self);
    return done(undefined);
  },
};
