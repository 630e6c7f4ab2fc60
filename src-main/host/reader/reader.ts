import { queries } from '../../../sim/contract/queries.ts';
import type { QueryAnswer, QueryName } from '../../../sim/contract/queries.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import type { Status } from '../../../sim/contract/queries.ts';
import { refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type * as z from 'zod';
import type { Board } from '../board.ts';
import type { Session } from '../session.ts';
import { readAlarms, readRules } from './alarms.ts';
import { readEntities, readEntity } from './entities.ts';
import { readHistory, readInletTrend, readLatest } from './history.ts';
import { readBranches, readEvents, readHash, readScenarios } from './story.ts';
import { readOverview } from './overview.ts';

export type ReaderDeps = {
  readonly session: () => Session;
  readonly board: Board;
  readonly status: () => Status;
  readonly operations: () => readonly Operation[];
  readonly labs: () => QueryAnswer<'labs'>;
  readonly templates: () => QueryAnswer<'templates'>;
};

export type Params<Name extends QueryName> = z.output<(typeof queries)[Name]['params']>;
type Handlers = { readonly [Name in QueryName]: (params: Params<Name>) => Result<QueryAnswer<Name>> };
export type Reader = (name: string, params: Readonly<Record<string, unknown>>) => Result<unknown>;

/** Answers every query of the contract from the world, the board and the stores. Changes nothing. */
export function createReader(deps: ReaderDeps): Reader {
  const fine = <T>(value: T): Result<T> => ({ ok: true, value });
  const handlers: Handlers = {
    status: () => fine(deps.status()),
    overview: (params) => readOverview(deps, params),
    entities: (params) => readEntities(deps, params),
    entity: (params) => readEntity(deps, params),
    alarms: (params) => readAlarms(deps, params),
    rules: () => readRules(),
    latest: (params) => readLatest(deps, params),
    history: (params) => readHistory(deps, params),
    'inlet-trend': (params) => readInletTrend(deps, params),
    scenarios: () => readScenarios(deps),
    events: (params) => readEvents(deps, params),
    operations: () => fine({ items: [...deps.operations()] }),
    labs: () => fine(deps.labs()),
    templates: () => fine(deps.templates()),
    branches: () => readBranches(deps),
    hash: () => readHash(deps),
  };
  return (name, params) => {
    if (!(name in queries)) {
      return refused('not-found', `There is no query ${name}`, { hint: `There are ${Object.keys(queries).join(', ')}.` });
    }
    const known = name as QueryName;
    const parsed = queries[known].params.safeParse(params);
    if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
    return (handlers[known] as (given: unknown) => Result<unknown>)(parsed.data);
  };
}
