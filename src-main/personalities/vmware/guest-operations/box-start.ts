/** A program that goes on in a container after the client was answered. */
import { createUnframer } from '../../../guests/container/box-exec.ts';
import { trying } from '../../../guests/container/engine.ts';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { boxAsks } from './box-asks.table.ts';
import type { BoxBench } from './box-desk.ts';
import type { ProgramOrder } from './hands.ts';
import { unavailable } from './unavailable.ts';

type MayStart = (words: readonly string[]) => Promise<Answer<null>>;

export async function startInBox(
  bench: BoxBench,
  order: ProgramOrder,
  mayStart: MayStart,
): Promise<Answer<number>> {
  const { box, started, now, user } = bench;
  const may = await mayStart([order.program, order.directory ?? '']);
  if (!may.ok) return may;
  const command = `"${order.program}"${order.arguments === '' ? '' : ` ${order.arguments}`}`;
  const begun = await trying(`${order.program} in the container`, () => begin(bench, order, command));
  if (!begun.ok) return unavailable(begun.refusal.message);
  const { pid, ended } = begun.value;
  if (pid === null)
    return faulted('FileFault', `${order.program} could not be started.`, { file: order.program });
  const name = order.program.slice(order.program.lastIndexOf('/') + 1);
  started.put(box.container, { pid, name, owner: user.name, command, startedAt: now(), end: null });
  void ended.then((status) => started.ended(box.container, pid, { at: now(), status }));
  return done(pid);
}

type Begun = { readonly pid: number | null; readonly ended: Promise<number> };

/** Its first line is its number; its end is told by the end of the stream. */
async function begin(
  { box, user, environment }: BoxBench,
  order: ProgramOrder,
  command: string,
): Promise<Begun> {
  const exec = await box.container.exec({
    Cmd: ['/bin/sh', '-c', boxAsks.start, 'tools', command, order.directory ?? user.home],
    AttachStdout: true,
    AttachStderr: true,
    User: user.id,
    Env: [...(order.environment ?? environment)],
  });
  const stream = await exec.start({});
  return new Promise((resolve) => {
    let told = '';
    const ended = new Promise<number>((over) => {
      const finish = (): void => {
        resolve({ pid: null, ended });
        void trying('The end of a program', async () => (await exec.inspect()).ExitCode ?? 255).then(
          (status) => over(status.ok ? status.value : 255),
        );
      };
      stream.once('end', finish);
      stream.once('error', finish);
    });
    stream.on(
      'data',
      createUnframer((bytes) => {
        told += bytes;
        const pid = /^(\d+)\n/.exec(told)?.[1];
        if (pid !== undefined) resolve({ pid: Number(pid), ended });
      }),
    );
  });
}
