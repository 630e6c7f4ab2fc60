/** `configuration` and `configurationEx`: the world's HA, DRS and rules, and what only vSphere knows beside them. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { dataAt } from '../../wire/ask.ts';
import { settingOf } from '../host/settings.ts';
import { over } from '../over.ts';

type Cluster = EntityOf<'cluster'>;
type Rule = Cluster['spec']['rules'][number];

export type Group = {
  readonly name: string;
  readonly kind: 'vm' | 'host';
  readonly members: readonly EntityId[];
};

export type ClusterPaper = {
  readonly groups: readonly Group[];
  /** Numbers of rules by their names, and the groups that one names. */
  readonly rules: Readonly<
    Record<
      string,
      {
        readonly key: number;
        readonly vmGroup?: string;
        readonly hostGroup?: string;
        readonly antiGroup?: string;
      }
    >
  >;
  /** Of single machines: DRS and HA settings as the wire has them, by entity. */
  readonly drsVms: Readonly<Record<string, Data>>;
  readonly dasVms: Readonly<Record<string, Data>>;
  /** When a machine counts as started, and how DPM treats a host. */
  readonly readyVms?: Readonly<Record<string, Data>>;
  readonly dpmHosts?: Readonly<Record<string, Data>>;
  readonly das: Data;
  readonly drs: Data;
  readonly dpm: Data;
  readonly more: Data;
  /** Which group of machines waits for which, by the names of the rules: their order is not the world's. */
  readonly waits: Readonly<Record<string, Data & { readonly key: number }>>;
};

const empty: ClusterPaper = {
  groups: [],
  rules: {},
  drsVms: {},
  dasVms: {},
  das: {},
  drs: {},
  dpm: {},
  more: {},
  waits: {},
};

export const clusterKey = ({ id }: Cluster): string => `cluster/${id}/config`;
export const clusterPaperOf = (vc: Pick<Vc, 'papers'>, cluster: Cluster): ClusterPaper =>
  settingOf(vc, clusterKey(cluster), empty);

const behaviours = {
  off: 'manual',
  manual: 'manual',
  partial: 'partiallyAutomated',
  automatic: 'fullyAutomated',
} as const;

function dasOf({ spec }: Cluster, { das }: ClusterPaper): Data {
  return {
    vmMonitoring: 'vmMonitoringDisabled',
    hostMonitoring: 'enabled',
    vmComponentProtecting: 'disabled',
    defaultVmSettings: {
      restartPriority: 'medium',
      isolationResponse: 'none',
      vmToolsMonitoringSettings: {
        enabled: false,
        vmMonitoring: 'vmMonitoringDisabled',
        clusterSettings: true,
        failureInterval: 30,
        minUpTime: 120,
        maxFailures: 3,
        maxFailureWindow: -1,
      },
    },
    hBDatastoreCandidatePolicy: 'allFeasibleDsWithUserPreference',
    option: [],
    ...das,
    _type: 'ClusterDasConfigInfo',
    enabled: spec.ha,
    failoverLevel: spec.admission.hostFailures,
    admissionControlEnabled: spec.admission.isOn,
    admissionControlPolicy: das.admissionControlPolicy ?? {
      _type: 'ClusterFailoverLevelAdmissionControlPolicy',
      failoverLevel: spec.admission.hostFailures,
    },
  };
}

const drsOf = ({ spec }: Cluster, { drs }: ClusterPaper): Data => ({
  enableVmBehaviorOverrides: true,
  option: [],
  ...drs,
  _type: 'ClusterDrsConfigInfo',
  enabled: spec.drs !== 'off',
  defaultVmBehavior: spec.drs === 'off' ? (drs.defaultVmBehavior ?? 'fullyAutomated') : behaviours[spec.drs],
  // Theirs counts the other way round: 1 is the most eager.
  vmotionRate: 6 - spec.drsThreshold,
});

const refsOf = (vc: Vc, ids: readonly EntityId[]): readonly Ref[] =>
  ids.flatMap((id) => vc.refs.ofId(id) ?? []);

const ruleTypes = {
  together: 'ClusterAffinityRuleSpec',
  apart: 'ClusterAntiAffinityRuleSpec',
  'on-hosts': 'ClusterVmHostRuleInfo',
  'off-hosts': 'ClusterVmHostRuleInfo',
} as const;

export const keyOfRule = (paper: ClusterPaper, { name }: Rule, at: number): number =>
  paper.rules[name]?.key ?? 1000 + at;

function ruleData(vc: Vc, cluster: Cluster, at: number): Data {
  const paper = clusterPaperOf(vc, cluster);
  const rule = cluster.spec.rules[at] as Rule;
  const common = {
    _type: ruleTypes[rule.kind],
    key: keyOfRule(paper, rule, at),
    status: 'green',
    enabled: rule.isOn,
    name: rule.name,
    mandatory: rule.isMandatory,
    userCreated: true,
    inCompliance: true,
  };
  if (rule.kind === 'together' || rule.kind === 'apart') return { ...common, vm: refsOf(vc, rule.machines) };
  const known = paper.rules[rule.name];
  const hostGroup = known?.hostGroup ?? `${rule.name}-hosts`;
  return {
    ...common,
    vmGroupName: known?.vmGroup ?? `${rule.name}-vms`,
    affineHostGroupName: rule.kind === 'on-hosts' ? hostGroup : undefined,
    antiAffineHostGroupName: rule.kind === 'off-hosts' ? hostGroup : known?.antiGroup,
  };
}

export const rulesOf = (vc: Vc, cluster: Cluster): readonly Data[] => [
  ...cluster.spec.rules.map((_, at) => ruleData(vc, cluster, at)),
  ...Object.entries(clusterPaperOf(vc, cluster).waits).map(([name, rule]) => ({
    enabled: true,
    mandatory: false,
    ...rule,
    _type: 'ClusterDependencyRuleInfo',
    name,
    status: 'green',
    userCreated: true,
    inCompliance: true,
  })),
];

const groupData = (vc: Vc, { name, kind, members }: Group): Data =>
  kind === 'vm'
    ? { _type: 'ClusterVmGroup', name, userCreated: true, vm: refsOf(vc, members) }
    : { _type: 'ClusterHostGroup', name, userCreated: true, host: refsOf(vc, members) };

function ofMachines(vc: Vc, type: string, kept: Readonly<Record<string, Data>>): readonly Data[] {
  return Object.entries(kept).flatMap(([id, data]) => {
    const key = vc.refs.ofId(id as EntityId);
    return key === undefined ? [] : [{ ...data, _type: type, key }];
  });
}

export function configurationOf(vc: Vc, cluster: Cluster): Data {
  const paper = clusterPaperOf(vc, cluster);
  return {
    _type: 'ClusterConfigInfo',
    dasConfig: dasOf(cluster, paper),
    dasVmConfig: ofMachines(vc, 'ClusterDasVmConfigInfo', paper.dasVms),
    drsConfig: drsOf(cluster, paper),
    drsVmConfig: ofMachines(vc, 'ClusterDrsVmConfigInfo', paper.drsVms),
    rule: rulesOf(vc, cluster),
  };
}

export function configurationExOf(vc: Vc, cluster: Cluster): Data {
  const paper = clusterPaperOf(vc, cluster);
  return {
    vmSwapPlacement: 'vmDirectory',
    spbmEnabled: false,
    ...paper.more,
    ...configurationOf(vc, cluster),
    _type: 'ClusterConfigInfoEx',
    orchestration: over(usualReadiness, dataAt(paper.more, 'orchestration') ?? {}),
    vmOrchestration: ofMachines(vc, 'ClusterVmOrchestrationInfo', paper.readyVms ?? {}).map(
      ({ key, ...words }) => ({ ...words, vm: key }),
    ),
    dpmHostConfig: ofMachines(vc, 'ClusterDpmHostConfigInfo', paper.dpmHosts ?? {}),
    dpmConfigInfo: {
      enabled: false,
      defaultDpmBehavior: 'automated',
      hostPowerActionRate: 3,
      option: [],
      ...paper.dpm,
    },
    vsanConfigInfo: { enabled: false, defaultConfig: { autoClaimStorage: false, checksumEnabled: false } },
    group: paper.groups.map((group) => groupData(vc, group)),
    infraUpdateHaConfig: { enabled: false, ...dataAt(paper.more, 'infraUpdateHaConfig') },
    proactiveDrsConfig: { enabled: false, ...dataAt(paper.more, 'proactiveDrsConfig') },
  };
}

const usualReadiness: Data = { defaultVmReadiness: { readyCondition: 'none', postReadyDelay: 0 } };
