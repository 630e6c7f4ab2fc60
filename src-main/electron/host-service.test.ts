import { expect, test } from 'vitest';
import type { HostOptions, HostReport } from './host-messages.ts';
import { type RunningHost, serveParent } from './host-service.ts';

const options: HostOptions = {
  dataDirectory: '/data',
  port: 0,
  lab: null,
  labFile: null,
  brokerUrl: null,
  mqttPort: 0,
  uiDirectory: null,
};
const url = 'http://127.0.0.1:4317/#token=abc';

const hostThat = (does: Partial<RunningHost>): RunningHost => ({
  url,
  allow: () => undefined,
  close: () => Promise.resolve(),
  ...does,
});

type Bench = {
  readonly say: (message: unknown) => void;
  readonly leave: () => void;
  readonly reports: HostReport[];
  readonly exit: Promise<number>;
};

function bench(startHost: (options: HostOptions) => Promise<RunningHost>): Bench {
  const reports: HostReport[] = [];
  const exit = Promise.withResolvers<number>();
  let say: (message: unknown) => void = () => undefined;
  let leave: () => void = () => undefined;
  serveParent({
    parent: {
      onMessage: (listener) => (say = listener),
      onClose: (listener) => (leave = listener),
      post: (report) => reports.push(report),
    },
    startHost,
    exit: (code) => exit.resolve(code),
  });
  return { say: (message) => say(message), leave: () => leave(), reports, exit: exit.promise };
}

test('the host starts with what it was told, once, and closes when told', async () => {
  const calls: unknown[] = [];
  const close = (): Promise<void> => Promise.resolve(void calls.push('closed'));
  const { say, reports, exit } = bench((given) => Promise.resolve((calls.push(given), hostThat({ close }))));
  say({ kind: 'start', options });
  await expect.poll(() => reports).toEqual([{ kind: 'ready', url }]);
  say({ kind: 'close' });
  say({ kind: 'close' });
  expect(await exit).toBe(0);
  expect(calls).toEqual([expect.objectContaining(options), 'closed']);
});

test('a host whose parent has gone closes in order', async () => {
  let isClosed = false;
  const { say, leave, exit } = bench(() =>
    Promise.resolve(hostThat({ close: async () => void (isClosed = true) })),
  );
  say({ kind: 'start', options });
  leave();
  expect([await exit, isClosed]).toEqual([0, true]);
});

test('a parent that goes before it said anything leaves nothing behind', async () => {
  const { leave, exit } = bench(() => Promise.reject(new Error('never called')));
  leave();
  expect(await exit).toBe(0);
});

test('a host that cannot start says why and ends', async () => {
  const { say, reports, exit } = bench(() => Promise.reject(new Error('The lab is damaged.')));
  say({ kind: 'start', options });
  expect(await exit).toBe(1);
  expect(reports).toEqual([{ kind: 'failed', message: 'The lab is damaged.' }]);
});

test('the page may name the files that the user chose, also those chosen while the host starts', async () => {
  const allowed: string[] = [];
  const starting = Promise.withResolvers<RunningHost>();
  const { say, reports } = bench(() => starting.promise);
  say({ kind: 'start', options });
  say({ kind: 'allow', file: '/labs/before.coldaisle' });
  starting.resolve(hostThat({ allow: (file) => allowed.push(file) }));
  await expect.poll(() => reports.length).toBe(1);
  say({ kind: 'allow', file: '/labs/after.coldaisle' });
  await expect.poll(() => allowed).toEqual(['/labs/before.coldaisle', '/labs/after.coldaisle']);
});

test('a file allowed to a host that could not start changes nothing', async () => {
  const { say, exit } = bench(() => Promise.reject(new Error('The lab is damaged.')));
  say({ kind: 'start', options });
  say({ kind: 'allow', file: '/labs/a.coldaisle' });
  expect(await exit).toBe(1);
});

test('an order that is none starts nothing', async () => {
  const { say, leave, reports, exit } = bench(() => Promise.reject(new Error('never called')));
  for (const order of [
    null,
    'start',
    { kind: 'start' },
    { kind: 'start', options: { ...options, port: -1 } },
  ])
    say(order);
  leave();
  expect([await exit, reports]).toEqual([0, []]);
});

test('FR-120-571 a host asks its shell to print, and hears of it when the shell is going', async () => {
  let print: (html: string) => Promise<Uint8Array> = () => Promise.reject(new Error('not started'));
  const { say, reports } = bench((given) => {
    print = (given as typeof given & { shellPrint: typeof print }).shellPrint;
    return Promise.resolve(hostThat({}));
  });
  say({ kind: 'start', options });
  await expect.poll(() => reports).toEqual([{ kind: 'ready', url }]);
  const [first, second, third] = [print('<p>1</p>'), print('<p>2</p>'), print('<p>3</p>')];
  const failed = [second, third].map((one) => one.catch((error: unknown) => String(error)));
  expect(reports.slice(1).map((report) => report.kind === 'print' && report.html)).toEqual([
    '<p>1</p>',
    '<p>2</p>',
    '<p>3</p>',
  ]);
  say({ kind: 'printed', id: 1, pdf: Buffer.from('%PDF-1').toString('base64'), problem: '' });
  say({ kind: 'printed', id: 2, pdf: null, problem: 'no paper' });
  say({ kind: 'close' });
  expect(Buffer.from(await first).toString()).toBe('%PDF-1');
  expect(await Promise.all(failed)).toEqual(['Error: no paper', 'Error: The window has gone']);
});
