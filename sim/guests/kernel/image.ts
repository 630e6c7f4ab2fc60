import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { FileNode, Place } from '../files/file-node.ts';
import type { Credentials } from '../files/node.ts';
import { isAllowed, runBit } from '../files/permission.ts';
import { pathOf } from '../files/tree.ts';
import { find } from '../files/walk.ts';
import type { Standing } from './open.ts';
import { callerOf } from './open.ts';
import type { Kernel } from './process.ts';
import type { Program, SpawnRequest } from './program.ts';

/** A file that is one of our programs begins with this and the program's name. */
export const programMark = '\x7fELF\x02\x01\x01\0coldaisle\0';
export const programFile = (name: string): Bytes => `${programMark}${name}\n`;

const mostScripts = 4;
const longestFirstLine = 255;
const longestArgument = 131_072;
const longestArguments = 2_097_152;

export type Image = {
  readonly program: Program;
  readonly path: Bytes;
  readonly name: Bytes;
  readonly arguments: readonly Bytes[];
  /** As whom it runs, where the file is set-uid or set-gid. */
  readonly who: Credentials;
};

type Wanted = Pick<SpawnRequest, 'file' | 'arguments' | 'environment'>;

/** What a file becomes when it is run; `#!` lines lead to their interpreters. */
export function loadImage(kernel: Kernel, process: Standing, wanted: Wanted): Answer<Image> {
  if (isTooLong(wanted)) return failed('E2BIG');
  let { file, arguments: words } = wanted;
  for (let depth = 0; depth <= mostScripts; depth += 1) {
    const place = runnable(kernel, process, file);
    if (!place.ok) return place;
    const { node } = place.value;
    if (node.content.startsWith(programMark))
      return imageOf(kernel, process, { place: place.value, first: wanted.file, words });
    const script = scriptLine(node.content);
    if (script === null) return failed('ENOEXEC');
    words = [script.interpreter, ...script.argument, file, ...words.slice(1)];
    file = script.interpreter;
  }
  return failed('ELOOP');
}

function isTooLong({ arguments: words, environment }: Wanted): boolean {
  let all = 0;
  for (const word of words) {
    if (word.length >= longestArgument) return true;
    all += word.length + 9;
  }
  for (const [name, value] of environment) {
    if (name.length + value.length + 1 >= longestArgument) return true;
    all += name.length + value.length + 10;
  }
  return all > longestArguments;
}

function runnable(kernel: Kernel, process: Standing, file: Bytes): Answer<Place> {
  const place = find(kernel.space, callerOf(process), { path: file, last: 'follow' });
  if (!place.ok) return place;
  const { node, source } = place.value;
  if (node.kind !== 'file' || node.live !== null) return failed('EACCES');
  if (source.options.split(',').includes('noexec')) return failed('EACCES');
  return isAllowed(node, process.who, runBit) ? place : failed('EACCES');
}

type Script = { readonly interpreter: Bytes; readonly argument: readonly Bytes[] };

/** All after the interpreter's name is one argument, as Linux has it. */
function scriptLine(content: Bytes): Script | null {
  if (!content.startsWith('#!')) return null;
  const end = content.indexOf('\n');
  const line = content
    .slice(2, Math.min(end === -1 ? content.length : end, longestFirstLine + 2))
    .replace(/^[ \t]+|[ \t]+$/g, '');
  if (line === '') return null;
  const gap = line.search(/[ \t]/);
  if (gap === -1) return { interpreter: line, argument: [] };
  return { interpreter: line.slice(0, gap), argument: [line.slice(gap).replace(/^[ \t]+/, '')] };
}

type Loading = { readonly place: Place; readonly first: Bytes; readonly words: readonly Bytes[] };

function imageOf(kernel: Kernel, process: Standing, { place, first, words }: Loading): Answer<Image> {
  const { node } = place;
  const end = node.content.indexOf('\n');
  const program = kernel.programs.get(node.content.slice(programMark.length, end === -1 ? undefined : end));
  if (program === undefined) return failed('ENOEXEC');
  return done({
    program,
    path: pathOf(place),
    name: first.slice(first.lastIndexOf('/') + 1).slice(0, 15),
    arguments: words,
    who: rightsOf(node, process.who, place.source.options.split(',').includes('nosuid')),
  });
}

function rightsOf(node: FileNode, who: Credentials, isBarred: boolean): Credentials {
  if (isBarred || (node.mode & 0o6000) === 0) return who;
  const uid = (node.mode & 0o4000) === 0 ? who.uid : node.uid;
  const gid = (node.mode & 0o2010) === 0o2010 ? node.gid : who.gid;
  return { uid, gid, groups: who.groups };
}
