import { expect, test } from 'vitest';
import type { Program } from '../kernel/program.ts';
import { createBench, runProgram } from '../machine.fixture.ts';
import { bash } from './bash.ts';

const all = new Map([
  [0, 0],
  [1, 1],
  [2, 2],
]);

test('FR-190-335 a shell that changes its options changes no other shell', () => {
  const bench = createBench({ programs: { bash } });
  const run = (script: string): string => {
    const start: Program = function* (system) {
      yield* system.processes.execute({
        file: '/bin/bash',
        arguments: ['bash', '-c', script],
        environment: new Map([['PATH', '/bin']]),
        descriptors: all,
      });
      return 126;
    };
    return runProgram(bench, start, {}).output;
  };
  const show = 'echo $-; shopt nullglob extglob';
  const plain = 'hBc\nnullglob       \toff\nextglob        \toff\n';
  const changed = 'huc\nnullglob       \ton\nextglob        \toff\n';
  expect(
    run(`set -u +B; shopt -s nullglob; ${show}; bash -c '${show}'; set +u -B; shopt -u nullglob; ${show}`),
  ).toBe(`${changed}${plain}${plain}`);
  expect(run(show)).toBe(plain);
  expect(run(`set -u +B; shopt -s nullglob; (set +u; ${show}); ${show}`)).toBe(
    `${changed.replace('huc', 'hc')}${changed}`,
  );
  expect(bench.faults).toEqual([]);
});
