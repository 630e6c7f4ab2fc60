import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { planCoils, readBits, type BitTable } from './bits.ts';
import type { Device } from './device.ts';
import { exceptionOf, exceptions, type Exception } from './faults.ts';
import { planWrite, readRegisters, type RegisterTable, type Span } from './registers.ts';

export type RespondDeps = {
  /** Null: the device is no longer there. */
  readonly device: () => Device | null;
  /** Knocks at the door, and tells of a refusal. */
  readonly execute: (command: CommandInput) => Promise<Result<unknown>>;
};

// The standard's limits: as many as a frame holds.
const mostBitsRead = 2000;
const mostRegistersRead = 125;
const mostBitsWritten = 1968;
const mostRegistersWritten = 123;
const addresses = 0x1_0000;

/** Function and data of a request in, function and data of the response out. */
export async function respond(pdu: Buffer, deps: RespondDeps): Promise<Buffer> {
  const code = pdu.readUInt8(0);
  const data = pdu.subarray(1);
  const device = deps.device();
  const said = device === null ? exceptions.deviceFailure : await answerOf(code, data, { ...deps, device });
  return typeof said === 'number'
    ? Buffer.from([code | 0x80, said])
    : Buffer.concat([pdu.subarray(0, 1), said]);
}

type Asked = Omit<RespondDeps, 'device'> & { readonly device: Device };

async function answerOf(code: number, data: Buffer, asked: Asked): Promise<Buffer | Exception> {
  switch (code) {
    case 1:
      return answerBits(asked.device, 'coils', data);
    case 2:
      return answerBits(asked.device, 'inputs', data);
    case 3:
      return answerRegisters(asked.device, 'holding', data);
    case 4:
      return answerRegisters(asked.device, 'input', data);
    case 5:
      return writeCoil(data, asked);
    case 6:
      return data.length === 4
        ? obey(planWrite(asked.device, data.readUInt16BE(0), data.subarray(2)), data, asked)
        : exceptions.illegalValue;
    case 15:
      return writeCoils(data, asked);
    case 16:
      return writeRegisters(data, asked);
    default:
      return exceptions.illegalFunction;
  }
}

function answerBits(device: Device, table: BitTable, data: Buffer): Buffer | Exception {
  const span = spanOf(data, mostBitsRead);
  return typeof span === 'number' ? span : counted(readBits(device, table, span));
}

function answerRegisters(device: Device, table: RegisterTable, data: Buffer): Buffer | Exception {
  const span = spanOf(data, mostRegistersRead);
  return typeof span === 'number' ? span : counted(readRegisters(device, table, span));
}

const counted = (bytes: Buffer | Exception): Buffer | Exception =>
  typeof bytes === 'number' ? bytes : Buffer.concat([Buffer.from([bytes.length]), bytes]);

function spanOf(data: Buffer, most: number): Span | Exception {
  if (data.length !== 4) return exceptions.illegalValue;
  const span = { from: data.readUInt16BE(0), count: data.readUInt16BE(2) };
  if (span.count < 1 || span.count > most) return exceptions.illegalValue;
  return span.from + span.count > addresses ? exceptions.illegalAddress : span;
}

function writeCoil(data: Buffer, asked: Asked): Promise<Buffer | Exception> | Exception {
  if (data.length !== 4) return exceptions.illegalValue;
  const value = data.readUInt16BE(2);
  if (value !== 0 && value !== 0xff00) return exceptions.illegalValue;
  return obey(planCoils(asked.device, data.readUInt16BE(0), [value !== 0]), data, asked);
}

type Written = Span & { readonly bytes: Buffer };

/** Address, count, and as many bytes as they take. */
function writtenOf(data: Buffer, most: number, bytesFor: (count: number) => number): Written | Exception {
  if (data.length < 5) return exceptions.illegalValue;
  const span = spanOf(data.subarray(0, 4), most);
  if (typeof span === 'number') return span;
  const bytes = data.subarray(5);
  const isWhole = bytes.length === data.readUInt8(4) && bytes.length === bytesFor(span.count);
  return isWhole ? { ...span, bytes } : exceptions.illegalValue;
}

function writeCoils(data: Buffer, asked: Asked): Promise<Buffer | Exception> | Exception {
  const written = writtenOf(data, mostBitsWritten, (count) => Math.ceil(count / 8));
  if (typeof written === 'number') return written;
  const { from, count, bytes } = written;
  const values = Array.from({ length: count }, (_, n) => (((bytes[n >> 3] ?? 0) >> (n & 7)) & 1) === 1);
  return obey(planCoils(asked.device, from, values), data.subarray(0, 4), asked);
}

function writeRegisters(data: Buffer, asked: Asked): Promise<Buffer | Exception> | Exception {
  const written = writtenOf(data, mostRegistersWritten, (count) => count * 2);
  if (typeof written === 'number') return written;
  return obey(planWrite(asked.device, written.from, written.bytes), data.subarray(0, 4), asked);
}

/** Order by order; the first refusal ends it, and what was done before stays done. */
async function obey(
  plan: readonly CommandInput[] | Exception,
  echo: Buffer,
  { execute }: Asked,
): Promise<Buffer | Exception> {
  if (typeof plan === 'number') return plan;
  for (const command of plan) {
    const done = await execute(command);
    if (!done.ok) return exceptionOf(done.refusal);
  }
  return echo;
}
