/** GuestAuthManager: passwords are tried, and tickets given for them. */
import { done, faulted } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Method } from '../objects/managed.ts';
import { dataAt, textAt } from '../wire/ask.ts';
import { enter } from './enter.ts';
import { runOf } from './tickets.ts';

const validate: Method<null> = async (call) => {
  const entered = await enter(call);
  return entered.ok ? done(undefined) : entered;
};

const acquire: Method<null> = async (call) => {
  const auth = dataAt(call.args, 'requestedAuth');
  const entered = await enter({ ...call, args: { ...call.args, auth } });
  if (!entered.ok) return entered;
  const { vm, user } = entered.value;
  const { guests, world } = call.vc;
  const ticket = guests.tickets.give(user, runOf(world(), vm));
  return done({ _type: 'TicketedSessionAuthentication', interactiveSession: false, ticket });
};

/** Only who holds it can give it back. */
const release: Method<null> = async (call) => {
  const auth = dataAt(call.args, 'auth');
  if (auth?._type !== 'TicketedSessionAuthentication')
    return faulted('OperationNotSupportedByGuest', 'Only a ticket is given back.');
  const entered = await enter(call);
  if (!entered.ok) return entered;
  call.vc.guests.tickets.release(textAt(auth, 'ticket') ?? '');
  return done(undefined);
};

export const guestAuthType = (): AnyManaged =>
  service('GuestAuthManager', {
    methods: {
      ValidateCredentialsInGuest: validate,
      AcquireCredentialsInGuest: acquire,
      ReleaseCredentialsInGuest: release,
    },
  });
