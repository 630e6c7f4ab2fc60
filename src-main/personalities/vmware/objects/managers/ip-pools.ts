/** Pools of addresses of a datacenter, and who was given which: papers `datacenter/<id>/ip-pools`. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, flagAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { firstFree, rangesIn, sizeOf } from './ip-ranges.ts';
import type { Family } from './ip-ranges.ts';

type Datacenter = EntityOf<'datacenter'>;

type Given = { readonly id: string; readonly address: string; readonly family: Family; readonly to: string };
/** As it was described, and what was given out of it. */
type Pool = { readonly id: number; readonly data: Data; readonly given: readonly Given[] };
type Pools = { readonly next: number; readonly pools: readonly Pool[] };

/** Whose addresses are vCenter's own matter. */
const ownKey = 'VirtualCenter';

const keyOf = ({ id }: Datacenter): string => `datacenter/${id}/ip-pools`;
const poolsOf = (vc: Pick<Vc, 'papers'>, datacenter: Datacenter): Pools =>
  settingOf<Pools>(vc, keyOf(datacenter), { next: 1, pools: [] });

/** How many addresses of all pools an extension was given. */
export const givenTo = (vc: Vc, extension: string): number =>
  vc
    .world()
    .inventory.ofKind('datacenter')
    .flatMap((datacenter) => poolsOf(vc, datacenter).pools)
    .flatMap(({ given }) => given)
    .filter(({ to }) => to === extension).length;

function datacenterAsked(call: Call): Answer<Datacenter> {
  const ref = refAt(call.args, 'dc');
  const entity = ref === undefined ? undefined : call.vc.refs.entity(ref);
  return entity?.kind === 'datacenter'
    ? done(entity)
    : invalidArgument('dc', `There is no datacenter ${ref?.value ?? ''}.`);
}

type Asked = { readonly datacenter: Datacenter; readonly all: Pools; readonly pool: Pool };

function poolAsked(call: Call, id: number | undefined): Answer<Asked> {
  const datacenter = datacenterAsked(call);
  if (!datacenter.ok) return datacenter;
  const all = poolsOf(call.vc, datacenter.value);
  const pool = all.pools.find((each) => each.id === id);
  return pool === undefined
    ? invalidArgument('poolId', `There is no pool of addresses ${id ?? ''} in ${datacenter.value.name}.`)
    : done({ datacenter: datacenter.value, all, pool });
}

const configOf = (pool: Data, family: Family): Data =>
  dataAt(pool, family === 4 ? 'ipv4Config' : 'ipv6Config') ?? {};

function poolProblem(call: Call, pool: Data, others: readonly Pool[]): Answer<null> {
  const name = textAt(pool, 'name') ?? '';
  if (name === '') return invalidArgument('pool.name', 'A pool of addresses needs a name.');
  if (others.some(({ data }) => textAt(data, 'name') === name))
    return faulted('DuplicateName', `The name '${name}' already exists.`, { name, object: call.self });
  for (const family of [4, 6] as const) {
    const range = textAt(configOf(pool, family), 'range') ?? '';
    if (range !== '' && rangesIn(range, family) === null)
      return invalidArgument(
        `pool.ipv${family}Config.range`,
        `"${range}" are no ranges of addresses: each is an address, # and how many.`,
      );
  }
  return done(null);
}

const keep = (call: Call, datacenter: Datacenter, pools: Pools): Promise<Answer> =>
  writePaper(call, keyOf(datacenter), pools.pools.length === 0 && pools.next === 1 ? null : pools);

const create: Method<null> = async (call) => {
  const datacenter = datacenterAsked(call);
  if (!datacenter.ok) return datacenter;
  const { next, pools } = poolsOf(call.vc, datacenter.value);
  const data = dataAt(call.args, 'pool') ?? {};
  const fine = poolProblem(call, data, pools);
  if (!fine.ok) return fine;
  const after = { next: next + 1, pools: [...pools, { id: next, data, given: [] }] };
  const kept = await keep(call, datacenter.value, after);
  return kept.ok ? done(next) : kept;
};

const changed = ({ all, pool }: Asked, after: Pool | null): Pools => ({
  ...all,
  pools: all.pools.flatMap((each) => (each.id === pool.id ? (after ?? []) : [each])),
});

const update: Method<null> = (call) => {
  const data = dataAt(call.args, 'pool') ?? {};
  const asked = poolAsked(call, numberAt(data, 'id'));
  if (!asked.ok) return asked;
  const { datacenter, all, pool } = asked.value;
  const merged = { ...pool.data, ...data };
  const fine = poolProblem(
    call,
    merged,
    all.pools.filter(({ id }) => id !== pool.id),
  );
  return fine.ok ? keep(call, datacenter, changed(asked.value, { ...pool, data: merged })) : fine;
};

/** One that networks or addresses hang on goes only by force. */
const destroy: Method<null> = (call) => {
  const asked = poolAsked(call, numberAt(call.args, 'id'));
  if (!asked.ok) return asked;
  const { datacenter, pool } = asked.value;
  const isUsed = pool.given.length > 0 || (pool.data.networkAssociation ?? undefined) !== undefined;
  return isUsed && flagAt(call.args, 'force') !== true
    ? faulted('InvalidState', `The pool ${textAt(pool.data, 'name') ?? ''} is in use: force takes it away.`)
    : keep(call, datacenter, changed(asked.value, null));
};

function poolData({ id, data, given }: Pool): Data {
  const countOf = (family: Family): { readonly total: number; readonly used: number } => {
    const config = configOf(data, family);
    const isOn = flagAt(config, 'ipPoolEnabled') === true;
    const ranges = isOn ? (rangesIn(textAt(config, 'range') ?? '', family) ?? []) : [];
    return { total: sizeOf(ranges), used: given.filter((each) => each.family === family).length };
  };
  const [four, six] = [countOf(4), countOf(6)];
  return {
    ...data,
    _type: 'IpPool',
    id,
    availableIpv4Addresses: four.total - four.used,
    availableIpv6Addresses: six.total - six.used,
    allocatedIpv4Addresses: four.used,
    allocatedIpv6Addresses: six.used,
  };
}

function freeIn({ data, given }: Pool, family: Family): Answer<string> {
  const name = textAt(data, 'name') ?? '';
  const config = configOf(data, family);
  const ranges = rangesIn(textAt(config, 'range') ?? '', family);
  if (ranges === null || flagAt(config, 'ipPoolEnabled') !== true)
    return faulted('InvalidState', `${name} gives no IPv${family} addresses.`);
  const address = firstFree(ranges, new Set(given.map((each) => each.address)), family);
  return address === undefined
    ? faulted('InvalidState', `All IPv${family} addresses of ${name} are given.`)
    : done(address);
}

/** The extension that asks, or vCenter itself. */
const askerOf = ({ session }: Call): string =>
  session?.isExtension === true ? session.account.fullName : ownKey;

/** One id has one address of a family, however often it asks. */
const allocate =
  (family: Family): Method<null> =>
  async (call) => {
    const asked = poolAsked(call, numberAt(call.args, 'poolId'));
    if (!asked.ok) return asked;
    const { datacenter, pool } = asked.value;
    const id = textAt(call.args, 'allocationId') ?? '';
    if (id === '') return invalidArgument('allocationId', 'An address is given to a name.');
    const before = pool.given.find((each) => each.id === id && each.family === family);
    if (before !== undefined) return done(before.address);
    const address = freeIn(pool, family);
    if (!address.ok) return address;
    const given = [...pool.given, { id, address: address.value, family, to: askerOf(call) }];
    const kept = await keep(call, datacenter, changed(asked.value, { ...pool, given }));
    return kept.ok ? done(address.value) : kept;
  };

const release: Method<null> = (call) => {
  const asked = poolAsked(call, numberAt(call.args, 'poolId'));
  if (!asked.ok) return asked;
  const { datacenter, pool } = asked.value;
  const id = textAt(call.args, 'allocationId') ?? '';
  const given = pool.given.filter((each) => each.id !== id);
  return given.length === pool.given.length
    ? invalidArgument('allocationId', `No address was given to ${id}.`)
    : keep(call, datacenter, changed(asked.value, { ...pool, given }));
};

const allocations: Method<null> = (call) => {
  const asked = poolAsked(call, numberAt(call.args, 'poolId'));
  if (!asked.ok) return asked;
  const extension = textAt(call.args, 'extensionKey') ?? '';
  return done(
    asked.value.pool.given
      .filter(({ to }) => to === extension)
      .map(({ id, address }) => ({
        _type: 'IpPoolManagerIpAllocation',
        ipAddress: address,
        allocationId: id,
      })),
  );
};

export const ipPoolManager = (): AnyManaged =>
  service('IpPoolManager', {
    methods: {
      CreateIpPool: create,
      UpdateIpPool: update,
      DestroyIpPool: destroy,
      QueryIpPools: (call) => {
        const datacenter = datacenterAsked(call);
        return datacenter.ok ? done(poolsOf(call.vc, datacenter.value).pools.map(poolData)) : datacenter;
      },
      AllocateIpv4Address: allocate(4),
      AllocateIpv6Address: allocate(6),
      ReleaseIpAllocation: release,
      QueryIPAllocations: allocations,
    },
  });
