import type { Actor } from '../../../sim/contract/actors.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { evaluate, heed, laterOn, placeOf, ruleWatches } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Log } from '../../host/log.ts';
import { armPosts } from './arm-posts.ts';
import type { Eye, Post, Posts } from './arm-posts.ts';
import { createCalmBands } from './calm-bands.ts';
import type { CalmBands } from './calm-bands.ts';

export type AlarmEngineDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  /** The latest reading of a sensor; NaN where there is none. */
  readonly latest: (sensor: EntityId) => number;
  readonly log: Log;
};

/** Since when a sensor has said nothing, and how often it should speak, both in lab milliseconds. */
export type Silence = { readonly since: number; readonly period: number };

export type AlarmEngine = {
  /** The sensors, in the order of their indexes. Rules that change are noticed by themselves, with the next tick. */
  readonly arrange: (sensors: readonly EntityId[]) => void;
  /** A reading came in, measured at this lab time. */
  readonly judge: (index: number, value: number, at: number) => void;
  /** A sensor fell silent: from now on rules about silence count its periods. */
  readonly lost: (sensor: EntityId, silence: Silence) => void;
  readonly back: (sensor: EntityId) => void;
  /** Lab time moved on: what waited for its delay is taken up. */
  readonly tick: (now: number) => void;
};

const engine: Actor = { origin: 'alarms', name: 'alarm rules', role: 'admin' };

/** Judges each reading that came in, whoever sent it, and knocks at the door like anyone else. */
export function createAlarmEngine(deps: AlarmEngineDeps): AlarmEngine {
  let guard = postGuard(deps, [], null);
  const fresh = (): Guard => {
    const { world, rules } = guard;
    if (world !== deps.world() || rules !== world.rules.version())
      guard = postGuard(deps, guard.sensors, guard);
    return guard;
  };
  return {
    arrange: (sensors) => {
      guard = postGuard(deps, sensors, guard);
    },
    judge: (index, value, at) => {
      if (!guard.bands.holds(index, value, at)) judge(guard, index, { value, at });
    },
    lost: (sensor, silence) => {
      if (guard.posts.has(sensor)) guard.silent.set(sensor, silence);
    },
    back: (sensor) => {
      guard.silent.delete(sensor);
      const post = guard.posts.get(sensor);
      if (post !== undefined) watchSilence(guard, post, { value: 0, at: guard.world.now() });
    },
    tick: (now) => tick(fresh(), now),
  };
}

/** Everything that stands watch over one world with one set of rules and sensors. */
type Guard = {
  readonly world: World;
  readonly rules: number;
  readonly sensors: readonly EntityId[];
  readonly posts: Posts;
  readonly byIndex: readonly (Post | undefined)[];
  readonly bands: CalmBands;
  readonly waiting: Set<Eye>;
  readonly silent: Map<EntityId, Silence>;
  readonly ask: Asker;
  readonly latest: AlarmEngineDeps['latest'];
  /** Alarms whose root is over, and since when this engine knows. */
  readonly leftBehind: Map<AlarmId, number>;
  /** Lab time at which they were looked for last. */
  lookedAt: number;
  /** The number of the last alarm whose sensor is known to need judging. */
  seen: number;
};

function postGuard(deps: AlarmEngineDeps, sensors: readonly EntityId[], before: Guard | null): Guard {
  const world = deps.world();
  // What waited in another world means nothing in this one.
  const { posts: armed, silent, leftBehind, ask } = before?.world === world ? before : freshGuard(deps);
  const posts = armPosts(world, sensors, armed);
  const byIndex = sensors.map((id) => posts.get(id));
  const bands = createCalmBands(sensors.length);
  for (const [index, post] of byIndex.entries()) if (post === undefined) bands.draw(index, 0, []);
  const guard: Guard = {
    world,
    rules: world.rules.version(),
    sensors,
    posts,
    byIndex,
    bands,
    waiting: new Set([...posts.values()].flatMap(isAboutTo)),
    silent: new Map([...silent].filter(([sensor]) => posts.has(sensor))),
    ask,
    latest: deps.latest,
    leftBehind: new Map(leftBehind),
    lookedAt: Number.NEGATIVE_INFINITY,
    seen: world.alarms.nextNumber() - 1,
  };
  for (const alarm of world.alarms.open()) if (!isWatched(world, alarm)) ask.end(alarm.id);
  return guard;
}

const freshGuard = (deps: AlarmEngineDeps): Pick<Guard, 'posts' | 'silent' | 'leftBehind' | 'ask'> => ({
  posts: new Map(),
  silent: new Map(),
  leftBehind: new Map(),
  ask: createAsker(deps),
});

const isAboutTo = ({ eyes, silence }: Post): Eye[] =>
  [...eyes, ...silence].filter(({ watch }) => watch.heading !== 'nowhere');

type Word = { readonly value: number; readonly at: number };

function judge(guard: Guard, index: number, word: Word): void {
  const post = guard.byIndex[index];
  if (post === undefined) return;
  guard.bands.break(index);
  for (const eye of post.eyes) {
    const measure = measureOf(guard, eye, word);
    if (!Number.isNaN(measure)) look(guard, eye, { value: measure, at: word.at });
  }
  if (guard.world.alarms.ringingOn(post.sensor) === undefined) {
    if (post.eyes.every(isQuiet)) guard.bands.draw(index, word.value, post.eyes);
    return;
  }
  // It speaks: a silence that rang before this host started is over, too.
  watchSilence(guard, post, { value: 0, at: word.at });
}

const isQuiet = ({ asked, watch }: Eye): boolean => !asked && watch.heading === 'nowhere';

function watchSilence(guard: Guard, post: Post, periods: Word): void {
  for (const eye of post.silence) look(guard, eye, periods);
}

function measureOf({ latest }: Guard, { window, watch, other }: Eye, { value, at }: Word): number {
  if (window !== null) return window.change(at, value);
  if (watch.rule.test.type !== 'deviation') return value;
  return other === null ? Number.NaN : value - latest(other);
}

function look(guard: Guard, eye: Eye, { value: measure, at }: Word): void {
  const { watch } = eye;
  if (eye.asked) return;
  const verdict = evaluate(watch.rule, measure, isRinging(guard.world, eye) ? 'ringing' : 'quiet');
  if (verdict === 'nothing' && watch.heading === 'nowhere') return;
  watch.measure = measure;
  const doing = heed(watch, verdict, at);
  if (doing !== 'nothing') return act(guard, eye, doing);
  if (watch.heading === 'nowhere') guard.waiting.delete(eye);
  else guard.waiting.add(eye);
}

function act({ world, waiting, ask }: Guard, eye: Eye, doing: 'raise' | 'resolve'): void {
  waiting.delete(eye);
  if (!world.outOfService.has(eye.sensor)) ask.forEye(eye, doing);
}

function tick(guard: Guard, now: number): void {
  const { world, waiting, silent, posts } = guard;
  // Others may raise alarms, too: the readings of those sensors may end them.
  for (const last = world.alarms.nextNumber() - 1; guard.seen < last;) {
    guard.seen += 1;
    const alarm = world.alarms.get(`alarm-${guard.seen}` as AlarmId);
    const post = alarm === undefined ? undefined : posts.get(alarm.sensor);
    if (post !== undefined) guard.bands.break(post.index);
  }
  for (const [sensor, { since, period }] of silent) {
    const post = posts.get(sensor);
    if (post !== undefined) watchSilence(guard, post, { value: (now - since) / period, at: now });
  }
  if (now - guard.lookedAt >= lookMillis) lookBehind(guard, now);
  for (const eye of waiting) {
    const doing = eye.asked ? 'nothing' : laterOn(eye.watch, now);
    if (doing !== 'nothing') act(guard, eye, doing);
  }
}

/** Lab time that what a root has left behind is given to end by itself: air cools and batteries charge slowly. */
const graceMillis = 600_000;
const lookMillis = 60_000;

/** What outlasts its root for too long is raised anew: it rings for itself, or for what explains it now. */
function lookBehind(guard: Guard, now: number): void {
  const { world, leftBehind, ask } = guard;
  guard.lookedAt = now;
  if (world.alarms.openCount() === 0) return leftBehind.clear();
  const found = world.alarms
    .open()
    .filter((alarm) => alarm.condition === 'present' && world.alarms.isLeftBehind(alarm));
  const ids = new Set(found.map(({ id }) => id));
  for (const id of leftBehind.keys()) if (!ids.has(id)) leftBehind.delete(id);
  for (const alarm of found) {
    const since = leftBehind.get(alarm.id) ?? now;
    leftBehind.set(alarm.id, since);
    if (now - since >= graceMillis && serves(world, alarm)) ask.again(alarm);
  }
}

const serves = (world: World, { sensor, rule }: Alarm): boolean =>
  !world.outOfService.has(sensor) && world.rules.get(rule)?.service === 'in-service';

/** Whether it rings with its condition present: a latched alarm whose cause is gone may be raised anew. */
function isRinging({ alarms }: World, { sensor, watch }: Eye): boolean {
  const rings = alarms.ringingOn(sensor);
  if (rings === undefined) return false;
  const id = rings.get(watch.rule.id);
  return id !== undefined && alarms.get(id)?.condition === 'present';
}

/** Its rule still exists and still looks at its sensor; out of service it stays as it is. */
function isWatched(world: World, alarm: Alarm): boolean {
  const rule = world.rules.get(alarm.rule);
  const sensor = world.inventory.get(alarm.sensor);
  if (rule === undefined || sensor?.kind !== 'sensor') return false;
  const place = placeOf(world.inventory, sensor);
  return place !== null && ruleWatches(rule, sensor, place);
}

type Asker = {
  readonly forEye: (eye: Eye, doing: 'raise' | 'resolve') => void;
  /** Ends an alarm that nothing watches any more. */
  readonly end: (id: AlarmId) => void;
  /** Raises one anew that its root has left behind. */
  readonly again: (alarm: Alarm) => void;
};

function createAsker({ world, execute, log }: AlarmEngineDeps): Asker {
  const underWay = new Set<AlarmId>();
  const knock = async (command: unknown): Promise<void> => {
    const result = await execute(command, engine);
    if (!result.ok) log.warn('an alarm was refused', { command, refusal: result.refusal });
  };
  const once = (id: AlarmId, command: unknown): void => {
    if (underWay.has(id)) return;
    underWay.add(id);
    void knock(command).finally(() => underWay.delete(id));
  };
  return {
    forEye: (eye, doing) => {
      const { rule, measure } = eye.watch;
      const { sensor } = eye;
      const alarm = world().alarms.ringing(rule.id, sensor);
      if (doing === 'resolve' && alarm === undefined) return;
      eye.asked = true;
      void knock(
        doing === 'raise'
          ? { type: 'alarm.raise', rule: rule.id, sensor, value: measure }
          : { type: 'alarm.resolve', id: alarm?.id, value: measure },
      ).finally(() => {
        eye.asked = false;
      });
    },
    end: (id) => once(id, { type: 'alarm.resolve', id }),
    again: ({ id, rule, sensor, value }) => once(id, { type: 'alarm.raise', rule, sensor, value }),
  };
}
