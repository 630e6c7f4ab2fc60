import { expect, test } from 'vitest';
import { entitySchema } from '../../../sim/contract/entities.ts';
import { entityIdSchema } from '../../../sim/contract/ids.ts';
import { labelsIn } from './world-labels.ts';

const entities = new Map(
  [
    { id: 'site-1', kind: 'site', name: 'west', parent: null, spec: { timezone: 'UTC', location: '' } },
    {
      id: 'sensor-1',
      kind: 'sensor',
      name: 'pue',
      parent: 'site-1',
      spec: { metric: 'pue', place: 'middle', source: 'bot' },
    },
  ].map((given) => {
    const entity = entitySchema.parse({ links: {}, aliases: {}, ...given });
    return [entity.id, entity] as const;
  }),
);
const inventory = { get: (id: string) => entities.get(entityIdSchema.parse(id)) };

test('FR-130-091 remote write names a sensor by the world as it is, and a sensor that is gone by nothing', () => {
  expect(labelsIn(inventory, entityIdSchema.parse('sensor-1'))).toMatchObject({
    site: 'west',
    room: '',
    metric: 'pue',
    unit: '1',
  });
  expect(labelsIn(inventory, entityIdSchema.parse('sensor-2'))).toBeNull();
  expect(labelsIn(inventory, entityIdSchema.parse('site-1'))).toBeNull();
});
