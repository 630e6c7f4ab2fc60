import { expect, test } from 'vitest';
import { decodeLaneFrame } from '../../../sim/contract/lane-frame.ts';
import { branchIdSchema, type Revision } from '../../../sim/contract/ids.ts';
import { createPlainHost } from '../plain-host.fixture.ts';
import { openTestGateway } from '../test-gateway.fixture.ts';

test('FR-200-070 lane frames reach the client as binary messages, and follow the readings', async () => {
  const plain = createPlainHost();
  plain.board.regroup(['sensor-1']);
  const one = await openTestGateway({ host: plain.host });
  const client = await one.live();
  client.say({ op: 'lanes', view: 3, sensors: ['sensor-1'] });
  expect(decodeLaneFrame(await client.frame())?.values[0]).toBeNaN();
  plain.board.write('sensor-1', 27.5);
  expect(decodeLaneFrame(await client.frame())).toMatchObject({ view: 3, at: 1_000_000 });
  plain.board.write('sensor-1', 28.5);
  expect(decodeLaneFrame(await client.frame())?.values[0]).toBe(28.5);
  plain.board.regroup(['sensor-2']);
  plain.announce({
    kind: 'reset',
    reason: 'lab',
    branch: branchIdSchema.parse('branch-1'),
    revision: 0 as Revision,
  });
  expect(decodeLaneFrame(await client.frame())?.values[0]).toBeNaN();
  await one.close();
});

test('FR-200-077 a list of 50,000 sensors with the longest ids fits in one message', async () => {
  const one = await openTestGateway({ host: createPlainHost().host });
  const client = await one.live();
  const sensors = Array.from({ length: 50_000 }, (_, n) => `sensor-${`${n}`.padStart(57, '0')}`);
  client.say({ op: 'lanes', view: 1, sensors });
  expect(decodeLaneFrame(await client.frame())?.values).toHaveLength(50_000);
  await one.close();
});
