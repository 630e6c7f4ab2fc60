/** Moves and scales what is drawn without React: a drag renders nothing. */
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import type { PointerEvent, RefObject } from 'react';

export type View = { readonly x: number; readonly y: number; readonly k: number };
export type Size = { readonly width: number; readonly height: number };

export const zoomRange = { least: 0.08, most: 2 } as const;
/** Below this only names and symbols can be read. */
export const farBelow = 0.62;

const clampZoom = (k: number): number => Math.min(zoomRange.most, Math.max(zoomRange.least, k));

/** The legend lies over the foot of the frame. */
const foot = 44;

/** All of it in the middle, and hardly larger than life. */
export function fitView(content: Size, { width, height }: Size): View {
  const frame = { width, height: Math.max(1, height - foot) };
  if (content.width === 0 || content.height === 0 || frame.width === 0) return { x: 0, y: 0, k: 1 };
  const k = clampZoom(Math.min(1.15, frame.width / content.width, frame.height / content.height));
  return {
    k,
    x: (frame.width - content.width * k) / 2,
    y: Math.max(0, (frame.height - content.height * k) / 2),
  };
}

/** What is under the pointer stays under it. */
export function zoomAt(view: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const k = clampZoom(view.k * factor);
  const share = k / view.k;
  return { k, x: at.x - (at.x - view.x) * share, y: at.y - (at.y - view.y) * share };
}

type Rect = { readonly x: number; readonly y: number } & Size;

/** Moves no more than needed to have a piece of the drawing in sight. */
export function showing(view: View, piece: Rect, frame: Size): View {
  const pad = 16;
  const shift = (from: number, length: number, room: number): number => {
    if (from < pad) return pad - from;
    const over = from + length - (room - pad);
    return over > 0 ? -Math.min(over, from - pad) : 0;
  };
  return {
    k: view.k,
    x: view.x + shift(view.x + piece.x * view.k, piece.width * view.k, frame.width),
    y: view.y + shift(view.y + piece.y * view.k, piece.height * view.k, frame.height),
  };
}

export type PanZoom = {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly show: (piece: Rect) => void;
};

type Refs = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly content: RefObject<HTMLElement | null>;
};

const sizeOf = (element: HTMLElement | null): Size => ({
  width: element?.clientWidth ?? 0,
  height: element?.clientHeight ?? 0,
});

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button') !== null;

/** Writes where the drawing stands; the far look is a matter of style sheets. */
function place(element: HTMLElement | null, { x, y, k }: View): void {
  if (element === null) return;
  element.style.transform = `translate(${x}px, ${y}px) scale(${k})`;
  element.toggleAttribute('data-far', k < farBelow);
}

function useView({ frame, content }: Refs) {
  const view = useRef<View>({ x: 0, y: 0, k: 1 });
  const put = useCallback(
    (next: View): void => {
      view.current = next;
      place(content.current, next);
    },
    [content],
  );
  const zoom = useCallback(
    (factor: number, at?: { readonly x: number; readonly y: number }): void => {
      const { width, height } = sizeOf(frame.current);
      put(zoomAt(view.current, factor, at ?? { x: width / 2, y: height / 2 }));
    },
    [frame, put],
  );
  return { view, put, zoom };
}

export function usePanZoom(refs: Refs, size: Size, fitTurn: number): PanZoom {
  const { view, put, zoom } = useView(refs);
  const grip = useRef<{ readonly x: number; readonly y: number; readonly from: View } | null>(null);
  const fit = useCallback(() => put(fitView(size, sizeOf(refs.frame.current))), [put, size, refs.frame]);
  const isTouched = useRef(false);
  const refit = useEffectEvent(() => {
    if (!isTouched.current) fit();
  });

  useEffect(() => {
    const element = refs.frame.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      isTouched.current = true;
      const box = element.getBoundingClientRect();
      zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React's own wheel listener is passive, and could not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    const observer = new ResizeObserver(() => refit());
    observer.observe(element);
    return () => {
      element.removeEventListener('wheel', onWheel);
      observer.disconnect();
    };
  }, [refs.frame, zoom]);
  useEffect(() => refit(), [size]);
  useEffect(() => {
    isTouched.current = false;
    refit();
  }, [fitTurn]);

  return {
    zoom: (factor) => {
      isTouched.current = true;
      zoom(factor);
    },
    fit: () => {
      isTouched.current = false;
      fit();
    },
    show: (piece) => put(showing(view.current, piece, sizeOf(refs.frame.current))),
    onPointerDown: (event) => {
      if (event.button !== 0 || isControl(event.target)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.clientX, y: event.clientY, from: view.current };
    },
    onPointerMove: (event) => {
      const held = grip.current;
      if (held === null) return;
      isTouched.current = true;
      put({ ...held.from, x: held.from.x + event.clientX - held.x, y: held.from.y + event.clientY - held.y });
    },
    onPointerUp: () => {
      grip.current = null;
    },
  };
}
