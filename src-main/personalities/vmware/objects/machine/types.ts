import type { AnyManaged } from '../managed.ts';
import { machineType } from './machine-type.ts';
import { snapshotType } from './snapshots.ts';

export const machineTypes = (): readonly AnyManaged[] => [machineType, snapshotType];
