/** Samples of the past, computed from the world's own: the same window asked for twice is the same. */
import { drawnBefore, pastUse, readyBefore } from '../../../../sim/index.ts';
import type { PastUse, World } from '../../../../sim/index.ts';
import type { Counter, Moment } from './counters.table.ts';
import type { Subject } from './subject.ts';

/** In ticks of a second. */
export type Window = { readonly from: number; readonly to: number; readonly interval: number };

/** Seconds between the samples that a hypervisor takes. */
export const realTime = 20;
/** What of them a long roll-up looks at. */
const mostLooks = 90;

const nothing = { share: 0, memory: 0, read: 0, write: 0, reads: 0, writes: 0, receive: 0, send: 0 };
const figures = ['share', 'memory', 'read', 'write', 'reads', 'writes', 'receive', 'send'] as const;

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
  window: Window & { readonly counters: readonly Counter[] },
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
  const on = subject.machines.filter(({ spec }) => spec.power === 'on');
  const held = on.reduce((sum, { spec }) => sum + spec.memory, 0);
  const virtual = on.reduce((sum, { spec }) => sum + spec.cpus, 0);
  const needs = (what: Counter['needs']): boolean => window.counters.some((one) => one.needs === what);
  const ready = needs('ready') ? readyOf(world, subject, span) : new Map<number, number>();
  const watts = needs('watts') ? wattsOf(world, subject, span) : new Map<number, number>();
  const isMachine = subject.is === 'machine';
  return ticks.map((tick) => {
    const looks: number[] = [];
    for (let at = Math.max(0, tick - interval + every); at <= tick; at += every) looks.push(at);
    const mean = (of: ReadonlyMap<number, number>): number =>
      looks.reduce((sum, at) => sum + (of.get(at) ?? 0), 0) / looks.length;
    const seen = looks.map((at) => uses.get(at));
    const use = meanOf(tick, seen);
    const up = isMachine ? seen.filter((one) => one !== undefined).length / looks.length : 1;
    return {
      use: { ...use, share: Math.min(1, use.share + subject.own) },
      held: held * up,
      isMachine,
      space: subject.space,
      megahertz: subject.megahertz,
      memory: subject.memory,
      cores: subject.cores,
      virtual,
      up,
      ready: mean(ready),
      watts: mean(watts),
      uptime: (world.clock.epoch + tick * 1000 - subject.startedAt) / 1000,
      interval,
    };
  });
}

function meanOf(tick: number, uses: readonly (PastUse | undefined)[]): PastUse {
  const sum = { ...nothing };
  for (const use of uses) if (use !== undefined) for (const name of figures) sum[name] += use[name];
  for (const name of figures) sum[name] /= Math.max(1, uses.length);
  return { tick, ...sum };
}

type Span = { readonly from: number; readonly to: number; readonly every: number };

function usesOf(
  world: World,
  { is, machines, hosts, megahertz, diskShare }: Subject,
  span: Span,
): ReadonlyMap<number, PastUse> {
  const speeds = new Map(hosts.map(({ id, spec }) => [id, spec.megahertz]));
  const sums = new Map<number, PastUse>();
  for (const each of machines) {
    const speed = each.spec.host === null ? 0 : (speeds.get(each.spec.host) ?? 0);
    const weight = megahertz > 0 ? (each.spec.cpus * speed) / megahertz : 0;
    const onDisk = diskShare(each);
    for (const use of pastUse(world, each, span)) {
      const before = sums.get(use.tick) ?? { ...nothing, tick: use.tick };
      sums.set(use.tick, {
        tick: use.tick,
        share: Math.min(1, before.share + (is === 'machine' ? 1 : weight) * use.share),
        memory: before.memory + use.memory,
        read: before.read + onDisk * use.read,
        write: before.write + onDisk * use.write,
        reads: before.reads + onDisk * use.reads,
        writes: before.writes + onDisk * use.writes,
        receive: before.receive + use.receive,
        send: before.send + use.send,
      });
    }
  }
  return sums;
}

function readyOf(world: World, subject: Subject, span: Span): ReadonlyMap<number, number> {
  const crew = crewOf(world, subject);
  return crew === undefined ? new Map() : readyBefore(world, crew, { ...span, of: crew.of });
}

function wattsOf(world: World, subject: Subject, span: Span): ReadonlyMap<number, number> {
  const crew = crewOf(world, subject);
  const { server } = subject;
  if (crew === undefined || server === undefined) return new Map();
  return drawnBefore(world, { ...crew, server }, { ...span, of: crew.of });
}

/** A host with all that runs on it, and who of them is meant. */
function crewOf({ inventory }: World, { is, machines, hosts }: Subject) {
  const [host] = hosts;
  const [vm] = machines;
  if (host === undefined) return undefined;
  if (is === 'host') return { host, machines, of: 'all' as const };
  if (is !== 'machine' || vm === undefined) return undefined;
  return { host, machines: inventory.ofKind('vm').filter(({ spec }) => spec.host === host.id), of: vm.id };
}
