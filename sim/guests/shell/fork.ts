import type { System } from '../kernel/program.ts';
import { noJobs } from './run/job.ts';
import type { Shell } from './shell.ts';
import { twinOf, type Variable } from './variables/variable.ts';

/** The shell as it is now, for a child that starts later. */
type Snapshot = (system: System) => Shell;

export function snapshotOf(shell: Shell): Snapshot {
  const variables = new Map<string, Variable>();
  for (const [name, variable] of shell.variables) variables.set(name, twinOf(variable));
  const kept = { ...shell };
  const functions = new Map(shell.functions);
  const aliases = new Map(shell.aliases);
  const frames = shell.frames.map((frame) => ({ ...frame, hidden: new Map(frame.hidden) }));
  const traps = new Map(shell.traps);
  const all = new Map(shell.jobs.all);
  return (system) => ({
    ...kept,
    system,
    variables,
    functions,
    aliases,
    frames,
    traps,
    jobs: { ...noJobs(), all, current: kept.jobs.current, previous: kept.jobs.previous },
    hashed: new Map(kept.hashed),
    disabled: new Set(kept.disabled),
    completions: new Map(kept.completions),
    named: new Set(kept.named),
    pendingSignals: [],
    complaints: '',
    output: '',
    unwind: null,
    subshellDepth: kept.subshellDepth + 1,
    hasJobControl: false,
    seed: kept.seed,
  });
}
