/** The fill of the racks: thousands of rectangles that change colour. Everything else is drawn over it. */
import type { RackSpot } from './floor-plan.ts';
import type { Size, Viewport } from './viewport.ts';

export type Frame = { readonly view: Viewport; readonly size: Size; readonly pixelRatio: number };

export type RackLayer = {
  readonly canvas: HTMLCanvasElement;
  readonly kind: 'webgl' | 'plain';
  /** True where a processor, not a graphics card, draws: then a frame is dear. */
  readonly isSoftware: boolean;
  readonly setRacks: (racks: readonly RackSpot[]) => void;
  /** One colour per rack, little-endian RGBA. */
  readonly setColours: (colours: Uint32Array) => void;
  readonly draw: (frame: Frame) => void;
  readonly dispose: () => void;
};

/** Corner radius in CSS pixels: none on racks too small to show it. */
export const cornerRadius = (widthPx: number): number => (widthPx < 10 ? 0 : Math.min(3, widthPx * 0.06));

export function styleLayer(canvas: HTMLCanvasElement): HTMLCanvasElement {
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}

/** Sizes the canvas in device pixels; a canvas that has the size already is left alone, for setting it clears it. */
export function fitCanvas(canvas: HTMLCanvasElement, { size, pixelRatio }: Frame): void {
  const width = Math.max(1, Math.round(size.width * pixelRatio));
  const height = Math.max(1, Math.round(size.height * pixelRatio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
