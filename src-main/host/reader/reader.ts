import { queries } from '../../../sim/contract/queries.ts';
import type { QueryAnswer, QueryName } from '../../../sim/contract/queries.ts';
import { refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Params, ReaderDeps } from './params.ts';
import { createAssetAnswers } from '../../services/assets/asset-answers.ts';
import { readAdvice, readRideThrough } from '../../services/advisor/read-advice.ts';
import { readAlarmHistory } from './alarm-history.ts';
import { readAlarmKpis } from './alarm-kpis.ts';
import { readAlarms, readRules } from './alarms.ts';
import { createCapacityAnswers } from './capacity.ts';
import { readConsequences, readRedundancy } from './consequences.ts';
import { readEdits } from './edits.ts';
import { readEntities, readEntity } from './entities.ts';
import { readFloorAt } from './floor-at.ts';
import { readHistory, readInletTrend, readLatest } from './history.ts';
import { readReadings } from './readings.ts';
import { readRulePreview } from './rule-preview.ts';
import { readBranches, readDrills, readEvents, readHash, readScenarios } from './story.ts';
import { createMetricsAnswer } from './metrics.ts';
import { createTreeAnswers } from './tree.ts';
import { createMachineAnswers } from './machine-answers.ts';
import { createOverviewAnswers } from './overview.ts';

type VsphereName = 'vsphere' | 'vsphere-calls' | 'vsphere-call';

const vsphereAnswers = ({ vsphere }: ReaderDeps): Pick<Handlers, VsphereName> => ({
  vsphere: () => ({ ok: true, value: vsphere.state() }),
  'vsphere-calls': (params) => ({ ok: true, value: vsphere.calls(params) }),
  'vsphere-call': ({ number }) => vsphere.call(number),
});

const engineAnswers = ({ engine }: ReaderDeps): Pick<Handlers, 'engine' | 'machine-log'> => ({
  engine: async () => ({ ok: true, value: await engine.state() }),
  'machine-log': ({ id, lines }) => engine.logOf(id, lines),
});

type Handlers = {
  readonly [Name in QueryName]: (
    params: Params<Name>,
  ) => Result<QueryAnswer<Name>> | Promise<Result<QueryAnswer<Name>>>;
};
export type Reader = (
  name: string,
  params: Readonly<Record<string, unknown>>,
) => Result<unknown> | Promise<Result<unknown>>;

/** Answers every query of the contract from the world, the board and the stores. Changes nothing. */
export function createReader(deps: ReaderDeps): Reader {
  const fine = <T>(value: T): Result<T> => ({ ok: true, value });
  const handlers: Handlers = {
    status: () => fine(deps.status()),
    ...createOverviewAnswers(deps),
    entities: (params) => readEntities(deps, params),
    entity: (params) => readEntity(deps, params),
    alarms: (params) => readAlarms(deps, params),
    advice: (params) => readAdvice(deps, params),
    'ride-through': (params) => readRideThrough(deps, params),
    rules: () => readRules(deps),
    'alarm-history': (params) => readAlarmHistory(deps, params),
    'alarm-kpis': (params) => readAlarmKpis(deps, params),
    'rule-preview': (params) => readRulePreview(deps, params),
    consequences: ({ id }) => readConsequences(deps, id),
    notifications: ({ limit }) => fine({ items: [...deps.notifications(limit)] }),
    redundancy: ({ id }) => readRedundancy(deps, id),
    readings: (params) => readReadings(deps, params),
    drills: () => readDrills(deps),
    addresses: ({ entity }) => fine({ items: [...deps.addressesOf(entity)] }),
    latest: (params) => readLatest(deps, params),
    history: (params) => readHistory(deps, params),
    'floor-at': (params) => readFloorAt(deps, params),
    'inlet-trend': (params) => readInletTrend(deps, params),
    scenarios: () => readScenarios(deps),
    events: (params) => readEvents(deps, params),
    edits: (params) => readEdits(deps, params),
    operations: () => fine({ items: [...deps.operations()] }),
    labs: () => fine(deps.labs()),
    templates: () => fine(deps.templates()),
    settings: () => fine(deps.settings()),
    hardware: () => fine(deps.hardware()),
    consoles: () => fine(deps.consoles()),
    'machine-users': ({ id }) => deps.machineUsers(id),
    ...engineAnswers(deps),
    ...vsphereAnswers(deps),
    recordings: () => fine({ recordings: deps.recordings() }),
    branches: () => readBranches(deps),
    hash: () => readHash(deps),
    ...createMachineAnswers(deps),
    ...createTreeAnswers(deps),
    metrics: createMetricsAnswer(deps),
    report: (params) => deps.reports.make(params),
    reports: () => fine(deps.reports.list()),
    ...createCapacityAnswers(deps),
    ...createAssetAnswers(deps),
    'device-types': (params) => fine(deps.deviceTypes.find(params)),
  };
  return (name, params) => {
    if (!(name in queries)) {
      return refused('not-found', `There is no query ${name}`, {
        hint: `There are ${Object.keys(queries).join(', ')}.`,
      });
    }
    const known = name as QueryName;
    const parsed = queries[known].params.safeParse(params);
    if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
    return (handlers[known] as (given: unknown) => ReturnType<Reader>)(parsed.data);
  };
}
