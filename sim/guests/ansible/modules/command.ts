import type { Answer } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { momentText, spanText } from '../clock.ts';
import type { Module, Task } from '../module.ts';
import { expanded } from '../paths.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import type { Ran } from '../run.ts';
import { pythonError, run } from '../run.ts';
import { wordsIn } from '../words.ts';

/** `command` and `shell`: the controller sends both as this one. */
export const command: Module = {
  options: {
    _raw_params: { type: 'text' },
    _uses_shell: { type: 'flag', usual: false },
    argv: { type: 'list' },
    chdir: { type: 'path' },
    executable: { type: 'text' },
    expand_argument_vars: { type: 'flag', usual: true },
    creates: { type: 'path' },
    removes: { type: 'path' },
    warn: { type: 'unused' },
    stdin: { type: 'text' },
    stdin_add_newline: { type: 'flag', usual: true },
    strip_empty_ends: { type: 'flag', usual: true },
  },
  run: act,
};

const blank = {
  changed: false,
  stdout: '',
  stderr: '',
  rc: null,
  start: null,
  end: null,
  delta: null,
  msg: '',
};

function* act(task: Task): Step<Result> {
  const { system, options, isTrial } = task;
  const words = wordsOf(task);
  if (words === null) return failure('No closing quotation', { rc: 256 });
  if (words.length === 0) return failure('no command given', { ...blank, cmd: '', rc: 256 });
  const cmd = options.flag('_uses_shell') ? options.text('_raw_params') : words;
  const directory = options.text('chdir');
  if (directory !== null) {
    const changed = system.files.changeDirectory(directory);
    if (!changed.ok) {
      const msg = `Unable to change directory before execution: ${pythonError(changed.errno, `'${directory}'`)}`;
      return failure(msg, { ...blank, cmd });
    }
  }
  const reason = yield* needless(task);
  if (reason !== null) {
    const why = { stdout: `skipped, since ${reason}`, msg: `Did not run command since '${reason}'` };
    return { ...blank, cmd, ...why, rc: 0 };
  }
  if (isTrial) {
    const isConditional = options.text('creates') !== null || options.text('removes') !== null;
    const msg = 'Command would have run if not in check mode';
    return { ...blank, cmd, rc: 0, msg, changed: isConditional, ...(isConditional ? {} : { skipped: true }) };
  }
  const start = system.now();
  const ran = yield* run(system, { words, input: inputOf(task) });
  return told(task, { cmd, start, ran, name: words[0] ?? '' });
}

function wordsOf({ system, options }: Task): readonly Bytes[] | null {
  const raw = options.text('_raw_params') ?? '';
  if (options.flag('_uses_shell'))
    return raw.trim() === '' ? [] : [options.text('executable') ?? '/bin/sh', '-c', raw];
  const words = options.list('argv') ?? wordsIn(raw);
  if (words === null || !options.flag('expand_argument_vars')) return words;
  return words.map((word) => expanded(system, word));
}

function inputOf({ options }: Task): Bytes {
  const input = options.text('stdin');
  return input === null ? '' : `${input}${options.flag('stdin_add_newline') ? '\n' : ''}`;
}

/** Why it need not run; null: it has to. */
function* needless(task: Task): Step<Bytes | null> {
  const { options } = task;
  const creates = options.text('creates');
  if (creates !== null && (yield* isThere(task, creates))) return `${creates} exists`;
  const removes = options.text('removes');
  if (removes !== null && !(yield* isThere(task, removes))) return `${removes} does not exist`;
  return null;
}

function* isThere({ system }: Task, path: Bytes): Step<boolean> {
  if (!/[*?[]/.test(path)) return system.files.stat(path).ok;
  const pattern = path.replace(/[^\w/.*?[\]!^-]/g, String.raw`\$&`);
  const ran = yield* run(system, { words: ['/bin/sh', '-c', `set -- ${pattern}; test -e "$1"`] });
  return ran.ok && ran.value.status === 0;
}

type Telling = {
  readonly cmd: unknown;
  readonly start: number;
  readonly ran: Answer<Ran>;
  readonly name: Bytes;
};

function told({ system, options }: Task, { cmd, start, ran, name }: Telling): Result {
  if (!ran.ok) {
    const rc = ran.errno === 'ENOENT' ? 2 : 13;
    const msg = `[Errno ${rc}] ${messageOf(ran.errno)}: b'${name}'`;
    return failure(msg, { ...blank, cmd, rc });
  }
  const { status, output, error } = ran.value;
  const trimmed = (text: Bytes): Bytes =>
    options.flag('strip_empty_ends') ? text.replace(/[\r\n]+$/, '') : text;
  const result = {
    ...blank,
    changed: true,
    cmd,
    rc: status,
    stdout: trimmed(output),
    stderr: trimmed(error),
    start: momentText(start),
    end: momentText(system.now()),
    delta: spanText(system.now() - start),
  };
  return status === 0 ? result : { ...result, failed: true, msg: 'non-zero return code' };
}
