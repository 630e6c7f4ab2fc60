import type { Bytes } from '../../bytes.ts';
import type { ChildChange, System } from '../../kernel/program.ts';
import type { Entry } from '../journal/journal.ts';
import type { Unit } from './unit.ts';

export type ActiveState = 'active' | 'reloading' | 'inactive' | 'failed' | 'activating' | 'deactivating';
export type UnitResult =
  | 'success'
  | 'exit-code'
  | 'signal'
  | 'timeout'
  | 'start-limit-hit'
  | 'protocol'
  | 'resources'
  | 'dependency';

/** How a process of a unit ended, as systemctl says it. */
export type Ended = { readonly pid: number; readonly code: 'exited' | 'killed'; readonly status: Bytes };

export type UnitState = {
  unit: Unit;
  active: ActiveState;
  sub: Bytes;
  mainPid: number | null;
  /** Sessions its processes are in: what belongs to it. */
  readonly sessions: Set<number>;
  since: number;
  result: UnitResult;
  main: Ended | null;
  starts: readonly number[];
  restarts: number;
  restartAt: number | null;
  isNotified: boolean;
  /** Somebody starts or stops it just now. */
  isBusy: boolean;
  output: { readonly reading: number; readonly writing: number; held: Bytes } | null;
};

/** What a job waits for: looked at after everything that happens. */
export type JobWait = { readonly isMet: () => boolean; readonly until: number | null };
export type Job = Generator<JobWait, UnitResult, void>;
export type RunningJob = {
  readonly steps: Job;
  wait: JobWait | null;
  readonly answer: (result: UnitResult) => void;
};

export type Manager = {
  readonly system: System;
  readonly units: Map<Bytes, UnitState>;
  /** Other names of units. */
  readonly aliases: Map<Bytes, Bytes>;
  readonly jobs: RunningJob[];
  /** How children ended that a job waits for. */
  readonly exits: Map<number, ChildChange>;
  readonly entries: Entry[];
  /** Lines for the console. */
  readonly console: Bytes[];
  /** The host comes back to a guest that ran: nothing is said of services that start. */
  readonly isQuiet: boolean;
  readonly blank: number;
  isChanged: boolean;
  ending: 'off' | 'reboot' | null;
};

export const stateFile = '/run/systemd/units';

/** One unit's line in the file that systemctl reads. */
export type UnitReport = {
  readonly name: Bytes;
  readonly active: ActiveState;
  readonly sub: Bytes;
  readonly mainPid: number | null;
  readonly since: number;
  readonly result: Bytes;
  readonly main: Ended | null;
  readonly sessions: readonly number[];
  readonly restarts: number;
};

export function writeStates(manager: Manager): void {
  manager.isChanged = false;
  const lines = [...manager.units.values()].map((state) =>
    [
      state.unit.name,
      state.active,
      state.sub,
      state.mainPid ?? '',
      state.since,
      state.result,
      state.main === null ? '' : `${state.main.pid} ${state.main.code} ${state.main.status}`,
      [...state.sessions].join(' '),
      state.restarts,
    ].join('\t'),
  );
  manager.system.files.writeFile(stateFile, lines.map((line) => `${line}\n`).join(''), 0o644);
}

export function readStates(system: System): readonly UnitReport[] {
  const content = system.files.readFile(stateFile);
  if (!content.ok) return [];
  return content.value
    .split('\n')
    .filter((line) => line !== '')
    .map(reportOf);
}

function reportOf(line: Bytes): UnitReport {
  const fields = line.split('\t');
  const at = (index: number): Bytes => fields[index] ?? '';
  const active = at(1);
  return {
    name: at(0),
    active: isActiveState(active) ? active : 'inactive',
    sub: at(2),
    mainPid: at(3) === '' ? null : Number(at(3)),
    since: Number(at(4)),
    result: at(5),
    main: endedIn(at(6)),
    sessions: at(7)
      .split(' ')
      .filter((session) => session !== '')
      .map(Number),
    restarts: Number(at(8)),
  };
}

function endedIn(text: Bytes): Ended | null {
  if (text === '') return null;
  const [pid, code, ...status] = text.split(' ');
  return { pid: Number(pid), code: code === 'killed' ? 'killed' : 'exited', status: status.join(' ') };
}

const activeStates: readonly ActiveState[] = [
  'active',
  'reloading',
  'inactive',
  'failed',
  'activating',
  'deactivating',
];
const isActiveState = (text: Bytes): text is ActiveState => activeStates.some((state) => state === text);

export function show(manager: Manager, line: Bytes): void {
  if (!manager.isQuiet || manager.ending !== null) manager.console.push(line);
}
