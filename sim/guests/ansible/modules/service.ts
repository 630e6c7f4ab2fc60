import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Module, Task } from '../module.ts';
import type { Outcome, Result } from '../result.ts';
import { broken, failure, got } from '../result.ts';
import type { Ran } from '../run.ts';
import { run } from '../run.ts';

/** `systemd`, `systemd_service` and `service` on systems that boot with systemd: all by systemctl. */
export const systemd: Module = {
  options: {
    name: { type: 'text', also: ['service', 'unit'] },
    state: { type: 'text', choices: ['reloaded', 'restarted', 'started', 'stopped'] },
    enabled: { type: 'flag' },
    masked: { type: 'flag' },
    force: { type: 'unused' },
    daemon_reload: { type: 'flag', usual: false, also: ['daemon-reload'] },
    daemon_reexec: { type: 'flag', usual: false, also: ['daemon-reexec'] },
    scope: { type: 'text', usual: 'system', choices: ['system', 'user', 'global'] },
    no_block: { type: 'unused', usual: false },
    arguments: { type: 'unused', also: ['args'] },
    pattern: { type: 'unused' },
    sleep: { type: 'unused' },
    use: { type: 'unused' },
    runlevel: { type: 'unused' },
  },
  run: act,
};

function* act(task: Task): Step<Result> {
  const { options, isTrial } = task;
  if (options.text('scope') !== 'system')
    return failure(`Coldaisle's guests run no systemd of a user: leave scope out`);
  if (options.flag('daemon_reload') && !isTrial) {
    const reloaded = yield* systemctl(task, ['daemon-reload']);
    if (!reloaded.ok || reloaded.value.status !== 0)
      return failure('failure 1 during daemon-reload: systemctl could not do it');
  }
  const name = options.text('name');
  if (name === null) {
    if (options.text('state') === null) return { changed: false, status: {} };
    return failure('parameter(s) required by state are missing: name');
  }
  const shown = yield* propertiesOf(task, name);
  if (!shown.ok) return shown.result;
  const status = shown.value;
  const isMissing = status.LoadState === 'not-found' && options.truth('masked') === null;
  if (isMissing) return failure(`Could not find the requested service ${name}: host`, { name });
  return yield* bring(task, { name, status });
}

type Unit = { readonly name: Bytes; readonly status: Readonly<Record<string, Bytes>> };
type Doing = { readonly verb: Bytes; readonly said: Bytes };

/** Masked, enabled and running as it should be, in the order in which systemd would refuse. */
function* bring(task: Task, unit: Unit): Step<Result> {
  const { name, status } = unit;
  const wishes = [maskDoing(task, unit), enableDoing(task, unit), stateDoing(task, unit)];
  const doings = wishes.flatMap((one) => one ?? []);
  for (const { verb, said } of task.isTrial ? [] : doings) {
    const ran = yield* systemctl(task, [verb, name]);
    if (!ran.ok) return ran.result;
    if (ran.value.status !== 0)
      return failure(`Unable to ${said} service ${name}: ${ran.value.error}`, { name, status });
  }
  const flags = ['enabled', 'masked'].flatMap((key) => {
    const wanted = task.options.truth(key);
    return wanted === null ? [] : [[key, wanted] as const];
  });
  const state = endState[task.options.text('state') ?? ''];
  const told = { ...Object.fromEntries(flags), ...(state === undefined ? {} : { state }) };
  return { name, changed: doings.length > 0, ...told, status };
}

const endState: Readonly<Record<string, string>> = {
  started: 'started',
  restarted: 'started',
  reloaded: 'started',
  stopped: 'stopped',
};

function maskDoing({ options }: Task, { status }: Unit): Doing | null {
  const wanted = options.truth('masked');
  const is = status.LoadState === 'masked';
  if (wanted === null || wanted === is) return null;
  return wanted ? { verb: 'mask', said: 'mask' } : { verb: 'unmask', said: 'unmask' };
}

function enableDoing({ options }: Task, { status }: Unit): Doing | null {
  const wanted = options.truth('enabled');
  const now = status.UnitFileState ?? '';
  const is = ['enabled', 'enabled-runtime', 'alias', 'static', 'indirect', 'generated'].includes(now);
  if (wanted === null || wanted === is || (!wanted && now === 'static')) return null;
  return wanted ? { verb: 'enable', said: 'enable' } : { verb: 'disable', said: 'disable' };
}

function stateDoing({ options }: Task, { status }: Unit): Doing | null {
  const isRunning = ['active', 'activating'].includes(status.ActiveState ?? '');
  switch (options.text('state')) {
    case 'started':
      return isRunning ? null : { verb: 'start', said: 'start' };
    case 'stopped':
      return isRunning || status.ActiveState === 'deactivating' ? { verb: 'stop', said: 'stop' } : null;
    case 'restarted':
      return isRunning ? { verb: 'restart', said: 'restart' } : { verb: 'start', said: 'start' };
    case 'reloaded':
      return isRunning ? { verb: 'reload', said: 'reload' } : { verb: 'start', said: 'start' };
    default:
      return null;
  }
}

function* systemctl({ system }: Task, words: readonly Bytes[]): Step<Outcome<Ran>> {
  const ran = yield* run(system, { words: ['systemctl', ...words] });
  if (ran.ok) return got(ran.value);
  return broken('Service is in unknown state: systemctl is not on this guest');
}

function* propertiesOf(task: Task, name: Bytes): Step<Outcome<Unit['status']>> {
  const shown = yield* systemctl(task, ['show', name]);
  if (!shown.ok) return shown;
  const rows = shown.value.output.split('\n').filter((line) => line.includes('='));
  return got(
    Object.fromEntries(
      rows.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
  );
}
