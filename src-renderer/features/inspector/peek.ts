/** The last reading of a sensor, for what is decided at a moment; what is shown listens instead. */
import type { Entity, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { watchReading } from '../../data/readings.ts';
import { wordFor } from '../../ui/value-words.ts';
import { type Inventory, sensorFor } from '../floor/rack-sensors.ts';
import type { UnitSays } from './order-rules.ts';

function peek(sensor: EntityId): number | null {
  let value: number | null = null;
  watchReading(sensor, (reading) => {
    value = reading.live ? reading.value : null;
  })();
  return value;
}

export function unitSays(inventory: Inventory, entity: Entity): UnitSays {
  const valueOf = (metric: Metric): number | null => {
    const sensor = sensorFor(inventory, entity.id, metric);
    return sensor === null ? null : peek(sensor.id);
  };
  const word = (metric: Metric): string | null => wordFor({ kind: entity.kind, metric }, valueOf(metric));
  return { state: word('state'), breaker: word('breaker'), leak: word('leak'), fuel: valueOf('fuel') };
}
