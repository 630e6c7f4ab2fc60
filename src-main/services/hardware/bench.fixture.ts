/** A lab of two racks, a real broker, and hardware between them and the devices of a test. */
import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect } from 'vitest';
import { hardwareSourceSchema, settingsSchema } from '../../../sim/contract/settings.ts';
import type { HardwareSource, HardwareState, Settings } from '../../../sim/contract/settings.ts';
import { did, smallLab } from '../../../sim/testing/small-lab.ts';
import type { World } from '../../../sim/index.ts';
import { silentLog } from '../../host/log.ts';
import type { Broker } from '../../mqtt/broker.ts';
import { openEmbeddedBroker } from '../../mqtt/embedded-broker.ts';
import { createHardware } from './hardware.ts';
import type { Hardware } from './hardware.ts';
import { indexSensors } from '../telemetry/sensor-index.ts';

const closers: (() => Promise<unknown>)[] = [];
export const onEnd = (close: () => Promise<unknown>): void => {
  closers.push(close);
};
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

export async function openBroker(): Promise<Broker> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onEnd(opened.value.close);
  return opened.value;
}

export type TestBench = {
  readonly world: World;
  readonly broker: Broker;
  /** Where the racks' inlet sensors speak. */
  readonly topics: readonly [string, string];
  /** Everything that was published, as `topic payload`. */
  readonly published: string[];
  readonly hardware: Hardware;
  readonly set: (sources: readonly unknown[]) => void;
  readonly stateOf: (id: string) => HardwareState;
  readonly becomes: (id: string, pick: (state: HardwareState) => unknown, wanted: unknown) => Promise<void>;
};

export type BenchOptions = {
  readonly sources?: readonly unknown[];
  readonly machine?: string;
  readonly world?: World;
};

/** Sources as a person writes them, with what is usual left out. */
export const sourcesOf = (inputs: readonly unknown[]): HardwareSource[] =>
  inputs.map((input) => hardwareSourceSchema.parse(input));

export async function openBench(options: BenchOptions = {}): Promise<TestBench> {
  const world = options.world ?? smallLab({ seed: 'b1', racks: 2 });
  const broker = await openBroker();
  const published: string[] = [];
  const settings = createSettings(options.sources ?? []);
  const hardware = createHardware({
    settings,
    broker,
    world: () => world,
    publish: (topic, payload) => {
      published.push(`${topic} ${payload}`);
      broker.publish({ topic, payload, qos: 1, retain: false });
    },
    wall: { now: () => Date.now() },
    log: silentLog,
    machine: options.machine ?? 'test',
    limits: {
      connectMillis: 500,
      answerMillis: 200,
      firstRetryMillis: 20,
      lastRetryMillis: 100,
      previewMillis: 400,
      tellMillis: 5,
    },
  });
  onEnd(hardware.close);
  const stateOf = (id: string): HardwareState => {
    const found = hardware.states().find((state) => state.id === id);
    if (found === undefined) throw new Error(`There is no source ${id}`);
    return found;
  };
  const { topics } = indexSensors(world);
  const inlets = topics.filter((topic) => /rack-[^/]+\/temperature$/.test(topic));
  return {
    world,
    broker,
    topics: [inlets[0] ?? '', inlets[1] ?? ''],
    published,
    hardware,
    set: settings.set,
    stateOf,
    becomes: (id, pick, wanted) =>
      expect.poll(() => pick(stateOf(id)), { interval: 5, timeout: 8000 }).toEqual(wanted),
  };
}

function createSettings(sources: readonly unknown[]) {
  let current: Settings = { ...settingsSchema.parse({}), hardware: sourcesOf(sources) };
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => current,
    listen: (heard: (settings: Settings) => void) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    set: (next: readonly unknown[]): void => {
      current = { ...current, hardware: sourcesOf(next) };
      for (const heard of listeners) heard(current);
    },
  };
}

/** Switches the bot of the sensor on this topic off. */
export function handOver(world: World, topic: string): void {
  const { sensors, byTopic } = indexSensors(world);
  const id = sensors[byTopic.get(topic) ?? -1];
  if (id === undefined) throw new Error(`No sensor speaks on ${topic}`);
  did(world, { type: 'inventory.change', id, spec: { source: 'hardware' } });
}

export type Cable = {
  readonly port: number;
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
};

/** A TCP way to a port, that can be cut and mended. */
export async function layCable(target: number): Promise<Cable> {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = (): Promise<void> => {
    for (const end of ends) end.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  onEnd(() => (server.listening ? cut() : Promise.resolve()));
  return { port, cut, mend: () => listen(port) };
}
