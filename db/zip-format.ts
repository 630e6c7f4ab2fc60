import { accepted, refused, type Result } from '../sim/contract/result.ts';

/**
 * The part of ZIP (APPNOTE 6.3) that a lab file uses: no encryption, no ZIP64, no data descriptors, no extra
 * fields, no comments, members one behind the other. So a file has one right form for given members,
 * and whatever differs from it by a byte is damage.
 */
export type ZipMember = {
  readonly name: string;
  readonly method: 'store' | 'deflate';
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
};

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const endSize = 22;
const centralSize = 46;
const localSize = 30;
/** 2.0: deflate. */
const version = 20;
/** 1 January 1980, the earliest day ZIP knows: when a lab was exported stands in its manifest. */
const someDay = 0x21;
export const largestMember = 0xffff_fffe;

const methodNumber = { store: 0, deflate: 8 } as const;

export const localHeaderSize = (name: string): number => localSize + Buffer.byteLength(name);

function writeCommon(header: Buffer, at: number, member: ZipMember): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(methodNumber[member.method], at + 4);
  header.writeUInt16LE(someDay, at + 8);
  header.writeUInt32LE(member.checksum, at + 10);
  header.writeUInt32LE(member.packedSize, at + 14);
  header.writeUInt32LE(member.size, at + 18);
  header.writeUInt16LE(Buffer.byteLength(member.name), at + 22);
}

export function localHeader(member: ZipMember): Buffer {
  const header = Buffer.alloc(localSize);
  header.writeUInt32LE(localSignature, 0);
  writeCommon(header, 4, member);
  return Buffer.concat([header, Buffer.from(member.name)]);
}

function centralHeader(member: ZipMember): Buffer {
  const header = Buffer.alloc(centralSize);
  header.writeUInt32LE(centralSignature, 0);
  header.writeUInt16LE(version, 4);
  writeCommon(header, 6, member);
  header.writeUInt32LE(member.offset, 42);
  return Buffer.concat([header, Buffer.from(member.name)]);
}

/** Central directory and end record, as they close the file. */
export function directoryOf(members: readonly ZipMember[], offset: number): Buffer {
  const central = Buffer.concat(members.map(centralHeader));
  const end = Buffer.alloc(endSize);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([central, end]);
}

export type DirectoryPlace = { readonly offset: number; readonly count: number };

export const largestDirectory = 64 * 1024;

/** Where the directory stands; `tail` is the end of the file. Null where it does not end like a ZIP of ours. */
export function findDirectory(tail: Buffer): DirectoryPlace | null {
  const at = tail.length - endSize;
  if (at < 0 || tail.readUInt32LE(at) !== endSignature) return null;
  return { offset: tail.readUInt32LE(at + 16), count: tail.readUInt16LE(at + 10) };
}

export const isZipStart = (head: Buffer): boolean =>
  head.length >= 4 && head.readUInt32LE(0) === localSignature;

/** The members of a directory, which must be exactly the bytes that we would have written for them. */
export function parseDirectory(bytes: Buffer, place: DirectoryPlace): Result<ZipMember[]> {
  const members: ZipMember[] = [];
  let at = 0;
  for (let index = 0; index < place.count; index += 1) {
    if (at + centralSize > bytes.length || bytes.readUInt32LE(at) !== centralSignature)
      return damagedDirectory();
    const nameSize = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + centralSize, at + centralSize + nameSize);
    members.push({
      name,
      method: bytes.readUInt16LE(at + 10) === methodNumber.store ? 'store' : 'deflate',
      checksum: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += centralSize + nameSize + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return accepted(members);
}

/** Members follow each other without a gap, the first at the beginning, the directory behind the last. */
export function isGapless(members: readonly ZipMember[], directoryOffset: number): boolean {
  let next = 0;
  for (const member of members) {
    if (member.offset !== next) return false;
    next += localHeaderSize(member.name) + member.packedSize;
  }
  return next === directoryOffset;
}

export const damagedDirectory = (): Result<never> =>
  refused('damaged-file', 'The file’s table of contents is damaged.');
