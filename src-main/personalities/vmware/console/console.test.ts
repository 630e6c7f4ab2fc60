import { request as ask } from 'node:https';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Actor } from '../../../../sim/contract/actors.ts';
import { refused } from '../../../../sim/contract/result.ts';
import { createInn, worldWith } from '../../../guests/inn.fixture.ts';
import type { Inn } from '../../../guests/inn.fixture.ts';
import { createGuestMaker } from '../../../guests/make-guest.ts';
import { createTerminals } from '../../../guests/terminals.ts';
import type { Terminals } from '../../../guests/terminals.ts';
import { sideRoutes } from '../rest/side-routes.ts';
import { openVmwareLab, textIn } from '../vmware-lab.fixture.ts';
import type { SoapClient, VmwareLab } from '../vmware-lab.fixture.ts';
import { textOf } from './cells.ts';
import { createGlyphs } from './glyphs.ts';
import { readPicture } from './read-picture.fixture.ts';
import { createVncClient } from './vnc-client.fixture.ts';
import type { VncClient } from './vnc-client.fixture.ts';

let inn: Inn;
let hall: Terminals;
let lab: VmwareLab;
let client: SoapClient;
let wall = 1_000_000;
const sockets: WebSocket[] = [];

beforeEach(async () => {
  inn = createInn(createGuestMaker(), worldWith(2));
  hall = createTerminals({
    runtime: inn.runtime,
    world: () => inn.world,
    listen: inn.listen,
    now: () => wall,
    exportsDirectory: '/nowhere',
    localShell: {
      name: () => 'this-computer',
      state: () => ({ state: 'off', reason: 'not here' }),
      open: async () => refused('not-allowed', 'not here'),
    },
  });
  lab = await openVmwareLab({
    routes: sideRoutes,
    deps: {
      world: () => inn.world,
      listen: inn.listen,
      execute: inn.execute as never,
      wallNow: () => wall,
      guests: { house: hall } as never,
    },
  });
  client = await lab.login();
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await lab.close();
  hall.close();
  await inn.runtime.close();
});

const tester: Actor = { origin: 'system', name: 'test', role: 'admin' };
const machine = 'VirtualMachine:vm-1';

const acquire = async (type = 'webmks') =>
  client.call('AcquireTicket', machine, `<ticketType>${type}</ticketType>`);

const urlFor = async (): Promise<string> => textIn((await acquire()).values[0], 'url') ?? '';

/** Resolves with the client once it has shaken hands, or with the status that it was turned away by. */
function open(url: string): Promise<VncClient | number> {
  const socket = new WebSocket(url, ['binary'], { ca: lab.ca });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
    socket.on('open', () => {
      expect(socket.protocol).toBe('binary');
      void createVncClient({
        send: (bytes) => socket.send(bytes),
        onBytes: (take) => socket.on('message', (data: Buffer) => take(data)),
        onClose: (act) => socket.on('close', act),
      }).then(resolve, reject);
    });
  });
}

async function opened(): Promise<VncClient> {
  const vnc = await open(await urlFor());
  if (typeof vnc === 'number') throw new Error(`turned away with ${vnc}`);
  return vnc;
}

/** Lab time goes on until the screen says so. */
async function until(vnc: VncClient, words: string): Promise<string> {
  const glyphs = createGlyphs();
  for (;;) {
    inn.passSeconds(1);
    await vnc.refresh();
    const text = readPicture(vnc.picture(), glyphs);
    if (text.includes(words)) return text;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('the console of a machine', () => {
  test('FR-020-145 a ticket leads to the console where the client found us, once, for half an hour', async () => {
    const { values } = await acquire();
    expect(textIn(values[0], 'host')).toBe('127.0.0.1');
    expect(Number(textIn(values[0], 'port'))).toBe(lab.port);
    const url = textIn(values[0], 'url') ?? '';
    expect(url).toBe(`wss://127.0.0.1:${lab.port}/ticket/${textIn(values[0], 'ticket')}`);
    expect(typeof (await open(url))).toBe('object');
    expect(await open(url)).toBe(403);
    const late = await urlFor();
    wall += 31 * 60_000;
    expect(await open(late)).toBe(403);
    expect(await open(`wss://127.0.0.1:${lab.port}/ticket/none`)).toBe(403);
    expect((await acquire('device')).fault).toBe('NotSupported');
    expect((await acquire('paper')).fault).toBe('InvalidArgument');
    const early = await urlFor();
    await inn.execute({ type: 'machine.power', id: 'vm-1', verb: 'off' }, tester);
    expect(await open(early)).toBe(409);
    expect((await acquire()).fault).toBe('InvalidPowerState');
  });

  test('FR-020-146 over its WebSocket VNC shows the login of the guest, letter by letter, and what is typed comes to its shell', async () => {
    const vnc = await opened();
    expect([vnc.name, vnc.width, vnc.height]).toEqual(['web-1', 640, 400]);
    await until(vnc, 'web-1 login:');
    vnc.type('root\r');
    await until(vnc, 'Password:');
    vnc.type('coldaisle\r');
    await until(vnc, 'root@web-1:~#');
    vnc.type('echo $((6*7))-yes\r');
    await until(vnc, '42-yes');
    vnc.press(0xffe3, 'down');
    vnc.type('l');
    vnc.press(0xffe3, 'up');
    // Control and l: the shell clears the screen.
    for (let text = '42-yes'; text.includes('42-yes');) {
      await vnc.refresh();
      text = readPicture(vnc.picture(), createGlyphs());
    }
    expect(await until(vnc, 'root@web-1:~#')).toMatch(/^root@web-1:~#/);
  });

  test('FR-020-147 who is there is told, is counted with the machine, and can be dropped', async () => {
    const vnc = await opened();
    const there = await client.call('QueryConnections', machine);
    expect(textIn(there.values[0], 'userName')).toBe('VSPHERE.LOCAL\\Administrator');
    const runtime = await client.call('Fetch', machine, '<prop>runtime</prop>');
    expect(textIn(runtime.values[0], 'numMksConnections')).toBe('1');
    const gone = vnc.closed();
    expect((await client.call('DropConnections', machine)).values[0]?.text).toBe('true');
    await gone;
    expect((await client.call('QueryConnections', machine)).values).toEqual([]);
    expect((await client.call('DropConnections', machine)).values[0]?.text).toBe('false');
  });

  test('FR-020-148 scan codes of a USB keyboard type into the guest; a code that no key has presses none', async () => {
    const vnc = await opened();
    await until(vnc, 'login:');
    const key = (code: number, shift: 'shift' | '' = ''): string =>
      `<keyEvents><usbHidCode>${code * 65_536 + 7}</usbHidCode>${shift === '' ? '' : '<modifiers><leftShift>true</leftShift></modifiers>'}</keyEvents>`;
    const put = (keys: string) => client.call('PutUsbScanCodes', machine, `<spec>${keys}</spec>`);
    expect((await put(key(0x15) + '<keyEvents><usbHidCode>5</usbHidCode></keyEvents>')).fault).toBe(
      'InvalidArgument',
    );
    const answer = await put(
      key(0x15, 'shift') + key(0x12) + key(0x12) + key(0x17) + key(0x2d, 'shift') + key(0x28),
    );
    expect(answer.values[0]?.text).toBe('6');
    const text = await until(vnc, 'Password:');
    expect(text).toContain('login: Root_');
  });

  test('FR-020-149 what stands on the screen is had as a picture, over HTTP, scaled, and as a file on the datastore', async () => {
    const vnc = await opened();
    await until(vnc, 'login:');
    const shot = await get('/screen?id=vm-1');
    expect([shot.status, shot.type]).toEqual([200, 'image/png']);
    expect(shot.bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([shot.bytes.readUInt32BE(16), shot.bytes.readUInt32BE(20)]).toEqual([640, 400]);
    const small = await get('/screen?id=vm-1&w=160&h=100');
    expect([small.bytes.readUInt32BE(16), small.bytes.readUInt32BE(20)]).toEqual([160, 100]);
    expect((await get('/screen?id=vm-1&w=0')).status).toBe(400);
    expect((await get('/screen?id=vm-99')).status).toBe(404);
    expect((await get('/screen?id=vm-1', '')).status).toBe(401);
    expect(await shoot()).toBe('web-1 has no datastore for its picture.');
    const store = { kind: 'datastore', name: 'ds', parent: 'datacenter-1', spec: { capacity: 100 } };
    await inn.execute({ type: 'inventory.create', item: store }, tester);
    const disks = [{ key: 2000, label: 'Hard disk 1', size: 8, datastore: 'datastore-1' }];
    await inn.execute({ type: 'inventory.change', id: 'vm-1', spec: { disks } }, tester);
    expect([await shoot(), await shoot()]).toEqual(['[ds] web-1/web-1-1.png', '[ds] web-1/web-1-2.png']);
    const kept = await get('/folder/web-1/web-1-2.png?dsName=ds');
    expect([kept.bytes.readUInt32BE(16), kept.bytes.length]).toEqual([640, shot.bytes.length]);
    const screen = await lab.vc.consoles.screens.of('vm-1' as never);
    expect(screen.ok && textOf(screen.value.cells)).toContain('web-1 login:');
  });
});

/** What the task came to: the path of the file, or why there is none. */
async function shoot(): Promise<string | undefined> {
  const task = await client.call('CreateScreenshot_Task', machine);
  for (;;) {
    const info = await client.call('Fetch', `Task:${task.values[0]?.text}`, '<prop>info</prop>');
    const state = textIn(info.values[0], 'state');
    if (state === 'success') return textIn(info.values[0], 'result');
    if (state === 'error') return textIn(info.values[0], 'error.localizedMessage');
  }
}

type Got = { readonly status: number; readonly type: string; readonly bytes: Buffer };

const get = (path: string, cookie = client.cookie()): Promise<Got> =>
  new Promise((resolve, reject) => {
    const headers = cookie === '' ? {} : { cookie };
    ask({ host: '127.0.0.1', port: lab.port, path, ca: lab.ca, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          bytes: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
