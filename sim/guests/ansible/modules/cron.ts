import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Module, Task } from '../module.ts';
import type { Options } from '../options.ts';
import type { Outcome, Result } from '../result.ts';
import { broken, failure, got } from '../result.ts';
import { run } from '../run.ts';

const special = ['annually', 'daily', 'hourly', 'monthly', 'reboot', 'weekly', 'yearly'];

/** Lines of a user's crontab, each under a comment by which it is found again. */
export const cron: Module = {
  options: {
    name: { type: 'text', isRequired: true },
    job: { type: 'text', also: ['value'] },
    state: { type: 'text', usual: 'present', choices: ['absent', 'present'] },
    user: { type: 'text' },
    minute: { type: 'text', usual: '*' },
    hour: { type: 'text', usual: '*' },
    day: { type: 'text', usual: '*', also: ['dom'] },
    month: { type: 'text', usual: '*' },
    weekday: { type: 'text', usual: '*', also: ['dow'] },
    special_time: { type: 'text', choices: special },
    disabled: { type: 'flag', usual: false },
    env: { type: 'flag', usual: false },
    backup: { type: 'elsewhere' },
    cron_file: { type: 'path' },
    insertafter: { type: 'elsewhere' },
    insertbefore: { type: 'elsewhere' },
  },
  run: act,
};

function* act(task: Task): Step<Result> {
  const { options, isTrial } = task;
  const name = options.text('name') ?? '';
  if (options.text('state') === 'present' && options.text('job') === null)
    return failure("You must specify 'job' to install a new cron job or variable");
  const read = yield* tableOf(task);
  if (!read.ok) return read.result;
  const before = read.value;
  const lines = before.split('\n').filter((line, at, all) => line !== '' || at < all.length - 1);
  const next = options.flag('env') ? withVariable(lines, name, options) : withJob(lines, name, options);
  const after = next.map((line) => `${line}\n`).join('');
  const isChanged = after !== before;
  if (isChanged && !isTrial) {
    const kept = yield* keep(task, after);
    if (!kept.ok) return kept.result;
  }
  const jobs = next.flatMap((line) => (line.startsWith(mark) ? [line.slice(mark.length)] : []));
  const envs = next.flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? []);
  return { changed: isChanged, jobs, envs };
}

const mark = '#Ansible: ';

function withJob(lines: readonly Bytes[], name: Bytes, options: Options): readonly Bytes[] {
  const at = lines.indexOf(mark + name);
  const own = options.text('state') === 'absent' ? [] : [mark + name, jobLine(options)];
  if (at === -1) return [...lines, ...own];
  return lines.toSpliced(at, 2, ...own);
}

function jobLine(options: Options): Bytes {
  const said = options.text('special_time');
  const times = ['minute', 'hour', 'day', 'month', 'weekday'].map((one) => options.text(one) ?? '*');
  const user = options.text('cron_file') === null ? [] : [options.text('user') ?? 'root'];
  const line = [said === null ? times.join(' ') : `@${said}`, ...user, options.text('job') ?? ''].join(' ');
  return options.flag('disabled') ? `#${line}` : line;
}

function withVariable(lines: readonly Bytes[], name: Bytes, options: Options): readonly Bytes[] {
  const others = lines.filter((line) => !line.startsWith(`${name}=`));
  if (options.text('state') === 'absent') return others;
  const line = `${name}="${options.text('job') ?? ''}"`;
  const at = lines.findIndex((one) => one.startsWith(`${name}=`));
  return at === -1 ? [line, ...lines] : lines.with(at, line);
}

const fileOf = ({ options }: Task): Bytes | null => {
  const file = options.text('cron_file');
  if (file === null || file.startsWith('/')) return file;
  return `/etc/cron.d/${file}`;
};

const userWords = ({ options }: Task): readonly Bytes[] => {
  const user = options.text('user');
  return user === null ? [] : ['-u', user];
};

function* tableOf(task: Task): Step<Outcome<Bytes>> {
  const { system } = task;
  const file = fileOf(task);
  if (file !== null) {
    const read = system.files.readFile(file);
    return got(read.ok ? read.value : '');
  }
  const ran = yield* run(system, { words: ['crontab', ...userWords(task), '-l'] });
  if (!ran.ok) return broken('Failed to find required executable "crontab" in paths');
  // 1: this user has no crontab yet.
  if (ran.value.status > 1) return broken(`Unable to read crontab: ${ran.value.error}`);
  return got(ran.value.status === 0 ? ran.value.output : '');
}

function* keep(task: Task, content: Bytes): Step<Outcome<null>> {
  const { system } = task;
  const file = fileOf(task);
  if (file !== null) {
    const written = system.files.writeFile(file, content, 0o644);
    return written.ok ? got(null) : broken(`Unable to write ${file}`);
  }
  const ran = yield* run(system, { words: ['crontab', ...userWords(task), '-'], input: content });
  if (ran.ok && ran.value.status === 0) return got(null);
  return broken(ran.ok ? ran.value.error : 'Failed to find required executable "crontab" in paths');
}
