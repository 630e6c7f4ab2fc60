/** What a caller hears that may not do what it asks for. */
import { faulted } from './fault.ts';
import type { Answer } from './fault.ts';
import type { Ref } from '../wire/value.ts';

export const notAuthenticated = (object: Ref): Answer<never> =>
  faulted('NotAuthenticated', 'The session is not authenticated: log in first (NotAuthenticated).', {
    object,
    privilegeId: 'System.View',
  });
