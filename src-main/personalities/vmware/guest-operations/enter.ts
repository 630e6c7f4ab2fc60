/** From a call about a machine to the hands that act in its guest: machine, tools, user. */
import { upAt } from '../../../../sim/index.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Call } from '../objects/managed.ts';
import { noSuchObject } from '../collector/filter-spec.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { mayPress } from '../objects/machine/power.ts';
import type { Vc } from '../vc.ts';
import { readNodes } from '../sso/signed-xml.ts';
import { dataAt, refAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import { aliasesOf, mappedAliases, standsFor } from './aliases.ts';
import { boxAgent } from './box-hands.ts';
import type { Guests } from './guests.ts';
import type { Agent, Hands } from './hands.ts';
import { simulatedAgent } from './simulated-hands.ts';
import { runOf } from './tickets.ts';
import { toolsRunIn } from './tools-run.ts';
import { unavailable } from './unavailable.ts';

export type Entered = {
  readonly vm: Vm;
  readonly agent: Agent;
  readonly hands: Hands;
  readonly user: string;
};

export async function enter(call: Call): Promise<Answer<Entered>> {
  const vm = machineIn(call);
  if (!vm.ok) return vm;
  const login = loginIn(call);
  if (!login.ok) return login;
  const agent = await agentOf(call.vc, vm.value);
  if (!agent.ok) return agent;
  const found = await admitted(call.vc, { vm: vm.value, agent: agent.value }, login.value);
  if (found === null) return notLetIn(vm.value);
  const { user, hands } = found;
  if (!hands.ok) return hands;
  return hands.value === null
    ? notLetIn(vm.value)
    : done({ vm: vm.value, agent: agent.value, hands: hands.value, user });
}

/** null: nobody is let in so. */
async function admitted(
  vc: Vc,
  { vm, agent }: Pick<Entered, 'vm' | 'agent'>,
  shown: Login | Ticket | Shown,
): Promise<{ readonly user: string; readonly hands: Answer<Hands | null> } | null> {
  if ('password' in shown) return { user: shown.user, hands: await agent.admit(shown.user, shown.password) };
  if (!('ticket' in shown)) return byToken(agent, shown);
  const user = vc.guests.tickets.userOf(shown.ticket, runOf(vc.world(), vm));
  return user === undefined ? null : { user, hands: await agent.as(user) };
}

const notLetIn = ({ name }: Vm): Answer<never> =>
  faulted(
    'InvalidGuestLogin',
    `Failed to authenticate with the guest operating system of ${name} using the supplied credentials.`,
  );

/** Without a password, for who has shown his rights otherwise; null: there is no such user. */
export async function enterAs(call: Call, user: string): Promise<Answer<Hands | null>> {
  const vm = machineIn(call);
  if (!vm.ok) return vm;
  const agent = await agentOf(call.vc, vm.value);
  return agent.ok ? agent.value.as(user) : agent;
}

/** As the user that the bearer's certificate stands for there. */
async function byToken(agent: Agent, shown: Shown) {
  const root = await agent.as('root');
  if (!root.ok || root.value === null) return null;
  const user = await userOf(root.value, shown);
  return user === null ? null : { user, hands: await agent.as(user) };
}

async function userOf(root: Hands, shown: Shown): Promise<string | null> {
  if (shown.user === '') {
    const mapped = await mappedAliases(root);
    return mapped.find(({ vouched }) => standsFor(vouched, shown))?.user ?? null;
  }
  const all = await aliasesOf(root, shown.user);
  return all.some((one) => standsFor(one, shown)) ? shown.user : null;
}

function machineIn(call: Call): Answer<Vm> {
  const ref = refAt(call.args, 'vm');
  if (ref === undefined) return invalidArgument('vm', 'A specified parameter was not correct: vm');
  const vm = call.vc.refs.entity(ref);
  if (vm?.kind !== 'vm') return noSuchObject(ref);
  const may = mayPress(vm, 'shutdown');
  return may.ok ? done(vm) : may;
}

type Ticket = { readonly ticket: string };
type Login = { readonly user: string; readonly password: string };
/** A token of these: its subject, and the user he wants to be; '' for whom the certificate is mapped to. */
type Shown = { readonly user: string; readonly subject: string; readonly certificates: readonly string[] };

function tokenIn(vc: Vc, auth: Data): Answer<Shown> | null {
  const { identity } = vc;
  if (identity === null) return null;
  const root = readNodes(textAt(auth, 'token') ?? '');
  const token = root === null ? null : identity.read(root, root);
  if (token === null || !token.ok)
    return faulted(
      'InvalidGuestLogin',
      token === null || token.ok ? 'The token cannot be read.' : token.refusal.message,
    );
  const { subject } = token.value;
  return done({ user: textAt(auth, 'username') ?? '', subject, certificates: identity.certificates });
}

function loginIn({ vc, args }: Call): Answer<Login | Ticket | Shown> {
  const auth = dataAt(args, 'auth');
  const said = (name: string): string => textAt(auth, name) ?? '';
  const shown = auth?._type === 'SAMLTokenAuthentication' ? tokenIn(vc, auth) : null;
  if (shown !== null) return shown;
  switch (auth?._type) {
    case 'NamePasswordAuthentication':
      return done({ user: said('username'), password: said('password') });
    case 'TicketedSessionAuthentication':
      return done({ ticket: said('ticket') });
    default:
      return faulted(
        'OperationNotSupportedByGuest',
        `The guest lets users in by name and password, not by ${auth?._type ?? 'nothing'}.`,
      );
  }
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
