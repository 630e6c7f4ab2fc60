import type * as z from 'zod';
import type { Operation } from '../../../sim/contract/operations.ts';
import type { queries, QueryAnswer, QueryName, Status } from '../../../sim/contract/queries.ts';
import type { Board } from '../board.ts';
import type { Session } from '../session.ts';

export type ReaderDeps = {
  readonly session: () => Session;
  readonly board: Board;
  readonly status: () => Status;
  readonly operations: () => readonly Operation[];
  readonly labs: () => QueryAnswer<'labs'>;
  readonly templates: () => QueryAnswer<'templates'>;
};

export type Params<Name extends QueryName> = z.output<(typeof queries)[Name]['params']>;
