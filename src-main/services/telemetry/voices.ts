import type { EntityId } from '../../../sim/contract/ids.ts';
import { createBotCaller } from '../../../sim/index.ts';
import type { Effect, World } from '../../../sim/index.ts';
import type { Broker } from '../../mqtt/broker.ts';

export type VoicesDeps = {
  readonly broker: Pick<Broker, 'drained'>;
  readonly world: () => World;
  readonly say: (sensor: EntityId, value: number, at: number) => void;
  /** Called before anything is said. */
  readonly ready: () => void;
};

/** The lab's bots, heard: those that are due after each step, and all of them when a story begins. */
export type Voices = {
  readonly afterStep: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** How much less often they speak at this speed. */
  readonly stretch: () => number;
};

/** What the broker and the disk are asked to carry at most, in readings a wall second, however fast the lab runs. */
const budget = 2000;
export function createVoices({ broker, world, say, ready }: VoicesDeps): Voices {
  const bots = createBotCaller();
  /** Before its first second a lab has no loads yet; its sensors come up after it. */
  let silent = false;
  const utter = async (effects: readonly Effect[]): Promise<void> => {
    if (effects.length === 0) return;
    ready();
    for (const { at, items } of effects) {
      for (const { sensor, value } of items) say(sensor, value, at);
    }
    await broker.drained();
  };
  const stretch = (): number =>
    Math.max(1, Math.ceil((bots.perSecond(world()) * world().clock.speed) / budget));
  return {
    afterStep: () => {
      if (!silent) return utter(bots.due(world(), stretch()));
      silent = false;
      return utter(bots.rollCall(world()));
    },
    restart: async () => {
      silent = world().clock.tick === 0;
      if (!silent) await utter(bots.rollCall(world()));
    },
    stretch,
  };
}
