import type { AlarmArchive } from '../../../db/alarm-archive.ts';
import type { Origin } from '../../../db/archive-body.ts';
import type { Alarm, AlarmView } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { isaStateIn, numberOf } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Question } from '../../services/alarms/alarm-recall.ts';
import { readAlarms, systemIn } from './alarms.ts';
import type { Params, ReaderDeps } from './params.ts';

type Asked = Params<'alarm-history'>;

/** How long an answer waits for a log that is still being read. */
const patience = 1500;

export const everyAlarm = {
  before: null,
  from: null,
  to: null,
  sure: null,
  maybe: new Set<number>(),
  among: 'told',
  says: () => true,
  only: null,
} as const satisfies Partial<Question>;

export async function readAlarmHistory(
  { session, recall }: Pick<ReaderDeps, 'session' | 'recall'>,
  params: Asked,
): Promise<Result<QueryAnswer<'alarm-history'>>> {
  const { state, share } = await recall.ready(patience);
  const { world } = session();
  const found = state === 'whole' ? await recall.read((archive) => questionOf(world, archive, params)) : null;
  if (found === null) return accepted(remembered(world, params, share));
  const { items, next, children } = found;
  const viewOf = (alarm: Alarm): AlarmView => ({
    ...alarm,
    isa: isaStateIn(world, alarm),
    children: children(alarm),
  });
  return accepted({ items: items.map(viewOf), next, extent: 'whole', share: 1, revision: world.revision });
}

/** Filters are judged on the origins: what many alarms have in common is asked once. */
function questionOf(world: World, archive: AlarmArchive, params: Asked): Question {
  const { before = null, from = null, to = null, states, limit } = params;
  const words = wordsOf(params.text);
  const only = words.map(numberNamed).find((number) => number !== null) ?? null;
  const asked = { ...everyAlarm, before, from, to, states, limit, only };
  if (words.length === 0 && !isFiltered(params)) return asked;
  const sure = new Set<number>();
  const maybe = new Set<number>();
  for (const origin of archive.origins().values()) {
    if (!fits({ world, archive }, origin, params)) continue;
    const said = saidOf(world, archive, origin);
    if (words.every((word) => said.includes(word))) sure.add(origin.id);
    else maybe.add(origin.id);
  }
  const says = (alarm: Alarm, origin: Origin): boolean => {
    const said = `${saidOf(world, archive, origin)} ${ownWords(alarm)}`;
    return words.every((word) => said.includes(word));
  };
  return { ...asked, sure, maybe, among: amongFor(words), says };
}

const isFiltered = ({ severities, priorities, within, systems }: Asked): boolean =>
  [severities, priorities, within, systems].some((wanted) => wanted !== undefined);

const wordsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').toLowerCase().split(/\s+/).filter(Boolean);

const numberNamed = (word: string): number | null =>
  /^alarm-\d{1,15}$/.test(word) ? Number(word.slice('alarm-'.length)) : null;

/** A bare number stands in the messages themselves; every other word in the origin, or in what people wrote. */
const amongFor = (words: readonly string[]): Question['among'] =>
  words.some((word) => /^[\d.,-]+$/.test(word) || word.startsWith('alarm-')) ? 'all' : 'told';

function fits({ world, archive }: Places, origin: Origin, asked: Asked): boolean {
  const { severities, priorities, within, systems } = asked;
  if (severities !== undefined && !severities.includes(origin.severity)) return false;
  if (priorities !== undefined && !priorities.includes(origin.priority)) return false;
  if (within !== undefined && !liesIn({ world, archive }, origin.source, within)) return false;
  return systems === undefined || systems.includes(systemIn(world, origin));
}

type Places = { readonly world: World; readonly archive: Pick<AlarmArchive, 'placeOf'> };

/** Of what is gone, where it stood last. */
function liesIn({ world, archive }: Places, source: EntityId, top: EntityId): boolean {
  for (let at: EntityId | null = source; at !== null;) {
    if (at === top) return true;
    const entity = world.inventory.get(at);
    at = entity === undefined ? ((archive.placeOf(at)?.parent ?? null) as EntityId | null) : entity.parent;
  }
  return false;
}

const saidOf = (
  world: World,
  archive: Pick<AlarmArchive, 'placeOf'>,
  { rule, source, stem }: Origin,
): string =>
  `${rule} ${stem} ${world.inventory.get(source)?.name ?? archive.placeOf(source)?.name ?? ''}`.toLowerCase();

const ownWords = ({ id, message, note, notes, assignedTo }: Alarm): string =>
  [id, message, note ?? '', assignedTo ?? '', ...notes.map(({ text }) => text)].join(' ').toLowerCase();

/** While the log is being read: what the world itself remembers. */
function remembered(world: World, params: Asked, share: number): QueryAnswer<'alarm-history'> {
  const answer = readAlarms({ session: () => ({ world }) }, { ...params, limit: 5000 });
  const items = answer.ok ? answer.value.items.filter((alarm) => isAsked(alarm, params)) : [];
  const shown = items.slice(0, params.limit);
  const last = shown.at(-1);
  const next = items.length > shown.length && last !== undefined ? numberOf(last.id) : null;
  return { items: shown, next, extent: 'part', share, revision: world.revision };
}

const isAsked = ({ id, raisedAt }: AlarmView, { before, from, to }: Asked): boolean =>
  numberOf(id) < (before ?? Infinity) && raisedAt >= (from ?? -Infinity) && raisedAt <= (to ?? Infinity);
