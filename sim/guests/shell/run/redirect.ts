import type { HereDoc, HereString, Redirect, Redirection } from 'unbash';
import { messageOf, type Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { OpenFlags, Step } from '../../kernel/program.ts';
import { compiledText, expandInto, expandText, expandWords } from '../expand/expand.ts';
import { wholeField } from '../expand/fields.ts';
import { complain, flush } from '../say.ts';
import type { Shell } from '../shell.ts';
import { assign, setTo, valueOf } from '../variables/store.ts';

type Saved = { readonly descriptor: number; readonly copy: number | null };

type Redirected = {
  readonly run: () => Step<number>;
  /** `exec >file` stays. */
  readonly keeps?: boolean;
};

/** Opens, runs, puts everything back; what cannot be opened keeps the command from running. */
export function* withRedirects(
  shell: Shell,
  redirects: readonly Redirection[],
  what: Redirected,
): Step<number> {
  const saved: Saved[] = [];
  for (const redirect of redirects) {
    const isDone = yield* apply(shell, redirect, saved);
    if (isDone && shell.unwind === null) continue;
    restore(shell, saved);
    yield* flush(shell, 'bash');
    return 1;
  }
  const status = yield* what.run();
  yield* flush(shell, 'bash');
  if (what.keeps === true && shell.unwind === null) forget(shell, saved);
  else restore(shell, saved);
  return status;
}

function restore(shell: Shell, saved: readonly Saved[]): void {
  const { descriptors } = shell.system;
  for (const { descriptor, copy } of saved.toReversed()) {
    if (copy === null) {
      descriptors.close(descriptor);
      continue;
    }
    descriptors.duplicate(copy, descriptor);
    descriptors.close(copy);
  }
}

function forget(shell: Shell, saved: readonly Saved[]): void {
  for (const { copy } of saved) if (copy !== null) shell.system.descriptors.close(copy);
}

function save(shell: Shell, descriptor: number, saved: Saved[]): void {
  const { descriptors } = shell.system;
  const copy = descriptors.isOpen(descriptor) ? descriptors.duplicate(descriptor, { least: 10 }) : null;
  saved.push({ descriptor, copy: copy?.ok === true ? copy.value : null });
}

function* apply(shell: Shell, redirect: Redirection, saved: Saved[]): Step<boolean> {
  if (redirect.type === 'HereDoc' || redirect.type === 'HereString') {
    const text =
      redirect.type === 'HereDoc' ? yield* documentText(shell, redirect) : yield* lineText(shell, redirect);
    return shell.unwind === null && (yield* fromText(shell, { redirect, text }, saved));
  }
  const word = yield* goalOf(shell, redirect.target?.text ?? '');
  if (word === null) return false;
  const goal = { redirect, word };
  return redirect.operator === '>&' || redirect.operator === '<&'
    ? yield* duplicate(shell, goal, saved)
    : yield* openFile(shell, goal, saved);
}

/** The one word a redirection goes to. Null: none or several, and told. */
function* goalOf(shell: Shell, raw: Bytes): Step<Bytes | null> {
  const [word, ...others] = yield* expandWords(shell, [raw]);
  if (shell.unwind !== null) return null;
  if (word !== undefined && others.length === 0) return word;
  complain(shell, `${raw}: ambiguous redirect`);
  return null;
}

function* lineText(shell: Shell, redirect: HereString): Step<Bytes> {
  return `${yield* expandText(shell, compiledText(shell, redirect.target?.text ?? '', 'word'))}\n`;
}

function* documentText(shell: Shell, redirect: HereDoc): Step<Bytes> {
  if (redirect.closing === undefined)
    complain(
      shell,
      `warning: here-document at line 1 delimited by end-of-file (wanted \`${redirect.delimiter?.value ?? ''}')`,
    );
  const body = redirect.operator === '<<-' ? redirect.body.text.replace(/^\t+/gm, '') : redirect.body.text;
  if (redirect.delimiter?.quoted === true) return body;
  const fields = wholeField('pattern');
  yield* expandInto(shell, compiledText(shell, body, 'here'), fields);
  return fields.text;
}

type TextSource = { readonly redirect: Redirection; readonly text: Bytes };

/** A pipe that holds the text; a long one is fed from a file without a name. */
function* fromText(shell: Shell, { redirect, text }: TextSource, saved: Saved[]): Step<boolean> {
  const { descriptors, files } = shell.system;
  const path = `/tmp/sh-thd.${shell.system.pid}${Math.floor(shell.system.chance() * 1e9)}`;
  if (text.length > 4096) {
    if (!files.writeFile(path, text, 0o600).ok)
      return told(shell, 'cannot create temp file for here-document');
    const opened = yield* descriptors.open(path, { access: 'read' }, 0);
    files.remove(path);
    return opened.ok && place(shell, { redirect, found: opened.value, usual: 0 }, saved);
  }
  const pipe = descriptors.pipe();
  if (!pipe.ok) return told(shell, 'cannot make pipe for here-document');
  yield* descriptors.write(pipe.value[1], text);
  descriptors.close(pipe.value[1]);
  return place(shell, { redirect, found: pipe.value[0], usual: 0 }, saved);
}

function told(shell: Shell, message: Bytes): false {
  complain(shell, message);
  return false;
}

type Found = { readonly redirect: Redirection; readonly found: number; readonly usual: number };

/** Puts what was opened where the redirection wants it. */
function place(shell: Shell, { redirect, found, usual }: Found, saved: Saved[]): boolean {
  const { descriptors } = shell.system;
  const wanted = redirect.descriptor;
  if (wanted?.type === 'FileDescriptorVariable') {
    const moved = descriptors.duplicate(found, { least: 10 });
    descriptors.close(found);
    if (!moved.ok) return told(shell, messageOf(moved.errno));
    shell.named.add(moved.value);
    return assign(shell, setTo(wanted.name, String(moved.value)));
  }
  const goal = wanted?.value ?? usual;
  if (found === goal) {
    saved.push({ descriptor: goal, copy: null });
    return true;
  }
  save(shell, goal, saved);
  descriptors.duplicate(found, goal);
  descriptors.close(found);
  return true;
}

type ToFile = { readonly redirect: Redirect; readonly word: Bytes };

type HowToOpen = {
  readonly flags: OpenFlags;
  readonly usual: 0 | 1;
  /** `set -C` keeps it from files that are there. */
  readonly isGuarded: boolean;
  /** The errors go with it. */
  readonly takesBoth: boolean;
};

const over: HowToOpen = {
  flags: { access: 'write', create: true, truncate: true },
  usual: 1,
  isGuarded: true,
  takesBoth: false,
};
const after: HowToOpen = {
  ...over,
  flags: { access: 'write', create: true, append: true },
  isGuarded: false,
};
const from: HowToOpen = { flags: { access: 'read' }, usual: 0, isGuarded: false, takesBoth: false };

const manners = {
  '>': over,
  '>|': { ...over, isGuarded: false },
  '&>': { ...over, takesBoth: true },
  '>>': after,
  '&>>': { ...after, takesBoth: true },
  '<': from,
  '<>': { ...from, flags: { access: 'both', create: true } },
} as const satisfies Record<string, HowToOpen>;

function* openFile(shell: Shell, { redirect, word }: ToFile, saved: Saved[]): Step<boolean> {
  const { operator } = redirect;
  if (operator === '<&' || operator === '>&') return false;
  const how = manners[operator];
  if (how.isGuarded && shell.options.has('noclobber') && isFile(shell, word))
    return told(shell, `${word}: cannot overwrite existing file`);
  const opened = yield* openPath(shell, word, how.flags);
  if (!opened.ok) return told(shell, `${word}: ${messageOf(opened.errno)}`);
  const isPlaced = place(shell, { redirect, found: opened.value, usual: how.usual }, saved);
  if (!isPlaced || !how.takesBoth) return isPlaced;
  save(shell, 2, saved);
  return shell.system.descriptors.duplicate(1, 2).ok;
}

function isFile(shell: Shell, path: Bytes): boolean {
  const stat = shell.system.files.stat(path);
  return stat.ok && stat.value.kind === 'file';
}

/** `/dev/tcp` is bash's own and closed here: guests reach the network by programs. */
function* openPath(shell: Shell, word: Bytes, flags: OpenFlags): Step<Answer<number>> {
  return yield* shell.system.descriptors.open(word, flags, 0o666);
}

function* duplicate(shell: Shell, { redirect, word }: ToFile, saved: Saved[]): Step<boolean> {
  const { descriptors } = shell.system;
  const usual = redirect.operator === '<&' ? 0 : 1;
  const moves = /^(\d+)-$/.exec(word);
  if (word === '-') return closeOne(shell, redirect, saved);
  const number = moves?.[1] ?? word;
  if (!/^\d+$/.test(number)) {
    if (redirect.operator === '>&' && redirect.descriptor === undefined)
      return yield* openFile(shell, { redirect: { ...redirect, operator: '&>' }, word }, saved);
    return told(shell, `${word}: ambiguous redirect`);
  }
  const from = Number(number);
  if (!descriptors.isOpen(from)) return told(shell, `${number}: Bad file descriptor`);
  const copy = descriptors.duplicate(from, { least: 10 });
  if (!copy.ok) return told(shell, `${number}: ${messageOf(copy.errno)}`);
  const isPlaced = place(shell, { redirect, found: copy.value, usual }, saved);
  if (moves !== null) {
    save(shell, from, saved);
    descriptors.close(from);
  }
  return isPlaced;
}

function closeOne(shell: Shell, redirect: Redirect, saved: Saved[]): boolean {
  const wanted = redirect.descriptor;
  if (wanted?.type === 'FileDescriptorVariable') {
    const number = Number(valueOf(shell, wanted.name) ?? 'NaN');
    if (!Number.isInteger(number)) return told(shell, `${wanted.name}: Bad file descriptor`);
    shell.system.descriptors.close(number);
    shell.named.delete(number);
    return true;
  }
  const number = wanted?.value ?? (redirect.operator === '<&' ? 0 : 1);
  save(shell, number, saved);
  shell.system.descriptors.close(number);
  return true;
}
