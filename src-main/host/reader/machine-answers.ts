import type { QueryAnswer, QueryName } from '../../../sim/contract/queries.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { readMachineHistory } from './machine-past.ts';
import { readMachineMap } from './machine-map.ts';
import { readMachine } from './machine-page.ts';
import { readMachinePlan } from './machine-plan.ts';
import { readMachines } from './machines.ts';
import type { Params, ReaderDeps } from './params.ts';
import { readRecommendations } from './recommendations.ts';
import { readTasks } from './tasks.ts';

type Asked =
  | 'tasks'
  | 'machines'
  | 'machine'
  | 'machine-history'
  | 'machine-processes'
  | 'machine-files'
  | 'machine-file'
  | 'machine-plan'
  | 'machine-map'
  | 'recommendations';

type Answers = {
  readonly [Name in Asked & QueryName]: (
    params: Params<Name>,
  ) => Result<QueryAnswer<Name>> | Promise<Result<QueryAnswer<Name>>>;
};

/** What is asked about machines, their insides and the work on them. */
export const createMachineAnswers = (deps: ReaderDeps): Answers => ({
  tasks: (params) => readTasks(deps, params),
  machines: (params) => readMachines(deps, params),
  machine: ({ id }) => readMachine(deps, id),
  'machine-history': (params) => readMachineHistory(deps, params),
  'machine-processes': ({ id }) => deps.insides.processes(id),
  'machine-files': (params) => deps.insides.files(params),
  'machine-file': (params) => deps.insides.file(params),
  'machine-plan': (params) => readMachinePlan(deps, params),
  'machine-map': (params) => readMachineMap(deps, params),
  recommendations: (params) => readRecommendations(deps, params),
});
