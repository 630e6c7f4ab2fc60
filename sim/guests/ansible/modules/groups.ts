import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { groupNamed } from '../../system/users/accounts.ts';
import type { Module, Task } from '../module.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import { run } from '../run.ts';

export const group: Module = {
  options: {
    name: { type: 'text', isRequired: true },
    state: { type: 'text', usual: 'present', choices: ['absent', 'present'] },
    gid: { type: 'number' },
    system: { type: 'flag', usual: false },
    local: { type: 'unused', usual: false },
    non_unique: { type: 'flag', usual: false },
  },
  run: act,
};

function* act({ system, options, isTrial }: Task): Step<Result> {
  const name = options.text('name') ?? '';
  const gid = options.number('gid');
  const found = groupNamed(system, name);
  const base = { name, state: options.text('state') };
  if (options.text('state') === 'absent') {
    if (found === null) return { ...base, changed: false };
    return yield* carryOut({ system, isTrial }, ['groupdel', name], base);
  }
  const system_ = options.flag('system');
  if (found === null) {
    const number = gid === null ? [] : ['-g', String(gid), ...(options.flag('non_unique') ? ['-o'] : [])];
    const words = ['groupadd', ...number, ...(system_ ? ['-r'] : []), name];
    const made = yield* carryOut({ system, isTrial }, words, base);
    return { ...made, gid: groupNamed(system, name)?.gid ?? gid, system: system_ };
  }
  if (gid === null || gid === found.gid) return { ...base, changed: false, gid: found.gid, system: system_ };
  const moved = yield* carryOut({ system, isTrial }, ['groupmod', '-g', String(gid), name], base);
  return { ...moved, gid };
}

type Doing = Pick<Task, 'system' | 'isTrial'>;

/** The guest's own program does it, so there is one truth; what it complains of is the message. */
export function* carryOut({ system, isTrial }: Doing, words: readonly Bytes[], base: Result): Step<Result> {
  if (isTrial) return { ...base, changed: true };
  const ran = yield* run(system, { words });
  if (!ran.ok) return failure(`Failed to find required executable "${words[0]}" in paths`, base);
  const { status, output, error } = ran.value;
  if (status !== 0) return failure(error === '' ? output : error, { ...base, rc: status });
  return { ...base, changed: true, stdout: output, stderr: error, rc: status };
}
