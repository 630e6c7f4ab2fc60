import type { Bytes } from '../../bytes.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import type { Shell } from '../shell.ts';

/** What may follow a command: by its name, with the words before the one that is typed. */
type ArgumentHook = (shell: Shell, words: readonly Bytes[]) => readonly Bytes[];

const unitFolders = ['/etc/systemd/system', '/lib/systemd/system', '/usr/lib/systemd/system'];
const unitVerbs = [
  'start',
  'stop',
  'restart',
  'reload',
  'status',
  'enable',
  'disable',
  'is-active',
  'is-enabled',
  'is-failed',
  'mask',
  'unmask',
  'cat',
  'show',
  'daemon-reload',
  'list-units',
  'list-unit-files',
  'reset-failed',
];

function units(shell: Shell): readonly Bytes[] {
  return unitFolders.flatMap((folder) => {
    const listed = shell.system.files.list(folder);
    return listed.ok
      ? listed.value
          .map((entry) => entry.name)
          .filter((name) => /\.(service|timer|socket|target|mount)$/.test(name))
      : [];
  });
}

function hosts(shell: Shell): readonly Bytes[] {
  const content = shell.system.files.readFile('/etc/hosts');
  if (!content.ok) return [];
  return content.value.split('\n').flatMap((line) => line.replace(/#.*/, '').trim().split(/\s+/).slice(1));
}

const names =
  (variables: (shell: Shell) => Iterable<Bytes>): ArgumentHook =>
  (shell) => [...variables(shell)];
const nothing: readonly Bytes[] = [];

export const argumentHooks: Readonly<Record<string, ArgumentHook>> = {
  systemctl: (shell, words) => (words.length < 2 ? unitVerbs : units(shell)),
  service: (shell, words) =>
    words.length < 2
      ? units(shell).map((unit) => unit.replace(/\.\w+$/, ''))
      : ['start', 'stop', 'restart', 'status'],
  journalctl: (shell, words) => (words.at(-1) === '-u' ? units(shell) : nothing),
  ssh: names(hosts),
  ping: names(hosts),
  kill: () => Object.keys(signalTable).map((name) => `-${name}`),
  export: names((shell) => shell.variables.keys()),
  unset: names((shell) => shell.variables.keys()),
  unalias: names((shell) => shell.aliases.keys()),
  fg: names((shell) => [...shell.jobs.all.keys()].map((id) => `%${id}`)),
  bg: names((shell) => [...shell.jobs.all.keys()].map((id) => `%${id}`)),
  apt: (_, words) =>
    words.length < 2
      ? ['install', 'remove', 'update', 'upgrade', 'list', 'show', 'search', 'purge', 'autoremove']
      : nothing,
};
