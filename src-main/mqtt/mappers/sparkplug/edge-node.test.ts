import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEdgeNode } from './edge-node.ts';
import type { EdgeDevice } from './edge-node.ts';
import { createHostApplication, rebirthRequest } from './host-application.fixture.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const device = (n: number): EdgeDevice => ({
  id: `d${n}`,
  metrics: [{ name: 'power', sensor: n, type: 'Double', words: [], unit: 'kW' }],
  life: 'alive',
});

function bench(devices: number) {
  const application = createHostApplication();
  const values = new Map<number, number>();
  const link = { isReady: true };
  const node = createEdgeNode({
    group: 'g',
    node: 'n',
    now: () => Date.now(),
    send: ({ topic, payload }) => application.hear(topic, payload),
    isReady: () => link.isReady,
    source: {
      latest: (sensor) => ({ value: values.get(sensor) ?? 0, at: 1000 + sensor, quality: 'sim' }),
    },
  });
  node.arrange(Array.from({ length: devices }, (_, n) => device(n)));
  return {
    node,
    link,
    read: (sensor: number, value: number): void => {
      values.set(sensor, value);
      node.reading(`d${sensor}`, sensor);
    },
    verbs: (): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { verb } of application.log.splice(0)) counts[verb] = (counts[verb] ?? 0) + 1;
      return counts;
    },
  };
}

test('FR-140-085 no data goes out before the last of a thousand births', () => {
  const { node, read, verbs } = bench(1000);
  node.session.up(0);
  vi.advanceTimersByTime(100);
  expect(verbs()).toEqual({ NBIRTH: 1, DBIRTH: 400 });
  read(0, 5);
  vi.advanceTimersByTime(100);
  expect(verbs()).toEqual({ DBIRTH: 400 });
  vi.advanceTimersByTime(100);
  expect(verbs()).toEqual({ DBIRTH: 200, DDATA: 1 });
});

test('FR-140-085 readings of one device within a moment go out together, and only what is new', () => {
  const { node, read, verbs } = bench(2);
  node.session.up(0);
  vi.advanceTimersByTime(100);
  verbs();
  read(0, 5);
  read(0, 6);
  read(1, 0);
  vi.advanceTimersByTime(1000);
  expect(verbs()).toEqual({ DDATA: 1 });
});

test('FR-140-087 from the request to the rebirth no data goes out, and requests in one second share a rebirth', () => {
  const { node, read, verbs } = bench(2);
  node.session.up(7);
  vi.advanceTimersByTime(100);
  verbs();
  read(0, 5);
  for (let n = 0; n < 5; n += 1) node.session.command(rebirthRequest());
  vi.advanceTimersByTime(899);
  expect(verbs()).toEqual({});
  vi.advanceTimersByTime(101);
  expect(verbs()).toEqual({ NBIRTH: 1, DBIRTH: 2 });
  node.session.command(Buffer.from('rubbish'));
  vi.advanceTimersByTime(5000);
  expect(verbs()).toEqual({});
});

test('FR-140-085 while the connection is busy or gone, data waits; a new connection begins with births', () => {
  const { node, read, link, verbs } = bench(2);
  read(0, 1);
  vi.advanceTimersByTime(1000);
  expect(verbs()).toEqual({});
  node.session.up(0);
  vi.advanceTimersByTime(100);
  verbs();
  link.isReady = false;
  read(0, 2);
  vi.advanceTimersByTime(1000);
  expect(verbs()).toEqual({});
  link.isReady = true;
  vi.advanceTimersByTime(100);
  expect(verbs()).toEqual({ DDATA: 1 });
  node.session.down();
  read(1, 3);
  node.live('d0', 'dead');
  vi.advanceTimersByTime(1000);
  expect(verbs()).toEqual({});
  node.session.up(1);
  vi.advanceTimersByTime(100);
  expect(verbs()).toEqual({ NBIRTH: 1, DBIRTH: 1 });
});

test('FR-140-087 after close nothing is said, whatever was due', () => {
  const { node, read, verbs } = bench(2);
  node.session.up(0);
  vi.advanceTimersByTime(100);
  read(0, 5);
  node.session.command(rebirthRequest());
  verbs();
  node.close();
  vi.advanceTimersByTime(5000);
  expect(verbs()).toEqual({});
});
