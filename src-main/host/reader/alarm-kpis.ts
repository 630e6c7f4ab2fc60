import { alarmStateSchema } from '../../../sim/contract/alarms.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { asSimMillis, tickMillis } from '../../../sim/contract/units.ts';
import type { SimMillis } from '../../../sim/contract/units.ts';
import { alarmKpis, createLongBook } from '../../../sim/index.ts';
import type { AlarmHappening } from '../../../sim/index.ts';
import type { AlarmRecall } from '../../services/alarms/alarm-recall.ts';
import type { Session } from '../session.ts';
import { everyAlarm } from './alarm-history.ts';
import type { Params, ReaderDeps } from './params.ts';
import { isWithin } from './within.ts';

const dayMillis = 86_400_000;
const pageSize = 1000;
/** Reading the log must not hold the host up for long; a month of a badly tuned lab is less than this. */
const mostEvents = 50_000;
/** Figures of more than this would hold the host up while they are counted. */
const mostAlarms = 50_000;
const patience = 5000;

const happenings = [
  'alarm.raised',
  'alarm.acknowledged',
  'alarm.resolved',
  'alarm.returned',
  'alarm.shelved',
  'alarm.unshelved',
  'alarm.grouped',
] as const satisfies readonly AlarmHappening['type'][];

type Alarms = { readonly alarms: readonly Alarm[]; readonly extent: 'whole' | 'part' };

export async function readAlarmKpis(
  { session, recall }: Pick<ReaderDeps, 'session'> & Pick<Memory, 'recall'>,
  params: Params<'alarm-kpis'>,
): Promise<Result<QueryAnswer<'alarm-kpis'>>> {
  const current = session();
  const { inventory } = current.world;
  const { within } = params;
  if (within !== undefined && inventory.get(within) === undefined)
    return refused('unknown-entity', `There is no ${within}`, { where: 'within' });
  const span = spanOf(current, params);
  const { alarms, extent } = await alarmsSince({ session: current, recall }, span.from);
  const mine =
    within === undefined ? alarms : alarms.filter((alarm) => isWithin(inventory, alarm.source, within));
  return accepted(alarmKpis({ ...span, alarms: mine, extent }));
}

type Memory = { readonly session: Session; readonly recall: AlarmRecall | null };

/** Every alarm that was raised since then, and every one that is open. */
export async function alarmsSince({ session, recall }: Memory, from: SimMillis): Promise<Alarms> {
  const { alarms } = session.world;
  const since = alarms.remembersSince();
  const isRemembered = since === null || since < from;
  if (isRemembered) return { alarms: [...alarms.past(), ...alarms.open()], extent: 'whole' };
  return (await fromArchive({ session, recall }, from)) ?? fromLog(session, from);
}

/** Null where the archive is not at hand, or still behind its log. */
async function fromArchive({ session, recall }: Memory, from: SimMillis): Promise<Alarms | null> {
  if (recall === null || (await recall.ready(patience)).state === 'behind') return null;
  const found = await recall.read(() => ({
    ...everyAlarm,
    states: alarmStateSchema.options,
    from,
    limit: mostAlarms,
  }));
  if (found === null) return null;
  const told = new Map(found.items.map((alarm) => [alarm.id, alarm]));
  for (const alarm of session.world.alarms.open()) told.set(alarm.id, alarm);
  return { alarms: [...told.values()], extent: found.next === null ? 'whole' : 'part' };
}

type Wanted = { readonly from?: number | undefined; readonly to?: number | undefined };

/** Nothing rang before the lab began, and nothing will be known of what is to come. */
export function spanOf(
  { world }: Pick<Session, 'world'>,
  wanted: Wanted,
): { readonly from: SimMillis; readonly to: SimMillis } {
  const { epoch } = world.clock;
  const now = world.now();
  const to = Math.max(epoch + 1, Math.min(wanted.to ?? now, now));
  const from = Math.max(epoch, Math.min(wanted.from ?? to - dayMillis, to - 1));
  return { from: asSimMillis(from), to: asSimMillis(to) };
}

/** What the world no longer remembers is told again by its log, newest first until the time that is asked for. */
function fromLog({ store, branch, world }: Session, from: SimMillis): Alarms {
  const events: LoggedEvent[] = [];
  const timeOf = ({ tick }: LoggedEvent): number => world.clock.epoch + tick * tickMillis;
  let before: number | null = null;
  let isWhole = false;
  while (!isWhole && events.length < mostEvents) {
    const page = store.eventsBefore(branch, { before, limit: pageSize, types: happenings });
    events.push(...page.filter((event) => timeOf(event) >= from));
    const oldest = page.at(-1);
    isWhole = oldest === undefined || page.length < pageSize || timeOf(oldest) < from;
    before = oldest?.revision ?? null;
  }
  const book = createLongBook();
  for (const { event } of events.toReversed()) if (isHappening(event)) book.fold(event);
  const told = new Map([...book.past(), ...book.open()].map((alarm) => [alarm.id, alarm]));
  // Those that are open since before this time are in no page that was read.
  for (const alarm of world.alarms.open()) told.set(alarm.id, alarm);
  return { alarms: [...told.values()], extent: isWhole ? 'whole' : 'part' };
}

const isHappening = (event: LoggedEvent['event']): event is AlarmHappening =>
  (happenings as readonly string[]).includes(event.type);
