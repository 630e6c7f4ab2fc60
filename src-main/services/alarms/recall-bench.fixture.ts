import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LabStore, LogEntry } from '../../../db/lab-store.ts';
import { openLabStore } from '../../../db/open-lab-store.ts';
import { did, facility } from '../../../sim/alarms/facility.fixture.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { WorldEvent } from '../../../sim/contract/events.ts';
import type { BranchId, EntityId, Revision } from '../../../sim/contract/ids.ts';
import { queries } from '../../../sim/contract/queries.ts';
import type { QueryAnswer, QueryParams } from '../../../sim/contract/queries.ts';
import type { Tick, WallMillis } from '../../../sim/contract/units.ts';
import { createLongBook } from '../../../sim/index.ts';
import type { AlarmHappening, World } from '../../../sim/index.ts';
import type { Announcement } from '../../host/announcement.ts';
import { createLog } from '../../host/log.ts';
import { readAlarmHistory } from '../../host/reader/alarm-history.ts';
import type { Session } from '../../host/session.ts';
import { createAlarmRecall } from './alarm-recall.ts';
import type { AlarmRecall } from './alarm-recall.ts';

const wall = {
  now: () => 1_795_000_000_000,
  // Time stands still: no slice ends before its work is done.
  steady: () => 0,
  sleep: (millis: number) => new Promise<void>((done) => void setTimeout(done, Math.min(millis, 5))),
};
const log = createLog({ file: null, level: 'warn', rotateBytes: 1e6, keep: 1, now: () => new Date(0) });

type Bench = {
  readonly world: World;
  readonly session: Session;
  readonly sensor: (name: string, metric: string) => EntityId;
  readonly thing: (name: string) => EntityId;
  readonly write: (events: readonly WorldEvent[]) => void;
  readonly does: (command: CommandInput) => readonly string[];
  readonly say: (heard: Announcement) => void;
  readonly recall: () => AlarmRecall;
};

/** A lab with a real log, whose world is a room with its plant. */
export function bench(racks: number): Bench {
  const lab = facility(racks);
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-recall-'));
  const opened = openLabStore(join(directory, 'world.db'), {
    whenMissing: 'create',
    now: () => 1 as WallMillis,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const store = opened.value;
  const ears = new Set<(heard: Announcement) => void>();
  const session = {
    id: 'lab' as Session['id'],
    directory,
    store,
    // Nothing here reads readings.
    history: null as never,
    world: lab.world,
    branch: store.currentBranch().id,
    close: () => {},
  } satisfies Session;
  const recalls: AlarmRecall[] = [];
  onTestFinished(() => {
    for (const recall of recalls) recall.close();
    store.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const write = (events: readonly WorldEvent[]): void => append(store, lab.world.clock.tick, events);
  return {
    ...lab,
    session,
    write,
    does: (command) => {
      const { events, ids } = did(lab.world, command);
      write(events);
      return ids;
    },
    say: (heard) => ears.forEach((ear) => ear(heard)),
    recall: () => {
      const listen = (ear: (heard: Announcement) => void) => {
        ears.add(ear);
        return () => ears.delete(ear);
      };
      const made = createAlarmRecall({ session: () => session, listen, wall, log });
      recalls.push(made);
      return made;
    },
  };
}

export function append(store: LabStore, tick: number, events: readonly WorldEvent[]): void {
  const { headRevision, headTick } = store.currentBranch();
  const entry: LogEntry = {
    key: null,
    tick: Math.max(tick, headTick) as Tick,
    firstRevision: (headRevision + 1) as Revision,
    actor: { origin: 'api', name: 'a test', role: 'admin' },
    command: {},
    events,
    ids: [],
    at: 1 as WallMillis,
  };
  store.append([entry]);
}

export async function history(
  { session }: Pick<Bench, 'session'>,
  recall: AlarmRecall,
  params: QueryParams<'alarm-history'>,
): Promise<QueryAnswer<'alarm-history'>> {
  const parsed = queries['alarm-history'].params.parse(params);
  const answer = await readAlarmHistory({ session: () => session, recall }, parsed);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return queries['alarm-history'].answer.parse(answer.value);
}

/** Everything that a branch's log says of alarms, as the world's own book would have it. */
export function told(store: LabStore, branch: BranchId): readonly Alarm[] {
  const book = createLongBook();
  for (const entry of store.entriesAfter(branch, 0 as Revision))
    for (const event of entry.events) if (event.type.startsWith('alarm.')) book.fold(event as AlarmHappening);
  const number = ({ id }: Alarm): number => Number(id.slice(6));
  return [...book.past(), ...book.open()].toSorted((a, b) => number(b) - number(a));
}

export const plain = ({ items }: QueryAnswer<'alarm-history'>) =>
  items.map(({ isa: _isa, children: _children, ...alarm }) => alarm);
export const everyState = { states: ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED'] } as const;
