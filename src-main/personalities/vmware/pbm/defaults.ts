/** What disks on a datastore get when nobody chose a policy: paper `datastore/<id>/policy`. */
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { done, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { refusedBy } from '../objects/faults.ts';
import type { Call, Method } from '../objects/managed.ts';
import type { Vc } from '../vc.ts';
import { dataAt, dataListAt, textAt } from '../wire/ask.ts';
import { vsanDefault } from './built-in.table.ts';
import { hubOf } from './fitting.ts';
import type { Store } from './fitting.ts';
import { storesAsked } from './placement.ts';
import { policyData, policyOf } from './policies.ts';

const keyOf = (id: EntityId): string => `datastore/${id}/policy`;

/** Only vSAN has one from the beginning. */
export function defaultOf(vc: Pick<Vc, 'papers' | 'world'>, store: Store): string | undefined {
  const paper = vc.papers.get(keyOf(store.id));
  const chosen = typeof paper === 'string' ? paper : store.spec.type === 'vsan' ? vsanDefault : undefined;
  return chosen !== undefined && policyOf(vc, chosen) !== undefined ? chosen : undefined;
}

async function set(call: Call, stores: readonly Store[], value: string | null): Promise<Answer> {
  if (stores.length === 0) return done(undefined);
  const items = stores.map(({ id }) => ({ key: keyOf(id), value }));
  const did = await call.vc.papers.write(items, call.caller);
  return did.ok ? done(undefined) : refusedBy(did.refusal);
}

const assign: Method<null> = (call) => {
  const id = textAt(call.args, 'profile.uniqueId') ?? '';
  if (policyOf(call.vc, id) === undefined)
    return invalidArgument('profile', `There is no storage policy ${id}.`);
  const stores = storesAsked(call.vc, dataListAt(call.args, 'datastores'));
  return stores.ok ? set(call, stores.value, id) : stores;
};

/** Of the datastores that have this policy; of all where none is named. */
const reset: Method<null> = (call) => {
  const id = textAt(call.args, 'profile.uniqueId');
  const all = [...call.vc.world().inventory.ofKind('datastore')];
  return set(
    call,
    all.filter((store) => id === undefined || defaultOf(call.vc, store) === id),
    null,
  );
};

const ofHub: Method<null> = ({ vc, args }) => {
  const stores = storesAsked(vc, [dataAt(args, 'hub') ?? {}]);
  if (!stores.ok) return stores;
  const [store] = stores.value;
  const uniqueId = store === undefined ? undefined : defaultOf(vc, store);
  return done(uniqueId === undefined ? undefined : { uniqueId });
};

const ofHubs: Method<null> = ({ vc, args }) => {
  const stores = storesAsked(vc, dataListAt(args, 'datastores'));
  if (!stores.ok) return stores;
  return done(
    stores.value.map((store) => {
      const policy = policyOf(vc, defaultOf(vc, store) ?? '');
      return {
        datastores: [hubOf(vc, store)],
        defaultProfile: policy === undefined ? undefined : policyData(policy),
      };
    }),
  );
};

/** Those that would hold on all of these datastores, or on some of them. */
const applicable: Method<null> = ({ vc, args }) => {
  const stores = storesAsked(vc, dataListAt(args, 'datastores'));
  if (!stores.ok) return stores;
  const ids = [...new Set(stores.value.flatMap((store) => defaultOf(vc, store) ?? []))];
  return done(ids.flatMap((id) => policyOf(vc, id) ?? []).map(policyData));
};

export const defaultMethods: Readonly<Record<string, Method<null>>> = {
  PbmAssignDefaultRequirementProfile: assign,
  PbmResetDefaultRequirementProfile: reset,
  PbmQueryDefaultRequirementProfile: ofHub,
  PbmQueryDefaultRequirementProfiles: ofHubs,
  PbmFindApplicableDefaultProfile: applicable,
};
