/** GuestOperationsManager and its parts. */
import { done, faulted } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Method } from '../objects/managed.ts';
import type { Ref } from '../wire/value.ts';
import { guestAliasesType, guestRegistryType } from './alias-methods.ts';
import { enter } from './enter.ts';
import { guestFilesType } from './file-methods.ts';
import { guestProcessesType } from './process-methods.ts';

const part = (_ref: string, value: string) => (): Ref => ({ _ref, value });

const validate: Method<null> = async (call) => {
  const entered = await enter(call);
  return entered.ok ? done(undefined) : entered;
};

/** Tickets are of Windows' sessions: a user of these guests shows name and password each time. */
const noTickets: Method<null> = async () =>
  faulted(
    'OperationNotSupportedByGuest',
    'The guest gives no tickets: send name and password with each operation.',
  );

export const guestOperationTypes = (): readonly AnyManaged[] => [
  service('GuestOperationsManager', {
    properties: {
      authManager: part('GuestAuthManager', 'guestOperationsAuthManager'),
      fileManager: part('GuestFileManager', 'guestOperationsFileManager'),
      processManager: part('GuestProcessManager', 'guestOperationsProcessManager'),
      aliasManager: part('GuestAliasManager', 'guestOperationsAliasManager'),
      guestWindowsRegistryManager: part(
        'GuestWindowsRegistryManager',
        'guestOperationsWindowsRegistryManager',
      ),
    },
  }),
  service('GuestAuthManager', {
    methods: {
      ValidateCredentialsInGuest: validate,
      AcquireCredentialsInGuest: noTickets,
      ReleaseCredentialsInGuest: noTickets,
    },
  }),
  guestFilesType(),
  guestProcessesType(),
  guestAliasesType(),
  guestRegistryType(),
];
