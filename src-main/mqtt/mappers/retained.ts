import type { Broker } from '../broker.ts';

/** A set of retained messages that is kept at the broker as it is wanted here. */
export type RetainedSet = {
  /** What is wanted from now on: the rest is wiped, what is new or different is published. */
  readonly replace: (wanted: ReadonlyMap<string, string>) => void;
  /** All of it once more, for a broker that may have forgotten it. */
  readonly repeat: () => void;
  /** Resolves when nothing waits any more, or the broker is away. */
  readonly settled: () => Promise<void>;
  /** Nothing more is done here; what waits is handed to the broker, which may keep some for later, or dropped. */
  readonly stop: (waiting: 'handed-over' | 'dropped') => void;
};

/** A hundred thousand at once would hold up the readings. */
const perTurn = 500;
const retryMillis = 1000;

export function createRetainedSet(broker: Broker): RetainedSet {
  const said = new Map<string, string>();
  const waiting = new Map<string, string>();
  let next: NodeJS.Immediate | NodeJS.Timeout | null = null;
  let idle = Promise.withResolvers<void>();
  idle.resolve();

  const publish = (payload: string, topic: string): void =>
    broker.publish({ topic, payload, qos: 1, retain: true });
  const rest = (): void => {
    next = null;
    idle.resolve();
  };
  const work = (): void => {
    if (broker.state().state !== 'up') {
      // Those who end with a broker that is gone must not wait for it.
      idle.resolve();
      next = setTimeout(work, retryMillis).unref();
      return;
    }
    let left = perTurn;
    for (const [topic, payload] of waiting) {
      if (left === 0) break;
      left -= 1;
      waiting.delete(topic);
      publish(payload, topic);
    }
    if (waiting.size === 0) rest();
    else next = setImmediate(work);
  };
  const start = (): void => {
    if (next !== null || waiting.size === 0) return;
    idle = Promise.withResolvers();
    next = setImmediate(work);
  };
  return {
    replace: (wanted) => {
      differ({ said, waiting }, wanted);
      start();
    },
    repeat: () => {
      for (const [topic, payload] of said) waiting.set(topic, payload);
      start();
    },
    settled: () => idle.promise,
    stop: (what) => {
      if (what === 'handed-over') waiting.forEach(publish);
      waiting.clear();
      clearImmediate(next as NodeJS.Immediate);
      clearTimeout(next as NodeJS.Timeout);
      rest();
    },
  };
}

type Books = { readonly said: Map<string, string>; readonly waiting: Map<string, string> };

function differ({ said, waiting }: Books, wanted: ReadonlyMap<string, string>): void {
  for (const topic of said.keys()) {
    if (wanted.has(topic)) continue;
    said.delete(topic);
    waiting.set(topic, '');
  }
  for (const [topic, payload] of wanted) {
    if (said.get(topic) === payload) continue;
    said.set(topic, payload);
    waiting.set(topic, payload);
  }
}
