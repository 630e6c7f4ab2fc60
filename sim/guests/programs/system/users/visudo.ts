import type { Program } from '../../../kernel/program.ts';
import { readSudoers } from '../../../system/users/sudoers.ts';

/** `visudo -c`: whether what is written can be gone by. Files are edited with an editor of one's own. */
export const visudo: Program = function* (system) {
  if (!system.arguments.includes('-c') && !system.arguments.includes('--check')) {
    yield* system.descriptors.write(2, 'visudo: no editor found (editor path = /usr/bin/editor)\n');
    return 1;
  }
  if (system.processes.who().uid !== 0) {
    yield* system.descriptors.write(2, 'visudo: unable to open /etc/sudoers: Permission denied\n');
    return 1;
  }
  const sudoers = readSudoers(system);
  if (typeof sudoers === 'string') {
    yield* system.descriptors.write(2, `visudo: ${sudoers}\n`);
    return 1;
  }
  for (const error of sudoers.errors) yield* system.descriptors.write(2, `${error}\n`);
  const good = sudoers.files.filter((file) => !sudoers.errors.some((error) => error.startsWith(`${file}:`)));
  yield* system.descriptors.write(1, good.map((file) => `${file}: parsed OK\n`).join(''));
  return sudoers.errors.length === 0 ? 0 : 1;
};
