/** GuestOperationsManager and its parts. */
import { service } from '../objects/managed.ts';
import type { AnyManaged } from '../objects/managed.ts';
import type { Ref } from '../wire/value.ts';
import { guestAliasesType, guestRegistryType } from './alias-methods.ts';
import { guestAuthType } from './auth-methods.ts';
import { guestCustomizationType } from './customize-now.ts';
import { guestFilesType } from './file-methods.ts';
import { guestProcessesType } from './process-methods.ts';

const part = (_ref: string, value: string) => (): Ref => ({ _ref, value });

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
  guestAuthType(),
  guestCustomizationType(),
  guestFilesType(),
  guestProcessesType(),
  guestAliasesType(),
  guestRegistryType(),
];
