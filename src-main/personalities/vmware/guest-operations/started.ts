/** Programs that were started in guests through the tools: these are told of for a while after they ended. */

type StartedProgram = {
  readonly pid: number;
  readonly name: string;
  readonly owner: string;
  readonly command: string;
  /** Lab time. */
  readonly startedAt: number;
  readonly end: { readonly at: number; readonly status: number } | null;
};

export type Started = {
  /** `run`: the system that it runs in; another start of the machine is another one. */
  readonly put: (run: object, program: StartedProgram) => void;
  readonly ended: (run: object, pid: number, end: NonNullable<StartedProgram['end']>) => void;
  readonly of: (run: object, now: number) => readonly StartedProgram[];
};

/** As the tools do: five minutes. */
const keptMillis = 300_000;

export function createStarted(): Started {
  const runs = new WeakMap<object, Map<number, StartedProgram>>();
  return {
    put: (run, program) => {
      const known = runs.get(run) ?? new Map<number, StartedProgram>();
      runs.set(run, known);
      known.set(program.pid, program);
    },
    ended: (run, pid, end) => {
      const known = runs.get(run);
      const program = known?.get(pid);
      if (program !== undefined) known?.set(pid, { ...program, end });
    },
    of: (run, now) => {
      const known = runs.get(run);
      for (const { pid, end } of known?.values() ?? [])
        if (end !== null && now - end.at > keptMillis) known?.delete(pid);
      return [...(known?.values() ?? [])];
    },
  };
}
