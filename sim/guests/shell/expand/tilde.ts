import type { Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';

/** `~`, `~user`, `~+`, `~-`; null: stays as written. */
export function homeOf(shell: Shell, name: Bytes): Bytes | null {
  if (name === '')
    return valueOf(shell, 'HOME') ?? userField(shell, String(shell.system.processes.who().uid), 2);
  if (name === '+') return valueOf(shell, 'PWD');
  if (name === '-') return valueOf(shell, 'OLDPWD');
  return userField(shell, name, 0);
}

function userField(shell: Shell, wanted: Bytes, field: number): Bytes | null {
  const entry = users(shell).find((each) => each[field] === wanted);
  return entry?.[5] ?? null;
}

export function users(shell: Shell): readonly (readonly Bytes[])[] {
  const content = shell.system.files.readFile('/etc/passwd');
  if (!content.ok) return [];
  return content.value
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':'));
}

export function userName(shell: Shell): Bytes {
  const uid = String(shell.system.processes.who().uid);
  return users(shell).find((each) => each[2] === uid)?.[0] ?? 'I have no name!';
}
