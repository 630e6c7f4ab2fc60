/** What is run in a container that is none of its own programs. */
import type { Duplex } from 'node:stream';
import type { Bytes } from '../../../sim/guests/bytes.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Box } from './box.ts';
import { trying } from './engine.ts';
import { entriesOf, tarOf } from './tar.ts';
import type { TarEntry } from './tar.ts';

export type Ran = { readonly output: Bytes; readonly error: Bytes; readonly status: number };

/** Frames of an engine's stream without a terminal: which of the two it is, how long, and so many bytes. */
export function createUnframer(
  write: (bytes: Bytes, to: 'output' | 'error') => void,
): (piece: Buffer) => void {
  const head = 8;
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    while (rest.length >= head) {
      const end = head + rest.readUInt32BE(4);
      if (rest.length < end) return;
      write(rest.toString('latin1', head, end), rest[0] === 2 ? 'error' : 'output');
      rest = rest.subarray(end);
    }
  };
}

export const mostOutput = 16_777_216;

type BoxOrder = {
  readonly command: readonly string[];
  /** null: it reads nothing. */
  readonly input: Bytes | null;
  /** A name or a number of the container; null: whom its image names. */
  readonly user: string | null;
  readonly environment: readonly string[];
};

/** Runs to its end. What is more than 16 MiB of output is dropped. */
export const runIn = (box: Box, command: readonly string[], input: Bytes | null): Promise<Result<Ran>> =>
  runAs(box, { command, input, user: null, environment: [] });

export function runAs(
  { container }: Box,
  { command, input, user, environment }: BoxOrder,
): Promise<Result<Ran>> {
  return trying(`${command[0]} in the container`, async () => {
    const exec = await container.exec({
      Cmd: [...command],
      AttachStdin: input !== null,
      AttachStdout: true,
      AttachStderr: true,
      ...(user === null ? {} : { User: user }),
      ...(environment.length === 0 ? {} : { Env: [...environment] }),
    });
    const stream = await exec.start(input === null ? {} : { hijack: true, stdin: true });
    const kept = { output: '', error: '' };
    stream.on(
      'data',
      createUnframer((bytes, to) => {
        if (kept[to].length < mostOutput) kept[to] += bytes;
      }),
    );
    if (input !== null) stream.end(Buffer.from(input, 'latin1'));
    await ended(stream);
    const { ExitCode } = await exec.inspect();
    return { ...kept, status: ExitCode ?? 255 };
  });
}

export const ended = (stream: Duplex): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('close', resolve);
    stream.once('error', reject);
    stream.resume();
  });

/** Files of the container, whether it runs or not; what is not there is left out. */
export async function readFiles(
  { container }: Box,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Bytes>> {
  const found = new Map<string, Bytes>();
  for (const path of paths) {
    const taken = await trying(path, async () => collect(await container.getArchive({ path })));
    const [entry] = taken.ok ? entriesOf(taken.value) : [];
    if (entry?.kind === 'file') found.set(path, entry.content);
  }
  return found;
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

export const putFiles = ({ container }: Box, entries: readonly TarEntry[]): Promise<Result<null>> =>
  trying('Files of the machine', async () => {
    await container.putArchive(tarOf(entries), { path: '/' });
    return null;
  });

/** Its last lines, both streams as they came. */
export const logOf = ({ container }: Box, lines: number): Promise<Result<Bytes>> =>
  trying('The log of the container', async () => {
    const raw = await container.logs({ stdout: true, stderr: true, tail: lines, follow: false });
    let text = '';
    createUnframer((bytes) => {
      text += bytes;
    })(raw);
    return text;
  });
