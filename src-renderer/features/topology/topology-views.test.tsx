import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { impactOf } from '../../canvas/topology/impact.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { levelAt, linesInRange } from './flow-elements.ts';
import { ImpactPanel } from './impact-panel.tsx';
import { LayerBar } from './layer-bar.tsx';
import { listRows } from './topology-list.tsx';
import { sampleChain, sampleLost, sampleSelected } from './topology-samples.ts';
import { sceneOf } from './use-scene.ts';

const drawn = (what: ReactNode): string =>
  renderToStaticMarkup(<TooltipProvider>{what}</TooltipProvider>).replaceAll(/<[^>]+>/g, '|');
const scene = sceneOf('power', { ...sampleChain, allDevices: [] }, new Set());
const kindOf = (id: EntityId) => sampleChain.entities.get(id)?.kind ?? null;

test('FR-120-478 impact is counted by kind on either side, with what would follow from a loss', () => {
  const entity = sampleChain.entities.get(sampleSelected);
  if (entity === undefined) throw new Error('the sample has it');
  const panel = (lost: typeof sampleLost | 'asking' | null) =>
    drawn(
      <ImpactPanel
        impact={impactOf(scene.edges, sampleSelected)}
        entity={entity}
        kindOf={kindOf}
        lost={lost}
        onClose={() => undefined}
      />,
    );
  expect(panel(sampleLost)).toMatch(/1 Battery, .*1 ATS|1 ATS, .*1 Battery/);
  expect(panel(sampleLost)).toContain('2 Row, 1 Floor PDU');
  expect(panel(sampleLost)).toContain('No rack would lose power.');
  expect(panel(sampleLost)).toContain('4 racks would live on one feed only');
  expect(panel({ ...sampleLost, dark: sampleLost.degraded })).toContain('4 racks would go dark');
  expect(panel('asking')).toContain('Asking what would follow');
  expect(panel(null)).not.toContain('If it is lost');
});

test('FR-120-482 the list has every node with what it depends on', () => {
  const rows = listRows({ nodes: scene.nodes, edges: scene.edges, marks: new Map() });
  expect(rows).toHaveLength(scene.nodes.length);
  const row = (id: string) => rows.find(({ node }) => node.entity.id === id);
  expect(row('ats-01')).toMatchObject({ feeders: ['tx-01', 'genset-01'], below: 2, mark: null });
  expect(row('row-a')?.feeders).toEqual(['panel-a', 'panel-b']);
});

test('FR-120-476 each layer is a choice, those of machines among them', () => {
  const bar = renderToStaticMarkup(
    <TooltipProvider>
      <LayerBar layer="power" onLayer={() => undefined} />
    </TooltipProvider>,
  );
  expect(bar).toMatch(/aria-pressed="true"[^>]*>Power/);
  expect(bar).toMatch(/aria-pressed="false"[^>]*>Virtual</);
  expect(bar).toMatch(/aria-pressed="false"[^>]*>Virtual networks</);
});

test('FR-120-476 a layer with nothing in it says so', () => {
  const bare = { entities: new Map(), children: new Map(), allDevices: [] };
  expect(sceneOf('power', bare, new Set()).gap).toBe('power');
  expect(sceneOf('cooling', bare, new Set()).gap).toBe('cooling');
  expect(sceneOf('network', bare, new Set()).gap).toBe('no-switches');
  expect(scene.gap).toBeNull();
});

test('FR-120-483 from afar names are enough, from farther marks, and lines to racks only where they are followed', () => {
  expect([1, 0.4, 0.1].map(levelAt)).toEqual(['near', 'far', 'speck']);
  const id = (text: string) => text as EntityId;
  const edges = Array.from({ length: 500 }, (_, index) => ({
    id: `e${index}`,
    from: id(index === 0 ? 'ups' : 'panel'),
    to: id(index === 0 ? 'panel' : `rack-${index}`),
    kind: 'power' as const,
  }));
  const kindOf = (one: EntityId) => (one.startsWith('rack') ? ('rack' as const) : ('panel' as const));
  const drawnAt = (level: 'far' | 'speck', of: string | null) =>
    linesInRange(edges, { level, kindOf, impact: of === null ? null : impactOf(edges, id(of)) }).length;
  expect([
    drawnAt('far', null),
    drawnAt('speck', null),
    drawnAt('speck', 'rack-7'),
    drawnAt('speck', 'ups'),
  ]).toEqual([500, 1, 2, 500]);
});
