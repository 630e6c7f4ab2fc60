import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { wordsOf } from './unit-file.ts';
import type { Service, Unit } from './unit.ts';

export const runlevel = '/etc/runlevels/default';
export const initDirectory = '/etc/init.d';

/** Alpine's init reads shell scripts; those it runs say in variables what they start, and that is what we read. */
export const hasOpenrc = (system: System): boolean => system.files.stat('/etc/runlevels').ok;

const usual: Omit<Service, 'start' | 'type' | 'pidFile' | 'user'> = {
  before: [],
  reload: [],
  stop: [],
  remains: false,
  group: null,
  directory: '/',
  environment: [],
  environmentFiles: [],
  restart: 'no',
  restartDelay: 100,
  burst: Infinity,
  burstSpan: 0,
  startTimeout: 60_000,
  stopTimeout: 5000,
  kills: 'all',
  killSignal: 'TERM',
  quietStatuses: [],
};

export function openrcUnit(system: System, name: Bytes): Unit | null {
  const path = `${initDirectory}/${name}`;
  const content = system.files.readFile(path);
  if (!content.ok || name.includes('/')) return null;
  const get = (key: Bytes): Bytes | null =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(content.value)?.[1] ?? null;
  const command = get('command');
  if (command === null) return null;
  const needs = /^\s*need (.+)$/m.exec(content.value)?.[1]?.split(/\s+/) ?? [];
  return {
    name,
    path,
    dropIns: [],
    description: get('name') ?? name,
    documentation: [],
    requires: needs.filter((need) => need !== 'net' && need !== 'localmount'),
    wants: [],
    after: [],
    virtualization: get('virtualization'),
    service: {
      ...usual,
      type: get('command_background') === null ? 'forking' : 'simple',
      start: [{ words: [command, ...wordsOf(get('command_args') ?? '')], mayFail: false }],
      pidFile: get('pidfile'),
      user: get('command_user'),
    },
  };
}

export function runlevelServices(system: System): readonly Bytes[] {
  const listed = system.files.list(runlevel);
  return listed.ok ? listed.value.map(({ name }) => name).toSorted() : [];
}
