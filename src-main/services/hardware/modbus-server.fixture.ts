/** A small Modbus TCP device with registers one can set, and the faults that real ones have. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export type ModbusDevice = {
  readonly port: number;
  /** Registers by `holding:100`; what is not there answers exception 2. */
  readonly registers: Map<string, number>;
  /** Questions so far, as `holding:100+2`. */
  readonly asked: string[];
  /** What becomes of the next question: an exception, no answer, or a connection that is cut. */
  readonly next: { fault: number | 'silent' | 'cut' | 'rubbish' | null };
  readonly connections: () => number;
  readonly close: () => Promise<void>;
};

const tables = ['', 'coil', 'discrete', 'holding', 'input'];

export async function startModbusDevice(port = 0): Promise<ModbusDevice> {
  const sockets = new Set<Socket>();
  const device = {
    registers: new Map<string, number>(),
    asked: [] as string[],
    next: { fault: null },
  } as Pick<ModbusDevice, 'registers' | 'asked' | 'next'>;
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (frame) => answer(socket, frame, device));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    ...device,
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(
  socket: Socket,
  frame: Buffer,
  { registers, asked, next }: Pick<ModbusDevice, 'registers' | 'asked' | 'next'>,
): void {
  const code = frame.readUInt8(7);
  const address = frame.readUInt16BE(8);
  const count = frame.readUInt16BE(10);
  const table = tables[code] ?? '';
  asked.push(`${table}:${address}+${count}`);
  const { fault } = next;
  next.fault = null;
  if (fault === 'silent') return;
  if (fault === 'cut') return void socket.destroy();
  if (fault === 'rubbish') return void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n');
  const values = Array.from({ length: count }, (_, at) => registers.get(`${table}:${address + at}`));
  const exception = typeof fault === 'number' ? fault : values.includes(undefined) ? 2 : null;
  const body =
    exception === null ? dataBody(code, values as readonly number[]) : Buffer.from([code | 0x80, exception]);
  const head = Buffer.from(frame.subarray(0, 7));
  head.writeUInt16BE(body.length + 1, 4);
  // In two pieces, as a slow serial gateway sends it.
  socket.write(head.subarray(0, 5));
  setImmediate(() => socket.write(Buffer.concat([head.subarray(5), body])));
}

function dataBody(code: number, values: readonly number[]): Buffer {
  if (code <= 2) {
    const bytes = Buffer.alloc(Math.ceil(values.length / 8));
    values.forEach((value, at) => {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (value << (at & 7));
    });
    return Buffer.concat([Buffer.from([code, bytes.length]), bytes]);
  }
  const body = Buffer.alloc(2 + values.length * 2);
  body.writeUInt8(code, 0);
  body.writeUInt8(values.length * 2, 1);
  values.forEach((value, at) => body.writeUInt16BE(value, 2 + at * 2));
  return body;
}
