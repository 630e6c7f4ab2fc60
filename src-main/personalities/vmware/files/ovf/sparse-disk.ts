/** A disk as it is exported: a stream-optimised VMDK in which nobody has written yet. */
const sector = 512;
const grainSectors = 128;
const entriesPerTable = 512;

export function emptyDisk(bytes: number, name: string): Buffer {
  const capacity = Math.ceil(bytes / sector / grainSectors) * grainSectors;
  const tables = Math.ceil(capacity / grainSectors / entriesPerTable);
  const directorySectors = Math.max(1, Math.ceil((tables * 4) / sector));
  const atEnd = 0xffff_ffff_ffff_ffffn;
  const head = header(capacity, atEnd);
  const front = Buffer.alloc(grainSectors * sector);
  head.copy(front);
  front.write(descriptor(capacity, name), sector, 'latin1');
  const directoryAt = BigInt(grainSectors + 1);
  return Buffer.concat([
    front,
    marker(directorySectors, 2),
    Buffer.alloc(directorySectors * sector),
    marker(1, 3),
    header(capacity, directoryAt),
    Buffer.alloc(sector),
  ]);
}

function header(capacity: number, directory: bigint): Buffer {
  const bytes = Buffer.alloc(sector);
  bytes.write('KDMV', 0, 'latin1');
  bytes.writeUInt32LE(3, 4);
  // New lines are tested, grains compressed, and markers stand before what they mark.
  bytes.writeUInt32LE(0x3_0001, 8);
  bytes.writeBigUInt64LE(BigInt(capacity), 12);
  bytes.writeBigUInt64LE(BigInt(grainSectors), 20);
  bytes.writeBigUInt64LE(1n, 28);
  bytes.writeBigUInt64LE(20n, 36);
  bytes.writeUInt32LE(entriesPerTable, 44);
  bytes.writeBigUInt64LE(directory, 56);
  bytes.writeBigUInt64LE(BigInt(grainSectors), 64);
  bytes.write('\n \r\n', 73, 'latin1');
  bytes.writeUInt16LE(1, 77);
  return bytes;
}

function marker(sectors: number, type: number): Buffer {
  const bytes = Buffer.alloc(sector);
  bytes.writeBigUInt64LE(BigInt(sectors), 0);
  bytes.writeUInt32LE(type, 12);
  return bytes;
}

const descriptor = (capacity: number, name: string): string =>
  [
    '# Disk DescriptorFile',
    'version=1',
    'CID=fffffffe',
    'parentCID=ffffffff',
    'createType="streamOptimized"',
    '',
    `RW ${capacity} SPARSE "${name}"`,
    '',
    'ddb.adapterType = "lsilogic"',
    `ddb.geometry.cylinders = "${Math.floor(capacity / (255 * 63))}"`,
    'ddb.geometry.heads = "255"',
    'ddb.geometry.sectors = "63"',
    '',
  ].join('\n');
