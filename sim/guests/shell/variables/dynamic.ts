import type { Bytes } from '../../bytes.ts';
import { lineOf } from '../say.ts';
import type { Shell } from '../shell.ts';
import { optionTable, shellOptionTable, type Option, type ShellOption } from '../options.table.ts';

const names: Readonly<Record<string, (shell: Shell) => Bytes>> = {
  RANDOM: random,
  SRANDOM: (shell) => String(Math.floor(shell.system.chance() * 4_294_967_296)),
  SECONDS: (shell) => String(Math.floor((shell.system.now() - shell.startedAt) / 1000) + shell.secondsBase),
  EPOCHSECONDS: (shell) => String(Math.floor(shell.system.now() / 1000)),
  EPOCHREALTIME: (shell) => (Math.floor(shell.system.now() * 1000) / 1_000_000).toFixed(6),
  LINENO: (shell) => String(lineOf(shell)),
  BASHPID: (shell) => String(shell.system.pid),
  BASH_SUBSHELL: (shell) => String(shell.subshellDepth),
  BASH_COMMAND: (shell) => shell.command,
  HISTCMD: (shell) => String(shell.history.length + 1),
  SHELLOPTS: (shell) => namesOn(Object.keys(optionTable), (name) => shell.options.has(name as Option)),
  BASHOPTS: (shell) =>
    namesOn(Object.keys(shellOptionTable), (name) => shell.shellOptions.has(name as ShellOption)),
};

/** Variables that are worked out when asked. Null: it is not one. */
export function dynamicValue(shell: Shell, name: Bytes): Bytes | null {
  if (name.length < 6 || !Object.hasOwn(names, name)) return name === '_' ? shell.lastArgument : null;
  return names[name]?.(shell) ?? null;
}

/** `RANDOM=4` sows, `SECONDS=0` starts anew. */
export function noteAssignment(shell: Shell, name: Bytes, text: Bytes): void {
  if (name === 'RANDOM') shell.seed = Number.parseInt(text, 10) || 0;
  else if (name === 'SECONDS')
    shell.secondsBase =
      (Number.parseInt(text, 10) || 0) - Math.floor((shell.system.now() - shell.startedAt) / 1000);
  else if (name === 'PATH') shell.hashed.clear();
  else if (name === 'OPTIND') shell.getoptsPlace = 0;
}

/** Sown, it is bash's own row of numbers (the minimal standard generator, both halves of the result mixed). */
function random(shell: Shell): Bytes {
  if (shell.seed === null) return String(Math.floor(shell.system.chance() * 32_768));
  const seed = shell.seed === 0 ? 123_459_876 : shell.seed;
  const next = 16_807 * (seed % 127_773) - 2836 * Math.trunc(seed / 127_773);
  shell.seed = next < 0 ? next + 2_147_483_647 : next;
  return String(((shell.seed >>> 16) ^ (shell.seed & 0xffff)) & 0x7fff);
}

function namesOn(all: readonly string[], isOn: (name: string) => boolean): Bytes {
  return all.filter(isOn).toSorted().join(':');
}

const dynamicLists = new Set(['FUNCNAME', 'BASH_SOURCE', 'BASH_LINENO', 'DIRSTACK', 'GROUPS', 'PIPESTATUS']);

/** Lists that are worked out when asked; null: it is not one. */
export function dynamicList(shell: Shell, name: Bytes): readonly Bytes[] | null {
  if (!dynamicLists.has(name)) return null;
  if (name === 'DIRSTACK') return [shell.system.files.workingDirectory(), ...shell.directories];
  if (name === 'PIPESTATUS') return shell.pipeStatus.map(String);
  if (name === 'GROUPS') {
    const who = shell.system.processes.who();
    return [...new Set([who.gid, ...who.groups])].map(String);
  }
  const frames = shell.frames.filter((frame) => frame.kind !== 'assignments').toReversed();
  if (name === 'FUNCNAME') return functionNames(shell);
  if (name === 'BASH_LINENO')
    return shell.readsFrom === 'file' || frames.length > 0
      ? [...frames.map((frame) => String(frame.line)), ...bottom(shell, '0')]
      : [];
  const sources = frames.map((frame) => frame.source.name);
  return [...sources, ...bottom(shell, shell.name)];
}

function bottom(shell: Shell, what: Bytes): readonly Bytes[] {
  return shell.readsFrom === 'file' ? [what] : [];
}

function functionNames(shell: Shell): readonly Bytes[] {
  const frames = shell.frames.filter((frame) => frame.kind !== 'assignments').toReversed();
  if (!frames.some((frame) => frame.kind === 'function')) return [];
  return [
    ...frames.map((frame) => (frame.kind === 'source' ? 'source' : frame.name)),
    ...bottom(shell, 'main'),
  ];
}
