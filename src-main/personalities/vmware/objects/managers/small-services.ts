/** Managers that have little to tell: of languages. */
import { service } from '../managed.ts';
import type { AnyManaged } from '../managed.ts';

export const smallServices = (): readonly AnyManaged[] => [
  service('LocalizationManager', { properties: { catalog: () => [] } }),
];
