/** Every operation of the REST services. */
import { applianceOperations } from './appliance.ts';
import { guestActOperations } from '../guest-operations/guest-rest.ts';
import { inventoryOperations } from './inventory/operations.ts';
import { moduleOperations } from './modules.ts';
import type { Operation } from './rest-call.ts';
import { namespaceOperations } from '../namespaces/operations.ts';
import { policyOperations } from '../pbm/rest-operations.ts';
import { sessionOperations } from './session.ts';
import { taggingOperations } from './tagging/operations.ts';

export const restOperations: readonly Operation[] = [
  ...sessionOperations,
  ...taggingOperations,
  ...inventoryOperations,
  ...guestActOperations,
  ...moduleOperations,
  ...applianceOperations,
  ...policyOperations,
  ...namespaceOperations,
];
