import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openAsking } from './asking.ts';
import type { Asking } from './asking.ts';
import { chanceOf } from './bend.ts';
import type { Recorded } from './recording-proxy.ts';
import { openLine, say, sayAndCut, sayOn } from './rough.ts';
import type { Line } from './rough.ts';
import { startVcsim } from './server.ts';
import type { Vcsim } from './server.ts';

/** Slow where the computer is; what does not end is what fails. */
const patience = 300_000;
const megabyte = 1_048_576;
const REFUSED = /^HTTP\/1\.1 400 /;
/** Who is still writing when it is closed may not come to read why. */
const TOO_LONG = /^(?:HTTP\/1\.1 431 |$)/;

let running: Vcsim;
let asking: Asking;
let line: Line;
/** Begun first: the server waits for it longer than all else takes. */
let halfHeaders: Promise<string>;

beforeAll(async () => {
  running = await startVcsim('ours', ['-ds', '2']);
  line = { url: running.url, wire: 'tls' };
  halfHeaders = say(line, 'GET /about HTTP/1.1\r\nHost: a\r\nX-Half: ');
  asking = openAsking(running.url);
  await asking.renew('');
}, patience);

afterAll(async () => {
  asking.close();
  await running.stop();
});

/** How many machines the next client finds, on a connection of its own. */
async function nextClient(): Promise<number | undefined> {
  const next = openAsking(running.url);
  await next.renew('');
  const { ofType } = await next.known();
  await next.end(next.session());
  next.close();
  return ofType.get('VirtualMachine')?.length;
}

const post = (path: string, more = ''): string =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nCookie: ${asking.session()}\r\n` +
  `vmware-api-session-id: ${asking.session().replaceAll(/^.*?="?|"$/g, '')}\r\n${more}`;
const chunked = 'Transfer-Encoding: chunked\r\n\r\n';
const noise = (length: number): Buffer => {
  const chance = chanceOf(length);
  return Buffer.from(Array.from({ length }, () => Math.floor(chance() * 256)));
};

describe('connections that are used otherwise than meant', () => {
  test('FR-020-289 what is no TLS is closed, and a handshake that is cut harms nobody', async () => {
    const bare: Line = { ...line, wire: 'bare' };
    await say(bare, 'GET /sdk HTTP/1.1\r\n\r\n');
    await say(bare, noise(2000));
    // The beginning of a ClientHello, and no more.
    const hello = Buffer.from('1603010200010001fc0303', 'hex');
    await Promise.all(Array.from({ length: 200 }, () => sayAndCut(bare, hello)));
    expect(await nextClient()).toBe(4);
  });

  test.each([
    ['a method that there is not', 'WHAT /sdk HTTP/1.1\r\n\r\n', REFUSED],
    ['a header without an end', `GET /sdk HTTP/1.1\r\nX: ${'y'.repeat(200_000)}`, TOO_LONG],
    ['thousands of headers', `GET /sdk HTTP/1.1\r\n${'X: y\r\n'.repeat(30_000)}\r\n`, TOO_LONG],
    ['two lengths', 'POST /sdk HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd', REFUSED],
    ['a length below nothing', 'POST /sdk HTTP/1.1\r\nContent-Length: -1\r\n\r\n', REFUSED],
    [
      'a length and chunks',
      `POST /sdk HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n${chunked}0\r\n\r\n`,
      REFUSED,
    ],
    ['chunks of no number', `POST /sdk HTTP/1.1\r\nHost: a\r\n${chunked}zz\r\n`, REFUSED],
    ['a chunk larger than any', `POST /sdk HTTP/1.1\r\nHost: a\r\n${chunked}ffffffffffffffffff\r\n`, REFUSED],
    [
      'a path of another host',
      'GET http://elsewhere/sdk HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      REFUSED,
    ],
  ])('FR-020-289 %s is refused, and the connection closed', async (_, bytes, status) => {
    expect(await say(line, bytes)).toMatch(status);
  });

  test(
    'FR-020-289 of requests that come in a row the good ones are answered, and rubbish behind them ends it',
    async () => {
      const good = 'GET /about HTTP/1.1\r\nHost: a\r\n\r\n';
      const heard = await say(line, `${good.repeat(300)}${noise(500).toString('latin1')}\r\n\r\n`);
      expect(heard.match(/HTTP\/1\.1 200 /g)?.length).toBeGreaterThan(0);
      // Nobody reads what 20,000 questions are answered with.
      const socket = await openLine(line);
      socket.pause();
      for (let at = 0; at < 20; at += 1) socket.write(good.repeat(1000));
      expect(await nextClient()).toBe(4);
      socket.destroy();
    },
    patience,
  );

  test('FR-020-289 whoever hangs up in the middle of a body, on whatever path, harms nobody', async () => {
    const paths = [
      '/sdk',
      '/sdk/vim25/8.0.1.0/Folder/group-d1/CreateFolder',
      '/rest/com/vmware/cis/tagging/tag',
    ]
      .concat('/api/vcenter/vm', '/folder/half?dcPath=DC0&dsName=LocalDS_0', '/nfc/x/y', '/cls/data/x/y')
      .concat(
        '/guestFile?id=vm-12&token=x',
        '/sts/STSService',
        '/pbm/sdk',
        '/lookupservice/sdk',
        '/firmware/host-1',
      );
    for (const path of paths) {
      await sayAndCut(line, post(path, `Content-Length: 100000\r\n\r\n${'<'.repeat(5000)}`));
      await sayAndCut(line, post(path, `${chunked}ff\r\nabc`));
    }
    expect(await nextClient()).toBe(4);
    const half = { method: 'GET', path: '/folder/half?dcPath=DC0&dsName=LocalDS_0', body: '' };
    expect((await asking.ask(half, patience))?.status).toBe(404);
  });
});

describe('bodies that are too much', () => {
  const piece = `10000\r\n${' '.repeat(65_536)}\r\n`;

  test.each(['/sdk', '/api/vcenter/vm', '/sdk/vim25/8.0.1.0/Folder/group-d1/CreateFolder'])(
    'FR-020-289 a body without an end is cut off, and is not kept: %s',
    { timeout: patience },
    async (path) => {
      await sayOn(line, post(path, chunked), () => piece);
      expect(await nextClient()).toBe(4);
    },
  );

  test('FR-020-289 a body of 200 MB is refused before it has come', { timeout: patience }, async () => {
    const before = running.memory().peak;
    const first = post('/sdk', `Content-Type: text/xml\r\nContent-Length: ${200 * megabyte}\r\n\r\n`);
    const heard = await say(line, `${first}<Envelope>`.replace('Host:', 'Connection: close\r\nHost:'));
    expect(heard).toMatch(/^HTTP\/1\.1 500 [\s\S]*larger than/);
    expect(await nextClient()).toBe(4);
    expect(running.memory().peak - before).toBeLessThan(200);
  });

  const soap = (body: string): Recorded => ({ method: 'POST', path: '/sdk', type: 'text/xml', body });
  const rest = (body: string): Recorded => ({ method: 'POST', path: '/api/vcenter/vm', body });
  test.each([
    ['XML that only goes deeper', 500, () => soap('<a>'.repeat(10 * megabyte))],
    ['XML of nothing but elements', 500, () => soap(`<a>${'<b/>'.repeat(7 * megabyte)}</a>`)],
    ['XML of nothing but attributes', 500, () => soap(`<a ${attributes(1_500_000)}/>`)],
    ['JSON that only goes deeper', 400, () => rest('['.repeat(30 * megabyte))],
    ['JSON objects in objects', 400, () => rest('{"a":'.repeat(6 * megabyte))],
    ['JSON of nothing but values', 400, () => rest(`{"a":[${'{},'.repeat(9 * megabyte)}{}]}`)],
  ])(
    'FR-020-288 %s, thirty megabytes of it, is refused before it costs more than itself',
    { timeout: patience },
    async (_, status, body) => {
      const before = running.memory().peak;
      expect((await asking.ask(body(), patience))?.status).toBe(status);
      expect(await nextClient()).toBe(4);
      expect(running.memory().peak - before).toBeLessThan(400);
    },
  );
});

const attributes = (count: number): string => Array.from({ length: count }, (_, at) => `a${at}=""`).join(' ');

describe('the console that a ticket opens', () => {
  const ticket = async (): Promise<string> => {
    const inner = '<_this type="VirtualMachine">vm-12</_this><ticketType>webmks</ticketType>';
    const body = `<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><AcquireTicket xmlns="urn:vim25">${inner}</AcquireTicket></Body></Envelope>`;
    const asked = { method: 'POST', path: '/sdk', action: 'urn:vim25/8.0.2.0', type: 'text/xml', body };
    const text = (await asking.ask(asked, patience))?.text ?? '';
    return /<url>([^<]+)</.exec(text)?.[1] ?? '';
  };
  const handshake = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

  test('FR-020-289 frames that are none end the console alone', { timeout: patience }, async () => {
    expect(await say(line, handshake('/ticket/none'))).toMatch(/^HTTP\/1\.1 403 /);
    expect(await say(line, handshake('/sdk'))).toMatch(/^HTTP\/1\.1 404 /);
    const frames = [
      ['without a mask', Buffer.from('8205', 'hex')],
      ['of a kind that there is not', Buffer.from('8f80000000', 'hex')],
      ['without an end', Buffer.from('82ff7fffffffffffffff00000000', 'hex')],
      ['of noise', noise(4000)],
      ['of text', Buffer.from('818000000000', 'hex')],
    ] as const;
    for (const [, bytes] of frames) {
      const { pathname } = new URL(await ticket());
      const heard = await say(line, Buffer.concat([Buffer.from(handshake(pathname)), bytes]));
      expect(heard).toMatch(/^HTTP\/1\.1 101 /);
    }
    expect(await nextClient()).toBe(4);
  });

  test(
    'FR-020-289 who talks nonsense to the console is let go, and who only asks for pictures costs no memory',
    { timeout: patience },
    async () => {
      const talk = async (messages: readonly (readonly number[])[]): Promise<WebSocket> => {
        const socket = new WebSocket(await ticket(), ['binary'], { rejectUnauthorized: false });
        socket.on('error', () => undefined);
        await new Promise((resolve) => socket.once('open', resolve));
        for (const message of messages) socket.send(Buffer.from(message));
        return socket;
      };
      const version = [...Buffer.from('RFB 003.008\n')];
      const nonsense = [[[...noise(3000)]], [version, [1], [1], [...noise(3000), 99]], [version, [7]]];
      for (const messages of nonsense) {
        const socket = await talk(messages);
        if (socket.readyState !== WebSocket.CLOSED)
          await new Promise((resolve) => socket.once('close', resolve));
      }
      const before = running.memory().resident;
      const ask = [3, 0, 0, 0, 0, 0, 2, 128, 1, 144];
      const asks = Array.from({ length: 50_000 }).flatMap(() => ask);
      const deaf = await talk([version, [1], [1]]);
      deaf.pause();
      for (let at = 0; at < 10; at += 1) deaf.send(Buffer.from(asks));
      expect(await nextClient()).toBe(4);
      expect(await nextClient()).toBe(4);
      expect(running.memory().resident - before).toBeLessThan(400);
      deaf.terminate();
    },
  );
});

test(
  'FR-020-289 headers that never end are waited for half a minute or a little longer',
  { timeout: patience },
  async () => {
    expect(await halfHeaders).toMatch(/^(?:HTTP\/1\.1 408 [\s\S]*)?$/);
    expect(await nextClient()).toBe(4);
    expect(running.errors()).not.toMatch(/uncaught|unhandled|heap/i);
  },
);
