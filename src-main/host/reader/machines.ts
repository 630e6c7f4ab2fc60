import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { above, machineUse } from '../../../sim/index.ts';
import type { Inventory, MachineUse } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import { keyOf, windowOf } from './machine-order.ts';
import type { Candidate } from './machine-order.ts';
import { addressOf, osOf, rowOf, tagsOf } from './machine-rows.ts';
import type { Listed } from './machine-rows.ts';
import type { Params } from './params.ts';
import { isWithin } from './within.ts';

type Deps = { readonly session: () => Pick<Session, 'world'> };

export function readMachines({ session }: Deps, params: Params<'machines'>): Result<QueryAnswer<'machines'>> {
  const { world } = session();
  const { inventory } = world;
  for (const id of [params.host, params.cluster, params.project, params.within]) {
    if (id !== undefined && inventory.get(id) === undefined)
      return refused('unknown-entity', `There is no ${id}`, { hint: 'It may have been removed.' });
  }
  const use = machineUse(world);
  const fitting = candidates(inventory, use, params);
  const nameOf = (id: EntityId): string => inventory.get(id)?.name ?? '';
  const key = keyOf(params.sort, use, nameOf);
  const places = windowOf(
    fitting.length,
    (at) => {
      const { one, line } = fitting[at] as Candidate;
      return key(one, line);
    },
    params,
  );
  const items = places.map((at) => rowOf(inventory, use, (fitting[at] as Candidate).one));
  return accepted({ items, total: fitting.length, revision: world.revision });
}

function candidates(inventory: Inventory, use: MachineUse, params: Params<'machines'>): Candidate[] {
  const tests = testsOf(inventory, params);
  const fits = (one: Listed): boolean => tests.every((test) => test(one));
  const found: Candidate[] = [];
  for (const kind of new Set<Listed['kind']>(params.kinds ?? ['vm', 'blade', 'host'])) {
    const ones: readonly Listed[] = kind === 'vm' ? use.lines.vms : inventory.ofKind(kind);
    for (let at = 0; at < ones.length; at += 1) {
      const one = ones[at] as Listed;
      if (tests.length === 0 || fits(one)) found.push({ one, line: kind === 'vm' ? at : -1 });
    }
  }
  return found;
}

type Test = (one: Listed) => boolean;

/** Only what was asked for is looked at; the cheap questions come first. */
function testsOf(inventory: Inventory, params: Params<'machines'>): Test[] {
  const { power, os, host, project, tag, environment, templates } = params;
  const tests: Test[] = [];
  if (power !== undefined) tests.push(({ spec }) => power.includes(spec.power));
  if (os !== undefined) tests.push((one) => os.includes(osOf(one)));
  if (host !== undefined) tests.push((one) => one.kind === 'vm' && one.spec.host === host);
  if (project !== undefined) tests.push(({ parent }) => parent === project);
  if (environment !== undefined)
    tests.push((one) => one.kind !== 'host' && one.spec.environment === environment);
  if (templates !== 'with')
    tests.push((one) => (one.kind === 'vm' && one.spec.isTemplate) === (templates === 'only'));
  if (tag !== undefined) tests.push((one) => tagsOf(one).includes(tag));
  return [...tests, ...testsOfPlace(inventory, params), ...testsOfText(params)];
}

function testsOfPlace(inventory: Inventory, { cluster, within }: Params<'machines'>): Test[] {
  const tests: Test[] = [];
  if (cluster !== undefined) {
    const hosts = new Set(
      inventory.ofKind('host').filter(({ parent }) => above(inventory, parent, 'cluster')?.id === cluster),
    );
    const ids = new Set([...hosts].map(({ id }) => id));
    tests.push((one) =>
      one.kind === 'vm' ? one.spec.host !== null && ids.has(one.spec.host) : ids.has(one.id),
    );
  }
  if (within !== undefined) {
    const known = new Map<EntityId | null, boolean>();
    tests.push(({ id, parent }) => {
      if (id === within) return true;
      const inside = known.get(parent) ?? (parent !== null && isWithin(inventory, parent, within));
      known.set(parent, inside);
      return inside;
    });
  }
  return tests;
}

function testsOfText({ text }: Params<'machines'>): Test[] {
  const words = (text ?? '').split(/\s+/).filter(Boolean);
  return words.map((word): Test => {
    // Large and small letters alike, without a copy of each name.
    const pattern = new RegExp(word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
    return (one) => {
      if (pattern.test(one.name) || pattern.test(one.id) || tagsOf(one).some((tag) => pattern.test(tag)))
        return true;
      const address = addressOf(one);
      return address !== null && pattern.test(address);
    };
  });
}
