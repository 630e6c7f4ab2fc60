import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { afterEach, expect, test } from 'vitest';
import { accepted } from '../../../sim/contract/result.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { silentLog } from '../../host/log.ts';
import { communityManager } from './snmp-client.fixture.ts';
import { openSocket, outOfSockets } from './open-socket.ts';
import type { Place } from './open-socket.ts';
import { createSnmpFace } from './snmp-face.ts';
import { snmpLab } from './snmp-lab.fixture.ts';
import { createSockets } from './sockets.ts';
import type { Sockets, SocketsDeps } from './sockets.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Taken = { readonly port: number; readonly leave: () => Promise<void> };

async function taken(): Promise<Taken> {
  const socket: Socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const leave = (): Promise<void> => new Promise((resolve) => socket.close(() => resolve()));
  // The last devices have their places 12,000 ports further on, which must be ports too.
  if (socket.address().port > 50_000) {
    await leave();
    return taken();
  }
  return { port: socket.address().port, leave };
}

type Wished = { readonly wish: Map<string, Place>; readonly opened: string[]; readonly sockets: Sockets };

function wished(more: Partial<SocketsDeps> = {}): Wished {
  const wish = new Map<string, Place>();
  const opened: string[] = [];
  const sockets = createSockets({
    wish: () => wish,
    onDatagram: () => null,
    open: (place, onDatagram) => {
      opened.push(`${place.host}:${place.port}`);
      return openSocket(place, onDatagram);
    },
    log: silentLog,
    limits: { batch: 2, reserve: 2, retryMillis: 20 },
    ...more,
  });
  closers.push(sockets.close);
  return { wish, opened, sockets };
}

const anywhere: Place = { host: '127.0.0.1', port: 0 };

test('FR-130-110 only what changed is opened and closed', async () => {
  const { wish, opened, sockets } = wished();
  for (const key of ['a', 'b', 'c']) wish.set(key, { ...anywhere });
  sockets.refresh();
  await sockets.settled();
  const kept = sockets.at('b');
  wish.delete('a');
  wish.set('d', { ...anywhere });
  sockets.refresh();
  await sockets.settled();
  expect(opened).toHaveLength(4);
  expect([sockets.at('a'), sockets.at('b'), sockets.count()]).toEqual([undefined, kept, 3]);
});

test('FR-130-110 the event loop turns between two batches of sockets', async () => {
  const log: string[] = [];
  const { wish, sockets } = wished({
    open: async () => {
      log.push('open');
      return accepted({ port: 1, close: async () => {} });
    },
  });
  for (let n = 0; n < 6; n += 1) wish.set(`${n}`, { ...anywhere });
  sockets.refresh();
  let turns = 0;
  const turn = (): void => {
    log.push('turn');
    turns += 1;
    if (turns < 8) setImmediate(turn);
  };
  setImmediate(turn);
  await sockets.settled();
  const between = log.slice(log.indexOf('open'), log.lastIndexOf('open')).join(' ');
  expect(between).not.toContain('open open open');
  expect(between.match(/turn/g)?.length).toBeGreaterThanOrEqual(2);
});

test('FR-130-111 a taken port is told with how to mend it, the others run, and it is tried again', async () => {
  const other = await taken();
  const { wish, sockets } = wished();
  wish.set('ups-1', { host: '127.0.0.1', port: other.port });
  wish.set('ups-2', { ...anywhere });
  sockets.refresh();
  await sockets.settled();
  expect(sockets.problems().get('ups-1')).toEqual<Refusal>({
    code: 'busy',
    message: `UDP 127.0.0.1:${other.port} is taken by another program`,
    hint: 'Stop that program, or choose another first port in faces.snmp.port',
  });
  expect(sockets.count()).toBe(1);
  await other.leave();
  await expect.poll(() => sockets.count(), { interval: 10 }).toBe(2);
  expect(sockets.problems().size).toBe(0);
});

test('FR-130-111 the face says which device it is, and the others answer', async () => {
  const other = await taken();
  closers.push(other.leave);
  const lab = snmpLab();
  lab.tell({ snmp: { state: 'on', port: other.port - 3 } });
  const face = createSnmpFace(lab.deps);
  closers.push(face.close);
  await face.settled();
  const { state, detail } = face.state();
  expect(state).toBe('up');
  expect(detail).toMatch(
    new RegExp(
      `^7 of 8 devices answer\\. ups-3: UDP 127\\.0\\.0\\.1:${other.port} is taken by another program\\. Stop`,
    ),
  );
  expect(face.addressesOf(lab.ups)).toEqual([]);
  const port = Number(face.addressesOf(lab.rack)[0]?.address.split(':')[1]);
  const manager = communityManager(port);
  closers.push(manager.close);
  expect(await manager.get('1.3.6.1.2.1.1.5.0')).toMatchObject([{ value: 'A01' }]);
  expect(lab.warnings).toHaveLength(1);
});

test('FR-130-111 an address that this machine lacks says to use ports instead', async () => {
  const { wish, sockets } = wished();
  wish.set('ups-1', { host: '192.0.2.1', port: 0 });
  sockets.refresh();
  await sockets.settled();
  expect(sockets.problems().get('ups-1')).toMatchObject({
    message: '192.0.2.1 is not an address of this machine',
    hint: 'Set faces.snmp.spread to ports',
  });
});

test('FR-130-111 out of sockets, some are given back and the rest is told', async () => {
  let open = 0;
  const { wish, sockets } = wished({
    open: async () => {
      if (open >= 6) return { ok: false, refusal: outOfSockets };
      open += 1;
      const close = async (): Promise<void> => {
        open -= 1;
      };
      return accepted({ port: 1, close });
    },
  });
  for (let n = 0; n < 20; n += 1) wish.set(`${n}`, { ...anywhere });
  sockets.refresh();
  await sockets.settled();
  expect([sockets.count(), open]).toEqual([4, 4]);
  expect(sockets.problems().size).toBe(16);
  sockets.refresh();
  await sockets.settled();
  expect(sockets.count()).toBe(4);
});
