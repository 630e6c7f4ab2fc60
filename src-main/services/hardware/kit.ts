/** What all sources of this host share: the lab's topics, the way to the broker, who is told of changes. */
import { createHash } from 'node:crypto';
import type { HardwareSource } from '../../../sim/contract/settings.ts';
import type { World } from '../../../sim/index.ts';
import type { WallClock } from '../../host/clock-face.ts';
import type { Log } from '../../host/log.ts';
import type { Broker } from '../../mqtt/broker.ts';
import { createIntake } from './intake.ts';
import type { Publish } from './intake.ts';
import { usualLimits } from './limits.ts';
import type { HardwareLimits } from './limits.ts';
import { modbusProblem } from './modbus-plan.ts';
import { runModbus } from './modbus-source.ts';
import { mqttProblem } from './mqtt-filter.ts';
import { runMqtt } from './mqtt-source.ts';
import type { Runner, RunnerDeps } from './runner.ts';
import { runSnmp, snmpProblem } from './snmp-source.ts';
import { createTally } from './tally.ts';
import type { Tally } from './tally.ts';
import { createTopicBook } from './topic-book.ts';

export type KitDeps = {
  readonly publish: Publish;
  readonly world: () => World;
  readonly broker: Pick<Broker, 'subscribe' | 'state'>;
  readonly wall: Pick<WallClock, 'now'>;
  readonly log: Log;
  /** Stays the same for this installation, and is no other's: foreign brokers keep messages under it. */
  readonly machine: string;
  readonly limits?: Partial<HardwareLimits>;
};

export type Kit = ReturnType<typeof createKit>;

type Start = { readonly tally: Tally; readonly purpose: RunnerDeps['purpose'] };

export function createKit(deps: KitDeps) {
  const limits = { ...usualLimits, ...deps.limits };
  const { now } = deps.wall;
  const book = createTopicBook(deps.world);
  const echoes = createEchoes(limits.echoMillis, now);
  const told = createTold(limits.tellMillis);
  const log = deps.log.child('hardware');
  const runnerDeps = { limits, now, broker: deps.broker, isEcho: echoes.isEcho };
  return {
    limits,
    ...told,
    tallyFor: (source: HardwareSource, changed: () => void): Tally =>
      createTally({ source, book, now, changed }),
    start: (source: HardwareSource, { tally: quiet, purpose }: Start): Runner => {
      const tally = purpose === 'run' ? logged(quiet, source.id, log) : quiet;
      const publish: Publish = (topic, payload) => {
        if (purpose === 'look') return;
        echoes.said(topic, payload);
        deps.publish(topic, payload);
      };
      const intake = createIntake({ source, book, tally, publish, check: checks[source.kind] });
      return run(source, {
        ...runnerDeps,
        tally,
        intake,
        purpose,
        clientId: clientIdOf(deps.machine, source.id),
      });
    },
  };
}

/** A link that fails, and one that is back, is news; what it says while it stays so is not. */
const logged = (tally: Tally, id: string, log: Log): Tally => ({
  ...tally,
  link: (state, detail) => {
    const last = tally.linkState();
    if (state === 'failing' && last !== 'failing')
      log.warn('hardware does not answer', { id, reason: detail });
    if (state === 'up' && last === 'failing') log.info('hardware is back', { id });
    tally.link(state, detail);
  },
});

const checks = {
  mqtt: mqttProblem,
  snmp: snmpProblem,
  modbus: modbusProblem,
} as const satisfies Record<HardwareSource['kind'], (from: string) => string | null>;

function run(source: HardwareSource, deps: RunnerDeps): Runner {
  switch (source.kind) {
    case 'mqtt':
      return runMqtt(source, deps);
    case 'snmp':
      return runSnmp(source, deps);
    case 'modbus':
      return runModbus(source, deps);
    default:
      return source satisfies never;
  }
}

/** At most 23 characters: brokers of old take no more. */
const clientIdOf = (machine: string, id: string): string =>
  `coldaisle-${createHash('sha256').update(`${machine}\n${id}`).digest('hex').slice(0, 12)}`;

/** Two sources may feed each other in a circle; what we said a moment ago is not taken in again. */
function createEchoes(millis: number, now: () => number) {
  const said = new Map<string, { readonly payload: string; readonly at: number }>();
  return {
    said: (topic: string, payload: string): void => {
      said.set(topic, { payload, at: now() });
    },
    isEcho: (topic: string, payload: string): boolean => {
      const last = said.get(topic);
      return last !== undefined && last.payload === payload && now() - last.at < millis;
    },
  };
}

/** Readings come by the thousand; whoever listens is told now and then. */
function createTold(millis: number) {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  return {
    changed: (): void => {
      if (isClosed) return;
      timer ??= setTimeout(() => {
        timer = null;
        for (const heard of listeners) heard();
      }, millis);
    },
    listen: (heard: () => void): (() => void) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    close: (): void => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
