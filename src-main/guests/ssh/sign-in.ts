import type { AuthContext } from 'ssh2';
import ssh2 from 'ssh2';
import { bytesOf } from '../../../sim/guests/bytes.ts';
import { accountOf } from '../accounts.ts';
import type { Account } from '../accounts.ts';
import type { LiveGuest } from '../live-guest.ts';

const root = { uid: 0, gid: 0, groups: [0] };

export type Entrance = { readonly guest: LiveGuest; readonly user: string; readonly labKey: string };

/** Whether this user of the guest comes in with what the client has to show; null: not with this. */
export async function admit(context: AuthContext, entrance: Entrance): Promise<Account | null> {
  const { guest, user } = entrance;
  const found = await guest.inside(root, (system) => accountOf(system, bytesOf(user)));
  const account = found.ok ? found.value : null;
  switch (context.method) {
    case 'password':
      return (await isPassword(entrance, context.password)) && account?.isLocked === false ? account : null;
    case 'publickey':
      return account !== null && isKey(context, [...account.keys, entrance.labKey]) ? account : null;
    default:
      return null;
  }
}

function isPassword({ guest, user }: Entrance, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = guest.onEnd(() => resolve(false));
    guest.machine.checkPassword(bytesOf(user), bytesOf(password), (isIt) => {
      stop();
      resolve(isIt);
    });
    guest.wake();
  });
}

type KeyContext = Extract<AuthContext, { method: 'publickey' }>;

/** Without a signature the client only asks whether this key would do. */
export function isKey({ key, signature, blob, hashAlgo }: KeyContext, allowed: readonly string[]): boolean {
  const data = key.data.toString('base64');
  const line = allowed.find((one) => one.split(' ')[1] === data);
  if (line === undefined) return false;
  if (signature === undefined || blob === undefined) return true;
  const parsed = ssh2.utils.parseKey(line);
  return !(parsed instanceof Error) && parsed.verify(blob, signature, hashAlgo);
}
