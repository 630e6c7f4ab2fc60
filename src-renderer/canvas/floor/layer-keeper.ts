/** Keeps a rack layer in place: WebGL where it can be had, the plain one until then and whenever a context is lost. */
import { createPlainRackLayer } from './plain-rack-layer.ts';
import type { RackLayer } from './rack-layer.ts';

export type LayerMakers = {
  readonly plain: () => RackLayer;
  /** Rejects where there is none. */
  readonly webgl: (onLost: () => void) => Promise<RackLayer>;
};

export type LayerKeeper = {
  readonly current: () => RackLayer;
  readonly dispose: () => void;
};

export const browserMakers: LayerMakers = {
  plain: createPlainRackLayer,
  webgl: async (onLost) => (await import('./webgl-rack-layer.ts')).createWebglRackLayer(onLost),
};

/** After a lost context the card is given a moment to recover, and not more than a few chances. */
export const retryMillis = 3000;
export const maxTries = 4;

export function keepLayer(
  host: Pick<HTMLElement, 'prepend'>,
  makers: LayerMakers,
  onChange: (layer: RackLayer) => void,
): LayerKeeper {
  let layer = makers.plain();
  let disposed = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  host.prepend(layer.canvas);

  const put = (next: RackLayer): void => {
    layer.dispose();
    layer = next;
    host.prepend(next.canvas);
    onChange(next);
  };
  const lost = (): void => {
    if (disposed) return;
    put(makers.plain());
    timer = setTimeout(() => void tryWebgl(), retryMillis);
  };
  const tryWebgl = async (): Promise<void> => {
    if (tries >= maxTries) return;
    tries += 1;
    try {
      const made = await makers.webgl(lost);
      if (disposed) made.dispose();
      else put(made);
    } catch {
      // No WebGL here: the plain layer is in place already and stays.
    }
  };
  void tryWebgl();

  return {
    current: () => layer,
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      layer.dispose();
    },
  };
}
