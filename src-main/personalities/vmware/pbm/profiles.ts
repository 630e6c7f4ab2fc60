/** The policies themselves, and whose they are: PbmProfileProfileManager. */
import { randomUUID } from 'node:crypto';
import { done, faulted, invalidArgument, localized } from '../objects/fault.ts';
import type { Answer, Fault } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call } from '../objects/managed.ts';
import type { Vc } from '../vc.ts';
import { dataAt, dataListAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { entityOf, noSuchThing, partsOf, policyIdOf, subjectOf } from './compliance.ts';
import type { Subject } from './compliance.ts';
import { defaultMethods, defaultOf } from './defaults.ts';
import { keepPolicy, policiesOf, policyData, policyOf } from './policies.ts';
import type { Policy } from './policies.ts';

const resource = 'STORAGE';

function query({ vc, args }: Call): Answer {
  const type = textAt(args, 'resourceType.resourceType');
  const category = textAt(args, 'profileCategory');
  if (type !== resource) return invalidArgument('resourceType', `There are no policies for ${type ?? ''}.`);
  const fitting = policiesOf(vc).filter((policy) => (category ?? policy.category) === policy.category);
  return done(fitting.map(({ id }) => ({ uniqueId: id })));
}

function retrieve({ vc, args }: Call): Answer {
  const ids = dataListAt(args, 'profileIds').map((each) => textAt(each, 'uniqueId') ?? '');
  if (ids.length === 0) return faulted('InvalidRequest', 'At least one policy must be asked for.');
  const missing = ids.find((id) => policyOf(vc, id) === undefined);
  if (missing !== undefined) return invalidArgument('profileIds', `There is no storage policy ${missing}.`);
  return done(ids.flatMap((id) => policyOf(vc, id) ?? []).map(policyData));
}

const duplicate = (name: string): Answer<never> =>
  faulted('PbmDuplicateName', `A storage policy with the name '${name}' exists already.`, { name });

const isTaken = (vc: Vc, name: string, own: string | null): boolean =>
  policiesOf(vc).some((policy) => policy.name === name && policy.id !== own);

async function create({ vc, args, caller }: Call): Promise<Answer> {
  const name = (textAt(args, 'createSpec.name') ?? '').trim();
  const category = textAt(args, 'createSpec.category') ?? 'REQUIREMENT';
  if (name === '') return invalidArgument('createSpec.name', 'A policy needs a name.');
  if (textAt(args, 'createSpec.resourceType.resourceType') !== resource)
    return invalidArgument('createSpec.resourceType', 'Policies are for STORAGE.');
  if (!['REQUIREMENT', 'RESOURCE', 'DATA_SERVICE_POLICY'].includes(category))
    return invalidArgument('createSpec.category', `There is no category ${category}.`);
  if (isTaken(vc, name, null)) return duplicate(name);
  const id = randomUUID();
  const user = caller?.user ?? '';
  const policy: Policy = {
    id,
    name,
    description: textAt(args, 'createSpec.description') ?? '',
    category,
    system: '',
    constraints: dataAt(args, 'createSpec.constraints') ?? { _type: 'PbmCapabilityConstraints' },
    created: vc.now(),
    createdBy: user,
    updated: vc.now(),
    updatedBy: user,
    generation: 0,
  };
  const kept = await keepPolicy(vc, caller, [id, policy]);
  return kept.ok ? done({ uniqueId: id }) : kept;
}

async function update({ vc, args, caller }: Call): Promise<Answer> {
  const id = textAt(args, 'profileId.uniqueId') ?? '';
  const before = policyOf(vc, id);
  if (before === undefined) return invalidArgument('profileId', `There is no storage policy ${id}.`);
  const name = textAt(args, 'updateSpec.name') ?? before.name;
  if (isTaken(vc, name, id)) return duplicate(name);
  const after: Policy = {
    ...before,
    name,
    description: textAt(args, 'updateSpec.description') ?? before.description,
    constraints: dataAt(args, 'updateSpec.constraints') ?? before.constraints,
    updated: vc.now(),
    updatedBy: caller?.user ?? '',
    generation: before.generation + 1,
  };
  return keepPolicy(vc, caller, [id, after]);
}

/** Each by itself: what cannot go is told beside its name. */
async function remove({ vc, args, caller }: Call): Promise<Answer> {
  const outcomes: Data[] = [];
  for (const profileId of dataListAt(args, 'profileId')) {
    const id = textAt(profileId, 'uniqueId') ?? '';
    const refusal = keptBy(vc, id);
    const did = refusal === null ? await keepPolicy(vc, caller, [id, null]) : done(undefined);
    const fault = did.ok ? refusal : did.fault;
    outcomes.push({ profileId, fault: fault === null ? undefined : localized(fault) });
  }
  return done(outcomes);
}

/** Why a policy stays; null: it may go. */
function keptBy(vc: Vc, id: string): Fault | null {
  const policy = policyOf(vc, id);
  if (policy === undefined)
    return { type: 'PbmFaultNotFound', message: `There is no storage policy ${id}.`, fields: {} };
  const user = associated(vc, id)[0]?.vm;
  const store = vc
    .world()
    .inventory.ofKind('datastore')
    .find((each) => defaultOf(vc, each) === id);
  if (user === undefined && store === undefined) return null;
  const who = user === undefined ? `is the default of ${store?.name ?? ''}` : `is in use by ${user.name}`;
  return {
    type: 'PbmResourceInUse',
    message: `The storage policy '${policy.name}' ${who}.`,
    fields: { name: policy.name },
  };
}

/** The machines' homes and the disks that have a policy. */
export const associated = (vc: Vc, id: string): readonly Subject[] =>
  vc
    .world()
    .inventory.ofKind('vm')
    .flatMap((vm) => partsOf(vm).filter((part) => policyIdOf(vc, part) === id));

function ofEntity({ vc, args }: Call): Answer {
  const entity = dataAt(args, 'entity') ?? {};
  const ids = idsOf(vc, entity);
  return ids === undefined ? noSuchThing(entity) : done(ids);
}

function idsOf(vc: Vc, entity: Data): readonly Data[] | undefined {
  if (textAt(entity, 'objectType') === 'datastore') {
    const store = vc.refs.entity({ _ref: 'Datastore', value: textAt(entity, 'key') ?? '' });
    if (store?.kind !== 'datastore') return undefined;
    const id = defaultOf(vc, store);
    return id === undefined ? [] : [{ uniqueId: id }];
  }
  const subject = subjectOf(vc, entity);
  if (subject === undefined) return undefined;
  const isWhole = textAt(entity, 'objectType') === 'virtualMachineAndDisks';
  const parts = isWhole ? partsOf(subject.vm) : [subject];
  return [...new Set(parts.flatMap((part) => policyIdOf(vc, part) ?? []))].map((uniqueId) => ({ uniqueId }));
}

const ofEntities = ({ vc, args }: Call): Answer =>
  done(
    dataListAt(args, 'entities').map((object) => {
      const profileId = idsOf(vc, object);
      if (profileId !== undefined) return { object, profileId };
      const gone = noSuchThing(object);
      return { object, fault: gone.ok ? undefined : localized(gone.fault) };
    }),
  );

const kinds: Readonly<Record<string, (subject: Subject) => boolean>> = {
  virtualMachine: ({ disk }) => disk === null,
  virtualDiskId: ({ disk }) => disk !== null,
  virtualMachineAndDisks: () => true,
};

function entitiesOf({ vc, args }: Call): Answer {
  const id = textAt(args, 'profile.uniqueId') ?? '';
  if (policyOf(vc, id) === undefined) return invalidArgument('profile', `There is no storage policy ${id}.`);
  const type = textAt(args, 'entityType');
  const isAsked = type === undefined ? () => true : (kinds[type] ?? (() => false));
  return done(
    associated(vc, id)
      .filter(isAsked)
      .map((subject) => entityOf(vc, subject)),
  );
}

const everyone = ({ vc, args }: Call): Answer => {
  const asked = dataListAt(args, 'profiles').map((each) => textAt(each, 'uniqueId') ?? '');
  const all = asked.length === 0 ? policiesOf(vc).map(({ id }) => id) : asked;
  const subjects = all.flatMap((id) => associated(vc, id).map((subject) => ({ id, subject })));
  return done(
    subjects.map(({ id, subject }) => ({ object: entityOf(vc, subject), profileId: [{ uniqueId: id }] })),
  );
};

export const profileManagerType = (): AnyManaged =>
  service('PbmProfileProfileManager', {
    methods: {
      PbmFetchResourceType: () => done([{ resourceType: resource }]),
      PbmQueryProfile: query,
      PbmRetrieveContent: retrieve,
      PbmCreate: create,
      PbmUpdate: update,
      PbmDelete: remove,
      PbmQueryAssociatedProfile: ofEntity,
      PbmQueryAssociatedProfiles: ofEntities,
      PbmQueryAssociatedEntity: entitiesOf,
      PbmQueryAssociatedEntities: everyone,
      ...defaultMethods,
    },
  });
