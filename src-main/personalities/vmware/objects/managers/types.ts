import { alarmTypes } from '../../alarms/types.ts';
import { eventTypes } from '../../events/types.ts';
import type { AnyManaged } from '../managed.ts';
import { authorizationType } from './authorization.ts';
import { customFieldsType } from './custom-fields.ts';
import { customizationType } from './customization-specs.ts';
import { extensionsType } from './extensions.ts';
import { ipPoolManager } from './ip-pools.ts';
import { licenseTypes } from './licenses.ts';
import { performanceTypes } from '../../performance/types.ts';
import { optionsType } from './options.ts';
import { diagnosticManager } from './logs.ts';
import { serviceManager } from '../services/service-list.ts';
import { smallServices } from './small-services.ts';
import { userDirectoryType } from './user-directory.ts';

export const managerTypes = (): readonly AnyManaged[] => [
  customFieldsType(),
  authorizationType(),
  userDirectoryType(),
  optionsType(),
  extensionsType(),
  ...licenseTypes(),
  customizationType(),
  ...smallServices(),
  serviceManager(),
  ipPoolManager(),
  diagnosticManager(),
  ...alarmTypes(),
  ...eventTypes(),
  ...performanceTypes(),
];
