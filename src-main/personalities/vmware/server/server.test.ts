import { once } from 'node:events';
import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { request as plainRequest } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../../host/log.ts';
import { serverLimits } from './limits.ts';
import { openServer } from './open-server.ts';
import type { Route } from './routes.ts';
import { openTestServer, type TestServer } from './server.fixture.ts';
import { createWireLog } from './wire-log.ts';

const open: TestServer[] = [];
const start = async (...args: Parameters<typeof openTestServer>): Promise<TestServer> => {
  const made = await openTestServer(...args);
  open.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

/** However it ended: the other side may have cut it while we wrote. */
const closed = (socket: Socket): Promise<void> => {
  socket.on('error', () => {});
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
};

const echo = (prefix: string): Route => ({
  prefix,
  dialect: 'text',
  handle: async (request, answer) => {
    const body = await request.body();
    const said = body.ok ? body.value.toString() : body.refusal.code;
    await answer.send(200, 'text/plain', [prefix, request.method, request.rest, said].join(' '));
  },
});

describe('the endpoint of the VMware face', () => {
  it('FR-020-022 each path goes to the part of the face with the longest prefix that fits, over TLS of the lab', async () => {
    const { call } = await start([echo('/sdk'), echo('/sdk/vim25'), echo('/rest')]);
    expect((await call('/sdk')).text).toBe('/sdk GET  ');
    expect((await call('/sdk/', { method: 'POST', body: 'x' })).text).toBe('/sdk POST / x');
    expect((await call('/sdk/vim25/8.0/a%20b?x=1')).text).toBe('/sdk/vim25 GET /8.0/a b ');
    expect((await call('/sdkx')).status).toBe(404);
    expect((await call('/rest/com/vmware/cis/session')).text).toBe('/rest GET /com/vmware/cis/session ');
    expect((await call('/sdk/%zz')).status).toBe(400);
  });

  it('FR-020-022 without TLS it speaks plain HTTP, and tells the client its own address back', async () => {
    const where: Route = {
      prefix: '/about',
      dialect: 'text',
      handle: (request, answer) => answer.send(200, 'text/plain', `${request.origin} ${request.address}`),
    };
    const wireLog = createWireLog(Date.now);
    const shared = {
      host: '127.0.0.1',
      tls: null,
      routes: [where],
      wireLog,
      limits: serverLimits,
      log: silentLog,
    };
    const opened = await openServer({ ...shared, port: 0 });
    if (!opened.ok) throw new Error(opened.refusal.message);
    const { port } = opened.value;
    const text = await new Promise<string>((resolve, reject) => {
      plainRequest({ host: '127.0.0.1', port, path: '/about' }, (response) => {
        response.setEncoding('utf8').once('data', resolve);
      })
        .on('error', reject)
        .end();
    });
    expect(text).toBe(`http://127.0.0.1:${port} 127.0.0.1`);
    const second = await openServer({ ...shared, port });
    expect(!second.ok && second.refusal.code).toBe('busy');
    await opened.value.close();
  });

  it.each(['soap', 'json', 'text'] as const)(
    'FR-020-023 a defect while answering becomes an HTTP 500 in the dialect of the path (%s), and the next call is answered',
    async (dialect) => {
      let times = 0;
      const bad: Route = {
        prefix: '/bad',
        dialect,
        handle: (_, answer) => {
          times += 1;
          if (times === 1) throw new Error('a defect');
          return answer.send(200, 'text/plain', 'fine');
        },
      };
      const { call, errors, wireLog } = await start([bad]);
      const first = await call('/bad');
      expect(first.status).toBe(500);
      const beginnings = { soap: '<?xml', json: '{"error_type"', text: 'A defect' };
      expect(first.text.startsWith(beginnings[dialect])).toBe(true);
      expect(errors).toEqual(['a call failed']);
      expect((await call('/bad')).text).toBe('fine');
      expect(wireLog.list().at(-1)).toMatchObject({ status: 500, fault: 'defect' });
    },
  );

  it('FR-020-023 bytes that are no HTTP, and headers without end, get an answer and stop nothing', async () => {
    const { call, server, tls } = await start([echo('/sdk')], { headerBytes: 4096 });
    const say = async (bytes: string): Promise<string> => {
      const socket = connectTls({ host: '127.0.0.1', port: server.port, ca: tls.ca });
      socket.write(bytes);
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      await closed(socket);
      return Buffer.concat(chunks).toString();
    };
    expect(await say('what?\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
    expect(await say(`GET /sdk HTTP/1.1\r\nx: ${'y'.repeat(9000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    expect(
      await say('GET /sdk HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    ).toMatch(/^HTTP\/1\.1 404 /);
    const plain = connectPlain({ host: '127.0.0.1', port: server.port });
    plain.write('GET / HTTP/1.1\r\n\r\n');
    plain.resume();
    await closed(plain);
    expect((await call('/sdk')).status).toBe(200);
  });

  it('FR-020-023 a body beyond the limit is refused, whether its length was announced or not', async () => {
    const { call } = await start([echo('/sdk')], { bodyBytes: 1000 });
    const body = 'x'.repeat(1001);
    expect((await call('/sdk', { method: 'POST', body })).text).toBe('/sdk POST  too-large');
    const chunked = { method: 'POST', body, headers: { 'transfer-encoding': 'chunked' } };
    expect((await call('/sdk', chunked)).text).toBe('/sdk POST  too-large');
    expect((await call('/sdk', { method: 'POST', body: 'small' })).text).toBe('/sdk POST  small');
  });

  it('FR-020-023 a client that never ends its body is cut off, and what it says of its host stays out of links', async () => {
    const where: Route = {
      prefix: '/where',
      dialect: 'text',
      handle: (request, answer) => answer.send(200, 'text/plain', request.origin),
    };
    const { call, server, tls } = await start([echo('/sdk'), where], { bodyBytes: 1000 });
    const socket = connectTls({ host: '127.0.0.1', port: server.port, ca: tls.ca });
    socket.resume();
    socket.write('POST /sdk HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
    const gone = closed(socket);
    const pump = setInterval(() => socket.write(`400\r\n${'x'.repeat(1024)}\r\n`), 1);
    await gone;
    clearInterval(pump);
    const own = `https://127.0.0.1:${server.port}`;
    expect((await call('/where', { headers: { host: 'a"<b>' } })).text).toBe(own);
    expect((await call('/where', { headers: { host: 'vcenter.lab:443' } })).text).toBe(
      'https://vcenter.lab:443',
    );
  });

  it('FR-020-024 a large answer leaves in pieces, as fast as its client reads, and never lies in memory whole', async () => {
    let written = 0;
    let wanted = 2000;
    const piece = 'x'.repeat(65_536);
    const large: Route = {
      prefix: '/large',
      dialect: 'text',
      handle: (_, answer) =>
        answer.stream(
          200,
          'text/plain',
          (function* () {
            for (let at = 0; at < wanted; at += 1) {
              written += 1;
              yield piece;
            }
          })(),
        ),
    };
    const { server, tls, call } = await start([large]);
    const socket = connectTls({ host: '127.0.0.1', port: server.port, ca: tls.ca });
    socket.write('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(socket, 'readable');
    // Nobody reads on: what was written stands still long before the end.
    let seen = -1;
    while (seen !== written) {
      seen = written;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
    expect(written).toBeLessThan(wanted / 2);
    socket.destroy();
    wanted = 2;
    expect((await call('/large')).text.length).toBe(2 * piece.length);
  });

  it('FR-020-024 a connection that is cut stops the work for it', async () => {
    let ended = (): void => {};
    const stopped = new Promise<void>((resolve) => {
      ended = resolve;
    });
    let began = (): void => {};
    const begun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const slow: Route = {
      prefix: '/slow',
      dialect: 'text',
      handle: async (request) => {
        request.gone().addEventListener('abort', () => ended());
        began();
        await stopped;
      },
    };
    const { server, tls, wireLog } = await start([slow]);
    const socket = connectTls({ host: '127.0.0.1', port: server.port, ca: tls.ca });
    socket.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
    await begun;
    socket.destroy();
    await stopped;
    expect(wireLog.list()[0]?.status).toBe(499);
  });

  it('FR-020-024 closing ends long polls and frees the port', async () => {
    let begun = (): void => {};
    const polled = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const poll: Route = {
      prefix: '/poll',
      dialect: 'soap',
      handle: () => {
        begun();
        return new Promise<void>(() => {});
      },
    };
    const { server, call } = await start([poll], { graceMillis: 1 });
    const asked = call('/poll').then(
      () => 'answered',
      () => 'cut',
    );
    await polled;
    expect(server.connections()).toBe(1);
    await server.close();
    expect(await asked).toBe('cut');
    await vi.waitFor(() => expect(server.connections()).toBe(0));
  });
});
