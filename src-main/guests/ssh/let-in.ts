import type { AuthContext } from 'ssh2';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Log } from '../../host/log.ts';
import type { Boxes } from '../container/boxes.ts';
import type { GuestRuntime } from '../runtime.ts';
import type { LabKeys } from './keys.ts';
import { admit, isKey } from './sign-in.ts';
import type { BoxVisit, Visit } from './visit.ts';

export type LetInDeps = {
  readonly runtime: Pick<GuestRuntime, 'find' | 'open'>;
  /** Left out, no machine is a container. */
  readonly boxes?: Pick<Boxes, 'isBacked' | 'doorOf'>;
  readonly keys: () => LabKeys;
  readonly log: Log;
};

export type Knock = {
  readonly user: string;
  readonly machine: string | null;
  readonly context: AuthContext;
  readonly from: string;
};

/** null: nobody is let in. */
export async function letIn(deps: LetInDeps, knock: Knock): Promise<Visit | BoxVisit | null> {
  const { user, machine, context, from } = knock;
  const found = deps.runtime.find(machine ?? '');
  if (found.ok && deps.boxes?.isBacked(found.value.id) === true)
    return letIntoBox(deps, deps.boxes, { ...knock, id: found.value.id });
  const opened = found.ok ? await deps.runtime.open(found.value.id) : found;
  if (!opened.ok) {
    deps.log.info('nobody is let in', { machine, refusal: opened.refusal });
    return null;
  }
  const guest = opened.value;
  const account = await admit(context, { guest, user, labKey: deps.keys().labPublic });
  return account === null ? null : { kind: 'guest', guest, account, from };
}

type BoxKnock = Knock & { readonly id: EntityId };

/** Into a container one comes with a key: what it keeps of passwords is its own kind of hash. */
async function letIntoBox(
  deps: LetInDeps,
  boxes: NonNullable<LetInDeps['boxes']>,
  { id, user: name, context, from }: BoxKnock,
): Promise<BoxVisit | null> {
  const door = await boxes.doorOf(id);
  if (!door.ok) {
    deps.log.info('nobody is let in', { machine: id, refusal: door.refusal });
    return null;
  }
  const user = await door.value.userOf(name);
  if (user === null || context.method !== 'publickey') return null;
  const isIn = isKey(context, [...user.keys, deps.keys().labPublic]);
  return isIn ? { kind: 'box', door: door.value, user, from } : null;
}
