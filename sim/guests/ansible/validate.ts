import type { Bytes } from '../bytes.ts';
import type { Step } from '../kernel/program.ts';
import type { Task } from './module.ts';
import type { Outcome } from './result.ts';
import { broken, got } from './result.ts';
import { run } from './run.ts';
import { wordsIn } from './words.ts';

/** Asks the command of `validate` whether the new content will do, before it replaces the old. */
export function* validated({ system, options }: Task, content: Bytes): Step<Outcome<null>> {
  const command = options.text('validate');
  if (command === null) return got(null);
  if (!command.includes('%s')) return broken(`validate must contain %s: ${command}`);
  const trial = `/tmp/ansible-validate-${system.pid}-${Math.floor(system.chance() * 1_000_000_000)}`;
  system.files.writeFile(trial, content, 0o600);
  const ran = yield* run(system, { words: wordsIn(command.replaceAll('%s', trial)) ?? [] });
  system.files.remove(trial);
  if (!ran.ok) return broken(`failed to validate: ${command}`);
  const { status, output, error } = ran.value;
  if (status === 0) return got(null);
  return broken(`failed to validate: rc:${status} error:${error}`, {
    exit_status: status,
    stdout: output,
    stderr: error,
  });
}
