import type { OperationId } from '../../sim/contract/ids.ts';
import type { Operation } from '../../sim/contract/operations.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import type { Log } from './log.ts';

/** Says how far the work is: 0 … 1. */
export type Progress = (part: number) => void;

export type Operations = {
  readonly list: () => readonly Operation[];
  /** Runs work under a title, with its progress announced; a crash of the work becomes its refusal. */
  readonly run: <T>(
    title: string,
    work: (progress: Progress, id: OperationId) => Promise<Result<T>>,
  ) => Promise<Result<T>>;
};

export type OperationsDeps = {
  readonly now: () => number;
  readonly announce: (operation: Operation) => void;
  readonly log: Log;
};

/** How many finished ones are remembered. */
const remembered = 100;
/** Progress is told at most this often. */
const leastPart = 0.01;

export function createOperations(deps: OperationsDeps): Operations {
  const operations = new Map<OperationId, Operation>();
  let last = 0;
  const put = (operation: Operation): void => {
    operations.set(operation.id, operation);
    if (operations.size > remembered) forgetOldest(operations);
    deps.announce(operation);
  };
  return {
    list: () => [...operations.values()].toReversed(),
    run: async (title, work) => {
      last += 1;
      const id = `operation-${last}` as OperationId;
      let current: Operation = {
        id,
        title,
        state: 'running',
        progress: 0,
        startedAt: deps.now() as WallMillis,
        finishedAt: null,
        refusal: null,
        result: null,
      };
      const change = (part: Partial<Operation>): void => {
        current = { ...current, ...part };
        put(current);
      };
      put(current);
      const result = await settle(deps, title, () =>
        work((part) => {
          if (part - (current.progress ?? 0) >= leastPart) change({ progress: Math.min(1, part) });
        }, id),
      );
      const finishedAt = deps.now() as WallMillis;
      if (result.ok) change({ state: 'succeeded', progress: 1, finishedAt });
      else change({ state: 'failed', finishedAt, refusal: result.refusal });
      return result;
    },
  };
}

async function settle<T>(
  deps: OperationsDeps,
  title: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    deps.log.error('an operation failed', { title, error });
    const message = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      refusal: {
        code: 'internal',
        message: `${title}: ${message}`,
        hint: 'This is a defect; the host’s log file has the details.',
      },
    };
  }
}

function forgetOldest(operations: Map<OperationId, Operation>): void {
  for (const operation of operations.values()) {
    if (operation.state === 'running' || operation.state === 'queued') continue;
    operations.delete(operation.id);
    return;
  }
}
