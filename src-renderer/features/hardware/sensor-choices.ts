/** The lab's sensors as one looks for them: by the name of what they are on, what they measure, or their topic. */
import type { Entity, EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text } from '../../text/text.ts';
import { topicOf } from '../inspector/topic-of.ts';

export type SensorChoice = {
  readonly id: EntityId;
  readonly topic: string;
  readonly title: string;
  readonly metric: Metric;
  readonly source: EntityOf<'sensor'>['spec']['source'];
  readonly words: string;
};

export function sensorChoices(entities: ReadonlyMap<EntityId, Entity>): readonly SensorChoice[] {
  const { hardware, metrics } = text();
  const choices: SensorChoice[] = [];
  for (const entity of entities.values()) {
    if (entity.kind !== 'sensor') continue;
    const parent = entity.parent === null ? undefined : entities.get(entity.parent);
    const { metric, place, source } = entity.spec;
    const title = hardware.sensor(parent?.name ?? entity.name, metrics[metric], place);
    const topic = topicOf(entities, entity);
    choices.push({ id: entity.id, topic, title, metric, source, words: `${title} ${topic}`.toLowerCase() });
  }
  return choices;
}

const mostShown = 8;

/** All of the words, in any order; those whose title begins so come first. */
export function choicesFor(choices: readonly SensorChoice[], sought: string): readonly SensorChoice[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const first: SensorChoice[] = [];
  const rest: SensorChoice[] = [];
  for (const choice of choices) {
    if (!words.every((word) => choice.words.includes(word))) continue;
    if (words.length > 0 && choice.title.toLowerCase().startsWith(words[0] ?? '')) first.push(choice);
    else if (rest.length < mostShown) rest.push(choice);
    if (first.length >= mostShown) break;
  }
  return [...first, ...rest].slice(0, mostShown);
}
