import type { Bytes } from '../../bytes.ts';
import { matchesWhole } from '../pattern/match.ts';
import { compilePattern, isPattern, type Pattern } from '../pattern/pattern.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';

/** Names that match, in order; null: none, the word stays as it is. */
export function pathsOf(shell: Shell, pattern: Bytes): readonly Bytes[] | null {
  const found = search(shell, pattern).filter((path) => !isIgnored(shell, path));
  if (found.length > 0) return found.toSorted(byBytes);
  if (shell.shellOptions.has('failglob')) {
    complain(shell, `no match: ${unescaped(pattern)}`);
    shell.unwind ??= { kind: 'discard', status: 1 };
    return [];
  }
  return shell.shellOptions.has('nullglob') ? [] : null;
}

const byBytes = (left: Bytes, right: Bytes): number => (left < right ? -1 : left > right ? 1 : 0);

function unescaped(pattern: Bytes): Bytes {
  return pattern.replace(/\\(.)/gs, '$1');
}

/** One directory after the other: what does not match is never looked into. */
function search(shell: Shell, pattern: Bytes): readonly Bytes[] {
  const steps = splitPath(pattern);
  let places: readonly Bytes[] = [''];
  for (const [at, step] of steps.entries()) {
    const isLast = at === steps.length - 1;
    places = places.flatMap((place) => nextPlaces(shell, place, { ...step, isLast }));
    if (places.length === 0) return places;
  }
  return places;
}

type PathStep = { readonly name: Bytes; readonly slashes: Bytes };

function splitPath(pattern: Bytes): readonly PathStep[] {
  const steps: PathStep[] = [];
  for (const [, name = '', slashes = ''] of pattern.matchAll(
    /((?:\\.|\[(?:\[:\w+:\]|[^\]/])*\]|[^/\\])*)(\/*)/gsu,
  ))
    if (name !== '' || slashes !== '') steps.push({ name, slashes });
  return steps;
}

function nextPlaces(
  shell: Shell,
  place: Bytes,
  step: PathStep & { readonly isLast: boolean },
): readonly Bytes[] {
  const { files } = shell.system;
  const isExtended = shell.shellOptions.has('extglob');
  if (step.name === '**' && shell.shellOptions.has('globstar')) return starStar(shell, place, step);
  if (step.name === '' || !isPattern(step.name, isExtended)) {
    const path = place + unescaped(step.name) + step.slashes;
    return !step.isLast || files.linkStat(path).ok ? [path] : [];
  }
  const matches = matcherOf(shell, step.name);
  const needsDirectory = !step.isLast || step.slashes !== '';
  return entriesOf(shell, place)
    .filter((entry) => matches(entry.name) && (!needsDirectory || isDirectory(shell, place + entry.name)))
    .map((entry) => place + entry.name + step.slashes);
}

function matcherOf(shell: Shell, name: Bytes): (entry: Bytes) => boolean {
  const pattern: Pattern = compilePattern(name, {
    extended: shell.shellOptions.has('extglob'),
    ignoresCase: shell.shellOptions.has('nocaseglob'),
  });
  const takesDots = name.startsWith('.') || name.startsWith('\\.');
  const isAllowed = (entry: Bytes): boolean => {
    if (!entry.startsWith('.')) return true;
    if (entry === '.' || entry === '..') return false;
    return takesDots || shell.shellOptions.has('dotglob') || (valueOf(shell, 'GLOBIGNORE') ?? '') !== '';
  };
  return (entry) => isAllowed(entry) && matchesWhole(pattern, entry);
}

function entriesOf(shell: Shell, place: Bytes): readonly { readonly name: Bytes }[] {
  const listed = shell.system.files.list(place === '' ? '.' : place);
  return listed.ok ? listed.value : [];
}

function isDirectory(shell: Shell, path: Bytes): boolean {
  const stat = shell.system.files.stat(path);
  return stat.ok && stat.value.kind === 'directory';
}

/** Every directory below; at the end every file too. Links to directories are not followed. */
function starStar(
  shell: Shell,
  place: Bytes,
  step: PathStep & { readonly isLast: boolean },
): readonly Bytes[] {
  const found: Bytes[] = [place];
  const visit = (below: Bytes): void => {
    for (const entry of entriesOf(shell, below)) {
      if (entry.name.startsWith('.') && !(shell.shellOptions.has('dotglob') && !/^\.\.?$/.test(entry.name)))
        continue;
      const path = below + entry.name;
      const stat = shell.system.files.linkStat(path);
      const isFolder = stat.ok && stat.value.kind === 'directory';
      if (step.isLast && step.slashes === '') found.push(path);
      else if (isFolder) found.push(`${path}/`);
      if (isFolder) visit(`${path}/`);
    }
  };
  visit(place);
  return step.isLast ? found.filter((path) => path !== '') : found;
}

function isIgnored(shell: Shell, path: Bytes): boolean {
  const ignored = valueOf(shell, 'GLOBIGNORE') ?? '';
  if (ignored === '') return false;
  return ignored
    .split(':')
    .some((each) => matchesWhole(compilePattern(each, { extended: true, ignoresCase: false }), path));
}
