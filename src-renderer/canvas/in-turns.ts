/** Long work in pieces, between which the page may draw and hear. */

/** Milliseconds at a stretch: half a frame. */
const turn = 8;

/** Quits where it is no longer wanted. */
export function inTurns<Made>(
  pieces: Generator<undefined, Made, undefined>,
  done: (made: Made) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = (): void => {
    const until = performance.now() + turn;
    do {
      const { done: isDone, value } = pieces.next();
      if (isDone === true) return done(value);
    } while (performance.now() < until);
    timer = setTimeout(go);
  };
  timer = setTimeout(go);
  return () => clearTimeout(timer);
}
