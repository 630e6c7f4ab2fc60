/** Counts what has been handed over and not yet arrived, so that one can wait for it. */
export type Flight = {
  /** The answer is called once, on arrival. */
  readonly depart: () => () => void;
  readonly landed: () => Promise<void>;
};

type Wave = { flying: number; sealed: boolean; readonly arrived: () => void; readonly over: Promise<void> };

/** Departures are counted in waves; asking closes the wave, so later departures are not waited for. */
export function createFlight(): Flight {
  let before = Promise.resolve();
  let wave = createWave();
  return {
    depart: () => {
      wave.flying += 1;
      return wave.arrived;
    },
    landed: () => {
      if (wave.flying === 0) return before;
      const { over } = wave;
      const earlier = before;
      wave.sealed = true;
      wave = createWave();
      before = earlier.then(() => over);
      return before;
    },
  };
}

function createWave(): Wave {
  const { promise, resolve } = Promise.withResolvers<void>();
  const wave: Wave = {
    flying: 0,
    sealed: false,
    over: promise,
    arrived: () => {
      wave.flying -= 1;
      if (wave.flying === 0 && wave.sealed) resolve();
    },
  };
  return wave;
}
