import type { Actor } from '../../sim/contract/actors.ts';

/** In whose name the lab is told what guests do. */
export const guestActor: Actor = { origin: 'system', name: 'guest', role: 'admin' };
