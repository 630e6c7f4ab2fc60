import type { TopologyThing } from '../../canvas/topology/topology-graph.ts';
import { type Inventory, sensorFor } from '../floor/rack-sensors.ts';
import type { NodeReading } from './thing-node.tsx';

/** What a node says of itself: a rack how warm it breathes, a unit how it is, anything else nothing. */
export function nodeReading(inventory: Inventory, { id, kind }: TopologyThing): NodeReading | null {
  const metric = kind === 'rack' ? 'temperature' : 'state';
  const sensor = sensorFor(inventory, id, metric);
  return sensor === null ? null : { sensor: sensor.id, metric };
}
