/** The diagram: lines below, symbols above, both moved and scaled together. */
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { oneLineLayout } from '../../canvas/one-line/one-line-layout.ts';
import type { Box } from '../../canvas/one-line/one-line-box.ts';
import type { OneLineLayout } from '../../canvas/one-line/one-line-layout.ts';
import type { OneLineGraph, OneLineNode } from '../../canvas/one-line/one-line-graph.ts';
import { isArrow } from '../../canvas/one-line/one-line-walk.ts';
import { UnitSymbol } from '../../canvas/one-line/symbols.tsx';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { EffectTag } from './one-line-parts.tsx';
import { LineLegend, OneLineLines } from './one-line-lines.tsx';
import { nextSpot, spotFor } from './one-line-keys.ts';
import { OneLineGroup } from './one-line-group.tsx';
import { spotOf } from './one-line-parts.tsx';
import type { Scene } from './one-line-parts.tsx';
import { extentOf } from './one-line-sizes.ts';
import { inkOf, OneLineUnit } from './one-line-unit.tsx';
import { usePanZoom } from './pan-zoom.ts';
import type { PanZoom } from './pan-zoom.ts';
import { sidesOf } from './sides.ts';

export type OneLineCanvasProps = Omit<Scene, 'cursor'> & {
  readonly fitTurn: number;
  readonly siteName: string;
};

function GridSymbol({
  scene,
  node,
}: {
  readonly scene: Scene;
  readonly node: Extract<OneLineNode, { type: 'grid' }>;
}): ReactNode {
  const words = useText().power.diagram;
  const effect = scene.whatIf?.effects.get(node.id);
  const gives = scene.flow.nodes.get(node.id) ?? 'none';
  return (
    <div className="absolute inset-0 flex gap-1.5">
      <span className={inkOf(gives)}>
        <UnitSymbol kind="utility" word={undefined} />
      </span>
      <span className="flex w-32 flex-col">
        <span className="one-line-name truncate text-12 leading-4 font-semibold">
          {words.grid(node.name)}
        </span>
        {effect === undefined ? (
          <span className="text-11 text-text-3">{words.sources[gives]}</span>
        ) : (
          <EffectTag effect={effect} figure={null} />
        )}
      </span>
    </div>
  );
}

const Drawn = ({
  scene,
  node,
  box,
}: {
  readonly scene: Scene;
  readonly node: OneLineNode;
  readonly box: Box;
}): ReactNode => (
  <div
    className="absolute"
    data-node={node.id}
    style={{ left: box.x - box.left, top: box.y, width: box.left + box.right, height: box.height }}
  >
    <div className="absolute top-0 bottom-0" style={insideOf(node, box)}>
      {node.type === 'unit' && <OneLineUnit scene={scene} node={node} />}
      {node.type === 'grid' && <GridSymbol scene={scene} node={node} />}
      {node.type === 'group' && <OneLineGroup scene={scene} node={node} />}
    </div>
  </div>
);

/** A symbol is 48 wide and the line runs through its middle: what is drawn begins 24 left of it. */
const insideOf = (node: OneLineNode, box: Box): CSSProperties =>
  node.type === 'group' && node.isOpen ? { left: 0, right: 0 } : { left: box.left - 24, right: 0 };

/** Lays the diagram out again where it is another one, not with what it says. */
function useLayout({
  graph,
  selected,
  devices,
}: Pick<Scene, 'graph' | 'selected' | 'devices'>): OneLineLayout {
  const listed = selected !== null && devices.has(selected) ? selected : null;
  return useMemo(() => {
    const hasDevices = (node: OneLineNode): boolean =>
      listed !== null && node.type === 'group' && node.members.includes(listed);
    const sides = sidesOf(graph);
    return oneLineLayout(graph, {
      extentOf: (node) => extentOf(node, { hasDevices }),
      sideOf: (node) => sides.get(node.id) ?? 0,
    });
  }, [graph, listed]);
}

function Tools({ panZoom }: { readonly panZoom: PanZoom }): ReactNode {
  const words = useText().power.diagram;
  return (
    <div className="no-print absolute right-2 bottom-2 flex rounded-md border bg-surface">
      <IconButton icon={Plus} label={words.closer} shortcut="+" onClick={() => panZoom.zoom(1.25)} />
      <IconButton icon={Minus} label={words.farther} shortcut="-" onClick={() => panZoom.zoom(0.8)} />
      <IconButton icon={Maximize} label={words.fit} shortcut="0" onClick={panZoom.fit} />
    </div>
  );
}

const zoomKeys: Readonly<Record<string, number>> = { '+': 1.25, '=': 1.25, '-': 0.8 };

type Refs = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
};

const spotElement = (content: HTMLElement | null, spot: string): HTMLElement | null =>
  content?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spot)}"]`) ?? null;

/** Brings a symbol into sight, in the drawing's own measure. */
function bringIntoSight(element: HTMLElement, panZoom: PanZoom): void {
  const node = element.closest<HTMLElement>('[data-node]');
  if (node === null) return;
  const [inner, outer] = [element.getBoundingClientRect(), node.getBoundingClientRect()];
  const scale = outer.width / node.offsetWidth || 1;
  panZoom.show({
    x: node.offsetLeft + (inner.left - outer.left) / scale,
    y: node.offsetTop + (inner.top - outer.top) / scale,
    width: inner.width / scale,
    height: inner.height / scale,
  });
}

type KeyGround = {
  readonly graph: OneLineGraph;
  readonly layout: OneLineLayout;
  readonly refs: Refs;
  readonly panZoom: PanZoom;
};

/** Arrows follow the lines, + and - come closer and go away, 0 fits. True where the key was one of these. */
function pressed(event: KeyboardEvent, { graph, layout, refs, panZoom }: KeyGround): boolean {
  const factor = zoomKeys[event.key];
  const at = spotOf(event);
  if (factor !== undefined) panZoom.zoom(factor);
  else if (event.key === '0') panZoom.fit();
  else if (isArrow(event.key) && at !== null) {
    const next = nextSpot({ graph, layout }, at, event.key);
    const element = next === null ? null : spotElement(refs.content.current, next);
    element?.focus({ preventScroll: true });
    if (element !== null) bringIntoSight(element, panZoom);
  } else return false;
  return true;
}

function useReveal(spot: string | null, { refs, panZoom }: Pick<KeyGround, 'refs' | 'panZoom'>): void {
  const reveal = useEffectEvent((id: string) => {
    const element = spotElement(refs.content.current, id);
    if (element !== null) bringIntoSight(element, panZoom);
  });
  useEffect(() => {
    if (spot !== null) reveal(spot);
  }, [spot]);
}

const focusedSpot = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-spot]')?.dataset['spot'] ?? null) : null;

function Drawing({
  scene,
  layout,
  content,
}: {
  readonly scene: Scene;
  readonly layout: OneLineLayout;
  readonly content: Refs['content'];
}): ReactNode {
  return (
    <div
      ref={content}
      className="one-line absolute top-0 left-0 origin-top-left"
      style={{ width: layout.width, height: layout.height }}
    >
      <OneLineLines graph={scene.graph} layout={layout} flow={scene.flow} />
      {[...layout.boxes.values()].map((box) => {
        const node = scene.graph.nodes.get(box.id);
        return node === undefined ? null : <Drawn key={box.id} scene={scene} node={node} box={box} />;
      })}
    </div>
  );
}

export function OneLineCanvas({ fitTurn, siteName, ...rest }: OneLineCanvasProps): ReactNode {
  const words = useText().power.diagram;
  const { graph, selected } = rest;
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const layout = useLayout(rest);
  const refs = useMemo(() => ({ frame, content }), []);
  const panZoom = usePanZoom(refs, layout, fitTurn);
  const [focused, setFocused] = useState<string | null>(null);
  const selectedSpot = spotFor(graph, selected);
  useReveal(selectedSpot, { refs, panZoom });
  const known = focused !== null && spotFor(graph, focused as EntityId) === focused ? focused : null;
  const first = graph.nodes.keys().next().value ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!pressed(event, { graph, layout, refs, panZoom })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={frame}
      role="toolbar"
      tabIndex={-1}
      aria-label={words.label(siteName)}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(focusedSpot(event.target))}
      onPointerDown={panZoom.onPointerDown}
      onPointerMove={panZoom.onPointerMove}
      onPointerUp={panZoom.onPointerUp}
      onPointerCancel={panZoom.onPointerUp}
      className="one-line-frame absolute inset-0 touch-none overflow-hidden"
    >
      <Drawing
        scene={{ ...rest, cursor: known ?? selectedSpot ?? first }}
        layout={layout}
        content={content}
      />
      <div className="pointer-events-none absolute bottom-2 left-2 max-w-[calc(100%-8rem)] rounded-md border bg-surface px-2 py-1">
        <LineLegend />
      </div>
      <Tools panZoom={panZoom} />
    </div>
  );
}
