/** The far side of remote write, read by a decoder of its own. */
import { createServer, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Received = {
  readonly labels: Readonly<Record<string, string>>;
  readonly samples: readonly { readonly at: number; readonly value: number }[];
};

export function uncompress(input: Uint8Array): Uint8Array {
  const next = createBytes(input);
  const size = next.varint();
  const output: number[] = [];
  while (!next.isOver()) {
    const tag = next.byte();
    if ((tag & 3) === 0) {
      const length = 1 + (tag >> 2 < 60 ? tag >> 2 : next.little((tag >> 2) - 59));
      for (let index = 0; index < length; index += 1) output.push(next.byte());
      continue;
    }
    const { length, offset } = copyOf(tag, next);
    if (offset === 0 || offset > output.length) throw new Error('snappy: a copy from before the start');
    for (let index = 0; index < length; index += 1) output.push(output[output.length - offset] ?? 0);
  }
  if (output.length !== size) throw new Error('snappy: another length than it said');
  return Uint8Array.from(output);
}

function copyOf(tag: number, next: ReturnType<typeof createBytes>): { length: number; offset: number } {
  if ((tag & 3) === 3) throw new Error('snappy: a copy that nobody makes');
  return (tag & 3) === 1
    ? { length: 4 + ((tag >> 2) & 7), offset: (tag >> 5) * 256 + next.byte() }
    : { length: 1 + (tag >> 2), offset: next.little(2) };
}

function createBytes(input: Uint8Array) {
  let at = 0;
  const byte = (): number => {
    const value = input[at];
    if (value === undefined) throw new Error('it ends too early');
    at += 1;
    return value;
  };
  return {
    byte,
    isOver: () => at >= input.length,
    little: (bytes: number): number => {
      let value = 0;
      for (let index = 0; index < bytes; index += 1) value += byte() * 256 ** index;
      return value;
    },
    varint: (): number => {
      let value = 0;
      for (let weight = 1; ; weight *= 128) {
        const part = byte();
        value += (part % 128) * weight;
        if (part < 128) return value;
      }
    },
    take: (count: number): Buffer => {
      at += count;
      return Buffer.from(input.subarray(at - count, at));
    },
  };
}

type Field = {
  readonly number: number;
  readonly wire: number;
  readonly body: Buffer;
  readonly whole: number;
};

function* fieldsOf(message: Uint8Array): Generator<Field> {
  const next = createBytes(message);
  while (!next.isOver()) {
    const key = next.varint();
    const [number, wire] = [key >> 3, key & 7];
    if (wire === 0) yield { number, wire, body: Buffer.alloc(0), whole: next.varint() };
    else yield { number, wire, body: next.take(wire === 1 ? 8 : next.varint()), whole: 0 };
  }
}

const textOf = (message: Buffer, number: number): string =>
  [...fieldsOf(message)].find((field) => field.number === number)?.body.toString('utf8') ?? '';

export function decodeWriteRequest(message: Buffer): Received[] {
  return [...fieldsOf(message)].map(({ body }) => {
    const fields = [...fieldsOf(body)];
    const labels = fields.filter(({ number }) => number === 1);
    return {
      labels: Object.fromEntries(labels.map((label) => [textOf(label.body, 1), textOf(label.body, 2)])),
      samples: fields
        .filter(({ number }) => number === 2)
        .map((sample) => {
          const [value, at] = [...fieldsOf(sample.body)];
          return { value: value?.body.readDoubleLE(0) ?? NaN, at: at?.whole ?? NaN };
        }),
    };
  });
}

export type Receiver = {
  readonly url: string;
  readonly requests: { readonly headers: NodeJS.Dict<string | string[]>; readonly series: Received[] }[];
  /** How the next requests are answered; 204 when there is none left. */
  readonly answers: ((response: ServerResponse) => void)[];
  readonly close: () => Promise<void>;
};

export async function openReceiver(): Promise<Receiver> {
  const requests: Receiver['requests'] = [];
  const answers: Receiver['answers'] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      requests.push({
        headers: request.headers,
        series: decodeWriteRequest(Buffer.from(uncompress(body))),
      });
      const answer = answers.shift();
      if (answer === undefined) response.writeHead(204).end();
      else answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/v1/write`,
    requests,
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
