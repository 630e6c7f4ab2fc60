import { Agent, request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../../host/log.ts';
import { facedLab } from '../../faced-lab.fixture.ts';
import { buildEstate } from '../small-estate.fixture.ts';
import type { Estate } from '../small-estate.fixture.ts';
import { createVmwareFace } from '../vmware-face.ts';
import type { VmwareFace } from '../vmware-face.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';

let lab: VmwareLab;
let estate: Estate;
let face: VmwareFace;
const faced = facedLab();

beforeAll(async () => {
  lab = await openVmwareLab();
  estate = await buildEstate(lab);
  await lab.does({ type: 'lab.work', takes: 'no-time' });
  faced.tell({ vmware: { state: 'on', port: 0, hosts: 'off', hostsPort: 0, password: 'of the hosts' } });
  face = createVmwareFace({
    ...faced.deps,
    world: () => lab.world,
    execute: (command) => lab.vc.execute(command as never, null),
    listen: lab.vc.listen,
    tlsDirectory: null,
    blobDirectory: '/nonexistent',
    guests: {
      open: () => Promise.reject(new Error('nobody is asked')),
      look: () => null,
      isBacked: () => false,
      admits: 'known',
      boxOf: () => Promise.reject(new Error('nobody is asked')),
    },
    now: Date.now,
    sleep: () => Promise.resolve(),
    log: silentLog,
  });
  await face.settled();
});
afterAll(async () => {
  await face.close();
  await lab.close();
});

const names = (): readonly string[] => face.desk.hosts().map(({ name }) => name);

/** Over HTTP as any client; whose key it is does not matter here. */
async function ask(url: string, body: string, cookie = ''): Promise<{ text: string; cookie: string }> {
  const agent = new Agent({ rejectUnauthorized: false });
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers: { cookie, soapaction: '"urn:vim25/8.0.2.0"' } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          agent.destroy();
          resolve({ text: Buffer.concat(parts).toString(), cookie: answer.headers['set-cookie']?.[0] ?? '' });
        });
      },
    );
    asked.on('error', reject);
    asked.end(`<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${body}</Body></Envelope>`);
  });
}

const login = (user: string, password: string): string =>
  `<Login xmlns="urn:vim25"><_this type="SessionManager">ha-sessionmgr</_this><userName>${user}</userName><password>${password}</password></Login>`;

test('FR-020-256 where the settings say so, each host of the lab answers at a port of its own', async () => {
  expect(names()).toEqual([]);
  faced.tell({ vmware: { hosts: 'on' } });
  await face.settled();
  expect(names()).toEqual(['esx-01', 'esx-02', 'esx-03']);
  const hosts = face.desk.hosts();
  expect(new Set(hosts.map(({ port }) => port)).size).toBe(3);
  expect(face.addressesOf(estate.loner).map(({ command }) => command)).toContain(
    `govc about -u ${hosts[2]?.url.replace('://', '://root@') ?? ''} -k`,
  );
  const url = hosts[2]?.url ?? '';
  const content =
    '<RetrieveServiceContent xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></RetrieveServiceContent>';
  expect((await ask(url, content)).text).toContain('<fullName>VMware ESXi 8.0.2 build-22380479');
  expect((await ask(url, login('root', 'wrong'))).text).toContain('InvalidLogin');
  expect((await ask(url, login('administrator@vsphere.local', 'of the hosts'))).text).toContain(
    'InvalidLogin',
  );
  expect((await ask(url, login('root', 'of the hosts'))).text).toContain('<userName>root</userName>');
});

test('FR-020-256 a host without power answers no longer, comes back with it, and others keep their ports', async () => {
  const before = face.desk.hosts();
  await lab.does({ type: 'inventory.change', id: estate.hosts[0], spec: { power: 'off' } });
  face.rearrange();
  await face.settled();
  expect(face.desk.hosts()).toEqual(before.slice(1));
  await expect(ask(before[0]?.url ?? '', '')).rejects.toThrow('ECONNREFUSED');
  await lab.does({ type: 'inventory.change', id: estate.hosts[0], spec: { power: 'on' } });
  face.rearrange();
  await face.settled();
  expect(names()).toEqual(['esx-02', 'esx-03', 'esx-01']);
  faced.tell({ vmware: { hosts: 'off' } });
  await face.settled();
  expect(names()).toEqual([]);
});
