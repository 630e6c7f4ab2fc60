/** Names and spans as the screens of scenarios and drills say them. */
import type { DrillCard } from '../../../sim/contract/drills.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { text } from '../../text/text.ts';
import { withUnit } from '../../ui/numbers.ts';

export type Severity = ScenarioCard['severities'][number];

/** `COOLING_FAILURE` and `hot-rack` as words, where the card with the title is not at hand. */
export function wordsOf(name: string): string {
  const words = name.toLowerCase().replaceAll(/[_-]/g, ' ');
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

export const kindWord = (kind: Kind): string => text().scenarios.kinds[kind];

/** `rack or room` */
export const strikes = ({ targets }: Pick<ScenarioCard, 'targets'>): string =>
  text().scenarios.strikes(targets);

/** Kinds whose names only mean something together with what they are part of. */
const namedByParent: readonly Kind[] = ['pdu', 'battery', 'sensor', 'device'];

/** `A01 pdu-a`, since every rack has a pdu-a. */
export function fullName(entities: ReadonlyMap<EntityId, Entity>, id: EntityId): string {
  const entity = entities.get(id);
  if (entity === undefined) return id;
  if (entity.parent === null || !namedByParent.includes(entity.kind)) return entity.name;
  return `${fullName(entities, entity.parent)} ${entity.name}`;
}

const parts = [
  { seconds: 86_400, symbol: 'd' },
  { seconds: 3600, symbol: 'h' },
  { seconds: 60, symbol: 'min' },
  { seconds: 1, symbol: 's' },
] as const;

/** `1 h 30 min`, `90 s` being `1 min 30 s`; the two largest units. */
export function spanWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const at = parts.findIndex((part) => whole >= part.seconds);
  const [first, second] = at < 0 ? [] : parts.slice(at, at + 2);
  if (first === undefined) return withUnit('0', 's');
  const rest = second === undefined ? 0 : Math.floor((whole % first.seconds) / second.seconds);
  const head = withUnit(String(Math.floor(whole / first.seconds)), first.symbol);
  return rest === 0 || second === undefined ? head : `${head} ${withUnit(String(rest), second.symbol)}`;
}

export const drillTitle = (cards: readonly DrillCard[], drill: string): string =>
  cards.find(({ id }) => id === drill)?.title ?? wordsOf(drill);

export const scenarioTitle = (cards: readonly ScenarioCard[], name: string): string =>
  cards.find((card) => card.name === name)?.title ?? wordsOf(name);
