import type { Answer } from '../answer.ts';
import { createBench, runProgram } from '../machine.fixture.ts';
import type { Bench } from '../machine.fixture.ts';
import type { ChildChange, Program, Step, System } from './program.ts';

/** Input, output and errors, as the parent has them. */
export const lines = new Map([
  [0, 0],
  [1, 1],
  [2, 2],
]);

export const say = (system: System, told: unknown): Step<unknown> =>
  system.descriptors.write(1, `${typeof told === 'string' ? told : JSON.stringify(told)}\n`);

export const wait = (system: System, pid: number | null): Step<Answer<ChildChange | null>> =>
  system.processes.wait({ pid, isHanging: true, alsoStopped: false });

export function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.errno);
  return answer.value;
}

export const fork = (
  system: System,
  program: Program,
  descriptors: ReadonlyMap<number, number> = lines,
): number => valueOf(system.processes.fork({ name: 'child', program, descriptors, group: 'parent' }));

export function outputOf(program: Program, bench: Bench = createBench({})): string {
  const { output } = runProgram(bench, program, {});
  if (bench.faults.length > 0) throw bench.faults[0];
  return output;
}

/** What it said, a value a line. */
export const valuesOf = (program: Program, bench: Bench = createBench({})): unknown[] =>
  outputOf(program, bench)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
