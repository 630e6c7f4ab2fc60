/** Every operation of the REST services. */
import { applianceOperations } from './appliance.ts';
import { inventoryOperations } from './inventory/operations.ts';
import { moduleOperations } from './modules.ts';
import type { Operation } from './rest-call.ts';
import { sessionOperations } from './session.ts';
import { taggingOperations } from './tagging/operations.ts';

export const restOperations: readonly Operation[] = [
  ...sessionOperations,
  ...taggingOperations,
  ...inventoryOperations,
  ...moduleOperations,
  ...applianceOperations,
];
