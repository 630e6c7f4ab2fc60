import type { AlarmHappening } from '../sim/contract/alarm-happenings.ts';
import { after } from '../sim/contract/alarm-happenings.ts';
import type { Alarm } from '../sim/contract/alarms.ts';
import type { WorldEvent } from '../sim/contract/events.ts';
import { alarmNumber } from './archive-body.ts';
import type { ArchiveRows, Kept } from './archive-rows.ts';
import type { LabStore, LogEntry } from './lab-store.ts';
import { branchName, branchNumber, lineOf } from './lines.ts';

export type Fork = {
  readonly id: number;
  readonly parent: number | null;
  readonly forkRevision: number;
  readonly forkTick: number;
  readonly headRevision: number;
  readonly madeAt: number;
};

/** An alarm as any version wrote it, with what it has gained since. */
export type AlarmOfToday = (alarm: Alarm) => Alarm;

export const forksOf = (store: Pick<LabStore, 'branches'>): ReadonlyMap<number, Fork> =>
  new Map(
    store.branches().map(({ id, parent, ...facts }) => {
      const number = branchNumber(id);
      return [number, { ...facts, id: number, parent: parent === null ? null : branchNumber(parent) }];
    }),
  );

export const isHappening = (event: WorldEvent): event is AlarmHappening => event.type.startsWith('alarm.');

/** Writes what one branch's log says into the rows. */
export type BranchFold = { readonly fold: (entry: LogEntry) => void };

type FoldPlan = {
  readonly rows: ArchiveRows;
  readonly forks: ReadonlyMap<number, Fork>;
  readonly branch: number;
  readonly ofToday: AlarmOfToday;
};

export function createBranchFold({ rows, forks, branch, ofToday }: FoldPlan): BranchFold {
  const line = lineOf(forks, branch);
  const children = [...forks.values()].filter(({ parent }) => parent === branch);
  const latest = new Map<string, number>();

  /** A branch that left here earlier keeps what it saw. */
  const leaveBehind = ({ alarm, first, revision }: Kept, now: number): void => {
    const number = alarmNumber(alarm.id);
    for (const child of children) {
      const saw = child.forkRevision >= revision && child.forkRevision < now;
      if (saw && !rows.has(child.id, number)) rows.insert(child.id, { first, revision, alarm });
    }
  };

  const put = (kept: Kept, revision: number, alarm: Alarm): void => {
    if (kept.branch !== branch) {
      rows.insert(branch, { first: kept.first, revision, alarm });
      return;
    }
    leaveBehind(kept, revision);
    rows.update(kept.row, revision, alarm);
  };

  const raise = (raised: Alarm, revision: number): void => {
    const alarm = ofToday(raised);
    const pair = `${alarm.rule}|${alarm.sensor}`;
    const before = latest.get(pair) ?? rows.latestOf(line, alarm.rule, alarm.sensor);
    rows.insert(branch, { first: revision, revision, alarm });
    latest.set(pair, alarmNumber(alarm.id));
    const kept = before === null ? null : rows.find(line, before);
    if (kept?.alarm.state === 'RESOLVED') put(kept, revision, { ...kept.alarm, followedBy: alarm.id });
  };

  const happen = (event: AlarmHappening, revision: number): void => {
    if (event.type === 'alarm.raised') {
      raise(event.alarm, revision);
      return;
    }
    const kept = rows.find(line, alarmNumber(event.id));
    if (kept !== null) put(kept, revision, after(kept.alarm, event));
  };

  return {
    fold: ({ firstRevision, events }) => {
      for (const [at, event] of events.entries()) {
        if (isHappening(event)) happen(event, firstRevision + at);
        else if (event.type === 'entity.created' || event.type === 'entity.changed')
          keepPlace(rows, event.entity);
      }
    },
  };
}

/** Alarms are about what holds sensors. */
function keepPlace(rows: ArchiveRows, entity: Parameters<ArchiveRows['putPlace']>[0]): void {
  if (entity.kind !== 'sensor') rows.putPlace(entity);
}

type Seed = {
  readonly store: Pick<LabStore, 'entriesAfter'>;
  readonly rows: ArchiveRows;
  readonly fork: Fork;
  readonly ofToday: AlarmOfToday;
};

/**
 * A branch that leaves its parent in the past: what its parent's alarms became since is not its own, so they are
 * told anew up to there. Pauses wherever it is asked to go on.
 */
export function* seedsOf({
  store,
  rows,
  fork,
  ofToday,
}: Seed): Generator<undefined, readonly Omit<Kept, 'row' | 'branch'>[]> {
  const { id, parent, forkRevision } = fork;
  if (parent === null) return [];
  const changed = rows.across(parent, forkRevision).filter(({ number }) => !rows.has(id, number));
  const firsts = new Map(changed.map(({ number, first }) => [number, first]));
  const told = new Map<number, { alarm: Alarm; revision: number }>();
  if (firsts.size === 0) return [];
  const start = Math.min(...firsts.values()) - 1;
  for (const entry of store.entriesAfter(branchName(parent), start as LogEntry['firstRevision'])) {
    if (entry.firstRevision > forkRevision) break;
    for (const [at, event] of entry.events.entries()) {
      const revision = entry.firstRevision + at;
      if (revision <= forkRevision && isHappening(event)) retell(told, { event, revision, firsts, ofToday });
    }
    yield undefined;
  }
  return [...told].map(([number, kept]) => ({ ...kept, first: firsts.get(number) ?? kept.revision }));
}

type Retold = {
  readonly event: AlarmHappening;
  readonly revision: number;
  readonly firsts: ReadonlyMap<number, number>;
  readonly ofToday: AlarmOfToday;
};

function retell(
  told: Map<number, { alarm: Alarm; revision: number }>,
  { event, revision, firsts, ofToday }: Retold,
): void {
  if (event.type !== 'alarm.raised') {
    const before = told.get(alarmNumber(event.id));
    if (before !== undefined)
      told.set(alarmNumber(event.id), { alarm: after(before.alarm, event), revision });
    return;
  }
  const alarm = ofToday(event.alarm);
  for (const [number, { alarm: before }] of told) {
    const isSame = before.rule === alarm.rule && before.sensor === alarm.sensor;
    if (isSame && before.state === 'RESOLVED' && before.followedBy === null)
      told.set(number, { alarm: { ...before, followedBy: alarm.id }, revision });
  }
  const number = alarmNumber(alarm.id);
  if (firsts.has(number)) told.set(number, { alarm, revision });
}
