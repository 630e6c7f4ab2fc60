/** A lab for the faces: a real world and real settings; the instruments say what the test says. */
import { mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '../../sim/contract/actors.ts';
import { commandSchema, type Command } from '../../sim/contract/commands.ts';
import { entitySchema, type Metric } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted, type Result } from '../../sim/contract/result.ts';
import { createWorld, type World } from '../../sim/index.ts';
import { silentLog, type Log } from '../host/log.ts';
import { openSettings } from '../host/settings.ts';
import type { FaceDeps } from './face.ts';

export type FacedLab = {
  readonly deps: FaceDeps;
  /** Changes settings that must be fine. */
  readonly tell: (faces: object) => void;
  readonly put: (entity: {
    readonly id: string;
    readonly kind: string;
    readonly name?: string;
    readonly parent?: string;
    readonly spec?: object;
  }) => EntityId;
  readonly remove: (id: EntityId) => void;
  /** `current`, or `current@L1` where it is not in the middle. */
  readonly says: (id: EntityId, point: Metric | `${Metric}@${string}`, value: number | null) => void;
  /** What was knocked at the door with, and by whom. */
  readonly orders: { readonly command: Command; readonly actor: Actor }[];
  /** What the door answers from now on. */
  readonly answer: (result: Result<unknown> | Error) => void;
  readonly warnings: { readonly message: string; readonly fields: unknown }[];
};

const position = { x: 1, y: 1 };
const specs: Readonly<Record<string, object>> = {
  site: { timezone: 'UTC' },
  room: { width: 10, depth: 10, envelope: 'A1' },
  row: { containment: 'none' },
  rack: { position, width: 0.6, depth: 1.2, facing: 'south', heightU: 42, ratedPower: 8 },
  ups: { model: 'U 100', ratedPower: 100, position },
  battery: { model: 'B', cells: 240, capacity: 100 },
  panel: { model: 'P', ratedPower: 100 },
  pdu: { model: 'R', feed: 'A', ratedPower: 11 },
  crac: { model: 'C', ratedCooling: 70, setpoint: 22, position },
  chiller: { model: 'W', ratedCooling: 200 },
  genset: { model: 'G', ratedPower: 200 },
  ats: { model: 'A', ratedPower: 200 },
  transformer: { model: 'T', ratedPower: 200 },
  utility: {},
};

export function facedLab(): FacedLab {
  const world: World = createWorld();
  const values = new Map<string, number | null>();
  const orders: FacedLab['orders'] = [];
  const warnings: FacedLab['warnings'] = [];
  let result: Result<unknown> | Error = accepted(null);
  const log: Log = {
    ...silentLog,
    warn: (message, fields) => warnings.push({ message, fields }),
    child: () => log,
  };
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-faces-'));
  const settings = openSettings({ directory, log });
  return {
    deps: {
      world: () => world,
      points: { read: (id, metric, place) => values.get(`${id} ${metric}@${place}`) ?? null },
      settings,
      execute: async (command, actor) => {
        orders.push({ command: commandSchema.parse(command), actor });
        if (result instanceof Error) throw result;
        return result;
      },
      log,
    },
    tell: (faces) => {
      const changed = settings.change({ faces });
      if (!changed.ok) throw new Error(changed.refusal.message);
    },
    put: ({ id, kind, name, parent, spec }) => {
      const entity = entitySchema.parse({
        id,
        kind,
        name: name ?? id,
        parent: parent ?? null,
        links: {},
        aliases: {},
        spec: { ...specs[kind], ...spec },
      });
      world.inventory.put(entity);
      return entity.id;
    },
    remove: (id) => world.inventory.remove(id),
    says: (id, point, value) => values.set(`${id} ${point.includes('@') ? point : `${point}@middle`}`, value),
    orders,
    answer: (next) => {
      result = next;
    },
    warnings,
  };
}

/** A raw connection that gathers what it hears. */
export type Line = {
  readonly socket: Socket;
  readonly send: (bytes: Uint8Array | string) => void;
  /** The next so many bytes, once they are there. */
  readonly bytes: (count: number) => Promise<Buffer>;
  /** The next line of text. */
  readonly line: () => Promise<string>;
  /** Resolves when the other side has ended. */
  readonly ended: Promise<void>;
};

export async function dial(port: number, host = '127.0.0.1'): Promise<Line> {
  const socket = connect({ port, host });
  let heard: Buffer = Buffer.alloc(0);
  let look = (): void => {};
  let isOver = false;
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      isOver = true;
      look();
      resolve();
    });
  });
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
    look();
  });
  const take = (enough: () => number): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      look = () => {
        const count = enough();
        if (count < 0 && isOver) reject(new Error(`the connection ended with ${heard.toString('latin1')}`));
        if (count < 0) return;
        const taken = heard.subarray(0, count);
        heard = heard.subarray(count);
        resolve(taken);
      };
      look();
    });
  await Promise.race([once(socket, 'connect'), ended]);
  return {
    socket,
    send: (bytes) => void socket.write(bytes),
    bytes: (count) => take(() => (heard.length >= count ? count : -1)),
    line: async () => (await take(() => heard.indexOf('\n') + 1 || -1)).toString().trimEnd(),
    ended,
  };
}

export type Occupied = { readonly port: number; readonly leave: () => Promise<void> };

/** A port that another program has. */
export async function occupy(port = 0): Promise<Occupied> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    leave: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
