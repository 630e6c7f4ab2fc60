import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Module, Task } from '../module.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import { run } from '../run.ts';

/** Packages of Alpine, through the guest's own apk. */
export const apk: Module = {
  options: {
    name: { type: 'list' },
    state: {
      type: 'text',
      usual: 'present',
      choices: ['absent', 'installed', 'latest', 'present', 'removed'],
    },
    update_cache: { type: 'flag', usual: false },
    upgrade: { type: 'flag', usual: false },
    available: { type: 'unused', usual: false },
    no_cache: { type: 'unused', usual: false },
    repository: { type: 'elsewhere' },
    world: { type: 'unused' },
  },
  run: act,
};

function* act(task: Task): Step<Result> {
  const { options, system, isTrial } = task;
  const calls = yield* callsFor(task);
  const isNothing = calls.every(([verb]) => verb === 'update') && !options.flag('update_cache');
  if (isNothing) return { changed: false, msg: 'package(s) already there' };
  let output = '';
  for (const words of isTrial ? [] : calls) {
    const ran = yield* run(system, { words: ['apk', ...words] });
    if (!ran.ok) return failure('apk is not on this guest: is it one of Alpine?');
    const { status, error } = ran.value;
    output += ran.value.output;
    if (status !== 0)
      return failure(`failed: apk ${words.join(' ')}`, { stdout: output, stderr: error, rc: status });
  }
  return { changed: isChange(task, calls, output), msg: 'packages looked after', stdout: output };
}

/** An upgrade says in its lines what it did; names that were all there leave only an update. */
function isChange({ options, isTrial }: Task, calls: readonly Words[], output: Bytes): boolean {
  const names = options.list('name') ?? [];
  if (calls.every(([verb]) => verb === 'update')) return names.length === 0;
  const isCertain = calls.some(([verb, flag]) => verb === 'del' || (verb === 'add' && flag !== '-u'));
  return isTrial || isCertain || /^\(\d+\/\d+\)/m.test(output);
}

type Words = readonly Bytes[];

function* callsFor(task: Task): Step<readonly Words[]> {
  const { options } = task;
  const update: readonly Words[] = options.flag('update_cache') ? [['update']] : [];
  if (options.flag('upgrade')) return [...update, ['upgrade']];
  const names = (options.list('name') ?? []).filter((name) => name !== '');
  const there = yield* installed(task, names);
  const missing = names.filter((name) => !there.has(name));
  switch (options.text('state')) {
    case 'absent':
    case 'removed':
      return [...update, ...(there.size > 0 ? [['del', ...there]] : [])];
    case 'latest':
      return [...update, ...adding(missing), ...(there.size > 0 ? [['add', '-u', ...there]] : [])];
    default:
      return [...update, ...adding(missing)];
  }
}

const adding = (names: readonly Bytes[]): readonly Words[] => (names.length > 0 ? [['add', ...names]] : []);

function* installed({ system }: Task, names: readonly Bytes[]): Step<ReadonlySet<Bytes>> {
  const found = new Set<Bytes>();
  for (const name of names) {
    const ran = yield* run(system, { words: ['apk', 'info', '-e', name] });
    if (ran.ok && ran.value.status === 0) found.add(name);
  }
  return found;
}
