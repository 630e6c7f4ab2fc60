import type { AnyManaged } from '../managed.ts';
import { compatibilityChecker } from './compatibility-checker.ts';
import { provisioningChecker } from './provisioning-checker.ts';

export const provisioningTypes = (): readonly AnyManaged[] => [provisioningChecker(), compatibilityChecker()];
