import type { Alarm } from '../contract/alarms.ts';
import type { DrillCard, DrillReport, DrillRun } from '../contract/drills.ts';
import type { World } from '../kernel/world.ts';
import { drillCards } from './drills.table.ts';

/** Rack-minutes outside the envelope and without power, since the lab began. */
export function damageOf(world: World): { readonly hot: number; readonly dark: number } {
  const { hot, dark } = world.plant.state.site.columns;
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return { hot: sum(hot), dark: sum(dark) };
}

const numberOf = (alarm: Alarm): number => Number(alarm.id.slice('alarm-'.length));

/** Alarms that rang since the drill began, oldest first. */
function alarmsOf(world: World, run: DrillRun): Alarm[] {
  return [...world.alarms.past(), ...world.alarms.open()]
    .filter((alarm) => numberOf(alarm) > run.alarmBefore)
    .toSorted((a, b) => numberOf(a) - numberOf(b));
}

const cardOf = (run: DrillRun): DrillCard | undefined => drillCards.find((card) => card.id === run.drill);

const lastStepAt = (card: DrillCard): number => Math.max(...card.steps.map((step) => step.at));

/** Reached: everything that was to happen has happened, rang, and is over and acknowledged. */
export function verdictOf(world: World, run: DrillRun): 'running' | 'reached' | 'out-of-time' {
  const card = cardOf(run);
  const age = world.clock.tick - run.startedTick;
  if (card === undefined || age > card.limit) return 'out-of-time';
  if (card.kind === 'script' || age <= lastStepAt(card)) return 'running';
  const alarms = alarmsOf(world, run);
  const isOver = (alarm: Alarm): boolean => alarm.state === 'RESOLVED' || isPutAway(alarm, world.now());
  const settled =
    alarms.length > 0 && alarms.every(isOver) && alarms.some((one) => one.acknowledgedAt !== null);
  return settled ? 'reached' : 'running';
}

/** Shelved with a reason counts as dealt with: in a flood that is the right thing to do. */
const isPutAway = (alarm: Alarm, now: number): boolean => alarm.shelved !== null && alarm.shelved.until > now;

type Times = Pick<DrillReport, 'detectedAfter' | 'acknowledgedAfter' | 'restoredAfter'>;

function timesOf(run: DrillRun, card: DrillCard | undefined, alarms: readonly Alarm[]): Times {
  const first = Math.min(...(card?.steps ?? []).map((step) => step.at));
  const begin = run.startedAt + (Number.isFinite(first) ? first : 0) * 1000;
  const after = (times: readonly (number | null)[], pick: (...all: number[]) => number): number | null => {
    const known = times.filter((time): time is number => time !== null);
    return known.length === 0 ? null : Math.max(0, (pick(...known) - begin) / 1000);
  };
  const left = alarms.filter((alarm) => alarm.shelved === null);
  const restored = left.length > 0 && left.every((alarm) => alarm.state === 'RESOLVED');
  return {
    detectedAfter: after(
      alarms.map((alarm) => alarm.raisedAt),
      Math.min,
    ),
    acknowledgedAfter: after(
      alarms.map((alarm) => alarm.acknowledgedAt),
      Math.min,
    ),
    restoredAfter: restored
      ? after(
          alarms.map((alarm) => alarm.resolvedAt),
          Math.max,
        )
      : null,
  };
}

export function reportOf(world: World, run: DrillRun): DrillReport {
  const card = cardOf(run);
  const alarms = alarmsOf(world, run);
  const times = timesOf(run, card, alarms);
  const damage = damageOf(world);
  const facts = {
    ...times,
    raised: alarms.length,
    missed: alarms.filter((alarm) => alarm.acknowledgedAt === null && alarm.root === null).length,
    hotRackMinutes: round(damage.hot - run.hotBefore),
    darkRackMinutes: round(damage.dark - run.darkBefore),
  };
  const parts = card === undefined ? [] : partsOf(card, facts);
  const score = Math.round(parts.reduce((sum, part) => sum + part.points, 0));
  return { score, parts, ...facts, timeline: timelineOf(alarms) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

type Facts = Omit<DrillReport, 'score' | 'parts' | 'timeline'>;

function partsOf(card: DrillCard, facts: Facts): DrillReport['parts'] {
  const timed = (name: string, of: number, [seconds, span]: [number | null, DrillCard['detect']]) => ({
    name,
    of,
    points: round(of * shareFor(seconds, span)),
    because:
      seconds === null
        ? 'never'
        : `after ${minutesText(seconds)}; full points within ${minutesText(span.good)}`,
  });
  const answered = facts.raised === 0 ? 0 : 1 - facts.missed / facts.raised;
  const harm = facts.hotRackMinutes + 2 * facts.darkRackMinutes;
  return [
    timed('Detected', 15, [facts.detectedAfter, card.detect]),
    timed('Acknowledged', 25, [facts.acknowledgedAfter, card.acknowledge]),
    timed('Restored', 30, [facts.restoredAfter, card.restore]),
    {
      name: 'Alarms answered',
      of: 10,
      points: round(10 * answered),
      because: `${facts.raised - facts.missed} of ${facts.raised}`,
    },
    {
      name: 'Damage',
      of: 20,
      // Half the points are gone at 30 rack-minutes; a dark minute counts twice.
      points: round((20 * 30) / (30 + harm)),
      because: `${facts.hotRackMinutes} rack-minutes too hot or cold, ${facts.darkRackMinutes} without power`,
    },
  ];
}

function shareFor(seconds: number | null, { good, poor }: DrillCard['detect']): number {
  if (seconds === null || seconds >= poor) return 0;
  return seconds <= good ? 1 : (poor - seconds) / (poor - good);
}

const minutesText = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

/** The story in a few lines; a flood's thousandth alarm tells nothing new. */
const mostLines = 200;

function timelineOf(alarms: readonly Alarm[]): DrillReport['timeline'] {
  const lines = alarms.slice(0, mostLines).flatMap((alarm) => [
    { at: alarm.raisedAt, text: `${alarm.id} rang: ${alarm.message}` },
    ...(alarm.acknowledgedAt === null
      ? []
      : [
          {
            at: alarm.acknowledgedAt,
            text: `${alarm.id} acknowledged by ${alarm.acknowledgedBy ?? 'nobody'}`,
          },
        ]),
    ...(alarm.resolvedAt === null ? [] : [{ at: alarm.resolvedAt, text: `${alarm.id} was over` }]),
  ]);
  return lines.toSorted((a, b) => a.at - b.at);
}
