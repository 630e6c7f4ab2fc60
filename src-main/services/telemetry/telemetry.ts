import { botTable } from '../../../sim/index.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { createPublisher } from '../../mqtt/publisher.ts';
import { createIntake } from './intake.ts';
import type { IntakeDeps } from './intake.ts';
import { createOutlets } from './outlets.ts';
import type { OutletDeps } from './outlets.ts';
import { publishEvent, repeatAll } from './publish-event.ts';
import { cardsOf } from './sensor-cards.ts';
import { createVoices } from './voices.ts';

export type TelemetryDeps = IntakeDeps & Pick<OutletDeps, 'settings' | 'brokerUrl' | 'steady'>;

export type Telemetry = {
  /** Bots speak after a step, and everything they cause is done when it resolves. */
  readonly afterStep: () => Promise<void>;
  /** Another story begins: forget what was read and let every bot speak. */
  readonly restart: () => Promise<void>;
  readonly heard: (events: readonly LoggedEvent[]) => void;
  readonly stretch: () => number;
  readonly rejected: () => number;
  readonly isSensorTopic: (topic: string) => boolean;
  readonly close: () => Promise<void>;
};

/** A lab being built changes its sensors thousands of times a second; the index follows this often. */
const arrangeMillis = 200;

/** The way of a reading: bots → broker → ingest → board, historian and alarm rules. Hardware joins at the broker. */
export function createTelemetry(deps: TelemetryDeps): Telemetry {
  const { broker, session, board } = deps;
  const world = () => session().world;
  const publisher = createPublisher(broker);
  const intake = createIntake(deps, (sensor, quality) => outlets.read(sensor, quality));
  const periodOf: OutletDeps['periodOf'] = (metric) => botTable[metric].period;
  const outlets = createOutlets({ ...deps, world, publisher, periodOf });
  let timer: NodeJS.Timeout | null = null;

  const arrange = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const index = intake.arrange(world());
    const cards = cardsOf(world(), index);
    publisher.replaceSensors(cards);
    outlets.arrange(index, cards);
    deps.alarms.arrange(intake.sensors());
  };
  const voices = createVoices({
    broker,
    world,
    say: (sensor, value, at) => publisher.reading(intake.indexOf(sensor), value, at),
    // What is said must be said on topics of now.
    ready: () => void (timer !== null && arrange()),
  });
  const forget = broker.onReached(() => repeatAll(world(), publisher, outlets));
  arrange();
  publisher.hostState('online');

  return {
    afterStep: () => {
      outlets.labTick(world().clock.tick, voices.stretch());
      deps.alarms.tick(world().now());
      return voices.afterStep();
    },
    restart: async () => {
      intake.keep();
      board.wipe();
      outlets.restart();
      arrange();
      await voices.restart();
    },
    heard: (events) => {
      if (events.some(({ event }) => event.type.startsWith('entity.')))
        timer ??= setTimeout(arrange, arrangeMillis);
      for (const { event } of events) publishEvent(world(), publisher, event);
    },
    stretch: voices.stretch,
    rejected: intake.rejected,
    isSensorTopic: intake.isSensorTopic,
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      forget();
      await outlets.close();
      publisher.hostState('offline');
      intake.close();
    },
  };
}
