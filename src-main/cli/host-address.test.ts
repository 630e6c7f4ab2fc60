import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFile } from '../host/data-directory.ts';
import { findHost } from './host-address.ts';
import { runInTest, scratchDirectory } from './run-in-test.fixture.ts';

const nothingAsked = { url: undefined, token: undefined, data: undefined };
const at = (env: Record<string, string> = {}) => ({ env, platform: 'linux' as const, home: '/nowhere' });

async function withRunFile(content: unknown): Promise<string> {
  const directory = await scratchDirectory();
  await mkdir(join(directory, 'run'));
  await writeFile(runFile(directory), typeof content === 'string' ? content : JSON.stringify(content));
  return directory;
}

test('FR-150-001 the flag comes before the environment, and that before the run file', async () => {
  const data = await withRunFile({
    url: 'http://127.0.0.1:3',
    token: 'c',
    pid: process.pid,
    version: '0.1.0',
  });
  const env = { COLDAISLE_URL: 'http://127.0.0.1:2#token=b' };
  expect(
    await findHost({ url: 'http://127.0.0.1:1/#token=a', token: undefined, data }, at(env)),
  ).toMatchObject({
    value: { url: 'http://127.0.0.1:1', token: 'a' },
  });
  expect(await findHost({ ...nothingAsked, data }, at(env))).toMatchObject({
    value: { url: 'http://127.0.0.1:2', token: 'b' },
  });
  expect(await findHost({ ...nothingAsked, data }, at())).toMatchObject({
    value: { url: 'http://127.0.0.1:3', token: 'c' },
  });
});

test('FR-150-001 a token given by itself comes before the one in the URL', async () => {
  const found = await findHost({ url: 'http://127.0.0.1:1#token=a', token: 'mine', data: undefined }, at());
  expect(found).toMatchObject({ value: { token: 'mine' } });
});

test('FR-150-002 without a host dvm says how to start one and ends with 3', async () => {
  const data = await scratchDirectory();
  const ran = await runInTest(['status', '--data', data]);
  expect(ran.code).toBe(3);
  expect(ran.out).toBe('');
  expect(ran.words).toContain(`No host is running on ${data}`);
  expect(ran.words).toContain('npm start');
});

test('FR-150-002 the run file of a host that died is not believed', async () => {
  // Beyond the largest process id Linux and macOS give out.
  const data = await withRunFile({ url: 'http://127.0.0.1:9', token: 'x', pid: 2 ** 30, version: '0.1.0' });
  const ran = await runInTest(['status', '--data', data]);
  expect(ran).toMatchObject({ code: 3 });
  expect(ran.words).toContain('has ended without a farewell');
});

test.each(['not json', '{}', '{"url":"http://127.0.0.1:1","token":"t"}'])(
  'FR-150-002 a run file that says %s is told, not trusted',
  async (content) => {
    const data = await withRunFile(content);
    const ran = await runInTest(['status', '--data', data]);
    expect(ran.code).toBe(3);
    expect(ran.words).toContain('cannot be read');
  },
);

test('FR-150-002 nobody behind the address is no host either', async () => {
  // Port 1 is reserved and nothing listens there.
  const ran = await runInTest(['status', '--url', 'http://127.0.0.1:1#token=x']);
  expect(ran.code === 3 || ran.code === 4).toBe(true);
});

test('FR-150-006 an address that is none is a usage error', async () => {
  expect((await runInTest(['status', '--url', 'nonsense'])).code).toBe(2);
  expect((await runInTest(['status', '--url', 'ftp://127.0.0.1'])).code).toBe(2);
});
