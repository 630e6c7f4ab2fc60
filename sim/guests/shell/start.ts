import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';
import { optionsAtStart, shellOptionTable, type ShellOption } from './options.table.ts';
import { noJobs } from './run/job.ts';
import { bashVersion, type Caches, type Shell } from './shell.ts';
import { parseText, sourceOf } from './parse/source.ts';
import {
  exportedOnly,
  listOf,
  noAttributes,
  scalar,
  table,
  type Attribute,
  type Variable,
} from './variables/variable.ts';

/** Texts mean the same in every shell of every machine. */
const noCaches = (): Caches => ({ texts: new Map(), arithmetic: new Map(), scripts: new Map() });

/** A shell with what it inherits, before it has read anything. */
export function createShell(system: System): Shell {
  const variables = new Map<Bytes, Variable>();
  for (const [name, value] of system.environment)
    if (/^[A-Za-z_]\w*$/.test(name))
      variables.set(name, { content: scalar(value), attributes: exportedOnly });
  const shell: Shell = {
    system,
    caches: system.library.of('bash', bashVersion, noCaches),
    variables,
    functions: new Map(),
    aliases: new Map(),
    frames: [],
    options: system.library.of('bash-options', '', () => new Set(optionsAtStart)),
    shellOptions: system.library.of('bash-shopt', '', shellOptionsAtStart),
    name: system.arguments[0] ?? 'bash',
    positional: [],
    rootPid: system.pid,
    lastBackground: null,
    status: 0,
    pipeStatus: [0],
    lastArgument: system.environment.get('_') ?? '',
    unwind: null,
    source: sourceOf('', '', 1),
    position: 0,
    complaints: '',
    output: '',
    loopDepth: 0,
    callDepth: 0,
    subshellDepth: 0,
    guarded: 0,
    traps: new Map(),
    pendingSignals: [],
    isInTrap: false,
    jobs: noJobs(),
    hashed: new Map(),
    disabled: new Set(),
    completions: new Map(),
    directories: [],
    history: [],
    isHistoryRead: false,
    getoptsPlace: 0,
    named: new Set(),
    startedAt: system.now(),
    secondsBase: 0,
    seed: null,
    isInteractive: false,
    isLogin: false,
    hasJobControl: false,
    readsFrom: 'input',
    substitutions: [],
    lastSubstitution: null,
    command: '',
    exitWarned: false,
  };
  setVariables(shell);
  takeFunctions(shell);
  return shell;
}

/** What `export -f` gave: `BASH_FUNC_name%%=() { …`. */
function takeFunctions({ system, functions }: Shell): void {
  for (const [key, value] of system.environment) {
    const name = /^BASH_FUNC_([^\s%]+)%%$/.exec(key)?.[1];
    if (name === undefined || !value.startsWith('() {')) continue;
    const text = `${name} ${value}`;
    const { groups, fault } = parseText(text);
    const [statement, ...others] = groups.flatMap((group) => group.statements);
    const node = statement?.command;
    if (fault !== null || others.length > 0 || node?.type !== 'Function') continue;
    functions.set(name, { name, node, source: sourceOf('environment', text, 0), isExported: true });
  }
}

function shellOptionsAtStart(): ReadonlySet<ShellOption> {
  const names = Object.keys(shellOptionTable) as ShellOption[];
  return new Set(names.filter((name) => shellOptionTable[name]));
}

const fixed: ReadonlySet<Attribute> = new Set(['integer', 'readonly']);
const readonlyOnly: ReadonlySet<Attribute> = new Set(['readonly']);

function setVariables(shell: Shell): void {
  const { system, variables } = shell;
  const give = (name: Bytes, content: Variable['content'], attributes: ReadonlySet<Attribute>): void => {
    variables.set(name, { content, attributes });
  };
  const who = system.processes.who();
  give('UID', scalar(String(who.uid)), fixed);
  give('EUID', scalar(String(who.uid)), fixed);
  give('PPID', scalar(String(system.parent())), fixed);
  give('IFS', scalar(' \t\n'), noAttributes);
  give('PS4', scalar('+ '), noAttributes);
  give('OPTIND', scalar('1'), noAttributes);
  give('OPTERR', scalar('1'), noAttributes);
  give('BASH', scalar('/bin/bash'), noAttributes);
  give('BASH_VERSION', scalar(bashVersion), noAttributes);
  give('BASH_VERSINFO', listOf(['5', '2', '15', '1', 'release', 'x86_64-pc-linux-gnu']), readonlyOnly);
  give('HOSTNAME', scalar(system.machine.hostname()), noAttributes);
  give('HOSTTYPE', scalar('x86_64'), noAttributes);
  give('MACHTYPE', scalar('x86_64-pc-linux-gnu'), noAttributes);
  give('OSTYPE', scalar('linux-gnu'), noAttributes);
  give('BASH_ALIASES', table(new Map()), noAttributes);
  give('SHLVL', scalar(String((Number(system.environment.get('SHLVL') ?? '0') || 0) + 1)), exportedOnly);
  if (!variables.has('PATH'))
    give('PATH', scalar('/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'), noAttributes);
  if (!variables.has('TERM')) give('TERM', scalar('dumb'), noAttributes);
  give('PWD', scalar(whereAtStart(shell)), exportedOnly);
  if (!variables.has('OLDPWD')) give('OLDPWD', scalar(null), exportedOnly);
}

/** PWD as handed down, where it is true. */
function whereAtStart({ system }: Shell): Bytes {
  const told = system.environment.get('PWD');
  const here = system.files.workingDirectory();
  if (told?.startsWith('/') !== true) return here;
  const resolved = system.files.resolve(told);
  return resolved.ok && resolved.value === here ? told : here;
}
