/** From a call about a machine to the hands that act in its guest: machine, tools, user. */
import { upAt } from '../../../../sim/index.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Call } from '../objects/managed.ts';
import { noSuchObject } from '../collector/filter-spec.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { mayPress } from '../objects/machine/power.ts';
import type { Vc } from '../vc.ts';
import { dataAt, refAt, textAt } from '../wire/ask.ts';
import { boxAgent } from './box-hands.ts';
import type { Guests } from './guests.ts';
import type { Agent, Hands } from './hands.ts';
import { simulatedAgent } from './simulated-hands.ts';
import { toolsRunIn } from './tools-run.ts';
import { unavailable } from './unavailable.ts';

export type Entered = { readonly vm: Vm; readonly hands: Hands };

export async function enter(call: Call): Promise<Answer<Entered>> {
  const vm = machineIn(call);
  if (!vm.ok) return vm;
  const login = loginIn(call);
  if (!login.ok) return login;
  const agent = await agentOf(call.vc, vm.value);
  if (!agent.ok) return agent;
  const hands = await agent.value.admit(login.value.user, login.value.password);
  if (!hands.ok) return hands;
  if (hands.value !== null) return done({ vm: vm.value, hands: hands.value });
  return faulted(
    'InvalidGuestLogin',
    `Failed to authenticate with the guest operating system of ${vm.value.name} using the supplied credentials.`,
  );
}

function machineIn(call: Call): Answer<Vm> {
  const ref = refAt(call.args, 'vm');
  if (ref === undefined) return invalidArgument('vm', 'A specified parameter was not correct: vm');
  const vm = call.vc.refs.entity(ref);
  if (vm?.kind !== 'vm') return noSuchObject(ref);
  const may = mayPress(vm, 'shutdown');
  return may.ok ? done(vm) : may;
}

type Login = { readonly user: string; readonly password: string };

function loginIn({ args }: Call): Answer<Login> {
  const auth = dataAt(args, 'auth');
  if (auth?._type === 'NamePasswordAuthentication')
    return done({ user: textAt(auth, 'username') ?? '', password: textAt(auth, 'password') ?? '' });
  return faulted(
    'OperationNotSupportedByGuest',
    `The guest lets users in by name and password, not by ${auth?._type ?? 'nothing'}.`,
  );
}

/** Whoever runs there is asked, not what the lab last heard. */
async function agentOf(vc: Vc, vm: Vm): Promise<Answer<Agent>> {
  const { guests, started } = vc.guests;
  if (guests === null)
    return unavailable('Nothing runs in the machines of this endpoint: it was started without guests.');
  if ((upAt(vm) ?? vc.now()) > vc.now() && vc.world().work !== 'no-time')
    return unavailable(`The operating system of ${vm.name} is still starting.`);
  if (guests.isBacked(vm.id)) return boxAgentOf(vc, guests, vm);
  const guest = await guests.open(vm.id);
  if (!guest.ok)
    return guest.refusal.code === 'unsupported'
      ? faulted('OperationNotSupportedByGuest', guest.refusal.message)
      : unavailable(guest.refusal.message);
  const isThere = (): boolean => toolsRunIn(guest.value.machine);
  if (!(await guest.value.waitFor(isThere)) || !isThere())
    return unavailable(`VMware Tools is not running in ${vm.name}.`);
  return done(simulatedAgent({ guest: guest.value, started, now: vc.now, admits: guests.admits }));
}

async function boxAgentOf(vc: Vc, guests: Guests, vm: Vm): Promise<Answer<Agent>> {
  const box = await guests.boxOf(vm.id);
  if (!box.ok) return unavailable(box.refusal.message);
  if (box.value === null) return unavailable(`The container of ${vm.name} does not run.`);
  return done(boxAgent({ box: box.value, started: vc.guests.started, admits: guests.admits, now: vc.now }));
}
