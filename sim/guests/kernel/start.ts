import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Credentials } from '../files/node.ts';
import { current, find, rootOf } from '../files/walk.ts';
import type { Image } from './image.ts';
import { loadImage } from './image.ts';
import { createDescription, createNameless } from './open.ts';
import { nameless } from './pipe.ts';
import { terminalPlace } from './proc/terminals.ts';
import type { Description, Kernel, Process, Stream, TerminalDevice } from './process.ts';
import type { Program, SpawnRequest } from './program.ts';
import { bear } from './spawn.ts';
import { terminalStream } from './terminal-stream.ts';

/** What the host starts: a session of its own, on a terminal or between streams. */
export type StartRequest = Pick<SpawnRequest, 'file' | 'arguments' | 'environment'> & {
  readonly who: Credentials;
  /** Where it works; / where that is not there. */
  readonly directory: Bytes;
  readonly lines:
    | { readonly kind: 'terminal'; readonly terminal: TerminalDevice }
    | { readonly kind: 'streams'; readonly input: Stream; readonly output: Stream; readonly error: Stream }
    | { readonly kind: 'none' };
  /** Instead of what the file holds: a service of the host's own, that is in no file. */
  readonly program: Program | null;
  /** It is pid 1, whom orphans come to. */
  readonly isFirst: boolean;
};

export function startProcess(kernel: Kernel, request: StartRequest): Answer<Process> {
  if (request.isFirst && kernel.processes.has(1)) return failed('EBUSY');
  const asker = { who: request.who, pid: 0 };
  const caller = { asker, from: rootOf(kernel.space), umask: 0o022 };
  const home = find(kernel.space, caller, { path: request.directory, last: 'follow' });
  const directory = home.ok && home.value.node.kind === 'directory' ? home.value : rootOf(kernel.space);
  const standing = { who: request.who, pid: 0, directory, umask: 0o022 };
  const image =
    request.program === null
      ? loadImage(kernel, standing, request)
      : done(ownImage(request, request.program));
  if (!image.ok) return image;
  const { nextPid } = kernel;
  if (request.isFirst) kernel.nextPid = 1;
  const born = bear(kernel, {
    ...image.value,
    executable: image.value.path,
    real: request.who,
    environment: request.environment,
    directory: current(directory),
    umask: 0o022,
    nice: 0,
    parent: null,
    group: 'own',
    descriptors: descriptorsOf(kernel, request),
  });
  if (request.isFirst) kernel.nextPid = nextPid;
  if (born.ok && request.lines.kind === 'terminal') take(born.value, request.lines.terminal);
  return born;
}

const ownImage = ({ file, arguments: words, who }: StartRequest, program: Program): Image => ({
  program,
  path: file,
  name: file.slice(file.lastIndexOf('/') + 1).slice(0, 15),
  arguments: words,
  who,
});

function take(process: Process, terminal: TerminalDevice): void {
  process.terminal = terminal;
  terminal.session = process.session;
  terminal.foreground = process.group;
}

function descriptorsOf(kernel: Kernel, { lines }: StartRequest): readonly Description[] {
  switch (lines.kind) {
    case 'none':
      return [];
    case 'terminal': {
      const place = terminalPlace(kernel, lines.terminal);
      const access = {
        access: 'both',
        isAppending: false,
        path: `/dev/${lines.terminal.name}`,
        place,
      } as const;
      const description = createDescription(terminalStream(kernel, lines.terminal), access);
      return [description, description, description];
    }
    case 'streams': {
      const { input, output, error } = lines;
      return [
        channel(kernel, input, 'read'),
        channel(kernel, output, 'write'),
        channel(kernel, error, 'write'),
      ];
    }
    default:
      return lines satisfies never;
  }
}

function channel(kernel: Kernel, stream: Stream, access: 'read' | 'write'): Description {
  const facts = nameless(kernel);
  return createNameless(stream, { access, path: `pipe:[${facts.inode}]`, nameless: facts });
}
