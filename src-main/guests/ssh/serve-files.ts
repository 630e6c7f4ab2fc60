import type { SFTPWrapper } from 'ssh2';
import { messageOf } from '../../../sim/guests/answer.ts';
import type { Answer } from '../../../sim/guests/answer.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import { textOf } from '../../../sim/guests/bytes.ts';
import { done } from '../../../sim/guests/answer.ts';
import type { Errno } from '../../../sim/guests/answer.ts';
import type { Program, Step, System } from '../../../sim/guests/kernel/program.ts';
import { createDrain, createFeed } from '../../../sim/guests/terminal/channel.ts';
import { hostProcess } from '../live-guest.ts';
import {
  answered,
  change,
  entriesIn,
  facts,
  factsOf,
  openFlags,
  pathOf,
  realPath,
  renameOnly,
  wordsIn,
} from './file-requests.ts';
import type { NamedFile, NewFacts } from './file-requests.ts';
import type { Visit } from './visit.ts';

const status = { ok: 0, eof: 1, missing: 2, denied: 3, failure: 4, unsupported: 8 } as const;

type Task = { readonly run: (system: System) => Step<() => void> };

/** An sftp-server: one process of the user inside the guest, that does what the client asks one after another. */
export function serveFiles(sftp: SFTPWrapper, { guest, account }: Visit): void {
  const tasks: Task[] = [];
  const bell = createFeed();
  const nowhere = createDrain({ send: () => undefined });
  const stopEnds = guest.onEnd(() => sftp.end());
  const close = (): void => {
    stopEnds();
    bell.end();
    guest.wake();
  };
  const started = guest.start({
    ...hostProcess(account.who),
    file: '/usr/lib/openssh/sftp-server',
    arguments: ['/usr/lib/openssh/sftp-server'],
    environment: new Map([['HOME', account.home]]),
    directory: account.home,
    lines: { kind: 'streams', input: bell, output: nowhere, error: nowhere },
    program: server(tasks, guest.say),
  });
  if (!started.ok) {
    stopEnds();
    sftp.end();
    return;
  }
  sftp.on('close', close);
  // The client has asked all it wanted, and waits for our end.
  sftp.on('end', () => {
    close();
    sayExit(sftp);
    sftp.end();
  });
  const ask = (run: Task['run']): void => {
    tasks.push({ run });
    bell.push('.');
    guest.wake();
  };
  serveHandles(sftp, ask);
  servePaths(sftp, ask);
}

/** Without an exit status scp takes all for lost. ssh2 gives its SFTP streams none, so it is said on its channel. */
function sayExit(sftp: SFTPWrapper): void {
  const channel = sftp as unknown as {
    readonly _protocol: { readonly exitStatus: (channel: number, status: number) => void };
    readonly outgoing: { readonly id: number; readonly state: string };
  };
  if (channel.outgoing.state === 'open') channel._protocol.exitStatus(channel.outgoing.id, 0);
}

const server = (tasks: Task[], say: (speak: () => void) => void): Program =>
  function* (system): Step<number> {
    for (;;) {
      const task = tasks.shift();
      if (task === undefined) {
        const rung = yield* system.descriptors.read(0, 4096);
        if (!rung.ok || (rung.value === '' && tasks.length === 0)) return 0;
        continue;
      }
      say(yield* task.run(system));
    }
  };

type Ask = (run: Task['run']) => void;

const codeOf = (errno: Errno): number => {
  if (errno === 'ENOENT') return status.missing;
  return errno === 'EACCES' || errno === 'EPERM' ? status.denied : status.failure;
};

const refuse = (sftp: SFTPWrapper, id: number, errno: Errno): void =>
  sftp.status(id, codeOf(errno), messageOf(errno));

const settle = (sftp: SFTPWrapper, id: number, answer: Answer<unknown>): void =>
  answer.ok ? sftp.status(id, status.ok) : refuse(sftp, id, answer.errno);

/** Answers with what the request gave, or says why not. */
const reply =
  (sftp: SFTPWrapper, id: number) =>
  <Value>(answer: Answer<Value>, give: (value: Value) => void) =>
  (): void =>
    answer.ok ? give(answer.value) : refuse(sftp, id, answer.errno);

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

function serveHandles(sftp: SFTPWrapper, ask: Ask): void {
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

function servePaths(sftp: SFTPWrapper, ask: Ask): void {
  const act = (id: number, run: (system: System) => Step<Answer<unknown>> | Answer<unknown>): void =>
    ask(function* (system) {
      const running = run(system);
      const answer = 'ok' in running ? running : yield* running;
      return () => settle(sftp, id, answer);
    });
  const look = (id: number, path: string, last: 'follow' | 'stay'): void =>
    ask(function* (system) {
      yield* [];
      return reply(sftp, id)(facts(system, pathOf(path), last), (attrs) => sftp.attrs(id, attrs));
    });
  const tell = (id: number, run: (system: System) => Answer<Bytes>): void =>
    ask(function* (system) {
      yield* [];
      return reply(sftp, id)(run(system), (path) => {
        const filename = textOf(path);
        sftp.name(id, [{ filename, longname: filename, attrs: {} as never }]);
      });
    });
  sftp.on('STAT', (id, path) => look(id, path, 'follow'));
  sftp.on('LSTAT', (id, path) => look(id, path, 'stay'));
  sftp.on('REALPATH', (id, path) => tell(id, (system) => realPath(system, pathOf(path))));
  sftp.on('READLINK', (id, path) => tell(id, (system) => system.files.readLink(pathOf(path))));
  sftp.on('REMOVE', (id, path) => act(id, (system) => system.files.remove(pathOf(path))));
  sftp.on('RMDIR', (id, path) => act(id, (system) => system.files.removeDirectory(pathOf(path))));
  sftp.on('MKDIR', (id, path, attrs) =>
    act(id, (system) =>
      system.files.makeDirectory(pathOf(path), ((attrs as NewFacts).mode ?? 0o777) & 0o7777),
    ),
  );
  sftp.on('SETSTAT', (id, path, attrs) => act(id, (system) => change(system, pathOf(path), attrs)));
  sftp.on('RENAME', (id, from, to) => act(id, (system) => renameOnly(system, pathOf(from), pathOf(to))));
  // The other way round than ssh2's types say.
  sftp.on('SYMLINK', (id, path, goal) =>
    act(id, (system) => system.files.makeLink(pathOf(goal), pathOf(path))),
  );
  sftp.on('EXTENDED', (id, name, data) => {
    const [first = '', second = ''] = wordsIn(data);
    switch (name) {
      case 'posix-rename@openssh.com':
        return act(id, (system) => system.files.rename(first, second));
      case 'hardlink@openssh.com':
        return act(id, (system) => system.files.makeTwin(first, second));
      case 'fsync@openssh.com':
        return act(id, () => done(undefined));
      default:
        return sftp.status(id, status.unsupported, `${name} is not known here`);
    }
  });
}
