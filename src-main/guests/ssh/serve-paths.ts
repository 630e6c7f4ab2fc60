import type { SFTPWrapper } from 'ssh2';
import { done } from '../../../sim/guests/answer.ts';
import type { Answer } from '../../../sim/guests/answer.ts';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import { textOf } from '../../../sim/guests/bytes.ts';
import type { Step, System } from '../../../sim/guests/kernel/program.ts';
import { reply, settle, status } from './file-answers.ts';
import type { Ask } from './file-answers.ts';
import { change, facts, pathOf, realPath, renameOnly, wordsIn } from './file-requests.ts';
import type { NewFacts } from './file-requests.ts';

/** Requests that name what they mean by its path. */
export function servePaths(sftp: SFTPWrapper, ask: Ask): void {
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
