import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Way } from '../../kernel/resting.ts';
import { wayOf } from '../../kernel/resting.ts';
import { readFile } from '../read-file.ts';
import { withAliases } from '../parse/aliases.ts';
import { isUnfinished, parseText, sourceOf } from '../parse/source.ts';
import { promptText } from '../expand/prompt.ts';
import { turn as change, turnShell } from '../options.ts';
import { optionsOfPrompt } from '../options.table.ts';
import { dropJob, jobLine, stateOf } from '../run/job.ts';
import { readLine } from '../run/lines.ts';
import { finished } from '../run/child.ts';
import { guardPrompt, heardAtPrompt, heed } from '../run/signals.ts';
import { runParsed, runText } from '../run/text.ts';
import { reap } from '../run/wait.ts';
import { flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { setQuietly, valueOf } from '../variables/store.ts';
import { editAgain, editLine, type Edit, type Edited } from './edit.ts';
import { expandHistory, keepHistory, loadHistory, remember } from './history.ts';
import type { KeyReader } from './keys.ts';

export function* runPrompt(shell: Shell, how: { readonly readsFiles: boolean }): Step<number> {
  prepare(shell);
  if (!shell.isLogin && how.readsFiles) {
    yield* readFile(shell, '/etc/bash.bashrc');
    yield* readFile(shell, `${valueOf(shell, 'HOME') ?? ''}/.bashrc`);
  }
  loadHistory(shell);
  return yield* prompts({ shell, ahead: '' });
}

function* prompts(reader: KeyReader): Step<number> {
  const { shell } = reader;
  while (shell.unwind?.kind !== 'exit') {
    shell.unwind = null;
    yield* between(shell);
    yield* obey(shell, yield* readCommand(reader, yield* oneLine(reader, 'PS1')));
  }
  keepHistory(shell);
  hangUpJobs(shell);
  return shell.unwind.status;
}

const edits: Way = wayOf<Edit>({
  goOn: (edit) => finished(edit.editing.reader.shell, promptsAgain(edit)),
  hear: ({ editing }, signal) => heardAtPrompt(editing.reader.shell, signal),
});

function* promptsAgain(edit: Edit): Step<number> {
  const { reader } = edit.editing;
  yield* obey(reader.shell, yield* readCommand(reader, yield* editAgain(edit)));
  return yield* prompts(reader);
}

function* obey(shell: Shell, read: ReadCommand): Step<void> {
  if (read === 'end') yield* leave(shell);
  else if (read !== null) yield* runCommand(shell, read.text);
}

function prepare(shell: Shell): void {
  const { system } = shell;
  for (const option of optionsOfPrompt) change(shell, option, 'on');
  turnShell(shell, 'expand_aliases', 'on');
  shell.readsFrom = 'input';
  shell.hasJobControl = system.terminal.name() !== null;
  if (!shell.hasJobControl) change(shell, 'monitor', 'off');
  guardPrompt(shell);
  if (shell.hasJobControl) {
    system.processes.changeGroup(system.pid, system.pid);
    system.terminal.changeForeground(system.processes.group());
  }
  if (valueOf(shell, 'PS1') === null) setQuietly(shell, 'PS1', '\\s-\\v\\$ ');
  setQuietly(shell, 'PS2', valueOf(shell, 'PS2') ?? '> ');
  const defaults = {
    HISTFILE: `${valueOf(shell, 'HOME') ?? ''}/.bash_history`,
    HISTSIZE: '500',
    HISTFILESIZE: '500',
  };
  for (const [name, text] of Object.entries(defaults))
    if (valueOf(shell, name) === null) setQuietly(shell, name, text);
}

/** Before a prompt: what background jobs came to, and PROMPT_COMMAND. */
function* between(shell: Shell): Step<void> {
  yield* reap(shell);
  for (const job of Array.from(shell.jobs.all.values())) {
    const state = stateOf(job);
    if (state === job.told) continue;
    shell.complaints += `${jobLine(shell, job, 'short')}\n`;
    job.told = state;
    if (state === 'done') dropJob(shell, job);
  }
  yield* flush(shell, 'bash');
  const command = valueOf(shell, 'PROMPT_COMMAND') ?? '';
  if (command !== '') {
    const { status } = shell;
    yield* runText(shell, command, 'trap');
    shell.status = status;
    shell.unwind = null;
  }
  const { columns, rows } = shell.system.terminal.size();
  if (shell.shellOptions.has('checkwinsize') && columns > 0) {
    setQuietly(shell, 'COLUMNS', String(columns));
    setQuietly(shell, 'LINES', String(rows));
  }
}

function* oneLine(reader: KeyReader, which: 'PS1' | 'PS2'): Step<Edited> {
  const { shell } = reader;
  const { status } = shell;
  const prompt = yield* promptText(shell, valueOf(shell, which) ?? '');
  yield* flush(shell, 'bash');
  shell.status = status;
  if (shell.system.descriptors.isTerminal(0))
    return yield* editLine(reader, prompt, which === 'PS1' ? edits : null);
  yield* shell.system.descriptors.write(2, prompt.replace(/[\u0001\u0002]/g, ''));
  const text = yield* readLine(shell, 0);
  return text === null ? { kind: 'end' } : { kind: 'line', text };
}

type ReadCommand = { readonly text: Bytes } | 'end' | null;

/** Lines until they are a whole command. Null: given up. */
function* readCommand(reader: KeyReader, first: Edited): Step<ReadCommand> {
  const { shell } = reader;
  let text = '';
  for (;;) {
    const edited = text === '' ? first : yield* oneLine(reader, 'PS2');
    if (edited.kind === 'interrupt') {
      shell.status = 130;
      yield* heed(shell);
      return null;
    }
    if (edited.kind === 'end') return text === '' ? 'end' : { text };
    const line = yield* withHistory(shell, edited.text);
    if (line === null) return null;
    text += `${line}\n`;
    const aliased = withAliases(shell, text);
    if (isUnfinished(aliased, parseText(aliased))) continue;
    remember(shell, text);
    return { text: aliased };
  }
}

function* withHistory(shell: Shell, line: Bytes): Step<Bytes | null> {
  if (!shell.options.has('histexpand') || !/[!^]/.test(line)) return line;
  const expanded = expandHistory(shell, line);
  if ('missing' in expanded) {
    yield* shell.system.descriptors.write(2, `${shell.name.replace(/^-/, '-')}: ${expanded.missing}\n`);
    return null;
  }
  if (expanded.isChanged) yield* shell.system.descriptors.write(2, `${expanded.text}\n`);
  return expanded.text;
}

function* runCommand(shell: Shell, text: Bytes): Step<void> {
  const warned = shell.exitWarned;
  shell.source = sourceOf('', text, 1);
  yield* runParsed(shell, parseText(text), shell.source);
  yield* flush(shell, 'bash');
  shell.guarded = 0;
  shell.loopDepth = 0;
  if (warned) shell.exitWarned = false;
  if (shell.unwind?.kind === 'interrupt') {
    shell.status = 130;
    yield* shell.system.descriptors.write(2, '\n');
  }
}

/** Ctrl-D. */
function* leave(shell: Shell): Step<void> {
  if (shell.options.has('ignoreeof')) {
    yield* shell.system.descriptors.write(
      2,
      `Use "${shell.isLogin ? 'logout' : 'exit'}" to leave the shell.\n`,
    );
    return;
  }
  yield* runText(shell, 'exit', 'trap');
  yield* flush(shell, 'exit');
}

/** Who leaves takes the stopped ones along. */
function hangUpJobs(shell: Shell): void {
  for (const job of shell.jobs.all.values()) {
    if (job.ignoresHangup || (stateOf(job) !== 'stopped' && !shell.shellOptions.has('huponexit'))) continue;
    shell.system.processes.kill(-job.group, 'HUP');
    shell.system.processes.kill(-job.group, 'CONT');
  }
}
