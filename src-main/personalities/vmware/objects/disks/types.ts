import type { AnyManaged } from '../managed.ts';
import { diskStoreType } from './disk-store.ts';

export const diskTypes = (): readonly AnyManaged[] => [diskStoreType()];
