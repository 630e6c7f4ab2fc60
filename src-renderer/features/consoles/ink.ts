/**
 * Many terminals that speak at once are not drawn at once: a few in each frame, in turn, so that none of the page's
 * work takes long. Whoever is typed into does not wait.
 */
export type Pen = {
  /** Sooner or later, in order. */
  readonly write: (bytes: Uint8Array) => void;
  /** What waits is written now. */
  readonly flush: () => void;
  /** What waits is written never. */
  readonly drop: () => void;
};

export type Ink = { readonly pen: (draw: (bytes: Uint8Array) => void) => Pen };

export function createInk(perFrame: number, nextFrame: (act: () => void) => void): Ink {
  const waiting = new Map<object, () => void>();
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    nextFrame(() => {
      isAsked = false;
      for (const flush of [...waiting.values()].slice(0, perFrame)) flush();
      if (waiting.size > 0) ask();
    });
  };
  return {
    pen: (draw) => {
      const me = {};
      let chunks: Uint8Array[] = [];
      const flush = (): void => {
        const all = chunks;
        chunks = [];
        waiting.delete(me);
        for (const chunk of all) draw(chunk);
      };
      return {
        write: (bytes) => {
          chunks.push(bytes);
          waiting.set(me, flush);
          ask();
        },
        flush,
        drop: () => {
          chunks = [];
          waiting.delete(me);
        },
      };
    },
  };
}
