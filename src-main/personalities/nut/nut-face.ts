import type { Socket } from 'node:net';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { DeviceAddress, Settings } from '../../../sim/contract/settings.ts';
import { productVersion } from '../../host/version.ts';
import type { Face, FaceDeps } from '../face.ts';
import { listenOn } from '../listen-on.ts';
import { createListeners, type ListenerLimits, type Place } from '../listeners.ts';
import { serveConnection } from '../serve-connection.ts';
import { answerLine } from './answer.ts';
import { allUps, type Desk, type Server, type Session } from './session.ts';
import { takeLine } from './words.ts';

const limits: ListenerLimits = {
  connectionsEach: 256,
  connectionsInAll: 256,
  // upsmon asks every five seconds; a person at a terminal thinks longer.
  idleMillis: 300_000,
  batch: 1,
  restMillis: 100,
  reserve: 1,
  retryMillis: 15_000,
};

const host = '127.0.0.1';
const key = 'nut';
/** The one user there is; the password is SNMP's write community, so that there is one secret to know. */
const user = 'admin';

/** One NUT server for every UPS of the lab. */
export function createNutFace(deps: FaceDeps): Face {
  const log = deps.log.child('nut');
  const told = (): Settings['faces']['nut'] => deps.settings.get().faces.nut;
  const server: Server = { sessions: new Set(), forced: new Set(), outcomes: new Map(), roll: null };
  const listeners = createListeners({
    wish: () => {
      const isOn = told().state === 'on';
      // A forced shutdown lasts, as in upsd, until the server is stopped.
      if (!isOn) server.forced.clear();
      return new Map<string, Place>(isOn ? [[key, { host, port: told().port }]] : []);
    },
    onSocket: (_, socket) => serve(socket, server, { ...deps, log }),
    listen: listenOn,
    limits,
    log,
  });
  const unlisten = deps.settings.listen(listeners.refresh);
  listeners.refresh();
  return {
    // Names are looked up when they are asked for; a lab that was left must not be held.
    rearrange: () => {
      server.roll = null;
    },
    settled: listeners.settled,
    state: () => stateOf(told(), listeners.at(key), listeners.problems().get(key)),
    addressesOf: (id) => {
      const place = listeners.at(key);
      if (place === undefined) return [];
      const named = [...allUps({ server, world: deps.world }).values()].find(({ ups }) => ups.id === id);
      return named === undefined ? [] : [addressOf(named.name, place)];
    },
    close: () => {
      unlisten();
      return listeners.close();
    },
  };
}

function addressOf(name: string, place: Place): DeviceAddress {
  const address = `${name}@${place.host}:${place.port}`;
  return { protocol: 'nut', address, command: `upsc ${address}` };
}

function serve(socket: Socket, server: Server, deps: FaceDeps): void {
  const { log, settings } = deps;
  const from = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
  const session: Session = {
    from: socket.remoteAddress ?? '',
    user: null,
    password: null,
    login: null,
    tracking: 'off',
  };
  const execute = async (command: CommandInput): Promise<Result<unknown>> => {
    const done = await deps.execute(command, {
      origin: 'nut',
      name: `${user} ${from}`,
      role: 'operator',
    });
    if (!done.ok) log.warn('an order was refused', { from, refusal: done.refusal });
    return done;
  };
  const desk: Desk = {
    server,
    session,
    world: deps.world,
    points: deps.points,
    secret: () => ({ user, password: settings.get().faces.snmp.writeCommunity }),
    execute,
    version: productVersion(),
  };
  server.sessions.add(session);
  socket.once('close', () => server.sessions.delete(session));
  serveConnection(socket, {
    take: takeLine,
    answer: async (line) => {
      try {
        return await answerLine(line, desk);
      } catch (error) {
        log.error('a request failed', { from, error });
        return { bytes: Buffer.from('ERR DRIVER-NOT-CONNECTED\n'), after: 'go-on' };
      }
    },
    onForeign: () => log.warn('not the protocol of NUT; the connection is ended', { from }),
  });
}

function stateOf(
  { state, port }: Settings['faces']['nut'],
  place: Place | undefined,
  problem: Refusal | undefined,
): FaceState {
  const name = 'nut';
  if (state === 'off') return { name, state: 'off', address: '', detail: 'Switched off in the settings' };
  if (place !== undefined) {
    const address = `${place.host}:${place.port}`;
    return { name, state: 'up', address, detail: `upsc -L ${address} names every UPS` };
  }
  const detail = problem === undefined ? 'Starting' : [problem.message, problem.hint ?? ''].join('. ');
  return { name, state: 'down', address: `${host}:${port}`, detail };
}
