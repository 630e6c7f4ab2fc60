import type { Host } from '../objects/host/host.ts';
import type { AnyManaged, Method } from '../objects/managed.ts';
import { executer, executerOf } from './executer.ts';
import { typeManager, typeManagerOf } from './reflection.ts';

export const esxcliTypes = (): readonly AnyManaged[] => [executer(), typeManager()];

/** Of a host. */
export const esxcliMethods: Readonly<Record<string, Method<Host>>> = {
  RetrieveManagedMethodExecuter: executerOf,
  RetrieveDynamicTypeManager: typeManagerOf,
};
