import type { Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';

/** The file a command's name means; null: none. One that may not be run is better than none: its error is the truer one. */
export function lookUp(shell: Shell, name: Bytes, how: 'remember' | 'look'): Bytes | null {
  if (name.includes('/')) return name;
  const known = shell.hashed.get(name);
  if (known !== undefined && shell.system.files.mayAccess(known.path, 'exist')) {
    if (how === 'remember') known.hits += 1;
    return known.path;
  }
  const [path] = allPaths(shell, name);
  if (path !== undefined && how === 'remember' && shell.options.has('hashall'))
    shell.hashed.set(name, { path, hits: 1 });
  return path ?? unusable(shell, name);
}

export function allPaths(shell: Shell, name: Bytes): readonly Bytes[] {
  if (name === '') return [];
  const { files } = shell.system;
  return directoriesOf(shell)
    .map((directory) => `${directory}/${name}`)
    .filter((path) => {
      const stat = files.stat(path);
      return stat.ok && stat.value.kind === 'file' && files.mayAccess(path, 'run');
    });
}

function unusable(shell: Shell, name: Bytes): Bytes | null {
  if (name === '') return null;
  for (const directory of directoriesOf(shell)) {
    const stat = shell.system.files.stat(`${directory}/${name}`);
    if (stat.ok && stat.value.kind === 'file') return `${directory}/${name}`;
  }
  return null;
}

export function directoriesOf(shell: Shell): readonly Bytes[] {
  return (valueOf(shell, 'PATH') ?? '')
    .split(':')
    .map((directory) => (directory === '' ? '.' : directory.replace(/(.)\/$/, '$1')));
}
