/** What a machine does, whatever runs in it: a simulated system, or a container. Asked by the faces that users have. */
import { expect, test } from 'vitest';
import type { TerminalServerMessage } from '../../../sim/contract/terminal.ts';
import type { Host } from '../../host/host.ts';
import { doing } from '../../host/testing/test-host.ts';
import type { Viewer } from '../terminal-life.ts';
import { finished, run, runWith, turnedOn, until } from './driven-machines.fixture.ts';
import type { Driver } from './driven-machines.fixture.ts';

type Screen = { text: string; readonly messages: TerminalServerMessage[] };

async function shell(host: Host, machine: string) {
  const screen: Screen = { text: '', messages: [] };
  const viewer: Viewer = {
    send: (message) => void screen.messages.push(message),
    bytes: (bytes) => {
      screen.text += bytes;
    },
    backlog: () => 0,
    close: () => undefined,
  };
  const request = { machine, as: 'root', kind: 'shell', mode: 'control', columns: 100, rows: 30 } as const;
  const opened = await host.terminals?.open(request, viewer);
  if (opened?.ok !== true) throw new Error(opened?.refusal.message ?? 'no terminals');
  const seat = opened.value;
  const shows = (text: string) =>
    until(
      () => screen.text,
      (all) => all.includes(text),
    );
  return { seat, screen, shows };
}

/** Call it once for each driver, beside what opens and closes its host. */
export function describeMachine({ name: driver, host, make }: Driver): void {
  test(`FR-190-310 ${driver}: a machine is off, on, still and off again, and lets nobody in unless it is on`, async () => {
    const id = await make('life');
    expect((await run(host(), 'life', 'true')).status).not.toBe(0);
    await turnedOn(host(), id, 'life');
    await doing(host(), { type: 'machine.power', id, verb: 'pause' });
    await until(
      () => run(host(), 'life', 'true'),
      ({ status }) => status !== 0,
    );
    await doing(host(), { type: 'machine.power', id, verb: 'unpause' });
    await until(
      () => run(host(), 'life', 'true'),
      ({ status }) => status === 0,
    );
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await until(
      () => run(host(), 'life', 'true'),
      ({ status }) => status !== 0,
    );
  });

  test(`FR-190-311 ${driver}: a command has its output, its errors apart, its input and its status`, async () => {
    await turnedOn(host(), await make('exec'), 'exec');
    expect(await run(host(), 'exec', 'echo out; echo err >&2; exit 7')).toEqual({
      status: 7,
      output: 'out\n',
      error: 'err\n',
    });
    const bytes = String.fromCharCode(...Array.from({ length: 256 }, (_, at) => at));
    const echoed = await runWith(host(), 'exec', {
      command: 'cat >/root/bytes; wc -c </root/bytes',
      input: bytes,
    });
    expect(echoed.output.trim()).toBe('256');
    expect((await run(host(), 'exec', 'no-such-program')).status).toBe(127);
  });

  test(`FR-190-312 ${driver}: a console has a terminal, its size and Ctrl-C, and ends with its shell`, async () => {
    await turnedOn(host(), await make('console'), 'console');
    const { seat, screen, shows } = await shell(host(), 'console');
    await shows('# ');
    seat.input('stty size || echo "$LINES $COLUMNS"\r');
    await shows('30 100');
    seat.input('echo "no""w"; sleep 9999\r');
    await shows('now\r\n');
    seat.input('\x03');
    seat.input('echo $((6 * 7))\r');
    await shows('42\r\n');
    seat.input('exit 3\r');
    const ended = await until(
      () => screen.messages.find(({ type }) => type === 'ended'),
      (message) => message !== undefined,
    );
    expect(ended).toMatchObject({ reason: 'exited', status: 3 });
  });

  test(`FR-190-313 ${driver}: what was written stays over a power cycle, and the machine knows its name`, async () => {
    const id = await make('files');
    await turnedOn(host(), id, 'files');
    expect(
      (await run(host(), 'files', 'echo kept >/root/note; mkdir -p /srv/a/b; ln -s a /srv/l; hostname'))
        .output,
    ).toBe('files\n');
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await turnedOn(host(), id, 'files');
    expect((await run(host(), 'files', 'cat /root/note; readlink /srv/l; ls /srv/a')).output).toBe(
      'kept\na\nb\n',
    );
  });

  test(`FR-190-314 ${driver}: a snapshot is come back to`, async () => {
    const id = await make('points');
    await turnedOn(host(), id, 'points');
    await run(host(), 'points', 'echo before >/root/note');
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await doing(host(), { type: 'machine.snapshot', id, name: 'one' });
    await finished(host());
    await turnedOn(host(), id, 'points');
    await run(host(), 'points', 'echo after >/root/note');
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    await doing(host(), { type: 'machine.revert', id, snapshot: 1 });
    await finished(host());
    await turnedOn(host(), id, 'points');
    expect((await run(host(), 'points', 'cat /root/note')).output).toBe('before\n');
  });
}
