import type { AnyManaged } from '../managed.ts';
import { searchIndexType } from './search-index.ts';
import { serviceInstanceType } from './service-content.ts';
import { sessionManagerType } from './sessions-object.ts';
import { taskTypes } from './tasks-object.ts';
import { viewTypes } from './views.ts';

export const serviceTypes = (): readonly AnyManaged[] => [
  serviceInstanceType(),
  sessionManagerType(),
  searchIndexType(),
  ...viewTypes(),
  ...taskTypes(),
];
