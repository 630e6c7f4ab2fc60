/** The pictures that govc's bats tests upload: our own, under the names that the tests ask for. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { tarOf } from '../../../src-main/personalities/vmware/rest/library/tar.fixture.ts';

const NAME = 'ttylinux-pc_i486-16.1';
const SECTOR = 512;
const CAPACITY = 30 * 2 ** 20;
const GRAIN_SECTORS = 128;
const GRAINS_PER_TABLE = 512;
const COMPRESSED_WITH_MARKERS = 0x3_00_01;
const DIRECTORY_AT_END = 0xff_ff_ff_ff_ff_ff_ff_ffn;

/** Makes what is not there yet. */
export function makeImages(folder: string): void {
  if (existsSync(join(folder, `${NAME}.ova`))) return;
  mkdirSync(folder, { recursive: true });
  const disk = emptyDisk();
  const iso = isoImage();
  const plain = ovfOf({ name: NAME, diskBytes: disk.length });
  const live = ovfOf({ name: `${NAME}-live`, diskBytes: disk.length, isoBytes: iso.length });
  const write = (name: string, bytes: Buffer | string): void => writeFileSync(join(folder, name), bytes);
  write(`${NAME}.iso`, iso);
  write(`${NAME}-disk1.vmdk`, disk);
  write(`${NAME}.ovf`, plain);
  write('floppybird.img', Buffer.alloc(2880 * SECTOR));
  const parts = { [`${NAME}.ovf`]: plain, [`${NAME}-disk1.vmdk`]: disk };
  write(`${NAME}.mf`, manifestOf(parts));
  write(
    `${NAME}-live.ova`,
    tarOf({
      [`${NAME}-live.ovf`]: live,
      [`${NAME}-live-disk1.vmdk`]: disk,
      [`${NAME}-live-file1.iso`]: iso,
    }),
  );
  // Last, for it says that all the rest is there.
  write(
    `${NAME}.ova`,
    tarOf({
      [`${NAME}.ovf`]: plain,
      [`${NAME}.mf`]: manifestOf(parts),
      [`${NAME}-disk1.vmdk`]: disk,
    }),
  );
}

const manifestOf = (files: Readonly<Record<string, Buffer | string>>): string =>
  Object.entries(files)
    .map(([name, bytes]) => `SHA256(${name})= ${createHash('sha256').update(bytes).digest('hex')}\n`)
    .join('');

/** A stream-optimised VMDK of 30 MB with one grain in it. */
function emptyDisk(): Buffer {
  const grain = grainMarker();
  const first = GRAIN_SECTORS;
  const table = first + grain.length / SECTOR;
  const directory = table + 1 + (GRAINS_PER_TABLE * 4) / SECTOR;
  const grainTable = Buffer.alloc(GRAINS_PER_TABLE * 4);
  grainTable.writeUInt32LE(first, 0);
  const grainDirectory = Buffer.alloc(SECTOR);
  grainDirectory.writeUInt32LE(table + 1, 0);
  const head = Buffer.alloc(GRAIN_SECTORS * SECTOR);
  sparseHeader(DIRECTORY_AT_END).copy(head);
  diskDescriptor().copy(head, SECTOR);
  return Buffer.concat([
    head,
    grain,
    marker(4, 1),
    grainTable,
    marker(1, 2),
    grainDirectory,
    marker(1, 3),
    sparseHeader(BigInt(directory + 1)),
    Buffer.alloc(SECTOR),
  ]);
}

function sparseHeader(grainDirectory: bigint): Buffer {
  const header = Buffer.alloc(SECTOR);
  header.write('KDMV');
  header.writeUInt32LE(3, 4);
  header.writeUInt32LE(COMPRESSED_WITH_MARKERS, 8);
  header.writeBigUInt64LE(BigInt(CAPACITY / SECTOR), 12);
  header.writeBigUInt64LE(BigInt(GRAIN_SECTORS), 20);
  header.writeBigUInt64LE(1n, 28);
  header.writeBigUInt64LE(20n, 36);
  header.writeUInt32LE(GRAINS_PER_TABLE, 44);
  header.writeBigUInt64LE(grainDirectory, 56);
  header.writeBigUInt64LE(BigInt(GRAIN_SECTORS), 64);
  header.write('\n \r\n', 73, 'latin1');
  header.writeUInt16LE(1, 77);
  return header;
}

/** Metadata follow their marker: how many sectors, no bytes, which kind. */
function marker(sectors: number, kind: number): Buffer {
  const bytes = Buffer.alloc(SECTOR);
  bytes.writeBigUInt64LE(BigInt(sectors), 0);
  bytes.writeUInt32LE(kind, 12);
  return bytes;
}

function grainMarker(): Buffer {
  const packed = deflateSync(Buffer.alloc(GRAIN_SECTORS * SECTOR));
  const bytes = Buffer.alloc(Math.ceil((12 + packed.length) / SECTOR) * SECTOR);
  bytes.writeBigUInt64LE(0n, 0);
  bytes.writeUInt32LE(packed.length, 8);
  packed.copy(bytes, 12);
  return bytes;
}

const diskDescriptor = (): Buffer =>
  Buffer.from(
    [
      '# Disk DescriptorFile',
      'version=1',
      'CID=3be6d58f',
      'parentCID=ffffffff',
      'createType="streamOptimized"',
      `RDONLY ${CAPACITY / SECTOR} SPARSE "${NAME}-disk1.vmdk"`,
      'ddb.adapterType = "ide"',
      'ddb.geometry.cylinders = "60"',
      'ddb.geometry.heads = "16"',
      'ddb.geometry.sectors = "63"',
      'ddb.virtualHWVersion = "7"',
      '',
    ].join('\n'),
  );

/** A volume with its primary descriptor and its end, and nothing in it. */
function isoImage(): Buffer {
  const sector = 2048;
  const image = Buffer.alloc(20 * sector);
  image.write('\x01CD001\x01', 16 * sector, 'latin1');
  image.write('COLDAISLE'.padEnd(32), 16 * sector + 40);
  image.writeUInt32LE(20, 16 * sector + 80);
  image.write('\xffCD001\x01', 17 * sector, 'latin1');
  return image;
}

type OvfWish = { readonly name: string; readonly diskBytes: number; readonly isoBytes?: number };

const ovfOf = ({ name, diskBytes, isoBytes }: OvfWish): string => `<?xml version="1.0" encoding="UTF-8"?>
<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1"
          xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1"
          xmlns:rasd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"
          xmlns:vmw="http://www.vmware.com/schema/ovf"
          xmlns:vssd="http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData">
  <References>
    <File ovf:href="${name}-disk1.vmdk" ovf:id="file1" ovf:size="${diskBytes}"/>${
      isoBytes === undefined
        ? ''
        : `\n    <File ovf:href="${name}-file1.iso" ovf:id="file2" ovf:size="${isoBytes}"/>`
    }
  </References>
  <DiskSection>
    <Info>Virtual disks</Info>
    <Disk ovf:capacity="30" ovf:capacityAllocationUnits="byte * 2^20" ovf:diskId="vmdisk1" ovf:fileRef="file1" ovf:format="http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized" ovf:populatedSize="65536"/>
  </DiskSection>
  <NetworkSection>
    <Info>Logical networks</Info>
    <Network ovf:name="nat">
      <Description>The network of the machine</Description>
    </Network>
  </NetworkSection>
  <VirtualSystem ovf:id="${name}">
    <Info>A small virtual machine</Info>
    <Name>${name}</Name>
    <OperatingSystemSection ovf:id="36" vmw:osType="otherLinuxGuest">
      <Info>Its operating system</Info>
    </OperatingSystemSection>
    <VirtualHardwareSection>
      <Info>Its hardware</Info>
      <System>
        <vssd:ElementName>Virtual Hardware Family</vssd:ElementName>
        <vssd:InstanceID>0</vssd:InstanceID>
        <vssd:VirtualSystemIdentifier>${name}</vssd:VirtualSystemIdentifier>
        <vssd:VirtualSystemType>vmx-09</vssd:VirtualSystemType>
      </System>
${hardwareOf(isoBytes !== undefined)}
    </VirtualHardwareSection>
  </VirtualSystem>
</Envelope>
`;

type Item = readonly (readonly [tag: string, value: number | string])[];

/** The schema wants the children of an item by the alphabet. */
function hardwareOf(hasIso: boolean): string {
  const items: Item[] = [
    [
      ['ElementName', '1 virtual CPU'],
      ['InstanceID', 1],
      ['ResourceType', 3],
      ['VirtualQuantity', 1],
    ],
    [
      ['AllocationUnits', 'byte * 2^20'],
      ['ElementName', '32MB of memory'],
      ['InstanceID', 2],
      ['ResourceType', 4],
      ['VirtualQuantity', 32],
    ],
    [
      ['Address', 0],
      ['ElementName', 'ideController0'],
      ['InstanceID', 3],
      ['ResourceType', 5],
    ],
    [
      ['AddressOnParent', 0],
      ['ElementName', 'disk0'],
      ['HostResource', 'ovf:/disk/vmdisk1'],
      ['InstanceID', 4],
      ['Parent', 3],
      ['ResourceType', 17],
    ],
    [
      ['AddressOnParent', 2],
      ['AutomaticAllocation', 'true'],
      ['Connection', 'nat'],
      ['ElementName', 'ethernet0'],
      ['InstanceID', 5],
      ['ResourceSubType', 'E1000'],
      ['ResourceType', 10],
    ],
  ];
  if (hasIso)
    items.push([
      ['AddressOnParent', 1],
      ['AutomaticAllocation', 'true'],
      ['ElementName', 'cdrom0'],
      ['HostResource', 'ovf:/file/file2'],
      ['InstanceID', 6],
      ['Parent', 3],
      ['ResourceType', 15],
    ]);
  return items
    .map((item) =>
      [
        '      <Item>',
        ...item.map(([tag, value]) => `        <rasd:${tag}>${value}</rasd:${tag}>`),
        '      </Item>',
      ].join('\n'),
    )
    .join('\n');
}
