/** libvirt and what stands on it: virsh against a host and a vCenter, virt-v2v reading a machine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, doing } from '../../../src-main/host/testing/test-host.ts';
import { freePort } from '../guests.ts';
import { missingOf } from './debian.ts';
import { openLibvirt, rowsOf, virshOn, wordsOf } from './libvirt.ts';
import type { Libvirt, Virsh } from './libvirt.ts';
import { reason as govcIsMissing } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim } from './server.ts';
import type { Vcsim } from './server.ts';
import { openWholeLab } from './whole-lab.ts';
import type { WholeLab } from './whole-lab.ts';

const missing = missingOf({ virsh: 'libvirt-clients' });
const noV2v = missingOf({ 'virt-v2v': 'virt-v2v', nbdkit: 'nbdkit' });
const patience = 300_000;
const flags = ['-username', 'root', '-password', 'of-libvirt'];

/** A machine as libvirt describes one: a disk that lies there already, a card, a drive, a port. */
const domain = (name: string, store: string): string => `<domain type='vmware'>
  <name>${name}</name><memory unit='MiB'>512</memory><vcpu>2</vcpu><description>by libvirt</description>
  <os><type arch='x86_64'>hvm</type></os>
  <devices>
    <disk type='file' device='disk'>
      <source file='[${store}] ${name}/${name}.vmdk'/><target dev='sda' bus='scsi'/>
    </disk>
    <disk type='file' device='cdrom'>
      <source file='[${store}] iso/x.iso'/><target dev='hda' bus='ide'/>
    </disk>
    <controller type='scsi' index='0' model='lsilogic'/>
    <interface type='bridge'>
      <mac address='00:50:56:11:22:33'/><source bridge='VM Network'/><model type='e1000'/>
    </interface>
  </devices>
</domain>`;

describe.skipIf(missing !== null || govcIsMissing !== null)('libvirt and a host', () => {
  let vcsim: Vcsim;
  let libvirt: Libvirt;
  let virsh: Virsh;
  beforeAll(async () => {
    vcsim = await startVcsim('ours', ['-esx', ...flags]);
    libvirt = openLibvirt(vcsim.url);
    virsh = virshOn(libvirt, libvirt.uri('esx'));
  }, patience);
  afterAll(async () => {
    await vcsim.stop();
    libvirt.close();
  });

  test(
    'FR-020-300 libvirt reads a host: what it is and can, its machines, stores, wires and cards',
    { timeout: patience },
    async () => {
      expect(await virsh('version')).toContain('Running hypervisor: ESX 6.5.0');
      expect(await virsh('hostname')).toBe('localhost.localdomain');
      expect(wordsOf(await virsh('nodeinfo'))).toMatchObject({ 'CPU(s)': '2', 'CPU frequency': '2294 MHz' });
      expect(await virsh('capabilities')).toContain("<arch name='x86_64'>");
      expect(await virsh('freecell')).toMatch(/^Total: \d+ KiB$/);
      expect(rowsOf(await virsh('list', '--all')).map(([, ...row]) => row)).toEqual([
        ['ha-host_VM0', 'running'],
        ['ha-host_VM1', 'running'],
      ]);
      expect(rowsOf(await virsh('pool-list'))).toEqual([['LocalDS_0', 'active', 'yes']]);
      expect(wordsOf(await virsh('pool-info', 'LocalDS_0'))).toMatchObject({ State: 'running' });
      expect(rowsOf(await virsh('vol-list', 'LocalDS_0')).map(([name]) => name)).toEqual([
        'ha-host_VM0/ha-host_VM0.vmdk',
        'ha-host_VM1/ha-host_VM1.vmdk',
      ]);
      expect(rowsOf(await virsh('net-list')).map(([name, state]) => [name, state])).toEqual([
        ['vSwitch0', 'active'],
      ]);
      expect(await virsh('net-dumpxml', 'vSwitch0')).toContain("<portgroup name='VM Network'>");
    },
  );

  test(
    'FR-020-374 libvirt lists volumes with their sizes, those of machines and loose ones',
    { timeout: patience },
    async () => {
      await virsh(
        'vol-create-as',
        'LocalDS_0',
        'loose/loose.vmdk',
        '3M',
        '--allocation',
        '3M',
        '--format',
        'vmdk',
      );
      const rows = rowsOf(await virsh('vol-list', '--details', 'LocalDS_0'));
      expect(rows.map(([name, , type]) => [name, type])).toEqual([
        ['ha-host_VM0/ha-host_VM0.vmdk', 'file'],
        ['ha-host_VM1/ha-host_VM1.vmdk', 'file'],
        ['loose/loose.vmdk', 'file'],
      ]);
      expect(rows[2]?.slice(3)).toEqual(['3.00 MiB', '3.00 MiB']);
      await virsh('vol-delete', '--pool', 'LocalDS_0', 'loose/loose.vmdk');
    },
  );

  test(
    'FR-020-300 libvirt makes a machine of a disk and a description, changes it, runs it and lets it go',
    { timeout: patience },
    async () => {
      const described = join(libvirt.folder, 'made.xml');
      writeFileSync(described, domain('made', 'LocalDS_0'));
      await virsh('vol-create-as', 'LocalDS_0', 'made/made.vmdk', '1G', '--format', 'vmdk');
      expect(wordsOf(await virsh('vol-info', '--pool', 'LocalDS_0', 'made/made.vmdk'))).toMatchObject({
        Capacity: '1.00 GiB',
      });
      await virsh('define', described);
      const told = await virsh('dumpxml', 'made');
      for (const part of [
        "<source file='[LocalDS_0] made/made.vmdk'/>",
        "<source file='[LocalDS_0] iso/x.iso'/>",
        "<controller type='scsi' index='0' model='lsilogic'/>",
        "<mac address='00:50:56:11:22:33' type='static'/>",
        "<model type='e1000'/>",
        '<description>by libvirt</description>',
        "<type arch='x86_64'>hvm</type>",
      ])
        expect(told).toContain(part);
      await virsh('setvcpus', 'made', '1');
      await virsh('setmem', 'made', '256M', '--current');
      await virsh('autostart', 'made');
      await virsh('schedinfo', 'made', '--set', 'reservation=100');
      await virsh('start', 'made');
      expect(wordsOf(await virsh('dominfo', 'made'))).toMatchObject({
        State: 'running',
        'CPU(s)': '1',
        'Used memory': '262144 KiB',
        Autostart: 'enable',
      });
      expect(wordsOf(await virsh('schedinfo', 'made'))).toMatchObject({ 'reservation    ': '100' });
      await virsh('suspend', 'made');
      expect(await virsh('domstate', 'made')).toBe('paused');
      await virsh('resume', 'made');
      const picture = join(libvirt.folder, 'screen.png');
      await virsh('screenshot', 'made', picture);
      expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
      await virsh('destroy', 'made');
      await virsh('undefine', 'made');
      await expect(virsh('dominfo', 'made')).rejects.toThrow("failed to get domain 'made'");
    },
  );

  test(
    'FR-020-300 libvirt keeps states of a machine, goes back to them and forgets them',
    { timeout: patience },
    async () => {
      const machine = 'ha-host_VM1';
      await virsh('snapshot-create-as', machine, 'one', 'the first');
      await virsh('snapshot-create-as', machine, 'two');
      expect(rowsOf(await virsh('snapshot-list', machine)).map(([name]) => name)).toEqual(['one', 'two']);
      expect(await virsh('snapshot-parent', machine, 'two')).toBe('one');
      await virsh('snapshot-revert', machine, 'one');
      expect(await virsh('snapshot-current', machine, '--name')).toBe('one');
      await virsh('snapshot-delete', machine, 'one', '--children');
      expect(rowsOf(await virsh('snapshot-list', machine))).toEqual([]);
    },
  );
});

describe.skipIf(missing !== null || govcIsMissing !== null)('libvirt and a vCenter', () => {
  let vcsim: Vcsim;
  let libvirt: Libvirt;
  const on = (host: string): Virsh => virshOn(libvirt, libvirt.uri('vpx', `DC0/${host}`));
  beforeAll(async () => {
    vcsim = await startVcsim('ours', flags);
    libvirt = openLibvirt(vcsim.url);
  }, patience);
  afterAll(async () => {
    await vcsim.stop();
    libvirt.close();
  });

  test(
    'FR-020-300 through a vCenter libvirt reads, makes and removes machines of a host of a cluster, and moves them to another',
    { timeout: patience },
    async () => {
      const [first, second] = [on('DC0_C0/DC0_C0_H0'), on('DC0_C0/DC0_C0_H1')];
      const machine = 'DC0_C0_RP0_VM0';
      expect(await first('hostname')).toBe('DC0_C0_H0');
      expect(rowsOf(await first('list', '--all')).map(([, name]) => name)).toContain(machine);
      expect(await first('dumpxml', machine)).toContain("<interface type='vds'>");
      const target = libvirt.uri('vpx', 'DC0/DC0_C0/DC0_C0_H1');
      await first('migrate', '--live', machine, target);
      expect(rowsOf(await second('list')).map(([, name]) => name)).toContain(machine);
      const described = join(libvirt.folder, 'made.xml');
      writeFileSync(described, domain('made', 'LocalDS_0'));
      await first('vol-create-as', 'LocalDS_0', 'made/made.vmdk', '1G', '--format', 'vmdk');
      await first('define', described);
      await first('start', 'made');
      expect(await first('domstate', 'made')).toBe('running');
      await first('destroy', 'made');
      await first('undefine', 'made');
    },
  );

  test.skipIf(noV2v !== null)(
    'FR-020-306 virt-v2v reads a machine and tells its memory, processors, disks and cards',
    { timeout: patience },
    async () => {
      const host = on('DC0_C0/DC0_C0_H0');
      const described = join(libvirt.folder, 'moved.xml');
      writeFileSync(described, domain('moved', 'LocalDS_0'));
      await host('vol-create-as', 'LocalDS_0', 'moved/moved.vmdk', '1G', '--format', 'vmdk');
      await host('define', described);
      const word = join(libvirt.folder, 'password');
      writeFileSync(word, 'of-libvirt\n');
      const uri = libvirt.uri('vpx', 'DC0/DC0_C0/DC0_C0_H0').replace('vpx://', 'vpx://root@');
      const { status, output, error } = await runProgram(
        ['virt-v2v', '-i', 'libvirt', '-ic', uri, '-ip', word, '--print-source', 'moved'],
        { environment: { ...libvirt.environment, LIBGUESTFS_BACKEND: 'direct' } },
      );
      expect([status, status === 0 ? '' : error]).toEqual([0, '']);
      expect(output).toContain('source name: moved');
      expect(output).toContain('memory: 536870912 (bytes)');
      expect(output).toContain('nr vCPUs: 2');
      expect(output).toContain('0 [scsi]');
      expect(output).toContain('Bridge "VM Network" mac: 00:50:56:11:22:33 [e1000]');
    },
  );
});

describe.skipIf(missing !== null)('libvirt and the whole product', () => {
  let lab: WholeLab;
  let libvirt: Libvirt;
  beforeAll(async () => {
    lab = await openWholeLab();
    libvirt = openLibvirt(lab.url);
  }, patience);
  afterAll(async () => {
    await lab.close();
    libvirt.close();
  });

  test(
    'FR-020-300 a machine of a lab is read and asked to go down through its vCenter, and started by its own host',
    { timeout: patience },
    async () => {
      const machine = 'sim-vmw-vm-001';
      const virsh = virshOn(libvirt, libvirt.uri('vpx', 'dc-west/cluster-01/sim-vmw-esxi-01'));
      expect(rowsOf(await virsh('list', '--all')).map(([, name]) => name)).toContain(machine);
      expect(wordsOf(await virsh('dominfo', machine))).toMatchObject({ State: 'running', 'CPU(s)': '2' });
      expect(await virsh('dumpxml', machine)).toContain(`<name>${machine}</name>`);
      await virsh('shutdown', machine);
      const own = openLibvirt(await ownAddress(lab, 'sim-vmw-esxi-01'));
      const there = virshOn(own, own.uri('esx'));
      const isHere = { timeout: patience / 2 };
      await expect.poll(() => there('domstate', machine), isHere).toBe('shut off');
      await there('start', machine);
      own.close();
      await expect.poll(() => virsh('domstate', machine), isHere).toBe('running');
    },
  );
});

/** Where that host answers by itself, with its user and password. */
async function ownAddress({ host, url }: WholeLab, name: string): Promise<URL> {
  const hostsPort = await freePort();
  await doing(host, { type: 'desk.configure', patch: { faces: { vmware: { hosts: 'on', hostsPort } } } });
  for (;;) {
    const { hosts } = await ask(host, 'vsphere', {});
    const address = hosts.find((each) => each.name === name && each.detail === '')?.address;
    if (address !== undefined) {
      const own = new URL(address);
      own.username = 'root';
      own.password = url.password;
      return own;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
}
