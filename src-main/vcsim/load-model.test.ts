import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { wallClock } from '../host/clock-face.ts';
import { silentLog } from '../host/log.ts';
import { foundModel } from './found-model.ts';
import { planLoaded } from './load-model.ts';
import { openLightHost } from './light-host.ts';
import { plainName } from './load-book.ts';
import { readSaved } from './saved.ts';

const directory = mkdtempSync(join(tmpdir(), 'coldaisle-saved-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** `Type:name` and its properties: text, or XML where it begins so. */
function save(at: number, object: string, properties: Readonly<Record<string, string>>): void {
  const [type = '', name = ''] = object.split(':');
  const sets = Object.entries(properties).map(
    ([key, value]) => `<propSet><name>${key}</name><val>${value}</val></propSet>`,
  );
  const file = `${String(at).padStart(4, '0')}-${type}-${name}.xml`;
  writeFileSync(
    join(directory, file),
    `<ObjectContent xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><obj type="${type}">${name}</obj>${sets.join('')}</ObjectContent>`,
  );
}

const refs = (...names: string[]): string => names.map((name) => `<ref>${name}</ref>`).join('');

const saved: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['Folder:group-d1', { name: 'Datacenters', childType: '<string>Datacenter</string>' }],
  [
    'VirtualMachine:vm-40',
    {
      name: 'web/1',
      parent: 'group-v30',
      config:
        '<uuid>4210aaaa-0000-1111-2222-333344445555</uuid><instanceUuid>5010aaaa-0000-1111-2222-333344445555</instanceUuid>' +
        '<guestId>debian12_64Guest</guestId><version>vmx-19</version><annotation>kept</annotation>' +
        '<extraConfig><key>guestinfo.role</key><value>web</value></extraConfig>' +
        '<hardware><numCPU>4</numCPU><numCoresPerSocket>2</numCoresPerSocket><memoryMB>2048</memoryMB>' +
        '<device i:type="VirtualDisk"><backing><datastore>datastore-9</datastore><thinProvisioned>true</thinProvisioned></backing><capacityInKB>1048576</capacityInKB></device>' +
        '<device i:type="VirtualVmxnet3"><backing><port><portgroupKey>dvportgroup-12</portgroupKey></port></backing><macAddress>00:50:56:AA:00:01</macAddress></device></hardware>',
      runtime: '<host>host-20</host><powerState>poweredOn</powerState>',
      resourcePool: 'resgroup-16',
    },
  ],
  ['Datacenter:datacenter-2', { name: 'Berlin', parent: 'group-d1' }],
  ['Folder:group-v3', { name: 'vm', parent: 'datacenter-2', childType: '<string>VirtualMachine</string>' }],
  ['Folder:group-h4', { name: 'host', parent: 'datacenter-2' }],
  ['Folder:group-v30', { name: 'web', parent: 'group-v3', childType: '<string>VirtualMachine</string>' }],
  ['StoragePod:group-p5', { name: 'pod', parent: 'datacenter-2-unknown' }],
  ['StoragePod:group-p6', { name: 'pod', parent: 'group-s6' }],
  ['Folder:group-s6', { name: 'datastore', parent: 'datacenter-2', childType: '<string>Datastore</string>' }],
  [
    'Datastore:datastore-9',
    { name: 'nfs', parent: 'group-s6', summary: '<type>NFS</type><capacity>107374182400</capacity>' },
  ],
  [
    'ClusterComputeResource:domain-c14',
    {
      name: 'prod',
      parent: 'group-h4',
      configurationEx:
        '<dasConfig><enabled>true</enabled></dasConfig><drsConfig><enabled>true</enabled></drsConfig>',
    },
  ],
  ['ComputeResource:domain-s22', { name: 'alone', parent: 'group-h4', host: refs('host-23') }],
  ['ResourcePool:resgroup-15', { name: 'Resources', parent: 'domain-c14' }],
  ['VirtualApp:resgroup-17', { name: 'shop', parent: 'resgroup-16', parentFolder: 'group-v30' }],
  ['ResourcePool:resgroup-16', { name: 'gold', parent: 'resgroup-15' }],
  ['ResourcePool:resgroup-24', { name: 'Resources', parent: 'domain-s22' }],
  [
    'HostSystem:host-20',
    {
      name: 'esx1.lab',
      parent: 'domain-c14',
      datastore: refs('datastore-9'),
      network: refs('network-11', 'dvportgroup-12'),
      summary:
        '<hardware><uuid>30000000-0000-1111-2222-333344445555</uuid><numCpuPkgs>2</numCpuPkgs><numCpuCores>32</numCpuCores><numCpuThreads>64</numCpuThreads><cpuMhz>2600</cpuMhz><memorySize>274877906944</memorySize></hardware>',
      runtime: '<inMaintenanceMode>true</inMaintenanceMode>',
      config:
        '<product><version>8.0.2</version></product><network><vswitch><name>vSwitch0</name></vswitch>' +
        '<portgroup><spec><name>VM Network</name><vlanId>7</vlanId><vswitchName>vSwitch0</vswitchName></spec></portgroup>' +
        '<portgroup><spec><name>Management Network</name><vlanId>0</vlanId><vswitchName>vSwitch0</vswitchName></spec></portgroup></network>',
    },
  ],
  ['HostSystem:host-23', { name: 'esx2.lab', parent: 'domain-s22' }],
  ['Network:network-11', { name: 'VM Network', parent: 'datacenter-2' }],
  ['OpaqueNetwork:network-13', { name: 'nsx', parent: 'datacenter-2' }],
  ['VmwareDistributedVirtualSwitch:dvs-10', { name: 'DVS', parent: 'datacenter-2' }],
  [
    'DistributedVirtualPortgroup:dvportgroup-12',
    {
      name: 'blue',
      parent: 'datacenter-2',
      config: '<distributedVirtualSwitch>dvs-10</distributedVirtualSwitch>',
    },
  ],
  ['VirtualMachine:vm-41', { name: 'in app', parentVApp: 'resgroup-17', resourcePool: 'resgroup-17' }],
  ['VirtualMachine:vm-42', { name: 'golden', parent: 'group-v3', config: '<template>true</template>' }],
  ['SessionManager:SessionManager', { sessionList: '' }],
];

describe('an inventory that govc object.save kept', () => {
  it('FR-020-038 what was saved is there again: tree, hardware, disks, networks, under the same names and numbers', async () => {
    saved.forEach(([object, properties], at) => save(at, object, properties));
    const read = readSaved(directory);
    const host = await openLightHost({ wall: wallClock, log: silentLog });
    if (!read.ok || !host.ok) throw new Error('nothing to load');
    const { world, execute, close } = host.value;
    const done = await foundModel(execute, planLoaded(read.value, 5000));
    if (!done.ok) throw new Error(`${done.refusal.where}: ${done.refusal.message}`);
    const { inventory, papers } = world();
    const get = (id: string) => [...inventory.all()].find((entity) => entity.id === id);
    expect(get('vm-40')).toMatchObject({
      name: 'web-1',
      parent: 'folder-30',
      aliases: { moRef: 'vm-40', uuid: '4210aaaa-0000-1111-2222-333344445555' },
      spec: {
        os: 'debian-12',
        cpus: 4,
        coresPerSocket: 2,
        memory: 2048,
        power: 'on',
        startedAt: 5000,
        host: 'host-20',
        pool: 'pool-16',
        notes: 'kept',
        disks: [{ size: 1, datastore: 'datastore-9', isThin: true }],
        nics: [{ network: 'network-12', mac: '00:50:56:aa:00:01', isConnected: true }],
      },
    });
    expect(papers.get('vmware', 'vm/vm-40')).toEqual({
      guestId: 'debian12_64Guest',
      version: 'vmx-19',
      extra: { 'guestinfo.role': 'web' },
    });
    expect(get('host-20')).toMatchObject({
      parent: 'cluster-14',
      links: { mounts: ['datastore-9'] },
      spec: {
        sockets: 2,
        coresPerSocket: 16,
        threadsPerCore: 2,
        megahertz: 2600,
        memory: 262_144,
        mode: 'maintenance',
      },
    });
    expect(get('cluster-14')?.spec).toMatchObject({ ha: true, drs: 'manual' });
    expect(get('host-23')).toMatchObject({ parent: 'datacenter-2' });
    expect(get('datastore-9')?.spec).toMatchObject({ type: 'nfs', capacity: 100 });
    expect(get('network-12')).toMatchObject({ name: 'blue', parent: 'vswitch-10' });
    expect(get('network-11')).toMatchObject({ name: 'VM Network', spec: { vlan: 7 } });
    expect([...inventory.ofKind('network')].map(({ name }) => name).toSorted()).toEqual([
      'VM Network',
      'blue',
      'nsx',
    ]);
    expect(get('vm-41')).toMatchObject({ parent: 'folder-30', spec: { pool: 'pool-17', power: 'off' } });
    expect(get('vm-42')?.spec).toMatchObject({ isTemplate: true, power: 'off' });
    expect(papers.get('vmware', 'pool/pool-17/type')).toBe('VirtualApp');
    expect(papers.get('vmware', 'network/network-13/type')).toBe('OpaqueNetwork');
    expect(papers.get('vmware', 'folder/folder-6/type')).toBe('StoragePod');
    await close();
  });

  it('FR-020-038 a folder without saved objects, and one that is damaged, are refused by name', () => {
    const missing = readSaved(join(directory, 'none'));
    expect(!missing.ok && missing.refusal.message).toContain('none');
    const empty = mkdtempSync(join(directory, 'empty-'));
    expect(readSaved(empty)).toMatchObject({ refusal: { code: 'not-found' } });
    writeFileSync(join(empty, '0001-x.xml'), '<ObjectContent><obj');
    const damaged = readSaved(empty);
    expect(!damaged.ok && damaged.refusal.message).toMatch(/^-load: 0001-x\.xml: .*line 1/);
  });

  it.each([
    ['a%2fb', 'a-b'],
    ['Büro [1]', 'B-ro -1-'],
    ['_x', 'x'],
    ['/', 'unnamed'],
  ])('FR-020-038 names that the world does not take are made plain: %s', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});
