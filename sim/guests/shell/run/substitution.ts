import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { compileWord } from '../expand/compile.ts';
import { expandText } from '../expand/expand.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { startChild } from './child.ts';
import { statusOf } from './job.ts';
import { runText } from './text.ts';
import { turn } from '../options.ts';

/** `$(…)`: what it writes, without the line ends at its end and without NULs. */
export function* substituteCommand(shell: Shell, script: Bytes): Step<Bytes> {
  const file = /^\s*<\s*([^\s;&|<>()]+)\s*$/.exec(script);
  if (file?.[1] !== undefined) return yield* contentOf(shell, file[1]);
  const pipe = shell.system.descriptors.pipe();
  if (!pipe.ok) {
    complain(shell, `cannot make pipe for command substitution: ${messageOf(pipe.errno)}`);
    return '';
  }
  yield* flush(shell, 'bash');
  const [reading, writing] = pipe.value;
  const started = startChild(shell, {
    name: 'bash',
    descriptors: new Map([[1, writing]]),
    group: 'parent',
    body: (child) => runInside(child, script),
  });
  shell.system.descriptors.close(writing);
  const output = yield* readAll(shell, reading);
  shell.system.descriptors.close(reading);
  if (started.ok) shell.lastSubstitution = yield* statusOfChild(shell, started.value);
  shell.status = shell.lastSubstitution ?? 0;
  return trimmed(shell, output);
}

function* runInside(child: Shell, script: Bytes): Step<number> {
  if (!child.shellOptions.has('inherit_errexit')) turn(child, 'errexit', 'off');
  return yield* runText(child, script, 'substitution');
}

export function* readAll(shell: Shell, descriptor: number): Step<Bytes> {
  let output = '';
  for (;;) {
    const answer = yield* shell.system.descriptors.read(descriptor, 65_536);
    if (!answer.ok && answer.errno === 'EINTR') continue;
    if (!answer.ok || answer.value === '') return output;
    output += answer.value;
  }
}

function* statusOfChild(shell: Shell, pid: number): Step<number> {
  for (;;) {
    const answer = yield* shell.system.processes.wait({ pid, isHanging: true, alsoStopped: false });
    if (answer.ok && answer.value !== null) return statusOf(answer.value);
    if (!answer.ok && answer.errno !== 'EINTR') return 127;
  }
}

function trimmed(shell: Shell, output: Bytes): Bytes {
  let end = output.length;
  while (end > 0 && output.charCodeAt(end - 1) === 10) end -= 1;
  const text = output.slice(0, end);
  if (!text.includes('\0')) return text;
  complain(shell, 'warning: command substitution: ignored null byte in input');
  return text.replaceAll('\0', '');
}

/** `$(<file)` starts nothing. */
function* contentOf(shell: Shell, word: Bytes): Step<Bytes> {
  const path = yield* expandText(shell, compileWord(word));
  const opened = yield* shell.system.descriptors.open(path, { access: 'read' }, 0);
  if (!opened.ok) {
    complain(shell, `${path}: ${messageOf(opened.errno)}`);
    shell.status = 1;
    shell.lastSubstitution = 1;
    return '';
  }
  const content = yield* readAll(shell, opened.value);
  shell.system.descriptors.close(opened.value);
  shell.lastSubstitution = 0;
  return trimmed(shell, content);
}

/** `<(…)`: a name under which the other end of a pipe can be opened. */
export function* substituteProcess(shell: Shell, operator: '<' | '>', script: Bytes): Step<Bytes> {
  const { descriptors } = shell.system;
  const pipe = descriptors.pipe();
  if (!pipe.ok) {
    complain(shell, `cannot make pipe for process substitution: ${messageOf(pipe.errno)}`);
    return '';
  }
  yield* flush(shell, 'bash');
  const [reading, writing] = pipe.value;
  const [ours, theirs] = operator === '<' ? [reading, writing] : [writing, reading];
  const kept = descriptors.duplicate(ours, { least: 63 - shell.substitutions.length });
  descriptors.close(ours);
  const started = startChild(shell, {
    name: 'bash',
    descriptors: new Map([[operator === '<' ? 1 : 0, theirs]]),
    group: 'parent',
    body: (child) => runInside(child, script),
  });
  descriptors.close(theirs);
  if (started.ok) shell.lastBackground = started.value;
  const number = kept.ok ? kept.value : ours;
  shell.substitutions = [...shell.substitutions, number];
  return `/dev/fd/${number}`;
}
