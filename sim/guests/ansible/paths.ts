import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';
import { accountNamed, accountOfUid } from '../system/users/accounts.ts';

/** `~`, `~name`, `$NAME` and `${NAME}` as Python's os.path expands them; what is unknown stays. */
export function expanded(system: System, path: Bytes): Bytes {
  const named = path.replace(
    /\$(?:(\w+)|\{([^}]*)\})/g,
    (all: string, plain?: string, braced?: string) => system.environment.get(plain ?? braced ?? '') ?? all,
  );
  const tilde = /^~([^/]*)/.exec(named);
  if (tilde === null) return named;
  const home = homeOf(system, tilde[1] ?? '');
  return home === null ? named : `${home === '/' ? '' : home}${named.slice(tilde[0].length)}` || '/';
}

function homeOf(system: System, name: Bytes): Bytes | null {
  if (name !== '') return accountNamed(system, name)?.home ?? null;
  return system.environment.get('HOME') ?? accountOfUid(system, system.processes.who().uid)?.home ?? null;
}

export function parentOf(path: Bytes): Bytes {
  const at = path.replace(/\/+$/, '').lastIndexOf('/');
  if (at === -1) return '.';
  return at === 0 ? '/' : path.slice(0, at);
}

export const lastOf = (path: Bytes): Bytes => path.slice(path.lastIndexOf('/') + 1);
export const joined = (directory: Bytes, name: Bytes): Bytes => `${directory.replace(/\/+$/, '')}/${name}`;
