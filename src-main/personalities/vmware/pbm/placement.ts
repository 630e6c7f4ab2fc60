/** Where a thing with such demands could lie: PbmPlacementSolver. */
import { done, faulted, invalidArgument, localized } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import type { Vc } from '../vc.ts';
import { dataAt, dataListAt, textAt } from '../wire/ask.ts';
import type { Data, Value } from '../wire/value.ts';
import { hubOf, mismatches, mismatchFault } from './fitting.ts';
import type { Store } from './fitting.ts';
import { policyOf } from './policies.ts';

type Demand = { readonly constraints: Data };

/** Those that are named; all of the lab where none is. */
export function storesAsked(vc: Vc, hubs: readonly Data[]): Answer<readonly Store[]> {
  if (hubs.length === 0) return done([...vc.world().inventory.ofKind('datastore')]);
  const missing: Data[] = [];
  const stores = hubs.flatMap((hub) => {
    const store = vc.refs.entity({ _ref: 'Datastore', value: textAt(hub, 'hubId') ?? '' });
    if (store?.kind === 'datastore') return [store];
    // A cluster of datastores is as good as what is in it.
    const pod = vc.refs.entity({ _ref: 'StoragePod', value: textAt(hub, 'hubId') ?? '' });
    if (pod?.kind === 'folder')
      return [...vc.world().inventory.childrenOf(pod.id)].filter((each) => each.kind === 'datastore');
    missing.push(hub);
    return [];
  });
  if (missing.length > 0) {
    const names = missing.map((hub) => textAt(hub, 'hubId') ?? '').join(', ');
    return faulted('PbmNonExistentHubs', `There is no datastore ${names}.`, { hubs: missing });
  }
  return done(stores);
}

function judged(vc: Vc, store: Store, demands: readonly Demand[]): Data {
  const faults = demands.flatMap((demand) =>
    mismatches(vc, demand, store).map((mismatch) => localized(mismatchFault(vc, store, mismatch))),
  );
  return { hub: hubOf(vc, store), matchingResources: [], error: faults };
}

function policyDemand(vc: Vc, id: string | undefined): Answer<Demand> {
  const policy = policyOf(vc, id ?? '');
  return policy === undefined
    ? invalidArgument('profile', `There is no storage policy ${id ?? ''}.`)
    : done(policy);
}

type Reader = (call: Call) => Answer<readonly Demand[]>;

const byProfile: Reader = ({ vc, args }) => {
  const demand = policyDemand(vc, textAt(args, 'profile.uniqueId'));
  return demand.ok ? done([demand.value]) : demand;
};

const bySpec =
  (name: string): Reader =>
  ({ args }) =>
    done([{ constraints: dataAt(args, `${name}.constraints`) ?? {} }]);

/** Policies by name, and demands as they are. */
const byRequirements: Reader = ({ vc, args }) => {
  const demands: Demand[] = [];
  for (const each of dataListAt(args, 'placementSubjectRequirement')) {
    const constraints = dataAt(each, 'constraints');
    const demand =
      constraints === undefined
        ? policyDemand(vc, textAt(each, 'profileId.uniqueId'))
        : done({ constraints });
    if (!demand.ok) return demand;
    demands.push(demand.value);
  }
  return done(demands);
};

type Asked = { readonly stores: readonly Store[]; readonly demands: readonly Demand[] };

function asked(call: Call, read: Reader): Answer<Asked> {
  const stores = storesAsked(call.vc, dataListAt(call.args, 'hubsToSearch'));
  if (!stores.ok) return stores;
  const demands = read(call);
  return demands.ok ? done({ stores: stores.value, demands: demands.value }) : demands;
}

const telling =
  (read: Reader, tell: (vc: Vc, asked: Asked) => Value): Method<null> =>
  (call) => {
    const found = asked(call, read);
    return found.ok ? done(tell(call.vc, found.value)) : found;
  };

const verdicts = (vc: Vc, { stores, demands }: Asked): Value =>
  stores.map((store) => judged(vc, store, demands));

export const fits = (vc: Vc, store: Store, demands: readonly Demand[]): boolean =>
  demands.every((demand) => mismatches(vc, demand, store).length === 0);

const matching = (vc: Vc, { stores, demands }: Asked): Value =>
  stores.filter((store) => fits(vc, store, demands)).map((store) => hubOf(vc, store));

export const placementType = (): AnyManaged =>
  service('PbmPlacementSolver', {
    methods: {
      PbmCheckCompatibility: telling(byProfile, verdicts),
      PbmCheckCompatibilityWithSpec: telling(bySpec('profileSpec'), verdicts),
      PbmCheckRequirements: telling(byRequirements, verdicts),
      PbmQueryMatchingHub: telling(byProfile, matching),
      PbmQueryMatchingHubWithSpec: telling(bySpec('createSpec'), matching),
    },
  });
