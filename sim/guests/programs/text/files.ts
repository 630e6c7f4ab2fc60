import { messageOf, type Errno } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { closeSource, openSource, readRest, type Source } from './source.ts';
import { fail, quoted, type Tool } from './tool.ts';

export type FailTexts = {
  readonly open: (name: Bytes, errno: Errno) => Bytes;
  readonly read: (name: Bytes, errno: Errno) => Bytes;
};

/** `cat: x: No such file or directory` */
export const plainTexts: FailTexts = {
  open: (name, errno) => `${name}: ${messageOf(errno)}`,
  read: (name, errno) => `${name}: ${messageOf(errno)}`,
};

/** `head: cannot open 'x' for reading: No such file or directory` */
export const longTexts: FailTexts = {
  open: (name, errno) => `cannot open ${quoted(name)} for reading: ${messageOf(errno)}`,
  read: (name, errno) => `error reading ${quoted(name)}: ${messageOf(errno)}`,
};

/** Every file named, or the standard input; what cannot be opened is told and left out. */
export function* eachSource(
  self: Tool,
  { names, texts }: { readonly names: readonly Bytes[]; readonly texts: FailTexts },
  act: (source: Source) => Step<void>,
): Step<void> {
  for (const name of names.length === 0 ? ['-'] : names) {
    const opened = yield* openSource(self.system, name);
    if (!opened.ok) {
      yield* fail(self, texts.open(name, opened.errno));
      continue;
    }
    yield* act(opened.value);
    if (opened.value.errno !== null) yield* fail(self, texts.read(name, opened.value.errno));
    closeSource(opened.value);
  }
}

/** A whole file; null: told. */
export function* wholeFile(self: Tool, name: Bytes, texts: FailTexts): Step<Bytes | null> {
  const opened = yield* openSource(self.system, name);
  if (!opened.ok) {
    yield* fail(self, texts.open(name, opened.errno));
    return null;
  }
  const text = yield* readRest(opened.value);
  closeSource(opened.value);
  if (opened.value.errno === null) return text;
  yield* fail(self, texts.read(name, opened.value.errno));
  return null;
}

/** Lines without their ends; the last one may have none. */
export function linesOf(text: Bytes, end: Bytes): Bytes[] {
  if (text === '') return [];
  const lines = text.split(end);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
