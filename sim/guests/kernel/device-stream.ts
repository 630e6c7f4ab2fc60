import type { Answer } from '../answer.ts';
import { done, failed } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import { zeros } from '../files/content.ts';
import { note } from './life.ts';
import type { Kernel, Process, Stream } from './process.ts';
import { terminalStream } from './terminal-stream.ts';

const mostZeros = 67_108_864;
const mostRandom = 1_048_576;
const device = {
  kind: 'device',
  terminal: null,
  readers: null,
  writers: null,
  isReadable: (): boolean => true,
  close: (): void => undefined,
} as const;

const taken = (_by: Process, bytes: Bytes): Answer<number> => done(bytes.length);
const zeroBytes = (_by: Process, most: number): Answer<Bytes> => done(zeros(Math.min(most, mostZeros)));

const nullDevice: Stream = { ...device, read: () => done(''), write: taken };
const zeroDevice: Stream = { ...device, read: zeroBytes, write: taken };
const fullDevice: Stream = { ...device, read: zeroBytes, write: () => failed('ENOSPC') };

/** One of each for all machines. */
export const plainDevices: readonly Stream[] = [nullDevice, zeroDevice, fullDevice];

/** What a character device does, by its numbers. */
export function openDevice(
  kernel: Kernel,
  process: Process,
  [major, minor]: readonly [major: number, minor: number],
): Answer<Stream> {
  if (major === 136) return openTerminal(kernel, minor);
  switch (`${major}:${minor}`) {
    case '1:3':
      return done(nullDevice);
    case '1:5':
      return done(zeroDevice);
    case '1:7':
      return done(fullDevice);
    case '1:8':
    case '1:9':
      return done({ ...device, read: (_by, most) => done(randomBytes(kernel, most)), write: taken });
    case '1:11':
      return done(logDevice(kernel));
    case '5:0':
      return process.terminal === null ? failed('ENXIO') : done(terminalStream(kernel, process.terminal));
    default:
      return failed('ENXIO');
  }
}

function openTerminal(kernel: Kernel, number: number): Answer<Stream> {
  for (const terminal of kernel.terminals.values())
    if (terminal.number === number)
      return terminal.isHungUp() ? failed('EIO') : done(terminalStream(kernel, terminal));
  return failed('ENXIO');
}

function randomBytes(kernel: Kernel, most: number): Bytes {
  const count = Math.min(most, mostRandom);
  let bytes = '';
  while (bytes.length < count) {
    const word = Math.floor(kernel.chance() * 4_294_967_296);
    bytes += String.fromCharCode(word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24);
  }
  return bytes.slice(0, count);
}

/** A line at a time, as `dmesg` reads it; what is written becomes one. */
function logDevice(kernel: Kernel): Stream {
  return {
    ...device,
    read: (_by, most, at) => {
      const line = kernel.log[at.offset];
      if (line === undefined) return done('');
      at.offset += 1;
      const micros = Math.max(0, Math.round((line.at - kernel.view.bootedAt()) * 1000));
      return done(`6,${at.offset - 1},${micros},-;${line.text}\n`.slice(0, most));
    },
    write: (_by, bytes) => {
      for (const text of bytes.split('\n')) if (text !== '') note(kernel, text.replace(/^<\d+>/, ''));
      return done(bytes.length);
    },
  };
}
