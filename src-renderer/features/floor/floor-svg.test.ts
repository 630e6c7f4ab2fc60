import { expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { sampleInventory, samplePlant } from './floor-samples.ts';
import { floorSvg, type SvgOrder } from './floor-svg.ts';
import { floorOf } from './plan-from-world.ts';

const { plan } = floorOf(
  sampleInventory,
  sampleInventory.entities.get('room-1' as EntityId) as EntityOf<'room'>,
);
const ink = 'rgb(1,2,3)';
const order: SvgOrder = {
  plan,
  plant: samplePlant(plan.racks.length),
  racks: plan.racks.map((_, index) => ({
    fill: `rgb(${index},0,0)`,
    ink: 'black',
    value: `${index} °C`,
    alarm: index === 3 ? 'critical' : null,
  })),
  aisles: plan.aisles.map(({ kind }) => kind),
  title: 'Lab <1> & "more"',
  about: 'inlet',
  note: 'SIMULATED',
  wet: () => 'wet at 3.4 m',
  legend: [{ fill: 'rgb(9,9,9)', words: '15 °C' }],
  inks: {
    paper: 'white',
    text: ink,
    quiet: ink,
    line: ink,
    unit: ink,
    cold: ink,
    hot: ink,
    critical: 'rgb(200,0,0)',
  },
};
const svg = floorSvg(order);

test('FR-120-544 a drawing of the floor is 1 : 50 on paper and holds every rack with its colour, name and value', () => {
  const [rack] = plan.racks;
  if (rack === undefined) throw new Error('no racks');
  // 0.6 × 1.2 m are 12 × 24 mm.
  expect(svg).toContain('width="12" height="24" fill="rgb(0,0,0)"');
  expect(svg).toContain('width="240mm"');
  expect(svg).toContain('viewBox="-10 -16 240 256"');
  expect(svg.match(/<g data-id="rack-/g)).toHaveLength(plan.racks.length);
  expect(svg).toContain(`>${rack.name}</text>`);
  for (const part of [
    '>7 °C</text>',
    '>15 °C</text>',
    '1 m  (1 : 50)',
    'SIMULATED',
    'CRAC-01',
    '>critical</text>',
  ])
    expect(svg).toContain(part);
});

test('FR-120-544 a wet rope is drawn along its course with its words, and names do not break the file', () => {
  expect(svg).toContain('<polyline points="2,90 29,90 29,122 2,122" fill="none" stroke="rgb(200,0,0)"');
  expect(svg).toContain('>wet at 3.4 m</text>');
  expect(svg).toContain('<title>Lab &lt;1&gt; &amp; &quot;more&quot;</title>');
  expect(svg).not.toMatch(/NaN|undefined|url\(|href/);
});
