import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { DeviceAddress } from '../../../sim/contract/settings.ts';
import type { Face, FaceDeps } from '../face.ts';
import { createAgents } from './agents.ts';
import type { SnmpSettings } from './keyring.ts';
import { isSnmpDevice } from './mibs/device-mib.ts';
import { identities } from './mibs/identities.table.ts';
import type { SnmpDevice, SnmpKind } from './mibs/identities.table.ts';
import { openSocket } from './open-socket.ts';
import type { Place } from './open-socket.ts';
import { giveSlots, placeOf } from './slots.ts';
import { createSockets } from './sockets.ts';
import type { SocketLimits } from './sockets.ts';

const limits: SocketLimits = { batch: 64, reserve: 256, retryMillis: 15_000 };
const watchMillis = 1000;

/** Every UPS, rack PDU and environment unit of the lab as an SNMP agent of its own. */
export function createSnmpFace(deps: FaceDeps): Face {
  const log = deps.log.child('snmp');
  const told = (): SnmpSettings => deps.settings.get().faces.snmp;
  const agents = createAgents(deps);
  let slots: ReadonlyMap<EntityId, number> = new Map();
  let without = 0;
  const sockets = createSockets({
    wish: () => {
      if (told().state === 'off') return new Map();
      slots = giveSlots(devicesOf(deps), slots);
      agents.prune((id) => slots.has(id));
      const places = placesOf(slots, told());
      without = countDevices(deps) - places.size;
      return places;
    },
    onDatagram: (key, datagram) => {
      try {
        return agents.answer(key as EntityId, datagram);
      } catch (error) {
        // A defect of ours: the manager hears nothing and asks again.
        log.error('a request failed', { device: key, error });
        return null;
      }
    },
    open: openSocket,
    log,
    limits,
  });
  const unlisten = deps.settings.listen(sockets.refresh);
  const watch = setInterval(() => {
    if (sockets.count() > 0) agents.lookAround();
  }, watchMillis).unref();
  sockets.refresh();
  return {
    rearrange: sockets.refresh,
    settled: sockets.settled,
    state: () =>
      stateOf({
        settings: told(),
        answering: sockets.count(),
        devices: countDevices(deps),
        without,
        strangers: agents.strangers(),
        problems: [...sockets.problems()],
      }),
    addressesOf: (id) => {
      const place = sockets.at(id);
      const entity = deps.world().inventory.get(id);
      if (place === undefined || entity === undefined || !isSnmpDevice(entity)) return [];
      return [addressOf(place, entity, told())];
    },
    close: () => {
      unlisten();
      clearInterval(watch);
      return sockets.close();
    },
  };
}

const devicesOf = ({ world }: FaceDeps): SnmpDevice[] => [...world().inventory.all()].filter(isSnmpDevice);

function countDevices({ world }: FaceDeps): number {
  const { inventory } = world();
  return (Object.keys(identities) as SnmpKind[]).reduce((sum, kind) => sum + inventory.count(kind), 0);
}

/** In order of their slots: the few and important are opened first. */
function placesOf(slots: ReadonlyMap<EntityId, number>, settings: SnmpSettings): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [id, slot] of [...slots].toSorted(([, a], [, b]) => a - b)) {
    const place = placeOf(slot, settings);
    if (place !== null) places.set(id, place);
  }
  return places;
}

function addressOf({ host, port }: Place, { kind }: SnmpDevice, { community }: SnmpSettings): DeviceAddress {
  const address = `${host}:${port}`;
  const command = `snmpwalk -v2c -c ${quoted(community)} ${address} ${identities[kind].root}`;
  return { protocol: 'snmp', address, command };
}

/** As a shell takes it. */
const quoted = (word: string): string =>
  /^[\w.-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

type Facts = {
  readonly settings: SnmpSettings;
  readonly answering: number;
  readonly devices: number;
  /** Devices that no port or address is left for. */
  readonly without: number;
  readonly strangers: number;
  readonly problems: readonly (readonly [key: string, refusal: Refusal])[];
};

function stateOf(facts: Facts): FaceState {
  const { settings, answering, devices, without, strangers, problems } = facts;
  const name = 'snmp';
  if (settings.state === 'off') {
    return { name, state: 'off', address: '', detail: 'Switched off in the settings' };
  }
  const address =
    settings.spread === 'addresses' ? `127.10.x.y:${settings.port}` : `127.0.0.1:${settings.port}…`;
  const detail = [`${answering} of ${devices} devices answer`];
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    const [key, { message, hint }] = first;
    detail.push(`${key}: ${message}${more}`, hint ?? '');
  }
  if (without > 0) detail.push(`${without} have no place; ${roomier(settings)}`);
  if (strangers > 0)
    detail.push(`${strangers} ${strangers === 1 ? 'request' : 'requests'} had a wrong community or user`);
  const state = answering === 0 && devices > 0 ? 'down' : 'up';
  return { name, state, address, detail: `${detail.filter((part) => part !== '').join('. ')}.` };
}

const roomier = ({ spread }: SnmpSettings): string =>
  spread === 'ports'
    ? 'choose a lower first port (faces.snmp.port) or spread them over addresses (faces.snmp.spread)'
    : 'there are more of their kind than it has addresses';
