/** Machines and hosts as they are after they were started, stopped, suspended or paused. */
import type { WorldEvent } from '../contract/events.ts';
import type { HostSpec, VmSpec } from '../contract/machine-specs.ts';
import type { EntityId } from '../contract/ids.ts';
import { asSimMillis } from '../contract/units.ts';
import type { SimMillis } from '../contract/units.ts';
import { bootSeconds } from './durations.table.ts';
import type { World } from '../kernel/world.ts';
import type { Host, Vm } from './allotments.ts';

const without = (spec: VmSpec, ...fields: readonly (keyof VmSpec)[]): VmSpec =>
  Object.fromEntries(
    Object.entries(spec).filter(([field]) => !fields.includes(field as keyof VmSpec)),
  ) as VmSpec;

/** Its tools run once its system is up: ask `toolsNow`. */
const toolsOn = ({ tools }: VmSpec): VmSpec['tools'] => (tools === 'not-installed' ? tools : 'running');
const toolsOff = ({ tools }: VmSpec): VmSpec['tools'] => (tools === 'not-installed' ? tools : 'not-running');

export function turnedOn(vm: Vm, host: EntityId | null, at: SimMillis): Vm {
  const spec = without(vm.spec, 'fellWith', 'panickedAt');
  return { ...vm, spec: { ...spec, power: 'on', tools: toolsOn(spec), host, startedAt: at } };
}

export function turnedOff(vm: Vm): Vm {
  const spec = without(vm.spec, 'fellWith', 'startedAt', 'panickedAt');
  return { ...vm, spec: { ...spec, power: 'off', tools: toolsOff(spec) } };
}

/** Its host died under it; who takes care of that finds it by this mark. */
export function fallen(vm: Vm, host: EntityId): Vm {
  const spec = without(vm.spec, 'startedAt', 'panickedAt');
  return { ...vm, spec: { ...spec, power: 'off', tools: toolsOff(spec), fellWith: host } };
}

/** Frozen with its memory: it goes on where it was, its system does not boot. */
export const withPower = (vm: Vm, power: VmSpec['power']): Vm => ({ ...vm, spec: { ...vm.spec, power } });

export const withHost = (vm: Vm, host: EntityId): Vm => ({ ...vm, spec: { ...vm.spec, host } });

/** When its system is up; null while it is off. */
export function upAt({ spec }: Vm): SimMillis | null {
  if (spec.power === 'off' || spec.startedAt === undefined) return null;
  return asSimMillis(spec.startedAt + bootSeconds[spec.os] * 1000);
}

/** Tools answer when the system that they are part of is up. A machine that a lab's file has on is up. */
export function toolsNow(vm: Vm, { work, now }: Pick<World, 'now' | 'work'>): VmSpec['tools'] {
  const isDeaf = vm.spec.power !== 'on' || vm.spec.panickedAt !== undefined;
  if (isDeaf || vm.spec.tools !== 'running') return toolsOff(vm.spec);
  if (work === 'no-time') return 'running';
  return (upAt(vm) ?? now()) <= now() ? 'running' : 'not-running';
}

export const changed = (entity: Vm): WorldEvent => ({ type: 'entity.changed', entity });

export const hostAs = (host: Host, change: Partial<HostSpec>): WorldEvent => ({
  type: 'entity.changed',
  entity: { ...host, spec: { ...host.spec, ...change } },
});
