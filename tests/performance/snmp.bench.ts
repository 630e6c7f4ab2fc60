/** How fast one agent answers, and what thousands of them cost. */
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Face } from '../../src-main/personalities/face.ts';
import { facedLab } from '../../src-main/personalities/faced-lab.fixture.ts';
import { createSnmpFace } from '../../src-main/personalities/snmp/snmp-face.ts';
import { snmpLab } from '../../src-main/personalities/snmp/snmp-lab.fixture.ts';
import { communityManager, userManager } from '../../src-main/personalities/snmp/snmp-client.fixture.ts';
import type { Manager } from '../../src-main/personalities/snmp/snmp-client.fixture.ts';
import { integer, octets, oidValue, sequence, wrapped } from '../../src-main/personalities/snmp/wire/ber.ts';
import { oidOf } from '../../src-main/personalities/snmp/wire/oid.ts';

// Run by itself: npm run bench -- snmp. Prints figures, asserts none.

export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const portOf = (face: Face, id: EntityId): number =>
  Number(face.addressesOf(id)[0]?.address.split(':')[1] ?? 0);

const millisOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const charge = oidOf('1.3.6.1.2.1.33.1.2.4.0');
const get = (oids: readonly (readonly number[])[]): Buffer => {
  const bindings = oids.map((oid) => sequence(oidValue(oid), wrapped(0x05)));
  const pdu = wrapped(0xa0, integer(1), integer(0), integer(0), sequence(...bindings));
  return sequence(integer(1), octets('public'), pdu);
};

type Load = { readonly port: number; readonly request: Buffer; readonly inFlight: number };

/** Answers a second, with so many requests under way at a time, counted over two seconds. */
async function answersPerSecond({ port, request, inFlight }: Load): Promise<number> {
  const socket: Socket = createSocket('udp4');
  const ask = (): void => socket.send(request, port, '127.0.0.1');
  let answers = 0;
  socket.on('message', () => {
    answers += 1;
    ask();
  });
  for (let n = 0; n < inFlight; n += 1) ask();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = answers;
  const millis = await millisOf(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const rate = (answers - before) / (millis / 1000);
  await new Promise<void>((resolve) => socket.close(() => resolve()));
  return rate;
}

/** The same sockets without an agent: what this machine can send back and forth at most. */
async function echoesPerSecond(request: Buffer): Promise<number> {
  const echo = createSocket('udp4');
  echo.on('message', (datagram, from) => echo.send(datagram, from.port, from.address));
  await new Promise<void>((resolve) => echo.bind(0, '127.0.0.1', resolve));
  const rate = await answersPerSecond({ port: echo.address().port, request, inFlight: 16 });
  await new Promise<void>((resolve) => echo.close(() => resolve()));
  return rate;
}

async function walkMillis(manager: Manager): Promise<number> {
  await manager.walk('1.3.6.1.2.1.33');
  const rounds = 50;
  const millis = await millisOf(async () => {
    for (let n = 0; n < rounds; n += 1) await manager.walk('1.3.6.1.2.1.33');
  });
  manager.close();
  return millis / rounds;
}

async function oneAgent(): Promise<Row[]> {
  const lab = snmpLab();
  lab.tell({ snmp: { state: 'on', port: 0 } });
  const face = createSnmpFace(lab.deps);
  await face.settled();
  const port = portOf(face, lab.ups);
  const request = get([charge]);
  const echoes = await echoesPerSecond(request);
  const gets = await answersPerSecond({ port, request, inFlight: 16 });
  const rows: Row[] = [
    {
      name: 'udp: echo without an agent',
      value: Math.round(echoes),
      unit: '/s',
      note: 'the limit; client in the same process',
    },
    {
      name: 'snmp: GET of one value, v2c',
      value: Math.round(gets),
      unit: '/s',
      note: `${Math.round((100 * gets) / echoes)} % of the limit`,
    },
    {
      name: 'snmp: walk of a UPS, v2c',
      value: await walkMillis(communityManager(port)),
      unit: 'ms',
      note: 'UPS-MIB by GETBULK of 20, net-snmp’s client',
    },
    {
      name: 'snmp: walk of a UPS, v3 authPriv',
      value: await walkMillis(userManager(port)),
      unit: 'ms',
      note: 'the same, signed and encrypted',
    },
  ];
  await face.close();
  return rows;
}

const racks = 1000;

/** The longest that the event loop was kept from turning. */
function watchTurns(): () => number {
  let worst = 0;
  let last = performance.now();
  let isOver = false;
  const turn = (): void => {
    const now = performance.now();
    worst = Math.max(worst, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOver = true;
    return worst;
  };
}

/** RSS says what sockets cost; what is kept of answering hides in it behind the nursery of the heap. */
const mebibytes = (of: 'rss' | 'heapUsed'): number => {
  globalThis.gc?.();
  return process.memoryUsage()[of] / 2 ** 20;
};

async function manyAgents(): Promise<Row[]> {
  const lab = facedLab();
  for (let n = 1; n <= racks; n += 1) {
    const rack = lab.put({ id: `rack-${n}`, kind: 'rack' });
    lab.put({ id: `pdu-${n}`, kind: 'pdu', parent: rack });
    lab.says(`pdu-${n}` as EntityId, 'power', 4);
  }
  const before = { rss: mebibytes('rss'), heap: mebibytes('heapUsed') };
  lab.tell({ snmp: { state: 'on', port: 0 } });
  const stop = watchTurns();
  const from = performance.now();
  const face = createSnmpFace(lab.deps);
  await face.settled();
  const opening = performance.now() - from;
  const worst = stop();
  const idle = mebibytes('rss') - before.rss;
  for (let n = 1; n <= racks; n += 1) {
    for (const id of [`rack-${n}`, `pdu-${n}`]) {
      await answerOf(portOf(face, id as EntityId));
    }
  }
  const asked = mebibytes('heapUsed') - before.heap;
  const closing = await millisOf(face.close);
  const note = `${2 * racks} devices`;
  return [
    { name: 'snmp: open the sockets', value: opening, unit: 'ms', note },
    { name: 'snmp: longest turn meanwhile', value: worst, unit: 'ms', limit: 50, note },
    { name: 'snmp: RSS of open sockets', value: idle, unit: 'MiB', note },
    { name: 'snmp: heap once each was asked', value: asked, unit: 'MiB', note },
    { name: 'snmp: close the sockets', value: closing, unit: 'ms', note },
  ];
}

async function answerOf(port: number): Promise<void> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => {
    socket.once('message', () => resolve());
    socket.send(get([oidOf('1.3.6.1.2.1.1.5.0')]), port, '127.0.0.1');
  });
  socket.close();
}

export const run = async (): Promise<Row[]> => [...(await manyAgents()), ...(await oneAgent())];
