/** Samples of the past, computed from the world's own: the same window asked for twice is the same. */
import { pastUse, pastUseOfHost, readyBefore } from '../../../../sim/index.ts';
import type { PastUse, World } from '../../../../sim/index.ts';
import type { Moment } from './counters.table.ts';
import type { Subject } from './subject.ts';

/** In ticks of a second. */
export type Window = { readonly from: number; readonly to: number; readonly interval: number };

/** Seconds between the samples that a hypervisor takes. */
export const realTime = 20;
/** What of them a long roll-up looks at. */
const mostLooks = 90;

const nothing = { share: 0, memory: 0, read: 0, write: 0, receive: 0, send: 0 };

/** The ends of the intervals that lie in the window, oldest first. */
function ticksIn({ from, to, interval }: Window): readonly number[] {
  const ticks: number[] = [];
  const first = Math.max(0, Math.ceil(from / interval) * interval);
  for (let tick = first; tick <= to; tick += interval) ticks.push(tick);
  return ticks;
}

export function momentsOf(
  world: World,
  subject: Subject,
  window: Window & { readonly withReady: boolean },
): readonly Moment[] {
  const { interval } = window;
  const ticks = ticksIn(window);
  const [first] = ticks;
  const last = ticks.at(-1);
  if (first === undefined || last === undefined) return [];
  const every = Math.max(realTime, Math.ceil(interval / mostLooks / realTime) * realTime);
  // An interval begins after the end of the one before it.
  const span = { from: Math.max(0, first - interval + every), to: last, every };
  const uses = usesOf(world, subject, span);
  const held = subject.machines.reduce((sum, { spec }) => sum + (spec.power === 'on' ? spec.memory : 0), 0);
  const ready = window.withReady ? readyOf(world, subject, span) : new Map<number, number>();
  return ticks.map((tick) => {
    const looks: number[] = [];
    for (let at = Math.max(0, tick - interval + every); at <= tick; at += every) looks.push(at);
    const use = meanOf(
      tick,
      looks.map((at) => uses.get(at)),
    );
    return {
      use: { ...use, share: Math.min(1, use.share + subject.own) },
      held,
      isMachine: subject.is === 'machine',
      filled: subject.filled,
      megahertz: subject.megahertz,
      memory: subject.memory,
      cores: subject.cores,
      ready: looks.reduce((sum, at) => sum + (ready.get(at) ?? 0), 0) / looks.length,
      uptime: (world.clock.epoch + tick * 1000 - subject.startedAt) / 1000,
      interval,
    };
  });
}

function meanOf(tick: number, uses: readonly (PastUse | undefined)[]): PastUse {
  const sum = { ...nothing };
  const names = ['share', 'memory', 'read', 'write', 'receive', 'send'] as const;
  for (const use of uses) if (use !== undefined) for (const name of names) sum[name] += use[name];
  for (const name of names) sum[name] /= Math.max(1, uses.length);
  return { tick, ...sum };
}

type Span = { readonly from: number; readonly to: number; readonly every: number };

function usesOf(
  world: World,
  { is, machines, hosts, megahertz }: Subject,
  span: Span,
): ReadonlyMap<number, PastUse> {
  const [vm] = machines;
  const [host] = hosts;
  if (is === 'machine') return byTick(vm === undefined ? [] : pastUse(world, vm, span));
  if (is === 'host' && host !== undefined) return byTick(pastUseOfHost(world, host, { machines, ...span }));
  const speeds = new Map(hosts.map(({ id, spec }) => [id, spec.megahertz]));
  const sums = new Map<number, PastUse>();
  for (const each of machines) {
    const speed = each.spec.host === null ? 0 : (speeds.get(each.spec.host) ?? 0);
    const weight = megahertz > 0 ? (each.spec.cpus * speed) / megahertz : 0;
    for (const use of pastUse(world, each, span)) {
      const before = sums.get(use.tick) ?? { ...nothing, tick: use.tick };
      sums.set(use.tick, {
        tick: use.tick,
        share: Math.min(1, before.share + weight * use.share),
        memory: before.memory + use.memory,
        read: before.read + use.read,
        write: before.write + use.write,
        receive: before.receive + use.receive,
        send: before.send + use.send,
      });
    }
  }
  return sums;
}

const byTick = (uses: readonly PastUse[]): ReadonlyMap<number, PastUse> =>
  new Map(uses.map((use) => [use.tick, use]));

function readyOf(world: World, { is, machines, hosts }: Subject, span: Span): ReadonlyMap<number, number> {
  const [host] = hosts;
  if (host === undefined || (is !== 'machine' && is !== 'host')) return new Map();
  const [vm] = machines;
  const beside =
    is === 'host' ? machines : world.inventory.ofKind('vm').filter(({ spec }) => spec.host === host.id);
  return readyBefore(
    world,
    { host, machines: beside },
    { ...span, of: is === 'host' ? 'all' : (vm?.id ?? 'all') },
  );
}
