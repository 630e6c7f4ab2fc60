import type { Operation } from '../rest-call.ts';
import { copyOperations } from './copies.ts';
import { estateOperations } from './estate.ts';
import { guestOperations } from './guests.ts';
import { hardwareOperations } from './hardware-operations.ts';
import { machineOperations } from './machines.ts';
import { poolOperations } from './pools.ts';

export const inventoryOperations: readonly Operation[] = [
  ...machineOperations,
  ...copyOperations,
  ...hardwareOperations,
  ...guestOperations,
  ...estateOperations,
  ...poolOperations,
];
