/** Brings a node into sight when it is chosen elsewhere or walked to, and all of the drawing when asked. */
import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { farZoom } from './flow-elements.ts';
import { nodeSize } from './thing-node.tsx';
import type { TopologyCanvasProps } from './canvas-props.ts';

/** Those too that are drawn by one pen. */
export const fitAll = { padding: 0.08, includeHiddenNodes: true } as const;

export function useCamera(props: TopologyCanvasProps, cursor: EntityId | null): void {
  const { places, layer, fitTurn, selected } = props;
  const flow = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const isReady = width > 0 && height > 0;
  const placesRef = useRef(places);
  placesRef.current = places;
  const target = cursor ?? selected;
  const known = target !== null && places.has(target);

  useEffect(() => {
    const place = target === null ? undefined : placesRef.current.get(target);
    if (place === undefined || !isReady) return;
    const view = flow.getViewport();
    const left = place.x * view.zoom + view.x;
    const top = place.y * view.zoom + view.y;
    const isSeen =
      left >= 0 &&
      top >= 0 &&
      left + nodeSize.width * view.zoom <= width &&
      top + nodeSize.height * view.zoom <= height;
    if (isSeen && view.zoom >= farZoom) return;
    void flow.setCenter(place.x + nodeSize.width / 2, place.y + nodeSize.height / 2, {
      zoom: Math.max(view.zoom, 0.8),
    });
  }, [target, known, isReady, width, height, flow]);
  useEffect(() => {
    if (fitTurn > 0 && isReady) void flow.fitView(fitAll);
  }, [fitTurn, isReady, flow]);
  const seen = useRef(layer);
  useEffect(() => {
    if (seen.current === layer || !isReady) return undefined;
    seen.current = layer;
    // React Flow measures the new layer's nodes first.
    const frame = requestAnimationFrame(() => void flow.fitView({ ...fitAll, maxZoom: 1 }));
    return () => cancelAnimationFrame(frame);
  }, [layer, isReady, flow]);
}
