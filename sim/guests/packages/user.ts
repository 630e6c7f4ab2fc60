import type { Distribution } from '../bases/distribution.ts';
import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';
import {
  freeNumber,
  writeAccounts,
  writeGroups,
  writeSecrets,
} from '../programs/system/users/change-files.ts';
import { accountNamed, accountsOf, groupNamed, groupsOf, secretsOf } from '../system/users/accounts.ts';
import type { PackageUser } from './package.ts';

/** The account a service runs as, where there is none yet; it stays when the package goes. */
export function addUser(system: System, family: Distribution['family'], user: PackageUser): void {
  const gid = groupNamed(system, user.name)?.gid ?? addGroup(system, user.name);
  if (accountNamed(system, user.name) !== null) return;
  const accounts = accountsOf(system);
  const uid = freeNumber(
    accounts.map((account) => account.uid),
    firstOfSystem,
  );
  const shell = family === 'debian' ? '/usr/sbin/nologin' : '/sbin/nologin';
  writeAccounts(system, [
    ...accounts,
    { name: user.name, uid, gid, about: user.about, home: user.home, shell },
  ]);
  const day = String(Math.floor(system.now() / 86_400_000));
  const rest = [day, '', '', '', '', '', ''];
  writeSecrets(system, [...secretsOf(system), { name: user.name, hash: '!', rest }]);
}

const firstOfSystem = 103;

function addGroup(system: System, name: Bytes): number {
  const groups = groupsOf(system);
  const gid = freeNumber(
    groups.map((group) => group.gid),
    firstOfSystem,
  );
  writeGroups(system, [...groups, { name, gid, members: [] }]);
  return gid;
}

export function give(system: System, path: Bytes, user: Bytes): void {
  const account = accountNamed(system, user);
  if (account !== null) system.files.changeOwner(path, account.uid, account.gid);
}

export function ownDirectory(
  system: System,
  { path, mode, user }: { readonly path: Bytes; readonly mode: number; readonly user: Bytes },
): void {
  if (system.files.stat(path).ok) return;
  for (let at = path.indexOf('/', 1); at >= 0; at = path.indexOf('/', at + 1))
    system.files.makeDirectory(path.slice(0, at), 0o755);
  system.files.makeDirectory(path, 0o755);
  system.files.changeMode(path, mode);
  give(system, path, user);
}
