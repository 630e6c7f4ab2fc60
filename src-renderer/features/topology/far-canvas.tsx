import { Panel, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { drawFar } from '../../canvas/topology/far-drawing.ts';
import type { FarInks, FarScene, FarView } from '../../canvas/topology/far-drawing.ts';
import { useText } from '../../text/text.ts';
import { fitAll } from './topology-camera.ts';

const tokens = {
  box: '--raised',
  border: '--line-strong',
  faint: '--line',
  text: '--text',
  accent: '--accent',
  critical: '--critical',
  major: '--major',
  minor: '--minor',
  info: '--info',
} as const satisfies Record<keyof FarInks, string>;

function inksOf(element: Element): FarInks {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as FarInks;
}

/** As sharp as the screen is. */
function paint(canvas: HTMLCanvasElement, scene: FarScene, view: Omit<FarView, 'inks'>): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, view.width, view.height);
  drawFar(pen, scene, { ...view, inks: inksOf(canvas) });
}

/** Follows the camera past React: one picture for each frame that moves. */
function useSheet(scene: FarScene) {
  const sheet = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  useEffect(() => {
    let frame: number | null = null;
    const draw = (): void => {
      frame = null;
      const { width, height, transform } = store.getState();
      const [x, y, k] = transform;
      if (sheet.current !== null) paint(sheet.current, scene, { width, height, x, y, k });
    };
    const ask = (): void => {
      frame ??= requestAnimationFrame(draw);
    };
    draw();
    const leave = store.subscribe(ask);
    const theme = window.matchMedia('(prefers-color-scheme: dark)');
    theme.addEventListener('change', ask);
    const observer = new MutationObserver(ask);
    observer.observe(document.documentElement, { attributes: true });
    return () => {
      leave();
      theme.removeEventListener('change', ask);
      observer.disconnect();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [scene, store]);
  return sheet;
}

const map = { width: 144, height: 96 } as const;

/** Where the whole drawing stands on the map. */
function mapView({ nodes, size }: FarScene): Omit<FarView, 'inks'> {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const [left, top] = [least(xs), least(ys)];
  const [wide, high] = [most(xs) + size.width - left, most(ys) + size.height - top];
  const k = Math.min(map.width / wide, map.height / high);
  return { ...map, k, x: (map.width - wide * k) / 2 - left * k, y: (map.height - high * k) / 2 - top * k };
}

function FarMap({ scene }: { readonly scene: FarScene }): ReactNode {
  const words = useText().topology.canvas;
  const flow = useReactFlow();
  const sheet = useRef<HTMLCanvasElement>(null);
  const [x, y, k] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const view = useMemo(() => mapView(scene), [scene]);
  useEffect(() => {
    if (sheet.current !== null) paint(sheet.current, scene, view);
  }, [scene, view]);
  const go = (event: MouseEvent<HTMLButtonElement>): void => {
    // By key there is no point on the map.
    if (event.detail === 0) return void flow.fitView(fitAll);
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - box.left - view.x, y: event.clientY - box.top - view.y };
    void flow.setCenter(at.x / view.k, at.y / view.k, { zoom: k });
  };
  return (
    <Panel
      position="bottom-right"
      className="overflow-hidden rounded-md border border-line bg-surface max-lg:hidden"
    >
      <button type="button" aria-label={words.map} className="relative block" style={map} onClick={go}>
        <canvas ref={sheet} aria-hidden style={map} />
        <span
          aria-hidden
          className="pointer-events-none absolute border border-accent"
          style={{
            left: (-x / k) * view.k + view.x,
            top: (-y / k) * view.k + view.y,
            width: (width / k) * view.k,
            height: (height / k) * view.k,
          }}
        />
      </button>
    </Panel>
  );
}

export function FarCanvas({ scene }: { readonly scene: FarScene }): ReactNode {
  const sheet = useSheet(scene);
  return (
    <>
      <canvas ref={sheet} aria-hidden className="pointer-events-none absolute inset-0 size-full" />
      <FarMap scene={scene} />
    </>
  );
}
