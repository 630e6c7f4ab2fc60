import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Module, Task } from '../module.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import { run } from '../run.ts';
import { systemd } from './service.ts';

/** `service` where the controller does not know of systemd: by what the guest itself boots with. */
export const service: Module = {
  options: systemd.options,
  run: function* (task) {
    return task.system.files.stat('/usr/lib/systemd/systemd').ok
      ? yield* systemd.run(task)
      : yield* act(task);
  },
};

function* act(task: Task): Step<Result> {
  const { options } = task;
  const name = options.text('name') ?? '';
  const status = yield* said(task, ['rc-service', name, 'status']);
  if (status === null) return failure('Coldaisle: this guest has neither systemctl nor rc-service', { name });
  if (/does not exist/.test(status.text))
    return failure(`Could not find the requested service ${name}: host`, { name });
  const listed = yield* said(task, ['rc-update', 'show', 'default']);
  const isEnabled = new RegExp(`^\\s*${name.replace(/[^\w-]/g, '.')}\\s*\\|`, 'm').test(listed?.text ?? '');
  return yield* carry(task, name, [
    ...enabling(task, name, isEnabled),
    ...stating(task, name, status.status === 0),
  ]);
}

function* carry(task: Task, name: Bytes, doings: readonly Words[]): Step<Result> {
  for (const words of task.isTrial ? [] : doings) {
    const done = yield* said(task, words);
    if (done === null || done.status !== 0) return failure(done?.text ?? '', { name, rc: done?.status ?? 1 });
  }
  const state = task.options.text('state');
  return { name, changed: doings.length > 0, ...(state === null ? {} : { state }) };
}

type Said = { readonly status: number; readonly text: Bytes };

function* said({ system }: Task, words: readonly Bytes[]): Step<Said | null> {
  const ran = yield* run(system, { words });
  return ran.ok ? { status: ran.value.status, text: ran.value.output + ran.value.error } : null;
}

type Words = readonly Bytes[];

function enabling({ options }: Task, name: Bytes, isEnabled: boolean): readonly Words[] {
  const wanted = options.truth('enabled');
  if (wanted === null || wanted === isEnabled) return [];
  return [['rc-update', wanted ? 'add' : 'del', name, 'default']];
}

function stating({ options }: Task, name: Bytes, isRunning: boolean): readonly Words[] {
  switch (options.text('state')) {
    case 'started':
      return isRunning ? [] : [['rc-service', name, 'start']];
    case 'stopped':
      return isRunning ? [['rc-service', name, 'stop']] : [];
    case 'restarted':
      return [['rc-service', name, 'restart']];
    case 'reloaded':
      return [['rc-service', name, isRunning ? 'reload' : 'start']];
    default:
      return [];
  }
}
