/** What is worth knowing of each kind, at a glance. */
import type { ReactNode } from 'react';
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { LiveAge } from '../floor/live-age.tsx';
import { childrenOf, type Inventory, sensorsOf } from '../floor/rack-sensors.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { type Fact, sensorFact, TopicFact } from './fact-list.tsx';
import { unitsUsed } from './space-used.ts';
import { topicOf } from './topic-of.ts';

export type ThingContext = {
  readonly inventory: Inventory;
  /** Of a rack; null while they are on their way. */
  readonly devices: readonly EntityOf<'device'>[] | null;
  /** Sensor whose value is written with its limits and its rate. */
  readonly main: EntityOf<'sensor'> | null;
  readonly mainValue: ReactNode;
  readonly nameOf: (id: EntityId) => string;
};

const kilowatts = (value: number, decimals = 1): string => withUnit(numberText(value, decimals), 'kW');
const watts = (value: number): string => withUnit(numberText(value, 0), 'W');
const metres = (value: number): string => withUnit(numberText(value, 1), 'm');
const fact = (label: string, value: ReactNode): Fact => ({ label, value });

/** Every sensor a line; the main one with its rate, power with what the thing is rated for. */
function readingFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  const rated = 'ratedPower' in entity.spec && entity.kind !== 'device' ? entity.spec.ratedPower : null;
  return sensorsOf(context.inventory, entity.id).map((sensor) => {
    if (sensor.id === context.main?.id) return { ...sensorFact(sensor), value: context.mainValue };
    const isPower = sensor.spec.metric === 'power' && rated !== null;
    return sensorFact(sensor, isPower ? <span className="text-text-3">of {kilowatts(rated)}</span> : null);
  });
}

const fedBy = (entity: Entity, context: ThingContext): readonly Fact[] => {
  const feeds = entity.links.fedBy ?? [];
  return feeds.length === 0 ? [] : [fact('Fed by', feeds.map(context.nameOf).join(', '))];
};

function spaceFact(entity: EntityOf<'rack'>, devices: ThingContext['devices']): Fact {
  const { heightU } = entity.spec;
  return fact('Space', devices === null ? '–' : `${unitsUsed(devices)} of ${withUnit(String(heightU), 'U')}`);
}

function ownFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  switch (entity.kind) {
    case 'site':
      return [
        fact('Place', entity.spec.location ?? '–'),
        fact('Time zone', entity.spec.timezone),
        fact('Rooms', countOf(entity, context, 'room')),
      ];
    case 'room':
      return [
        fact('Size', `${metres(entity.spec.width)} × ${metres(entity.spec.depth)}`),
        fact('Envelope', `ASHRAE class ${entity.spec.envelope}`),
        fact('Cooling', `${countOf(entity, context, 'crac')} units`),
      ];
    case 'row':
      return [fact('Containment', entity.spec.containment), fact('Racks', countOf(entity, context, 'rack'))];
    case 'rack':
      return [spaceFact(entity, context.devices), fact('Faces', entity.spec.facing)];
    case 'device':
      return [
        fact('Model', entity.spec.model),
        fact('Kind', entity.spec.category),
        fact(
          'Slot',
          `U${entity.spec.slot.position}, ${withUnit(String(entity.spec.slot.height), 'U')} high, ${entity.spec.slot.face}`,
        ),
        fact('Power', `${watts(entity.spec.idlePower)} idle, ${watts(entity.spec.ratedPower)} rated`),
        ...(entity.spec.serial === undefined ? [] : [fact('Serial', entity.spec.serial)]),
      ];
    case 'pdu':
      return [
        fact('Model', entity.spec.model),
        fact('Feed', entity.spec.feed),
        fact('Rated', kilowatts(entity.spec.ratedPower)),
      ];
    case 'ups':
      return [fact('Model', entity.spec.model), fact('Rated', kilowatts(entity.spec.ratedPower, 0))];
    case 'crac':
      return [
        fact('Model', entity.spec.model),
        fact('Set-point', withUnit(numberText(entity.spec.setpoint, 1), '°C')),
        fact('Capacity', kilowatts(entity.spec.ratedCooling, 0)),
      ];
    case 'sensor':
      return sensorFacts(entity, context);
    default:
      return entity satisfies never;
  }
}

const countOf = (entity: Entity, { inventory }: ThingContext, kind: Entity['kind']): string =>
  String(childrenOf(inventory, entity.id).filter((child) => child.kind === kind).length);

const sensorFacts = (entity: EntityOf<'sensor'>, context: ThingContext): readonly Fact[] => [
  fact(metricTable[entity.spec.metric].label, context.mainValue),
  fact('Place', entity.spec.place),
  fact('Source', entity.spec.source === 'bot' ? 'simulated by a bot' : 'real hardware'),
  fact('Last read', <LiveAge sensor={entity.id} className="text-12" />),
];

export function thingFacts(entity: Entity, context: ThingContext): readonly Fact[] {
  return [
    ...readingFacts(entity, context),
    ...ownFacts(entity, context),
    ...fedBy(entity, context),
    fact('Topic', <TopicFact topic={topicOf(context.inventory.entities, entity)} />),
  ];
}
