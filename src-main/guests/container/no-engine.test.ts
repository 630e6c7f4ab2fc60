import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { ask, doing, openTestHost, someone } from '../../host/testing/test-host.ts';

test('FR-190-316 without an engine all else works, and who asks for a container is told how to get one', async () => {
  const host = await openTestHost({
    engine: {
      environment: { DOCKER_HOST: 'unix:///nowhere/engine.sock' },
      home: tmpdir(),
      platform: 'linux',
    },
  });
  const { items } = await ask(host, 'entities', { kinds: ['vm'], limit: 1 });
  const id = items[0]?.id;
  await doing(host, { type: 'machine.power', id, verb: 'off' });
  const order = { do: 'back', machine: id, image: 'localhost/coldaisle/busybox:latest' };
  const refused = await host.execute({ type: 'desk.engine', order }, someone, null);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
  expect(refused.ok ? '' : refused.refusal.message).toContain('nothing answers at /nowhere/engine.sock');
  expect(refused.ok ? '' : refused.refusal.hint).toContain('Install Docker or Podman');
  expect(await ask(host, 'engine', {})).toMatchObject({
    state: 'absent',
    kind: null,
    images: [],
    machines: [],
  });
  const face = host.status().faces.find(({ name }) => name === 'Container engine');
  expect(face).toMatchObject({ state: 'off' });
  // Said so by hand, it stands still and says why.
  await doing(host, { type: 'inventory.change', id, spec: { backing: { image: 'some/image' } } });
  await doing(host, { type: 'machine.power', id, verb: 'on' });
  const viewer = { send: () => undefined, bytes: () => undefined, backlog: () => 0, close: () => undefined };
  const terminal = {
    machine: String(id),
    as: 'root',
    kind: 'shell',
    mode: 'control',
    columns: 80,
    rows: 24,
  } as const;
  const opened = await host.terminals?.open(terminal, viewer);
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
  await doing(host, { type: 'desk.configure', patch: { guests: { engine: 'off' } } });
  const off = await host.execute({ type: 'desk.engine', order: { do: 'look' } }, someone, null);
  expect(off.ok ? '' : off.refusal.hint).toContain('guests.engine=on');
  await host.close();
});
