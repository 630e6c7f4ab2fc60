/** In vcsim a guest that has no tools, or does not have them up yet, shuts down when asked: what waits goes on. */
import type { PowerVerb } from '../../sim/contract/machine-commands.ts';
import type { AnyManaged } from '../personalities/vmware/objects/managed.ts';
import { doesPlainly } from '../personalities/vmware/objects/machine/doing.ts';
import { mayPress } from '../personalities/vmware/objects/machine/power.ts';
import type { Vm } from '../personalities/vmware/objects/machine/paper.ts';
import { toolsOf } from '../personalities/vmware/objects/machine/state.ts';

type AnyMethod = AnyManaged['methods'][string];

/** Without somebody inside who hears of it, the button does what it is there for. */
const buttons: Readonly<Record<string, PowerVerb>> = {
  ShutdownGuest: 'off',
  RebootGuest: 'reset',
  StandbyGuest: 'suspend',
};

/** Somebody inside stopped them, and nobody hears: as a vCenter tells it. */
const isSilenced = ({ spec }: Vm): boolean => spec.power === 'on' && spec.tools === 'not-running';

const pressed =
  (verb: PowerVerb, asked: AnyMethod): AnyMethod =>
  (call, thing) => {
    const vm = thing as Vm;
    if (toolsOf(call.vc, vm) === 'running' || isSilenced(vm)) return asked(call, thing);
    const may = mayPress(vm, verb);
    return may.ok ? doesPlainly(call, { type: 'machine.power', id: vm.id, verb }) : may;
  };

export function withPlainGuests(type: AnyManaged): AnyManaged {
  const methods = Object.entries(type.methods).map(([name, method]) => {
    const verb = buttons[name];
    return [name, verb === undefined ? method : pressed(verb, method)] as const;
  });
  return { ...type, methods: Object.fromEntries(methods) };
}
