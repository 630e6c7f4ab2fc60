/** Whether machines and disks lie where their policies want them: PbmComplianceManager. */
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { homeOf } from '../objects/machine/files.ts';
import { paperOf } from '../objects/machine/paper.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call } from '../objects/managed.ts';
import type { Vc } from '../vc.ts';
import { dataListAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import { assignedTo } from './assigned.ts';
import { mismatches } from './fitting.ts';
import type { Mismatch, Store } from './fitting.ts';
import { policyOf } from './policies.ts';

/** `vm-12`, or `vm-12:2000` for a disk of it. */
export type Subject = { readonly vm: Vm; readonly disk: Vm['spec']['disks'][number] | null };

export function subjectOf(vc: Vc, entity: Value): Subject | undefined {
  const [id = '', key] = (textAt(entity, 'key') ?? '').split(':');
  const vm = vc.refs.entity({ _ref: 'VirtualMachine', value: id });
  if (vm?.kind !== 'vm') return undefined;
  if (key === undefined) return { vm, disk: null };
  const disk = vm.spec.disks.find((each) => each.key === Number(key));
  return disk === undefined ? undefined : { vm, disk };
}

export const entityOf = (vc: Vc, { vm, disk }: Subject): Data => {
  const { value } = vc.refs.of(vm);
  return disk === null
    ? { objectType: 'virtualMachine', key: value, serverUuid: vc.instanceUuid }
    : { objectType: 'virtualDiskId', key: `${value}:${disk.key}`, serverUuid: vc.instanceUuid };
};

export function policyIdOf(vc: Vc, { vm, disk }: Subject): string | undefined {
  const { home, disks } = assignedTo(vc, vm.id);
  return disk === null ? home : disks[disk.key];
}

function storeOf(vc: Vc, { vm, disk }: Subject): Store | undefined {
  if (disk === null) return homeOf(vc, vm, paperOf(vc, vm.id));
  const store = disk.datastore === null ? undefined : vc.world().inventory.get(disk.datastore);
  return store?.kind === 'datastore' ? store : undefined;
}

type Status = 'compliant' | 'nonCompliant' | 'notApplicable' | 'unknown';
export type Verdict = {
  readonly status: Status;
  readonly policy: string | undefined;
  readonly unmet: readonly Mismatch[];
};

/** `asked`: by this policy instead of its own. */
export function judge(vc: Vc, subject: Subject, asked?: string): Verdict {
  const id = asked ?? policyIdOf(vc, subject);
  if (id === undefined) return { status: 'notApplicable', policy: undefined, unmet: [] };
  const policy = policyOf(vc, id);
  const store = storeOf(vc, subject);
  if (policy === undefined || store === undefined) return { status: 'unknown', policy: id, unmet: [] };
  const unmet = mismatches(vc, policy, store);
  return { status: unmet.length === 0 ? 'compliant' : 'nonCompliant', policy: id, unmet };
}

/** A machine and its disks: the worst of them is what the whole is. */
export const partsOf = (vm: Vm): readonly Subject[] => [
  { vm, disk: null },
  ...vm.spec.disks.map((disk) => ({ vm, disk })),
];

const worst: readonly Status[] = ['nonCompliant', 'unknown', 'compliant', 'notApplicable'];

export function judgeWhole(vc: Vc, vm: Vm): Status {
  const all = partsOf(vm).map((part) => judge(vc, part).status);
  return worst.find((status) => all.includes(status)) ?? 'notApplicable';
}

function resultOf(vc: Vc, subject: Subject, { status, policy, unmet }: Verdict): Data {
  return {
    checkTime: isoOf(vc.now()),
    entity: entityOf(vc, subject),
    profile: policy === undefined ? undefined : { uniqueId: policy },
    complianceTaskStatus: 'success',
    complianceStatus: status,
    mismatch: false,
    violatedPolicies: unmet.map(({ capability, property }) => ({
      expectedValue: { id: capability, constraint: [{ propertyInstance: [property] }] },
    })),
    operationalStatus: { healthy: true, transitional: false },
  };
}

function check(call: Call): Answer {
  const asked = textAt(call.args, 'profile.uniqueId');
  if (asked !== undefined && policyOf(call.vc, asked) === undefined)
    return invalidArgument('profile', `There is no storage policy ${asked}.`);
  const results: Data[] = [];
  for (const entity of dataListAt(call.args, 'entities')) {
    const subjects = subjectsAsked(call.vc, entity);
    if (subjects === undefined) return noSuchThing(entity);
    for (const subject of subjects) results.push(resultOf(call.vc, subject, judge(call.vc, subject, asked)));
  }
  return done(results);
}

function subjectsAsked(vc: Vc, entity: Data): readonly Subject[] | undefined {
  const subject = subjectOf(vc, entity);
  if (subject === undefined) return undefined;
  return textAt(entity, 'objectType') === 'virtualMachineAndDisks' ? partsOf(subject.vm) : [subject];
}

export const noSuchThing = (entity: Data): Answer<never> =>
  faulted(
    'PbmFaultNotFound',
    `There is no ${textAt(entity, 'objectType') ?? 'thing'} ${textAt(entity, 'key') ?? ''}.`,
  );

function rollUp(call: Call): Answer {
  const { vc } = call;
  const results: Data[] = [];
  for (const entity of dataListAt(call.args, 'entity')) {
    const subject = subjectOf(vc, entity);
    if (subject === undefined) return noSuchThing(entity);
    results.push({
      oldestCheckTime: isoOf(vc.now()),
      entity,
      overallComplianceStatus: judgeWhole(vc, subject.vm),
      overallComplianceTaskStatus: 'success',
      result: partsOf(subject.vm).map((part) => resultOf(vc, part, judge(vc, part))),
      profileMismatch: false,
    });
  }
  return done(results);
}

export const complianceType = (): AnyManaged =>
  service('PbmComplianceManager', {
    methods: {
      PbmCheckCompliance: check,
      // It is looked at whenever somebody asks: what was found last is what is so now.
      PbmFetchComplianceResult: check,
      PbmCheckRollupCompliance: rollUp,
      PbmFetchRollupComplianceResult: rollUp,
      PbmQueryByRollupComplianceStatus: ({ vc, args }) =>
        done(
          vc
            .world()
            .inventory.ofKind('vm')
            .filter((vm) => judgeWhole(vc, vm) === textAt(args, 'status'))
            .map((vm) => entityOf(vc, { vm, disk: null })),
        ),
    },
  });
