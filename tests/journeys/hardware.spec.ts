import { connectAsync, type MqttClient } from 'mqtt';
import type { Entity } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { sensorTopic } from '../../sim/contract/topics.ts';
import { chooseSpeed, openScreen, rackRow } from './support/control-room.ts';
import { expect, test } from './support/host.ts';
import { ask, command, inletSensor } from './support/lab-api.ts';
import type { RunningHost } from './support/running-host.ts';

async function brokerOf(host: RunningHost): Promise<string> {
  const { faces } = await ask(host, 'status');
  const face = faces.find(({ address }) => address.startsWith('mqtt:'));
  if (face === undefined) throw new Error('The host names no broker');
  return face.address;
}

/** From the site down to the thing itself. */
async function pathTo(host: RunningHost, id: EntityId): Promise<readonly Entity[]> {
  const entity = await ask(host, 'entity', { id });
  return entity.parent === null ? [entity] : [...(await pathTo(host, entity.parent)), entity];
}

async function withClient(address: string, act: (client: MqttClient) => Promise<void>): Promise<void> {
  const client = await connectAsync(address, { clientId: 'bench-thermometer' });
  try {
    await act(client);
  } finally {
    await client.endAsync();
  }
}

test('FR-140-033 a reading that hardware publishes stands on the floor, is called hardware, and grows old in plain sight', async ({
  page,
  host,
}) => {
  const sensor = await inletSensor(host, 'A03');
  await command(host, { type: 'inventory.change', id: sensor.id, spec: { source: 'hardware' } });
  const rack = sensor.parent as EntityId;
  const topic = sensorTopic(await pathTo(host, rack), sensor);
  await openScreen(page, 'Floor');
  await page.getByRole('button', { name: 'Show as table' }).click();
  const row = rackRow(page, 'A03');

  await withClient(await brokerOf(host), async (client) => {
    for (const degrees of ['26.4', '25.1']) {
      const sent = performance.now();
      await client.publishAsync(topic, degrees, { qos: 1 });
      await expect(row).toContainText(`${degrees}\u2009°C`);
      const took = `${Math.round(performance.now() - sent)} ms from publishing to seeing`;
      test.info().annotations.push({ type: 'measured', description: took });
    }
  });

  await row.click();
  const inspector = page.getByRole('complementary', { name: 'Rack A03' });
  await expect(inspector).toContainText('1 from hardware');
  await expect(inspector).toContainText('25.1\u2009°C');

  await chooseSpeed(page, 60);
  await expect(row).toContainText(/25\.1\s°C, \d+\smin ago/);
});
