import { did, facility, put, showTime } from '../../../sim/alarms/facility.fixture.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { silentLog } from '../../host/log.ts';
import { createAlarmEngine } from './alarm-engine.ts';

/** An engine over a real world, its readings on a board, and a door that can be slow. */
export function workbench(racks = 2) {
  const lab = facility(racks);
  let { world } = lab;
  const board = new Map<EntityId, number>();
  const asked: { readonly type: string }[] = [];
  let held: (() => void)[] | null = null;
  const engine = createAlarmEngine({
    world: () => world,
    latest: (sensor) => board.get(sensor) ?? Number.NaN,
    execute: async (command) => {
      asked.push(command as { type: string });
      if (held !== null) await new Promise<void>((go) => held?.push(go));
      return put(world, command as CommandInput);
    },
    log: silentLog,
  });
  let now = 0;
  const sensors = world.inventory.ofKind('sensor').map(({ id }) => id);
  engine.arrange(sensors);
  const settle = () => new Promise<void>((done) => setImmediate(done));
  return {
    lab,
    engine,
    asked,
    settle,
    hold: () => {
      held = [];
    },
    letGo: async () => {
      const waiting = held ?? [];
      held = null;
      for (const go of waiting) go();
      await settle();
    },
    use: (other: typeof world) => {
      world = other;
    },
    /** A reading now. */
    say: async (name: string, metric: string, value: number) => {
      const sensor = lab.sensor(name, metric);
      board.set(sensor, value);
      engine.judge(sensors.indexOf(sensor), value, world.now());
      await settle();
    },
    wait: async (seconds: number) => {
      for (let n = 0; n < seconds; n += 1) {
        now += 1;
        showTime(world, now);
        engine.tick(world.now());
      }
      await settle();
    },
    change: async (id: string, changed: Partial<AlarmRule>) => {
      const rule = world.rules.get(id);
      if (rule === undefined) throw new Error(`there is no ${id}`);
      did(world, { type: 'rule.put', rule: { ...rule, ...changed } });
      engine.tick(world.now());
      await settle();
    },
    open: () => world.alarms.open().map(({ rule, state }) => `${rule} ${state}`),
  };
}
