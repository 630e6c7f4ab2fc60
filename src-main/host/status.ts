import type { Status } from '../../sim/contract/queries.ts';
import type { Broker } from '../mqtt/broker.ts';
import type { Telemetry } from '../services/telemetry/telemetry.ts';
import type { Attendants } from './attendants.ts';
import type { Door } from './door.ts';
import type { HostOptions } from './options.ts';
import type { Pacer } from './pacer.ts';
import { seenAlarms } from './reader/seen-alarms.ts';
import type { Session } from './session.ts';

export type StatusDeps = {
  readonly options: HostOptions;
  readonly session: () => Session;
  readonly door: Door;
  readonly pacer: Pacer;
  readonly telemetry: Telemetry;
  readonly broker: Broker;
  readonly attendants: Attendants;
};

export function describeStatus({
  options,
  session,
  door,
  pacer,
  telemetry,
  broker,
  attendants,
}: StatusDeps): Status {
  const { id, world, branch, store, history } = session();
  const { perMinute, rejected } = broker.counts();
  const failure = door.failure();
  const problems = store.problems();
  return {
    version: options.version,
    lab: { id, name: world.name, seed: world.seedText },
    branch,
    revision: world.revision,
    clock: world.clock,
    at: world.now(),
    pace: pacer.pace(),
    stretch: telemetry.stretch(),
    racks: world.inventory.count('rack'),
    sensors: world.inventory.count('sensor'),
    activeAlarms: seenAlarms(world).length,
    messagesPerMinute: perMinute,
    rejectedMessages: rejected + telemetry.rejected(),
    faces: [{ name: 'MQTT', ...broker.state() }, ...attendants.states()],
    storage: {
      state: failure === null ? 'ok' : 'failed',
      detail: failure ?? problems[0]?.message ?? 'Every change is saved as it is made',
      bytes: store.bytes() + history.bytes(),
    },
  };
}
