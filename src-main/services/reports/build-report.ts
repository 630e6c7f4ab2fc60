/** A report from a session: which stretch of time, which builder, and what it says of itself. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Report, ReportKind, ReportParams, ReportSpan } from '../../../sim/contract/reports.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Inventory } from '../../../sim/index.ts';
import type { AlarmRecall } from '../alarms/alarm-recall.ts';
import type { Session } from '../../host/session.ts';
import { buildAlarms } from './alarm-performance.ts';
import { buildBattery } from './battery.ts';
import { buildCapacity } from './capacity.ts';
import { buildEnergy } from './energy.ts';
import { tariffOf } from './energy-measure.ts';
import { createGround } from './ground.ts';
import type { Breathe, Ground, GroundDeps, Heard } from './ground.ts';
import type { Draft } from './parts.ts';
import { dayMillis } from './stretches.ts';
import { buildTemperature } from './temperature.ts';
import { buildUptime } from './uptime.ts';
import { wordsIn } from './words-in.ts';

const builders: Readonly<Record<ReportKind, (ground: Ground) => Promise<Draft>>> = {
  energy: buildEnergy,
  temperature: buildTemperature,
  uptime: buildUptime,
  capacity: buildCapacity,
  battery: buildBattery,
  alarms: buildAlarms,
};

export type Making = {
  readonly session: Session;
  readonly recall: AlarmRecall | null;
  readonly breathe: Breathe;
  /** Wall time. */
  readonly now: number;
  readonly version: string;
  /** Told what was read, sensor by sensor. */
  readonly heard: (heard: Heard) => void;
  /** Told how many points are to be read in all, before the first is. */
  readonly planned: (points: number) => void;
  readonly steady: () => number;
};

export async function buildReport(making: Making, params: ReportParams): Promise<Result<Report>> {
  const { session, recall, now, version, breathe, heard, steady } = making;
  const { world } = session;
  const { within = null, language, kind, compare } = params;
  const scope = scopeOf(world.inventory, within);
  if (!scope.ok) return scope;
  const asked = spanIn(session, params);
  if (!asked.ok) return asked;
  const span = asked.value;
  const words = wordsIn(language);
  const before = { from: span.from - (span.to - span.from), to: span.from };
  const isYoung = before.from < world.clock.epoch;
  const prior = compare === 'prior' && !isYoung ? before : null;
  const way = { session, recall, words, language, within, span, prior, breathe, heard, steady } as const;
  making.planned(await rehearse(way, kind));
  const ground = createGround({ ...way, mode: 'read' });
  const { headline, sections, sources } = await builders[kind](ground);
  return accepted({
    meta: {
      kind,
      title: words.kinds[kind],
      language,
      scope: { id: within, name: scope.value ?? words.everything },
      ...span,
      prior,
      priorNote: compare === 'prior' && isYoung ? words.youngLab : '',
      lab: { id: session.id, name: world.name },
      seed: world.seedText,
      branch: session.branch,
      labTime: world.now(),
      madeAt: now,
      version,
      sources: [...sources],
      simulated: true,
      currency: tariffOf(ground)?.currency ?? '',
    },
    headline,
    sections,
  });
}

/** How many points the report will read: the same way, without reading. */
async function rehearse(way: Omit<GroundDeps, 'mode'>, kind: ReportKind): Promise<number> {
  let points = 0;
  const heard = (more: Heard): void => {
    points += more.points;
  };
  await builders[kind](createGround({ ...way, heard, mode: 'rehearse' }));
  return points;
}

/** The name of a place; null for everywhere. */
function scopeOf(inventory: Inventory, within: EntityId | null): Result<string | null> {
  if (within === null) return accepted(null);
  const place = inventory.get(within);
  if (place === undefined) return refused('unknown-entity', `There is no ${within}`, { where: 'within' });
  if (place.kind === 'site' || place.kind === 'room') return accepted(place.name);
  return refused('wrong-kind', `${place.name} is a ${place.kind}; a report is of a site or a room`, {
    where: 'within',
    hint: 'Leave it out for everything.',
  });
}

/** Nothing was read before the lab began, and nothing is known of what is to come. */
export function spanIn(
  { world }: Pick<Session, 'world'>,
  { from, to }: Pick<ReportParams, 'from' | 'to'>,
): Result<ReportSpan> {
  const { epoch } = world.clock;
  const end = Math.min(to ?? world.now(), world.now());
  const begin = Math.max(from ?? end - dayMillis, epoch);
  if (begin < end) return accepted({ from: begin, to: end });
  const at = (millis: number) => new Date(millis).toISOString().slice(0, 16).replace('T', ' ');
  return refused('invalid-input', 'There is no lab time in this stretch to report of', {
    where: from === undefined ? 'to' : 'from',
    hint: `The lab began at ${at(epoch)} and it is ${at(world.now())}.`,
  });
}
