import { expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Host } from '../../src-main/host/host.ts';
import { ask, doing, openTestHost, stepped } from '../../src-main/host/testing/test-host.ts';

/** What a good operator does beside acknowledging, by the second of the drill. */
type Hand = (host: Host, second: number) => Promise<void>;

const order =
  (at: number, target: string, verb: string): Hand =>
  async (host, second) => {
    if (second === at) await doing(host, { type: 'plant.order', target, verb });
  };
const both =
  (one: Hand, other: Hand): Hand =>
  async (host, second) => {
    await one(host, second);
    await other(host, second);
  };

/** Takes out every cell that rings. */
const replaceCells: Hand = async (host, second) => {
  if (second !== 2100) return;
  for (const alarm of (await ask(host, 'alarms', { states: ['ACTIVE', 'ACKNOWLEDGED'] })).items) {
    const sensor = await ask(host, 'entity', { id: alarm.sensor });
    const cell = sensor.kind === 'sensor' ? /^cell-(\d+)$/.exec(sensor.spec.place) : null;
    if (cell === null) continue;
    const target = sensor.parent as EntityId;
    await doing(host, { type: 'plant.order', target, verb: 'cell-replace', value: Number(cell[1]) });
  }
};

const nothing: Hand = async () => {};

const hands: Readonly<Record<string, Hand>> = {
  'hot-rack': nothing,
  breaker: order(120, 'pdu-3', 'breaker-close'),
  'unit-lost': nothing,
  'dark-grid': nothing,
  'silent-genset': both(order(120, 'genset-1', 'genset-start'), order(2400, 'genset-1', 'genset-auto')),
  'wet-floor': both(order(1020, 'crac-2', 'leak-dry'), order(1020, 'room-1', 'leak-dry')),
  'weak-cell': replaceCells,
  flood: order(600, 'pdu-2', 'breaker-close'),
};

async function pass(host: Host, seconds: number): Promise<void> {
  await doing(host, { type: 'clock.step', ticks: seconds });
  await stepped(host);
  // What the step caused knocks at the door a turn later.
  await new Promise((done) => setTimeout(done, 5));
}

async function acknowledgeAll(host: Host): Promise<void> {
  const { items } = await ask(host, 'alarms', { isa: ['unacknowledged', 'returned'] });
  for (const { id } of items) await doing(host, { type: 'alarm.acknowledge', id });
}

test.each(Object.keys(hands))('FR-130-219 %s can be won by who does the right thing', async (drill) => {
  const host = await openTestHost();
  await doing(host, { type: 'clock.pause' });
  await pass(host, 120);
  await doing(host, { type: 'drill.start', drill });
  const run = async () => (await ask(host, 'drills', {})).runs[0];
  for (let second = 60; second <= 5400 && (await run())?.outcome === 'running'; second += 60) {
    await pass(host, 60);
    await acknowledgeAll(host);
    await hands[drill]?.(host, second);
  }
  const ended = await run();
  expect([drill, ended?.outcome]).toEqual([drill, 'reached']);
  expect(ended?.report?.score).toBeGreaterThan(60);
  await host.close();
});
