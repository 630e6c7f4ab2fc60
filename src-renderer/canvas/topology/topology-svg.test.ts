import { expect, test } from 'vitest';
import { drawPicture, type Picture } from './topology-svg.ts';

const picture: Picture = {
  title: 'Topology: Power',
  caption: 'Lab <1> & co · lab time 2026-01-05 08:00:00 · SIMULATED',
  size: { width: 196, height: 36 },
  inks: { ground: '#fff', box: '#eee', line: '#999', text: '#111', quiet: '#555' },
  nodes: [
    { id: 'a', x: 0, y: -40, name: 'ups "A"', note: '', mark: null, weight: 'strong' },
    {
      id: 'b',
      x: 300,
      y: 80,
      name: 'A name that is far too long for its box',
      note: '2 racks',
      mark: { word: 'Major', ink: '#a00' },
      weight: 'faint',
    },
  ],
  lines: [
    { from: 'a', to: 'b', dashes: false },
    { from: 'a', to: 'gone', dashes: true },
  ],
};

test('FR-120-480 the picture holds every node, every line whose ends it has, the lab time and that it is simulated', () => {
  const { svg, width, height } = drawPicture(picture);
  expect([width, height]).toEqual([544, 268]);
  expect(svg.match(/<rect /g)).toHaveLength(3);
  expect(svg.match(/<path /g)).toHaveLength(1);
  expect(svg).toContain('Lab &lt;1&gt; &amp; co · lab time 2026-01-05 08:00:00 · SIMULATED</desc>');
  expect(svg).toContain('ups &quot;A&quot;');
  expect(svg).toContain('Major · 2 racks');
  expect(svg).not.toContain('far too long for its box');
});

test('FR-120-480 an empty picture still has its title', () => {
  const { svg, width } = drawPicture({ ...picture, nodes: [], lines: [] });
  expect(width).toBeGreaterThan(360);
  expect(svg).toContain('Topology: Power</text>');
});
