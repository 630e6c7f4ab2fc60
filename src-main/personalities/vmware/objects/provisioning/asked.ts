/** Whom a check is about: a machine, and the hosts that it might be on. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { hostsFor } from '../../../../../sim/index.ts';
import { noSuchObject } from '../../collector/filter-spec.ts';
import { refAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, invalidArgument } from '../fault.ts';
import { poolIn } from '../machine/create.ts';
import type { Vm } from '../machine/paper.ts';
import type { Call } from '../managed.ts';

type Host = EntityOf<'host'>;

export function machineAsked({ vc, args }: Call): Answer<Vm> {
  const ref = refAt(args, 'vm');
  if (ref === undefined) return invalidArgument('vm', 'A specified parameter was not correct: vm');
  const vm = vc.refs.entity(ref);
  return vm?.kind === 'vm' ? done(vm) : noSuchObject(ref);
}

/** The one that is named, else all of the pool, else where it is now. */
export function hostsAsked({ vc }: Call, vm: Vm | undefined, args: Data): readonly Host[] {
  const world = vc.world();
  const named = refAt(args, 'host');
  const host = named === undefined ? undefined : vc.refs.entity(named);
  if (host?.kind === 'host') return [host];
  const pool = refAt(args, 'pool');
  const within = pool === undefined ? undefined : poolIn(vc, pool);
  if (within !== undefined) return hostsFor(world, { parent: vm?.parent ?? null }, within);
  const own = vm === undefined || vm.spec.host === null ? undefined : world.inventory.get(vm.spec.host);
  return own?.kind === 'host' ? [own] : [];
}
