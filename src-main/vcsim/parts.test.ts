import { once } from 'node:events';
import { createServer, connect, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openTestServer } from '../personalities/vmware/server/server.fixture.ts';
import { delayed, delayOf, readDelays } from './delays.ts';
import { environmentLine, readListen, shownHost } from './endpoint-address.ts';
import { readCommandLine } from './go-flags.ts';
import { securely } from './secure-cookies.ts';
import { openTunnel } from './tunnel.ts';

const flagsOf = (line: string) => {
  const read = readCommandLine(line.split(' '));
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value.flags;
};

describe('where vcsim listens', () => {
  it.each([
    ['127.0.0.1:8989', { host: '127.0.0.1', port: 8989 }],
    [':0', { host: '0.0.0.0', port: 0 }],
    ['[::1]:443', { host: '::1', port: 443 }],
    ['localhost:1', { host: 'localhost', port: 1 }],
  ])('FR-020-033 an address is read as Go reads it: %s', (text, place) => {
    expect(readListen(text)).toEqual({ ok: true, value: place });
  });

  it.each(['127.0.0.1', '1.2.3.4:99999', 'a:b', '::1:0'])(
    'FR-020-033 and refused where it is none: %s',
    (text) => {
      expect(readListen(text)).toMatchObject({ ok: false });
    },
  );

  it('FR-020-033 a shell gets GOVC_URL and the process to end, with what is special in a password encoded', () => {
    const where = { scheme: 'https', host: '127.0.0.1', port: 8989 };
    expect(environmentLine(where, { user: 'user', password: 'pass' }, 7)).toBe(
      'export GOVC_URL=https://user:pass@127.0.0.1:8989/sdk GOVC_SIM_PID=7\n',
    );
    expect(environmentLine(where, { user: 'a@b', password: 'c/d' }, 7)).toContain('//a%40b:c%2Fd@');
    expect(environmentLine({ ...where, tunnel: 9 }, { user: 'a', password: 'b' }, 7)).toContain(
      '/sdk?GOVMOMI_TUNNEL_PROXY_PORT=9 ',
    );
    expect(shownHost('::1')).toBe('[::1]');
    expect(shownHost('0.0.0.0')).not.toBe('0.0.0.0');
  });
});

describe('answers that wait', () => {
  it('FR-020-034 all methods wait, or some of them, each its time', () => {
    const read = readDelays(flagsOf('-delay 5 -method-delay PowerOnVM_Task:10,Login:3'));
    if (!read.ok) throw new Error(read.refusal.message);
    const times = ['PowerOnVM_Task', 'Login', 'CurrentTime'].map((method) =>
      delayOf(read.value, method, () => 0.5),
    );
    expect(times).toEqual([15, 8, 5]);
    expect(readDelays(flagsOf('-method-delay Login'))).toMatchObject({ ok: false });
  });

  it('FR-020-034 with jitter the waits vary around the same mean', () => {
    const delays = { all: 100, byMethod: new Map(), jitter: 0.5 };
    let state = 1;
    const chance = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const waits = Array.from({ length: 20_000 }, () => delayOf(delays, 'x', chance));
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
    const deviation = Math.sqrt(waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / waits.length);
    expect(Math.abs(mean - 100)).toBeLessThan(3);
    expect(Math.abs(deviation - 50)).toBeLessThan(5);
    expect(Math.min(...waits)).toBeGreaterThan(0);
  });

  it('FR-020-034 an answer waits before it is told, by the method that was asked', async () => {
    const waits: number[] = [];
    const delays = { all: 0, byMethod: new Map([['Login', 30]]), jitter: 0 };
    const sleep = async (millis: number): Promise<void> => void waits.push(millis);
    const { call, close } = await openTestServer([
      delayed(
        {
          prefix: '/sdk',
          dialect: 'soap',
          handle: async (request, answer) => {
            answer.note({ method: request.query().get('method') ?? '' });
            if (request.rest === '/large') return answer.stream(200, 'text/xml', ['<a/>']);
            return answer.send(200, 'text/xml', '<a/>');
          },
        },
        { delays, chance: () => 0.5, sleep },
      ),
    ]);
    expect((await call('/sdk?method=Login')).text).toBe('<a/>');
    expect((await call('/sdk/large?method=Login')).text).toBe('<a/>');
    expect((await call('/sdk?method=Logout')).text).toBe('<a/>');
    expect(waits).toEqual([30, 30, 0]);
    await close();
  });
});

describe('cookies', () => {
  it('FR-020-036 are for TLS only where that is asked for', async () => {
    const { call, close } = await openTestServer([
      securely({
        prefix: '/sdk',
        dialect: 'soap',
        handle: (_, answer) => {
          answer.header('Set-Cookie', 'a=b');
          answer.header('set-cookie', 'c=d; Secure');
          answer.header('x', 'y');
          return answer.send(200, 'text/xml', '<a/>');
        },
      }),
    ]);
    const { headers } = await call('/sdk');
    expect([headers['set-cookie'], headers['x']]).toEqual([['a=b; Secure', 'c=d; Secure'], 'y']);
    await close();
  });
});

describe('the tunnel for extensions', () => {
  it('FR-020-035 whatever is asked for by CONNECT leads to the endpoint', async () => {
    const endpoint = createServer((socket) => socket.pipe(socket));
    endpoint.listen(0, '127.0.0.1');
    await once(endpoint, 'listening');
    const { port } = endpoint.address() as AddressInfo;
    const tunnel = await openTunnel({ host: '127.0.0.1', port: 0, to: { host: '127.0.0.1', port } });
    if (!tunnel.ok) throw new Error(tunnel.refusal.message);
    const socket = connect(tunnel.value.port, '127.0.0.1');
    socket.setEncoding('utf8').write('CONNECT sdkTunnel:8089 HTTP/1.1\r\nHost: sdkTunnel:8089\r\n\r\n');
    let heard = '';
    socket.on('data', (text) => {
      heard += String(text);
      if (heard.endsWith('\r\n\r\n')) socket.write('hello');
      if (heard.endsWith('hello')) socket.destroy();
    });
    await once(socket, 'close');
    expect(heard).toBe('HTTP/1.1 200 Connection Established\r\n\r\nhello');
    expect(
      await openTunnel({ host: '127.0.0.1', port: tunnel.value.port, to: { host: '', port: 0 } }),
    ).toMatchObject({ ok: false });
    await tunnel.value.close();
    endpoint.close();
    await once(endpoint, 'close');
  });
});
