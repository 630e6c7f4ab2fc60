import type { SFTPWrapper } from 'ssh2';
import type { Program, Step } from '../../../sim/guests/kernel/program.ts';
import { createDrain, createFeed } from '../../../sim/guests/terminal/channel.ts';
import { hostProcess } from '../live-guest.ts';
import type { Ask, FileTask } from './file-answers.ts';
import { serveHandles } from './serve-handles.ts';
import { servePaths } from './serve-paths.ts';
import type { Visit } from './visit.ts';

/** An sftp-server: one process of the user inside the guest, that does what the client asks one after another. */
export function serveFiles(sftp: SFTPWrapper, { guest, account }: Visit): void {
  const tasks: FileTask[] = [];
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
  const ask: Ask = (task) => {
    tasks.push(task);
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

const server = (tasks: FileTask[], say: (speak: () => void) => void): Program =>
  function* (system): Step<number> {
    for (;;) {
      const task = tasks.shift();
      if (task === undefined) {
        const rung = yield* system.descriptors.read(0, 4096);
        if (!rung.ok || (rung.value === '' && tasks.length === 0)) return 0;
        continue;
      }
      say(yield* task(system));
    }
  };
