/** Storage policies: those that vCenter comes with, and those that were made: papers `policy/<id>`. */
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import { done } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { refusedBy } from '../objects/faults.ts';
import type { Caller, Vc } from '../vc.ts';
import { isoOf, isData } from '../wire/value.ts';
import type { Data } from '../wire/value.ts';
import { builtIn } from './built-in.table.ts';

export type Policy = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly system: string;
  readonly constraints: Data;
  /** Lab time. */
  readonly created: number;
  readonly createdBy: string;
  readonly updated: number;
  readonly updatedBy: string;
  /** Grows with each change. */
  readonly generation: number;
};

type Reading = Pick<Vc, 'papers' | 'world'>;

const prefix = 'policy/';
const vendor = 'VSPHERE.LOCAL\\vpxd-extension';

const first = (
  { world }: Reading,
  { id, name, description, system, constraints }: (typeof builtIn)[number],
) => ({
  id,
  name,
  description,
  category: 'REQUIREMENT',
  system,
  constraints,
  created: world().clock.epoch,
  createdBy: vendor,
  updated: world().clock.epoch,
  updatedBy: vendor,
  generation: 0,
});

/** What somebody changed of a built-in one, or that it was removed, stands in its paper. */
export function policiesOf(vc: Reading): readonly Policy[] {
  const policies = new Map<string, Policy>(builtIn.map((each) => [each.id, first(vc, each)]));
  for (const { key, value } of vc.papers.below(prefix)) {
    const id = key.slice(prefix.length);
    const policy = policyIn(id, value);
    if (policy === null) policies.delete(id);
    else policies.set(id, policy);
  }
  return [...policies.values()];
}

export const policyOf = (vc: Reading, id: string): Policy | undefined =>
  policiesOf(vc).find((policy) => policy.id === id);

const removed = 'removed';

/** A lab may come from anywhere: what is no policy is none. */
function policyIn(id: string, value: unknown): Policy | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const paper = value as Partial<Policy>;
  const text = (some: unknown, otherwise: string): string => (typeof some === 'string' ? some : otherwise);
  const count = (some: unknown): number => (typeof some === 'number' ? some : 0);
  return {
    id,
    name: text(paper.name, id),
    description: text(paper.description, ''),
    category: text(paper.category, 'REQUIREMENT'),
    system: text(paper.system, ''),
    constraints: isData(paper.constraints) ? paper.constraints : { _type: 'PbmCapabilityConstraints' },
    created: count(paper.created),
    createdBy: text(paper.createdBy, ''),
    updated: count(paper.updated),
    updatedBy: text(paper.updatedBy, ''),
    generation: count(paper.generation),
  };
}

/** null takes it away. */
export const policyItem = (id: string, policy: Policy | null): { key: string; value: PaperValue } => {
  const isOurs = builtIn.some((each) => each.id === id);
  const gone = isOurs ? removed : null;
  const value = policy === null ? gone : (JSON.parse(JSON.stringify(policy)) as PaperValue);
  return { key: prefix + id, value };
};

export async function keepPolicy(
  vc: Pick<Vc, 'papers'>,
  caller: Caller | null,
  [id, policy]: readonly [string, Policy | null],
): Promise<Answer<undefined>> {
  const written = await vc.papers.write([policyItem(id, policy)], caller);
  return written.ok ? done(undefined) : refusedBy(written.refusal);
}

export const policyData = (policy: Policy): Data => ({
  _type: 'PbmCapabilityProfile',
  profileId: { uniqueId: policy.id },
  name: policy.name,
  description: policy.description,
  creationTime: isoOf(policy.created),
  createdBy: policy.createdBy,
  lastUpdatedTime: isoOf(policy.updated),
  lastUpdatedBy: policy.updatedBy,
  profileCategory: policy.category,
  resourceType: { resourceType: 'STORAGE' },
  constraints: policy.constraints,
  generationId: policy.generation,
  isDefault: false,
  systemCreatedProfileType: policy.system === '' ? undefined : policy.system,
  lineOfService: undefined,
});
