import type { Operation } from '../rest-call.ts';
import { associationOperations } from './association.ts';
import { categoryOperations } from './categories.ts';
import { tagOperations } from './tags.ts';

export const taggingOperations: readonly Operation[] = [
  ...categoryOperations,
  ...tagOperations,
  ...associationOperations,
];
