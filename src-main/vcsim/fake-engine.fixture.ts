/** A container engine that only keeps books: as much of Docker's interface as vcsim asks, on a socket of its own. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type FakeBox = {
  readonly id: string;
  readonly name: string;
  readonly asked: {
    readonly Image: string;
    readonly Labels: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
  state: 'created' | 'running' | 'paused' | 'exited';
  readonly done: string[];
  readonly waiting: (() => void)[];
};

type FakeVolume = { readonly Name: string; readonly Labels: Readonly<Record<string, string>> };

export type FakeEngine = {
  readonly socket: string;
  readonly boxes: readonly FakeBox[];
  readonly volumes: readonly FakeVolume[];
  /** Its program ends by itself. */
  readonly end: (name: string) => void;
  /** Somebody takes it away. */
  readonly lose: (name: string) => void;
  readonly close: () => Promise<void>;
};

type Answer = { readonly status: number; readonly body?: unknown };
type Books = { boxes: FakeBox[]; volumes: FakeVolume[]; made: number; readonly options: FakeOptions };
type Question = { readonly url: URL; readonly name: string; readonly act: string; readonly body: string };

export type FakeOptions = {
  readonly images: readonly string[];
  readonly firmware: 'there' | 'none';
};

const gone: Answer = { status: 404, body: { message: 'no such thing' } };
const well: Answer = { status: 204 };

export async function openFakeEngine(options: FakeOptions): Promise<FakeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-fake-'));
  const socket = join(folder, 'engine.sock');
  const books: Books = { boxes: [], volumes: [], made: 0, options };
  const server = createServer((request, response) => {
    void answerOf(books, request).then(({ status, body }) => {
      response.writeHead(status, { server: 'Docker/28.0.0 (linux)', 'api-version': '1.48' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  server.listen(socket);
  await once(server, 'listening');
  const named = (name: string): FakeBox => {
    const box = books.boxes.find((one) => one.name === name);
    if (box === undefined) throw new Error(`there is no ${name}`);
    return box;
  };
  return {
    socket,
    get boxes() {
      return books.boxes;
    },
    get volumes() {
      return books.volumes;
    },
    end: (name) => become(named(name), 'exited'),
    lose: (name) => {
      const box = named(name);
      books.boxes = books.boxes.filter((one) => one !== box);
      become(box, 'exited');
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(folder, { recursive: true });
    },
  };
}

function become(box: FakeBox, state: FakeBox['state']): void {
  box.state = state;
  if (state === 'exited') for (const wake of box.waiting.splice(0)) wake();
}

async function answerOf(books: Books, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://engine');
  let body = '';
  for await (const piece of request) body += String(piece);
  const [, what = '', name = '', act = ''] = url.pathname.split('/').map(decodeURIComponent);
  const question: Question = { url, name, act, body };
  switch (what) {
    case '_ping':
      return { status: 200 };
    case 'info':
      return { status: 200, body: { NCPU: 2, MemTotal: 1_073_741_824 } };
    case 'images':
      return books.options.images.includes(name)
        ? { status: 200, body: { Config: {} } }
        : { status: 404, body: { message: `No such image: ${name}` } };
    case 'volumes':
      return ofVolumes(books, question, request.method ?? '');
    default:
      return ofContainers(books, question, request.method ?? '');
  }
}

function isMeant(url: URL, labels: Readonly<Record<string, string>>): boolean {
  const filters = JSON.parse(url.searchParams.get('filters') ?? '{}') as { label?: string[] };
  return (filters.label ?? []).every((one) => {
    const [key = '', value] = one.split('=');
    return labels[key] === value;
  });
}

function ofVolumes(books: Books, { url, name, body }: Question, method: string): Answer {
  if (name === 'create') {
    const asked = JSON.parse(body) as FakeVolume;
    books.volumes.push(asked);
    return { status: 201, body: asked };
  }
  if (method === 'GET')
    return { status: 200, body: { Volumes: books.volumes.filter(({ Labels }) => isMeant(url, Labels)) } };
  const kept = books.volumes.filter(({ Name }) => Name !== name);
  if (kept.length === books.volumes.length) return gone;
  books.volumes = kept;
  return well;
}

function ofContainers(books: Books, question: Question, method: string): Answer | Promise<Answer> {
  const { url, name, body } = question;
  if (name === 'create') {
    books.made += 1;
    const id = `box-${books.made}`;
    const asked = JSON.parse(body) as FakeBox['asked'];
    const own = url.searchParams.get('name') ?? id;
    if (books.boxes.some((box) => box.name === own))
      return { status: 409, body: { message: `the name ${own} is in use` } };
    books.boxes.push({ id, name: own, asked, state: 'created', done: [], waiting: [] });
    return { status: 201, body: { Id: id } };
  }
  if (name === 'json')
    return {
      status: 200,
      body: books.boxes
        .filter(({ asked }) => isMeant(url, asked.Labels))
        .map(({ id, asked }) => ({ Id: id, Labels: asked.Labels })),
    };
  const box = books.boxes.find(({ id }) => id === name);
  if (box === undefined) return gone;
  if (method === 'DELETE') {
    books.boxes = books.boxes.filter((one) => one !== box);
    become(box, 'exited');
    return well;
  }
  return acted(books, box, question.act);
}

const states: Readonly<Record<string, FakeBox['state']>> = {
  start: 'running',
  restart: 'running',
  unpause: 'running',
  pause: 'paused',
  stop: 'exited',
};

function acted({ options }: Books, box: FakeBox, act: string): Answer | Promise<Answer> {
  if (act === 'archive') return { status: 200 };
  if (act === 'json') return { status: 200, body: inspected(box) };
  if (act === 'wait')
    return new Promise((resolve) => {
      const answer: Answer = { status: 200, body: { StatusCode: 0 } };
      if (box.state === 'exited') resolve(answer);
      else box.waiting.push(() => resolve(answer));
    });
  if (
    act === 'start' &&
    options.firmware === 'none' &&
    JSON.stringify(box.asked).includes('/sys/class/dmi/id')
  )
    return { status: 500, body: { message: 'error mounting to rootfs at "/sys/class/dmi/id"' } };
  if (act === 'start' && box.state === 'running') return { status: 304 };
  box.done.push(act);
  become(box, states[act] ?? box.state);
  return well;
}

const inspected = ({ id, state }: FakeBox): object => ({
  Config: { Hostname: id },
  State: { Running: state === 'running' || state === 'paused', Paused: state === 'paused' },
  NetworkSettings: {
    Networks: { bridge: { IPAddress: state === 'running' ? '172.17.0.9' : '', IPPrefixLen: 16 } },
  },
});
