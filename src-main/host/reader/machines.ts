import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { above, machineUse } from '../../../sim/index.ts';
import type { Inventory, MachineUse } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import { keysOf, rowAt, sizeOf, windowOf } from './machine-order.ts';
import type { Rows } from './machine-order.ts';
import { addressOf, osOf, rowOf, tagsOf } from './machine-rows.ts';
import { liesWithin } from './machine-within.ts';
import type { Listed } from './machine-rows.ts';
import type { Params } from './params.ts';

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
  const keys = keysOf(params.sort, { rows: fitting, use, nameOf });
  const items = windowOf(keys, params).map((at) => rowOf(inventory, use, rowAt(fitting, use, at)));
  return accepted({ items, total: sizeOf(fitting), revision: world.revision });
}

function candidates(inventory: Inventory, use: MachineUse, params: Params<'machines'>): Rows {
  const tests = testsOf(inventory, params);
  const fits = (one: Listed): boolean => {
    for (const test of tests) if (!test(one)) return false;
    return true;
  };
  const kinds = new Set<Listed['kind']>(params.kinds ?? ['vm', 'blade', 'host']);
  const { vms } = use.lines;
  const lines = new Int32Array(kinds.has('vm') ? vms.length : 0);
  let count = 0;
  for (let line = 0; line < lines.length; line += 1) {
    if (!fits(vms[line] as Listed)) continue;
    lines[count] = line;
    count += 1;
  }
  const others: Listed[] = [];
  for (const kind of kinds)
    if (kind !== 'vm') for (const one of inventory.ofKind(kind)) if (fits(one)) others.push(one);
  return { lines: lines.subarray(0, count), others };
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
  if (within !== undefined) tests.push(liesWithin(inventory, within));
  return tests;
}

function testsOfText({ text }: Params<'machines'>): Test[] {
  const words = (text ?? '').split(/\s+/).filter(Boolean);
  return words.map((word): Test => {
    // Large and small letters alike, without a copy of each name.
    const pattern = new RegExp(word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
    const small = word.toLowerCase();
    const mayBeAddress = /^[\d.]+$/.test(word);
    // Many machines share one list of tags.
    const known = new Map<readonly string[], boolean>();
    const isTagged = (tags: readonly string[]): boolean => {
      const before = known.get(tags) ?? tags.some((tag) => pattern.test(tag));
      known.set(tags, before);
      return before;
    };
    return (one) => {
      if (pattern.test(one.name) || one.id.includes(small) || isTagged(tagsOf(one))) return true;
      const address = mayBeAddress ? addressOf(one) : null;
      return address?.includes(small) === true;
    };
  });
}
