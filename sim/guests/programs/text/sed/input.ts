import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Step } from '../../../kernel/program.ts';
import { awaitLine, closeSource, openSource, readRest, takeLine, type Source } from '../source.ts';
import { fail, put, quotedIfNeeded } from '../tool.ts';
import type { Sed } from './run-state.ts';

/** The next line becomes the pattern space; false: there is none. */
export function* nextLine(sed: Sed): Step<boolean> {
  const next = yield* lookAhead(sed);
  sed.ahead = undefined;
  if (next === null) return false;
  sed.pattern = next.line;
  sed.lacksEnd = next.lacksEnd;
  sed.line += 1;
  return true;
}

export function* isLast(sed: Sed): Step<boolean> {
  return (yield* lookAhead(sed)) === null;
}

/** In files of their own a line that is last stays last until the cycle ends. */
function* lookAhead(sed: Sed): Step<NonNullable<Sed['ahead']> | null> {
  if (sed.ahead !== undefined) return sed.ahead;
  for (;;) {
    if (sed.source === null && (sed.isSeparate || !(yield* openNext(sed)))) return (sed.ahead = null);
    const { source } = sed;
    if (source === null) continue;
    const line = takeLine(source, sed.end) ?? (yield* awaitLine(sed.self, source, sed.end));
    if (line !== null) return (sed.ahead = { line, lacksEnd: source.lacksEnd });
    yield* closeCurrent(sed);
  }
}

function* closeCurrent(sed: Sed): Step<void> {
  const { source } = sed;
  if (source === null) return;
  if (source.errno !== null)
    yield* fail(
      sed.self,
      `read error on ${source.name === '-' ? 'stdin' : source.name}: ${messageOf(source.errno)}`,
    );
  closeSource(source);
  sed.source = null;
}

/** False: no file is left. */
export function* openNext(sed: Sed): Step<boolean> {
  for (;;) {
    const name = sed.names.shift();
    if (name === undefined) return false;
    const source = yield* openNamed(sed, name);
    if (source === null) continue;
    sed.source = source;
    sed.fileName = name;
    return true;
  }
}

/** Null: it cannot be read, and that is told. */
function* openNamed(sed: Sed, name: Bytes): Step<Source | null> {
  const stat = name === '-' ? null : sed.self.system.files.stat(name);
  const opened = yield* openSource(sed.self.system, name);
  if (!opened.ok || stat?.ok === false) {
    const errno = opened.ok ? 'ENOENT' : opened.errno;
    yield* failWith(sed, 2, `can't read ${name}: ${messageOf(errno)}`);
    return null;
  }
  if (stat?.value.kind !== 'directory') return opened.value;
  if (sed.suffix === null) yield* failWith(sed, 2, `read error on ${name}: Is a directory`);
  else yield* failWith(sed, 4, `couldn't edit ${name}: not a regular file`);
  closeSource(opened.value);
  return null;
}

function* failWith(sed: Sed, status: number, message: Bytes): Step<void> {
  yield* fail(sed.self, message);
  sed.self.status = status;
}

/** What was written instead of the file takes its place. */
export function* closeEdited(sed: Sed): Step<void> {
  yield* closeCurrent(sed);
  if (sed.suffix === null || sed.fileName === '-') return;
  const { files } = sed.self.system;
  const name = sed.fileName;
  const stat = files.stat(name);
  const mode = stat.ok ? stat.value.mode : 0o644;
  if (sed.suffix !== '') {
    const slash = name.lastIndexOf('/') + 1;
    const base = name.slice(slash);
    const kept = sed.suffix.includes('*') ? sed.suffix.replaceAll('*', base) : base + sed.suffix;
    const old = files.readFile(name);
    if (old.ok) files.writeFile(kept.includes('/') ? kept : name.slice(0, slash) + kept, old.value, mode);
  }
  const written = files.writeFile(name, sed.edited, mode);
  sed.edited = '';
  if (written.ok) return;
  yield* fail(sed.self, `couldn't open file ${quotedIfNeeded(name)}: ${messageOf(written.errno)}`);
  sed.self.status = 4;
}

export function say(sed: Sed, text: string): void {
  const whole = sed.isEndMissing ? sed.end + text : text;
  sed.isEndMissing = false;
  if (sed.suffix !== null && sed.fileName !== '-') sed.edited += whole;
  else put(sed.self, whole);
}

export function sayPattern(sed: Sed, text: string): void {
  say(sed, sed.lacksEnd ? text : text + sed.end);
  sed.isEndMissing = sed.lacksEnd;
}

/** What was to come after the line. */
export function* sayQueue(sed: Sed): Step<void> {
  for (const item of sed.queue.splice(0)) {
    if (item.kind === 'text') say(sed, item.text);
    else if (item.kind === 'line') say(sed, yield* lineOf(sed, item.file));
    else {
      const opened = yield* openSource(sed.self.system, item.file === '/dev/stdin' ? '-' : item.file);
      if (!opened.ok) continue;
      say(sed, yield* readRest(opened.value));
      closeSource(opened.value);
    }
  }
}

function* lineOf(sed: Sed, file: string): Step<string> {
  let source = sed.lineFiles.get(file);
  if (source === undefined) {
    const opened = yield* openSource(sed.self.system, file);
    source = opened.ok ? opened.value : null;
    sed.lineFiles.set(file, source);
  }
  if (source === null) return '';
  const line = takeLine(source, sed.end) ?? (yield* awaitLine(sed.self, source, sed.end));
  return line === null ? '' : line + sed.end;
}
