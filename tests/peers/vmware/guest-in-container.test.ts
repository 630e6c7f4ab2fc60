/** The tools of a machine that is a container, on a real engine: what its own programs do for the user. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildImage } from '../../../src-main/guests/container/build-image.ts';
import type { Box } from '../../../src-main/guests/container/box.ts';
import { openEngine } from '../../../src-main/guests/container/engine.ts';
import { boxAgent } from '../../../src-main/personalities/vmware/guest-operations/box-hands.ts';
import type { Hands } from '../../../src-main/personalities/vmware/guest-operations/hands.ts';
import { createStarted } from '../../../src-main/personalities/vmware/guest-operations/started.ts';
import { findEngine } from '../../../src-main/guests/container/find-engine.ts';
import { canRunDocker, startDocker } from '../engine.ts';
import type { TestEngine } from '../engine.ts';

type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: { readonly type: string } };

/** What went well; what did not is the test's fault. */
async function well<T>(asked: Promise<Answered<T>>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
}

const faultOf = async (asked: Promise<Answered<unknown>>): Promise<string> => {
  const answer = await asked;
  return answer.ok ? '' : answer.fault.type;
};

describe.skipIf(!canRunDocker)('a machine that is a container', () => {
  let engine: TestEngine;
  let box: Box;
  const started = createStarted();
  const admit = (user: string, password: string): Promise<Hands | null> =>
    well(boxAgent({ box, started, admits: 'known', now: Date.now }).admit(user, password));
  const asRoot = async (): Promise<Hands> => {
    const hands = await admit('root', 'coldaisle');
    if (hands === null) throw new Error('root is not let in');
    return hands;
  };

  beforeAll(async () => {
    engine = await startDocker();
    let found = await findEngine([{ kind: 'socket', path: engine.socket }]);
    while (found === null) found = await findEngine([{ kind: 'socket', path: engine.socket }]);
    const client = await openEngine(found);
    const signal = new AbortController().signal;
    const built = await buildImage({ engine: client, progress: () => undefined, signal }, 'busybox');
    if (!built.ok) throw new Error(built.refusal.message);
    const image = 'localhost/coldaisle/busybox:latest';
    const options = { Image: image, Cmd: ['/bin/sleep', '600'], HostConfig: { NetworkMode: 'none' } };
    const container = await client.docker.createContainer(options);
    await container.start();
    box = { container, engine: client, image, init: 'supervised', isNew: true };
  }, 120_000);
  afterAll(async () => {
    await box.container.remove({ force: true });
    await engine.close();
  });

  test('FR-020-139 who has an account in it is let in, by the password of the lab where its image keeps none', async () => {
    expect(await admit('root', 'wrong')).toBe(null);
    expect(await admit('somebody', 'coldaisle')).toBe(null);
    expect(await well((await asRoot()).environment())).toContain('HOME=/root');
  });

  test('FR-020-139 its files are listed, put, fetched, changed, moved and removed', async () => {
    const hands = await asRoot();
    await well(hands.makeDirectory('/srv/a', 'made'));
    expect(await faultOf(hands.makeDirectory('/srv/a', 'there'))).toBe('FileAlreadyExists');
    const bytes = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('');
    const change = { mode: 0o640, modifiedAt: 1_700_000_000_000 };
    await well(hands.write('/srv/a/one', { bytes, isReplaced: false, change }));
    expect(await faultOf(hands.write('/srv/a/one', { bytes, isReplaced: false, change }))).toBe(
      'FileAlreadyExists',
    );
    expect(await well(hands.read('/srv/a/one'))).toBe(bytes);
    expect(await well(hands.look('/srv/a/one'))).toMatchObject({ kind: 'file', size: 256, ...change });
    await well(hands.move('/srv/a/one', '/srv/a/a name', 'nothing'));
    const listed = await well(hands.list('/srv/a'));
    expect(listed.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '. directory',
      '.. directory',
      'a name file',
    ]);
    expect(await faultOf(hands.removeDirectory('/srv/a', 'empty'))).toBe('DirectoryNotEmpty');
    expect(await faultOf(hands.remove('/srv/a'))).toBe('NotAFile');
    await well(hands.removeDirectory('/srv/a', 'whole'));
    expect(await faultOf(hands.read('/srv/a/one'))).toBe('FileNotFound');
    const temporary = await well(
      hands.makeTemporary({ kind: 'file', directory: null, prefix: 'x', suffix: '.y' }),
    );
    expect(await well(hands.read(temporary))).toBe('');
  });

  test('FR-020-139 its programs are started, listed, told of after their end, and ended', async () => {
    const hands = await asRoot();
    const usual = { directory: '/tmp', environment: null };
    const pid = await well(
      hands.start({ ...usual, program: '/bin/sh', arguments: "-c 'pwd > said; exit 3'" }),
    );
    const rowOf = async (wanted: number) => (await well(hands.processes())).find((row) => row.pid === wanted);
    const endOf = async (wanted: number): Promise<number> => {
      for (;;) {
        const status = (await rowOf(wanted))?.end?.status;
        if (status !== undefined) return status;
      }
    };
    expect(await endOf(pid)).toBe(3);
    expect(await well(hands.read('/tmp/said'))).toBe('/tmp\n');
    const sleeper = await well(hands.start({ ...usual, program: '/bin/sleep', arguments: '600' }));
    expect(await rowOf(sleeper)).toMatchObject({ name: 'sleep', owner: 'root', end: null });
    await well(hands.end(sleeper));
    await endOf(sleeper);
    expect(await faultOf(hands.end(sleeper))).toBe('GuestProcessNotFound');
    expect(await faultOf(hands.start({ ...usual, program: '/bin/none', arguments: '' }))).toBe(
      'FileNotFound',
    );
  });
});
