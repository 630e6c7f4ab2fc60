import { expect, test, vi } from 'vitest';
import type { Metric } from '../../../sim/contract/entities.ts';
import { fakeBroker } from './fake-broker.fixture.ts';
import { smallSite } from './small-site.fixture.ts';
import { createUnifiedNamespace, isUsableEnterprise } from './unified-namespace.ts';

function bench() {
  const site = smallSite();
  const fake = fakeBroker();
  const mapper = createUnifiedNamespace({ broker: fake.broker, source: site.source, enterprise: 'acme' });
  mapper.arrange(site.plan());
  return { site, mapper, ...fake };
}

test.each([
  ['dc/s/r/rack-a01/temperature', 'acme/s/r/row-A/rack-a01/temperature'],
  ['dc/s/r/rack-a01/temperature/rear-top', 'acme/s/r/row-A/rack-a01/temperature/rear-top'],
  ['dc/s/r/rack-a01/p/power', 'acme/s/r/row-A/rack-a01/p/power'],
  ['dc/s/power/u/status', 'acme/s/r/power/u/status'],
  ['dc/s/power/u/b/cell-voltage/cell-01', 'acme/s/r/power/u/b/cell-voltage/cell-01'],
  ['dc/s/cooling/c/leak', 'acme/s/r/cooling/c/leak'],
  ['dc/s/r/humidity', 'acme/s/r/environment/room/humidity'],
  ['dc/s/power/grid/voltage/L1', 'acme/s/facility/power/grid/voltage/L1'],
  ['dc/s/facility/pue', 'acme/s/facility/environment/site/pue'],
])('FR-140-090 %s is %s: enterprise, site, area, line, cell', (canonical, topic) => {
  const { site, mapper, take } = bench();
  mapper.reading(site.read(canonical, 1));
  expect(take()).toMatchObject([{ topic, retain: true, qos: 0 }]);
});

test('FR-140-090 the payload says what the reading says, of bots and of hardware', () => {
  const { site, mapper, take } = bench();
  mapper.reading(site.read('dc/s/power/u/status', 3, { at: 7000 }));
  mapper.reading(site.read('dc/s/cooling/c/leak', 1, { at: 8000, quality: 'good' }));
  mapper.reading(site.read('dc/s/cooling/c/leak', 1, { at: 9000, quality: 'bad' }));
  expect(take().map(({ payload }) => payload)).toEqual([
    '{"v":3,"u":"1","w":"on-battery","t":7000,"q":"sim","s":0}',
    '{"v":1,"u":"1","w":"wet","t":8000,"q":"good","s":0}',
    '{"v":1,"u":"1","w":"wet","t":9000,"q":"bad","s":1}',
  ]);
});

test('FR-140-091 what was read before is there at once, and what goes is wiped', async () => {
  const { site, mapper, retained, take } = bench();
  site.read('dc/s/r/rack-a01/p/power', 2);
  const metrics: Metric[] = ['load', 'current'];
  for (const metric of metrics) site.sense('pdu-p', metric);
  mapper.arrange(site.plan());
  expect([...retained.keys()]).toEqual(['acme/s/r/row-A/rack-a01/p/power']);
  mapper.reading(site.read('dc/s/r/rack-a01/p/load', 40));
  take();
  site.inventory.remove(site.sense('pdu-p', 'power').id);
  mapper.arrange(site.plan());
  expect(take()).toMatchObject([{ topic: 'acme/s/r/row-A/rack-a01/p/power', payload: '', retain: true }]);
  mapper.reading(site.read('dc/s/r/rack-a01/p/load', 41));
  expect(take()).toMatchObject([{ payload: expect.stringContaining('"s":1') }]);
  await mapper.close('switched-off');
  expect(retained.size).toBe(0);
});

test('FR-140-091 a thousand readings of before come some at a time; when the host ends they stay', async () => {
  const site = smallSite();
  for (let n = 0; n < 1200; n += 1) site.sense('battery-b', 'cell-resistance', { place: `cell-${n}` });
  site.plan();
  for (let n = 0; n < 1200; n += 1) site.read(`dc/s/power/u/b/cell-resistance/cell-${n}`, n);
  const { broker, retained } = fakeBroker();
  const mapper = createUnifiedNamespace({ broker, source: site.source, enterprise: 'acme' });
  mapper.arrange(site.plan());
  expect(retained.size).toBeLessThan(600);
  await vi.waitFor(() => expect(retained.size).toBe(1200));
  await mapper.close('host-ends');
  expect(retained.size).toBe(1200);
});

test('FR-140-091 it may not stand under the root of the readings', () => {
  expect([isUsableEnterprise('dc'), isUsableEnterprise('acme')]).toEqual([false, true]);
});
