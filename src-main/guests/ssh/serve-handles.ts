import type { SFTPWrapper } from 'ssh2';
import { done } from '../../../sim/guests/answer.ts';
import type { Answer } from '../../../sim/guests/answer.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import type { Step, System } from '../../../sim/guests/kernel/program.ts';
import { refuse, reply, settle, status } from './file-answers.ts';
import type { Ask } from './file-answers.ts';
import { answered, change, entriesIn, factsOf, openFlags, pathOf, realPath } from './file-requests.ts';
import type { NamedFile, NewFacts } from './file-requests.ts';

type Handle =
  | {
      readonly kind: 'file';
      readonly descriptor: number;
      readonly path: Bytes;
      readonly isAppending: boolean;
    }
  | { readonly kind: 'directory'; rest: NamedFile[] };

/** Names in one answer: they must fit a packet. */
const mostNames = 100;
const mostHandles = 500;

type Handles = {
  readonly give: (id: number, handle: Handle) => void;
  readonly find: (name: Buffer) => Handle | undefined;
  readonly drop: (name: Buffer) => void;
  /** Says so where there is none. */
  readonly isRoom: (id: number) => boolean;
};

function createHandles(sftp: SFTPWrapper): Handles {
  const handles = new Map<number, Handle>();
  let last = 0;
  return {
    give: (id, handle) => {
      last += 1;
      handles.set(last, handle);
      const name = Buffer.alloc(4);
      name.writeUInt32BE(last);
      sftp.handle(id, name);
    },
    find: (name) => (name.length === 4 ? handles.get(name.readUInt32BE()) : undefined),
    drop: (name) => void handles.delete(name.readUInt32BE()),
    isRoom: (id) => {
      if (handles.size < mostHandles) return true;
      sftp.status(id, status.failure, 'Too many open files');
      return false;
    },
  };
}

/** Requests of files and directories that are open. */
export function serveHandles(sftp: SFTPWrapper, ask: Ask): void {
  const { give, find, drop, isRoom } = createHandles(sftp);
  sftp.on('OPEN', (id, filename, ...[flags, attrs]) => {
    if (!isRoom(id)) return;
    ask(function* (system) {
      const path = realPath(system, pathOf(filename));
      const wanted = openFlags(flags);
      const mode = (attrs as NewFacts | undefined)?.mode ?? 0o666;
      const opened: Answer<number> = path.ok
        ? yield* system.descriptors.open(path.value, wanted, mode & 0o7777)
        : path;
      return reply(sftp, id)(opened, (descriptor) =>
        give(id, {
          kind: 'file',
          descriptor,
          path: path.ok ? path.value : '',
          isAppending: wanted.append === true,
        }),
      );
    });
  });
  sftp.on('OPENDIR', (id, path) => {
    if (!isRoom(id)) return;
    ask(function* (system) {
      yield* [];
      return reply(sftp, id)(entriesIn(system, pathOf(path)), (rest) =>
        give(id, { kind: 'directory', rest }),
      );
    });
  });
  sftp.on('READDIR', (id, name) => {
    const handle = find(name);
    if (handle?.kind !== 'directory') return refuse(sftp, id, 'EBADF');
    const some = handle.rest.splice(0, mostNames);
    if (some.length === 0) sftp.status(id, status.eof);
    else sftp.name(id, some);
  });
  sftp.on('CLOSE', (id, name) => {
    const handle = find(name);
    if (handle === undefined) return refuse(sftp, id, 'EBADF');
    drop(name);
    if (handle.kind === 'directory') return sftp.status(id, status.ok);
    ask(function* (system) {
      yield* [];
      const closed = system.descriptors.close(handle.descriptor);
      return () => settle(sftp, id, closed);
    });
  });
  serveOpenFiles(sftp, ask, (name) => {
    const handle = find(name);
    return handle?.kind === 'file' ? handle : undefined;
  });
}

type OpenFile = Extract<Handle, { kind: 'file' }>;

function serveOpenFiles(sftp: SFTPWrapper, ask: Ask, find: (name: Buffer) => OpenFile | undefined): void {
  const withFile = (
    id: number,
    name: Buffer,
    run: (system: System, file: OpenFile) => Step<() => void>,
  ): void => {
    const file = find(name);
    if (file === undefined) refuse(sftp, id, 'EBADF');
    else ask((system) => run(system, file));
  };
  sftp.on('READ', (id, name, ...[offset, most]) =>
    withFile(id, name, function* (system, { descriptor }) {
      const sought = system.descriptors.seek(descriptor, offset, 'start');
      const read: Answer<Bytes> = sought.ok
        ? yield* system.descriptors.read(descriptor, Math.min(most, 262_144))
        : sought;
      return reply(sftp, id)(read, (bytes) =>
        bytes === '' ? sftp.status(id, status.eof) : sftp.data(id, Buffer.from(bytes, 'latin1')),
      );
    }),
  );
  sftp.on('WRITE', (id, name, ...[offset, data]) => {
    const bytes = data.toString('latin1');
    withFile(id, name, function* (system, { descriptor, isAppending }) {
      const sought = isAppending ? done(0) : system.descriptors.seek(descriptor, offset, 'start');
      const written: Answer<void> = sought.ok ? yield* system.descriptors.write(descriptor, bytes) : sought;
      return () => settle(sftp, id, written);
    });
  });
  sftp.on('FSTAT', (id, name) =>
    withFile(id, name, function* (system, { descriptor }) {
      yield* [];
      const stat = answered(system.descriptors.stat(descriptor), factsOf);
      return reply(sftp, id)(stat, (attrs) => sftp.attrs(id, attrs));
    }),
  );
  sftp.on('FSETSTAT', (id, name, attrs) =>
    withFile(id, name, function* (system, { path }) {
      const changed = yield* change(system, path, attrs);
      return () => settle(sftp, id, changed);
    }),
  );
}
