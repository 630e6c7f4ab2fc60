/** What a machine does, whatever runs in it: a simulated system, or a container. Asked by the faces that users have. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import type { Host } from '../../host/host.ts';
import { ask, doing } from '../../host/testing/test-host.ts';
import type { TerminalServerMessage } from '../../../sim/contract/terminal.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Viewer } from '../terminal-life.ts';

export type Driver = {
  readonly name: string;
  /** One host for all of its tests, with a datacenter, a pool of addresses and a network. */
  readonly host: () => Host;
  /** A machine that is off, and runs in this driver's way when it is switched on. */
  readonly make: (name: string) => Promise<EntityId>;
};

type Asked = { readonly command: string; readonly input: string };
type Ran = { readonly status: number | null; readonly output: string; readonly error: string };

/** With the lab's key, at the port that leads to all. `status` is null where nobody was let in. */
export const run = (host: Host, machine: string, command: string): Promise<Ran> =>
  runWith(host, machine, { command, input: '' });

async function runWith(host: Host, machine: string, { command, input }: Asked): Promise<Ran> {
  const { ssh } = await ask(host, 'consoles', {});
  const client = new ssh2.Client();
  const kept = { output: '', error: '' };
  return new Promise((resolve) => {
    const end = (status: number | null): void => {
      client.end();
      resolve({ status, ...kept });
    };
    client.on('error', () => end(null));
    client.on('ready', () =>
      client.exec(command, (failure, channel) => {
        if (failure !== undefined) return end(null);
        let status: number | null = null;
        channel.on('data', (data: Buffer) => (kept.output += data.toString('latin1')));
        channel.stderr.on('data', (data: Buffer) => (kept.error += data.toString('latin1')));
        channel.on('exit', (code: number | null) => (status = code));
        channel.on('close', () => end(status));
        channel.end(Buffer.from(input, 'latin1'));
      }),
    );
    client.connect({
      host: '127.0.0.1',
      port: ssh.port,
      username: `root%${machine}`,
      privateKey: readFileSync(ssh.identityFile),
      readyTimeout: 0,
    });
  });
}

export async function until<T>(look: () => Promise<T> | T, isIt: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (isIt(found)) return found;
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Up when it lets somebody in. */
export async function turnedOn(host: Host, id: EntityId, name: string): Promise<void> {
  await doing(host, { type: 'machine.power', id, verb: 'on' });
  await until(
    () => run(host, name, 'true'),
    ({ status }) => status === 0,
  );
}

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

/** What a page shows of its inside. */
export function describeInside({ name: driver, host, make }: Driver): void {
  test(`FR-190-392 ${driver}: its page shows what runs in it and what lies in it, and nothing while it is off`, async () => {
    const id = await make('inside');
    expect(await ask(host(), 'machine-processes', { id })).toEqual({ state: 'off', items: [] });
    await turnedOn(host(), id, 'inside');
    await run(
      host(),
      'inside',
      'mkdir -p /srv/some; echo seen >/srv/some/note; chmod 640 /srv/some/note; ln -s note /srv/some/link; (sleep 4321 </dev/null >/dev/null 2>&1 &)',
    );
    const { items } = await ask(host(), 'machine-processes', { id });
    expect(items.find(({ pid }) => pid === 1)).toMatchObject({ parent: 0, user: 'root' });
    expect(items.filter(({ command }) => command === 'sleep 4321')).toMatchObject([
      { user: 'root', state: 'sleeping' },
    ]);
    const folder = await ask(host(), 'machine-files', { id, path: '/srv/some' });
    expect(folder).toMatchObject({ state: 'running', path: '/srv/some', total: 2 });
    expect(folder.items).toMatchObject([
      { name: 'link', kind: 'link', goal: 'note', leads: 'file' },
      { name: 'note', kind: 'file', size: 5, mode: 0o640, user: 'root', group: 'root' },
    ]);
    const file = await ask(host(), 'machine-file', { id, path: '/srv/some/link', bytes: 3 });
    expect(file).toMatchObject({ size: 5, content: 'see', is: 'text' });
    const nowhere = await host().query('machine-files', { id, path: '/srv/nowhere' });
    expect(nowhere).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    await doing(host(), { type: 'machine.power', id, verb: 'off' });
    expect(await ask(host(), 'machine-files', { id, path: '/' })).toMatchObject({ state: 'off' });
  });
}

/** A whole Debian with services of its own. */
export function describeSystem({ name: driver, host, make }: Driver): void {
  test(`FR-190-394 ${driver}: the packages of a machine are listed by its own tools`, async () => {
    await turnedOn(host(), await make('packages'), 'packages');
    const bash = await run(host(), 'packages', "dpkg-query -W -f '${Package} ${Status}\\n' bash coreutils");
    expect(bash.output).toBe('bash install ok installed\ncoreutils install ok installed\n');
    expect(Number((await run(host(), 'packages', 'dpkg -l | grep -c ^ii')).output)).toBeGreaterThan(50);
    expect((await run(host(), 'packages', 'dpkg -S /bin/bash || dpkg -S /usr/bin/bash')).output).toMatch(
      /^bash: /,
    );
    expect((await run(host(), 'packages', 'dpkg -s no-such-package')).status).toBe(1);
  });

  test(`FR-190-395 ${driver}: a wrong setting keeps a service down with its true message, and mending it brings it back`, async () => {
    await turnedOn(host(), await make('service'), 'service');
    const settled = (command: string, words: string) =>
      until(
        () => run(host(), 'service', command),
        ({ output }) => output.includes(words),
      );
    await run(host(), 'service', 'command -v nginx || apt-get install -y nginx');
    await run(host(), 'service', 'systemctl start nginx');
    await settled('systemctl is-active nginx', 'active\n');
    await run(host(), 'service', "sed -i 's/^http {/http {\\n\\tlisten_to 80;/' /etc/nginx/nginx.conf");
    const spoiled = await run(host(), 'service', 'systemctl restart nginx');
    expect(spoiled.status).not.toBe(0);
    expect(spoiled.error).toContain('Job for nginx.service failed');
    expect((await run(host(), 'service', 'systemctl is-active nginx')).output).toBe('failed\n');
    await settled('journalctl -u nginx --no-pager', 'unknown directive "listen_to" in /etc/nginx/nginx.conf');
    await run(host(), 'service', "sed -i '/listen_to/d' /etc/nginx/nginx.conf");
    expect((await run(host(), 'service', 'nginx -t && systemctl restart nginx')).status).toBe(0);
    await settled('systemctl is-active nginx', 'active\n');
    await settled('curl -s http://127.0.0.1/', '<');
  });

  test(`FR-190-396 ${driver}: users that are made in it can log in, and those that are taken away cannot`, async () => {
    await turnedOn(host(), await make('users'), 'users');
    const named = async (): Promise<readonly string[]> =>
      (await ask(host(), 'machine-users', { id: 'users' })).users.map(({ name }) => name);
    await run(host(), 'users', 'useradd -m -s /bin/bash learner');
    expect(await named()).toContain('learner');
    expect((await run(host(), 'users', 'su - learner -c "id -un; pwd"')).output).toBe(
      'learner\n/home/learner\n',
    );
    await run(host(), 'users', 'userdel -r learner');
    expect(await named()).not.toContain('learner');
  });
}

/** Long work takes lab time: it is waited for. */
export const finished = (host: Host): Promise<unknown> =>
  until(
    () => ask(host, 'tasks', { states: ['running'], limit: 10 }),
    ({ items }) => items.length === 0,
  );

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => done(at === null || typeof at === 'string' ? 0 : at.port));
    });
  });

/** Its own port for all machines, and a clock that does not let one wait. */
export async function settleIn(host: Host): Promise<void> {
  await doing(host, { type: 'desk.configure', patch: { guests: { port: await freePort() } } });
  await doing(host, { type: 'clock.speed', speed: 60 });
}

/** In the first cluster that is there, on its first network. */
export async function makeMachine(host: Host, name: string): Promise<EntityId> {
  const { items } = await ask(host, 'entities', { kinds: ['cluster', 'datacenter', 'vm'], limit: 1000 });
  const vm = items.find(({ kind }) => kind === 'vm');
  const cluster = items.find(({ kind }) => kind === 'cluster');
  const network = vm?.kind === 'vm' ? vm.spec.nics[0]?.network : undefined;
  const { ids } = await doing(host, {
    type: 'machine.create',
    name,
    parent: items.find(({ kind }) => kind === 'datacenter')?.id,
    pool: cluster?.id,
    os: 'debian-12',
    memory: 256,
    ...(network ? { networks: [network] } : {}),
  });
  await finished(host);
  return (ids as EntityId[])[0] as EntityId;
}
