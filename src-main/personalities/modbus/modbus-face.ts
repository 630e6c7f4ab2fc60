import type { Socket } from 'node:net';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';
import type { Face, FaceDeps } from '../face.ts';
import { listenOn } from '../listen-on.ts';
import { createListeners, type ListenerLimits, type Place } from '../listeners.ts';
import { serveConnection } from '../serve-connection.ts';
import type { Device } from './device.ts';
import { exceptions } from './faults.ts';
import { encodeFrame, takeFrame } from './frames.ts';
import { maps } from './maps.table.ts';
import { respond } from './respond.ts';
import { giveSlots, isModbusKind } from './slots.ts';

/** As many masters as a real controller serves, and so long as it waits for them. */
const limits: ListenerLimits = {
  connectionsEach: 8,
  connectionsInAll: 2000,
  idleMillis: 120_000,
  batch: 64,
  restMillis: 100,
  reserve: 256,
  retryMillis: 15_000,
};

type ModbusSettings = Settings['faces']['modbus'];

/** Every unit of the lab as a Modbus TCP server of its own. */
export function createModbusFace(deps: FaceDeps): Face {
  const log = deps.log.child('modbus');
  const told = (): ModbusSettings => deps.settings.get().faces.modbus;
  let slots: ReadonlyMap<EntityId, number> = new Map();
  let without = 0;
  const listeners = createListeners({
    wish: () => {
      if (told().state === 'off') return new Map();
      slots = giveSlots(deps.world().inventory.all(), slots);
      const places = placesOf(slots, told());
      without = countDevices(deps) - places.size;
      return places;
    },
    onSocket: (key, socket) => serve(key as EntityId, socket, { ...deps, log }),
    listen: listenOn,
    limits,
    log,
  });
  const unlisten = deps.settings.listen(listeners.refresh);
  listeners.refresh();
  return {
    rearrange: listeners.refresh,
    settled: listeners.settled,
    state: () =>
      stateOf({
        settings: told(),
        answering: listeners.count(),
        devices: countDevices(deps),
        without,
        problems: [...listeners.problems()],
      }),
    addressesOf: (id) => {
      const place = listeners.at(id);
      const entity = deps.world().inventory.get(id);
      return place === undefined || entity === undefined ? [] : addressOf(place, entity);
    },
    close: () => {
      unlisten();
      return listeners.close();
    },
  };
}

/** In order of their slots: the few and important are opened first. */
function placesOf(
  slots: ReadonlyMap<EntityId, number>,
  { spread, port }: ModbusSettings,
): Map<string, Place> {
  const places = [...slots]
    .toSorted(([, a], [, b]) => a - b)
    .map(([id, slot]): [string, Place] => [id, placeOf(slot, { spread, port })]);
  return new Map(places.filter(([, place]) => place.port < 0x1_0000));
}

function placeOf(slot: number, { spread, port }: Pick<ModbusSettings, 'spread' | 'port'>): Place {
  switch (spread) {
    case 'addresses':
      return { host: `127.11.${slot >> 8}.${slot & 0xff}`, port };
    case 'ports':
      // Port 0 leaves the choice to the system, device by device.
      return { host: '127.0.0.1', port: port === 0 ? 0 : port + slot };
    default:
      return spread satisfies never;
  }
}

function serve(id: EntityId, socket: Socket, deps: FaceDeps): void {
  const { log } = deps;
  const from = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
  const execute = async (command: CommandInput): Promise<Result<unknown>> => {
    const done = await deps.execute(command, { origin: 'modbus', name: from, role: 'operator' });
    if (!done.ok) log.warn('a write was refused', { device: id, from, refusal: done.refusal });
    return done;
  };
  const answer = async (pdu: Buffer): Promise<Buffer> => {
    try {
      return await respond(pdu, { device: () => deviceOf(deps, id), execute });
    } catch (error) {
      log.error('a request failed', { device: id, from, error });
      return Buffer.from([pdu.readUInt8(0) | 0x80, exceptions.deviceFailure]);
    }
  };
  serveConnection(socket, {
    take: takeFrame,
    answer: async (frame) => ({
      bytes: encodeFrame({ ...frame, pdu: await answer(frame.pdu) }),
      after: 'go-on',
    }),
    onForeign: () => log.warn('not Modbus; the connection is ended', { device: id, from }),
  });
}

function deviceOf({ world, points }: FaceDeps, id: EntityId): Device | null {
  const entity = world().inventory.get(id);
  return entity !== undefined && isUnit(entity) ? { entity, points } : null;
}

const isUnit = (entity: Entity): entity is Device['entity'] => isModbusKind(entity.kind);

function countDevices({ world }: FaceDeps): number {
  const { inventory } = world();
  return (Object.keys(maps) as (keyof typeof maps)[]).reduce((sum, kind) => sum + inventory.count(kind), 0);
}

function addressOf({ host, port }: Place, { kind }: Entity): DeviceAddress[] {
  if (!isModbusKind(kind)) return [];
  const count = maps[kind].points.length;
  return [
    {
      protocol: 'modbus',
      address: `${host}:${port}`,
      command: `mbpoll -m tcp -p ${port} -t 4:float -B -r 1 -c ${count} ${host}`,
    },
  ];
}

type Facts = {
  readonly settings: ModbusSettings;
  readonly answering: number;
  readonly devices: number;
  /** Devices that no port or address is left for. */
  readonly without: number;
  readonly problems: readonly (readonly [key: string, refusal: Refusal])[];
};

function stateOf({ settings, answering, devices, without, problems }: Facts): FaceState {
  const name = 'modbus';
  if (settings.state === 'off')
    return { name, state: 'off', address: '', detail: 'Switched off in the settings' };
  const host = settings.spread === 'addresses' ? '127.11.x.y' : '127.0.0.1';
  const address =
    settings.port === 0 ? host : `${host}:${settings.port}${settings.spread === 'ports' ? '…' : ''}`;
  const detail = [`${answering} of ${devices} devices answer`];
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    const [key, { message, hint }] = first;
    detail.push(`${key}: ${message}${more}`, hint ?? '');
  }
  if (without > 0) detail.push(`${without} without a place; ${roomier(settings)}`);
  const state = answering === 0 && devices > 0 ? 'down' : 'up';
  return { name, state, address, detail: `${detail.filter((part) => part !== '').join('. ')}.` };
}

const roomier = ({ spread }: ModbusSettings): string =>
  spread === 'ports'
    ? 'choose a lower first port (faces.modbus.port) or spread them over addresses (faces.modbus.spread)'
    : 'more of their kind than there are addresses for';
