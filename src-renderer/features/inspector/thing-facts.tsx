/** What is worth knowing of each kind, at a glance. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import { text } from '../../text/text.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { wordsFor } from '../../ui/value-words.ts';
import { sensorsOf } from '../floor/rack-sensors.ts';
import { isCellSensor } from './cells.ts';
import { type Fact, sensorFact, sensorLabel, TopicFact } from './fact-list.tsx';
import { isPhaseCurrent, phasesOf } from './phases.ts';
import { kilowatts, plateFacts, type ThingContext } from './thing-specs.tsx';
import { topicOf } from './topic-of.ts';

const hasWords = (entity: Entity, { spec }: EntityOf<'sensor'>): boolean =>
  wordsFor({ kind: entity.kind, metric: spec.metric }) !== null;

/** Every sensor a line, states first; cells and phases are drawn further down and not listed. */
function listedSensors(entity: Entity, { inventory }: ThingContext): readonly EntityOf<'sensor'>[] {
  const hasPhases = phasesOf(inventory, entity).length > 0;
  return sensorsOf(inventory, entity.id)
    .filter((sensor) => !isCellSensor(sensor) && !(hasPhases && isPhaseCurrent(sensor)))
    .toSorted((one, other) => Number(hasWords(entity, other)) - Number(hasWords(entity, one)));
}

/** The main one with its rate, power with what the thing is rated for, states in words. */
function readingFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  const rated = 'ratedPower' in entity.spec && entity.kind !== 'device' ? entity.spec.ratedPower : null;
  return listedSensors(entity, context).map((sensor) => {
    const { id, spec } = sensor;
    if (id === context.main?.id) return { ...sensorFact(sensor), value: context.mainValue };
    if (hasWords(entity, sensor))
      return { label: sensorLabel(sensor), value: <LiveState sensor={id} metric={spec.metric} /> };
    const isPower = spec.metric === 'power' && rated !== null;
    const after = isPower ? text().inspector.ofRated(kilowatts(rated)) : null;
    return sensorFact(sensor, after === null ? null : <span className="text-text-3">{after}</span>);
  });
}

export function thingFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  return [
    ...readingFacts(entity, context),
    ...plateFacts(entity, context),
    {
      label: text().inspector.topic,
      value: <TopicFact topic={topicOf(context.inventory.entities, entity)} />,
    },
  ];
}
