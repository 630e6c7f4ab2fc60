/** Packer's builders for vSphere, unmodified, against vcsim's stand-in and against the whole product. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientsOf } from '../../../src-main/personalities/vmware/vsphere-clients.ts';
import { missingOf } from './debian.ts';
import { openPacking, templateText } from './packer.ts';
import type { Packing } from './packer.ts';
import { places, reason as govcIsMissing } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim } from './server.ts';
import type { Vcsim } from './server.ts';
import { openWholeLab } from './whole-lab.ts';
import type { WholeLab } from './whole-lab.ts';

const reason = missingOf({ packer: 'packer', xorriso: 'xorriso' });
const isSkipped = reason !== null || govcIsMissing !== null;
const patience = 300_000;

let packing: Packing;
beforeAll(() => {
  packing = openPacking();
});
afterAll(() => packing.close());

async function govc(url: URL, ...words: readonly string[]): Promise<string> {
  const environment = { GOVC_URL: url.href, GOVC_INSECURE: '1' };
  const { status, output, error } = await runProgram([places.govc, ...words], { environment });
  if (status !== 0) throw new Error(`govc ${words.join(' ')}: ${error}`);
  return output.trim();
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
const without = (text: string): readonly string[] =>
  linesOf(text).map((line) => line.replaceAll(/\s+/g, ' '));

test('FR-020-290 the documentation and the desk give the words for Packer that are tested here', () => {
  const golden = templateText('golden.pkr.hcl');
  const docs = readFileSync(new URL('../../../docs/vmware.md', import.meta.url), 'utf8');
  expect(docs).toContain(`\`\`\`hcl\n${golden}\`\`\``);
  const place = {
    host: '127.0.0.1',
    port: 8989,
    user: 'administrator@vsphere.local',
    password: 'Coldaisle1!',
    authorityFile: '',
  };
  const words = clientsOf(place).find(({ name }) => name === 'Packer')?.words ?? '';
  expect(without(golden)).toEqual(expect.arrayContaining(without(words).slice(1)));
});

describe.skipIf(isSkipped)('Packer and the whole product', () => {
  let lab: WholeLab;
  beforeAll(async () => {
    lab = await openWholeLab();
  }, patience);
  afterAll(() => lab.close());
  const build = (template: string, more: Readonly<Record<string, string>> = {}) =>
    packing.build(template, { ...more, '127.0.0.1:8989': lab.url.host, '= 22000': `= ${lab.sshPort}` });

  test(
    'FR-020-291 vsphere-iso makes a machine, works in its guest over SSH, and leaves a template',
    { timeout: patience },
    async () => {
      const { status, said } = await build('golden.pkr.hcl', {
        'ssh_port ': `ip_settle_timeout = "1s"\n  ssh_port `,
      });
      expect([said, status]).toEqual([expect.stringContaining('--> vsphere-iso.golden: golden-debian'), 0]);
      expect(said).toContain('Setting up redis-server');
      const info = await govc(lab.url, 'vm.info', '-r', 'golden-debian');
      expect(info).toMatch(/Guest name:\s+Debian GNU\/Linux 10 \(64-bit\)[^]*Power state:\s+poweredOff/);
      await expect(govc(lab.url, 'vm.power', '-on', 'golden-debian')).rejects.toThrow(/template/);
    },
  );

  test(
    'FR-020-292 vsphere-clone makes a linked copy of it under another name and address, and a package of that in a library',
    { timeout: patience },
    async () => {
      await govc(lab.url, 'library.create', '-ds', 'ds-01', 'images');
      const { status, said } = await build('web.pkr.hcl');
      expect([said, status]).toEqual([expect.stringContaining('--> vsphere-clone.web: golden-web'), 0]);
      expect([...said.matchAll(/web: said: (.*)/g)].map(([, line]) => line?.trim())).toEqual([
        'Built by Packer, a note, build 7',
        'web.lab.internal 172.20.100.77/24',
        'search lab.internal nameserver 172.20.0.53',
        'redis is there',
      ]);
      expect(await govc(lab.url, 'library.ls', '/images/*')).toBe('/images/web');
      expect(await govc(lab.url, 'find', '/', '-type', 'm', '-name', 'golden-*')).toBe(
        '/dc-west/vm/golden-debian',
      );
    },
  );
});

describe.skipIf(isSkipped)('Packer and vcsim', () => {
  let vcsim: Vcsim;
  const build = (template: string) =>
    packing.build(template, {
      SERVER: vcsim.url.host,
      USER: decodeURIComponent(vcsim.url.username),
      PASSWORD: decodeURIComponent(vcsim.url.password),
    });
  beforeAll(async () => {
    vcsim = await startVcsim('ours', []);
    const { status, error } = await runProgram(
      ['xorriso', '-as', 'mkisofs', '-quiet', '-o', 'installer.iso', 'note.txt'],
      { directory: packing.folder },
    );
    if (status !== 0) throw new Error(error);
  }, patience);
  afterAll(() => vcsim.stop());
  const cached = async (): Promise<readonly string[]> =>
    linesOf(await govc(vcsim.url, 'datastore.ls', '-ds', 'LocalDS_0', 'packer_cache'));

  test(
    'FR-020-293 a build that fails takes the machine and what it put on the datastore away again',
    { timeout: patience },
    async () => {
      const { status, said } = await build('unreachable.json');
      expect([said, status]).toEqual([expect.stringContaining('Timeout waiting for IP'), 1]);
      expect(await govc(vcsim.url, 'find', '/', '-type', 'm', '-name', 'unreachable')).toBe('');
      // What may serve the next build stays.
      expect(await cached()).toEqual(['installer.iso']);
    },
  );

  test(
    'FR-020-293 discs and floppies are put in, keys are typed into the guest, and what is made is exported',
    { timeout: patience },
    async () => {
      const { status, said } = await build('installer.json');
      expect([said, status]).toEqual([expect.stringContaining('--> vsphere-iso: installed'), 0]);
      expect(said).toContain('Clear boot order...');
      const exported = join(packing.folder, 'exported');
      const listed = readFileSync(join(exported, 'installed.mf'), 'utf8');
      const files = readdirSync(exported).filter((name) => !name.endsWith('.mf'));
      expect(files.toSorted()).toEqual(['installed-disk-0.vmdk', 'installed-disk-1.vmdk', 'installed.ovf']);
      for (const name of files) {
        const sum = createHash('sha256')
          .update(readFileSync(join(exported, name)))
          .digest('hex');
        expect(listed).toContain(`SHA256(${name})= ${sum}`);
      }
      const devices = await govc(vcsim.url, 'device.ls', '-vm', 'installed');
      expect(devices).toContain('pvscsi-1000');
      expect(devices).not.toMatch(/cdrom|floppy/);
      expect(await govc(vcsim.url, 'device.ls', '-vm', 'installed', '-boot')).toBe('');
      expect(await govc(vcsim.url, 'snapshot.tree', '-vm', 'installed')).toContain('Created by Packer');
    },
  );
});
