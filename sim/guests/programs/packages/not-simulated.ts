import type { Program } from '../../kernel/program.ts';

/** A program that the lab's repository knows by name and version, but not by what it does: it says so. */
export const notSimulated: Program = function* (system) {
  const called = system.arguments[0] ?? '';
  const name = called.slice(called.lastIndexOf('/') + 1);
  yield* system.descriptors.write(
    2,
    `${name}: this package can be installed, upgraded and removed here, but its program is not simulated. A container machine runs the real one.\n`,
  );
  return 126;
};
