import { messageOf, type Errno } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step } from '../../kernel/program.ts';
import { matchesWhole } from '../../shell/pattern/match.ts';
import { plainTexts, wholeFile } from './files.ts';
import { matcherOf } from './grep-matcher.ts';
import { grepForm, grepOf, type Grep } from './grep-options.ts';
import { searchSource, type Searching } from './grep-search.ts';
import { has, parseOptions, type Given } from './options.ts';
import { openSource } from './source.ts';
import { breathe, complain, createTool, flush, isDue, put, writeAll, type Tool } from './tool.ts';

const usage = (name: Bytes): Bytes =>
  `Usage: ${name} [OPTION]... PATTERNS [FILE]...\nTry '${name} --help' for more information.\n`;

export const grep: Program = function* (system) {
  const self = createTool(system);
  const parsed = parseOptions(system.arguments.slice(1), {
    ...grepForm,
    long: { ...grepForm.long, help: 'help', version: 'V' },
  });
  if (!parsed.ok) return yield* wrong(self, `${self.name}: ${parsed.message}\n${usage(self.name)}`);
  const { given } = parsed;
  if (has(given, 'V') || has(given, 'help')) {
    put(self, has(given, 'V') ? 'grep (GNU grep) 3.8\n' : usage(self.name));
    yield* flush(self);
    return 0;
  }
  const options = grepOf(given, { name: self.name, isTerminal: system.descriptors.isTerminal(1) });
  if ('wrong' in options) return yield* wrong(self, `${self.name}: ${options.wrong}\n`);
  const names = [...given.operands];
  const sources = yield* sourcesOf(self, given, names);
  if (sources === null) return 2;
  if (sources === 'none') return yield* wrong(self, usage(self.name));
  const matching = matcherOf(sources, options);
  if (!matching.ok) return yield* wrong(self, `${self.name}: ${matching.message}\n`);
  const searching: Searching = {
    ...namingOf(given, names),
    self,
    grep: options,
    matcher: matching.matcher,
    binaries: [],
    so: { isAny: false, hasGroup: false },
  };
  yield* searchAll(searching, names);
  yield* flush(self);
  return statusOf(searching);
};

function namingOf(given: Given, names: readonly Bytes[]): Pick<Searching, 'isNamed' | 'namesFound'> {
  const namesFound = !has(given, 'h');
  return { isNamed: namesFound && (has(given, 'H') || names.length > 1), namesFound };
}

function statusOf({ self, grep, so }: Searching): number {
  if (so.isAny && (self.status === 0 || grep.shows === 'nothing')) return 0;
  return self.status === 0 ? 1 : 2;
}

function* wrong(self: Tool, text: Bytes): Step<number> {
  yield* writeAll(self.system, 2, text);
  return 2;
}

/** Of -e and -f in their order, else the first operand, which is taken away. Null: told. */
function* sourcesOf(self: Tool, given: Given, names: Bytes[]): Step<readonly Bytes[] | null | 'none'> {
  const sources: Bytes[] = [];
  if (!has(given, 'e', 'f')) {
    const first = names.shift();
    return first === undefined ? 'none' : first.split('\n');
  }
  for (const { name, value } of given.all) {
    if (name === 'e') sources.push(...(value ?? '').split('\n'));
    if (name !== 'f') continue;
    const text = yield* wholeFile(self, value ?? '', plainTexts);
    if (text === null) return null;
    if (text !== '') sources.push(...text.replace(/\n$/, '').split('\n'));
  }
  return sources;
}

function* searchAll(searching: Searching, names: readonly Bytes[]): Step<void> {
  const { grep } = searching;
  if (names.length > 0) for (const name of names) yield* searchNamed(searching, name, 'named');
  else if (grep.walks) yield* walk(searching, '');
  else yield* searchNamed(searching, '-', 'named');
}

function* searchNamed(searching: Searching, name: Bytes, how: 'named' | 'found'): Step<void> {
  if (searching.grep.shows === 'nothing' && searching.so.isAny) return;
  if (name !== '-' && !(yield* isSearched(searching, name, how))) return;
  const opened = yield* openSource(searching.self.system, name);
  if (!opened.ok) {
    yield* tell(searching, name, opened.errno);
    return;
  }
  yield* searchSource(
    how === 'found' && searching.namesFound ? { ...searching, isNamed: true } : searching,
    opened.value,
  );
  if (opened.value.errno !== null) yield* tell(searching, name, opened.value.errno);
}

/** Whether it is to be opened: a directory is done with here. */
function* isSearched(searching: Searching, name: Bytes, how: 'named' | 'found'): Step<boolean> {
  const stat = searching.self.system.files.stat(name);
  if (!stat.ok) {
    yield* tell(searching, name, stat.errno);
    return false;
  }
  if (stat.value.kind === 'directory') {
    yield* meetDirectory(searching, name);
    return false;
  }
  return (how === 'named' || stat.value.kind === 'file') && !isLeftOut(searching.grep, name);
}

function* meetDirectory(searching: Searching, name: Bytes): Step<void> {
  const { self, grep } = searching;
  if (grep.walks) yield* walk(searching, name);
  else if (grep.directories === 'read') {
    self.status = 2;
    yield* writeAll(self.system, 2, grep.isSilent ? '' : `${self.name}: ${name}: Is a directory\n`);
  }
}

function* tell({ self, grep }: Searching, name: Bytes, errno: Errno): Step<void> {
  self.status = 2;
  if (!grep.isSilent) yield* complain(self, `${name}: ${messageOf(errno)}`);
}

function isLeftOut({ include, exclude }: Grep, name: Bytes): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (exclude.some((pattern) => matchesWhole(pattern, base))) return true;
  return include.length > 0 && !include.some((pattern) => matchesWhole(pattern, base));
}

function* walk(searching: Searching, directory: Bytes): Step<void> {
  const { self, grep } = searching;
  const list = self.system.files.list(directory === '' ? '.' : directory);
  if (!list.ok) {
    yield* tell(searching, directory === '' ? '.' : directory, list.errno);
    return;
  }
  for (const { name, kind } of list.value) {
    if (name === '.' || name === '..') continue;
    const path = directory === '' ? name : `${directory.replace(/\/$/, '')}/${name}`;
    if (kind === 'directory') {
      if (!grep.excludeDirectories.some((pattern) => matchesWhole(pattern, name)))
        yield* walk(searching, path);
    } else if (kind === 'file') yield* searchNamed(searching, path, 'found');
    if (isDue(self)) yield* breathe(self);
  }
}
