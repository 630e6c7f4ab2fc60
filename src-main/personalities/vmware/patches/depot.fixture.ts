/** Depots as makers of drivers hand them out, and a host with a datastore to put them on. */
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { directoryOf, localHeader, localHeaderSize } from '../../../../db/zip-format.ts';
import type { ZipMember } from '../../../../db/zip-format.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { makeDatacenter } from '../datacenter.fixture.ts';
import { inOneChunk } from '../files/blobs.ts';
import { keepFile } from '../files/keep.ts';
import type { VmwareLab } from '../vmware-lab.fixture.ts';

type Files = Readonly<Record<string, Buffer | string>>;

export function zipOf(files: Files): Buffer {
  const pieces: Buffer[] = [];
  const members: ZipMember[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const member: ZipMember = {
      name,
      method: 'deflate',
      checksum: crc32(bytes),
      packedSize: packed.length,
      size: bytes.length,
      offset,
    };
    members.push(member);
    pieces.push(localHeader(member), packed);
    offset += localHeaderSize(name) + packed.length;
  }
  return Buffer.concat([...pieces, directoryOf(members, offset)]);
}

export type Made = {
  readonly name: string;
  readonly version: string;
  readonly vendor?: string;
  readonly level?: string;
  readonly maintenance?: boolean;
  readonly live?: boolean;
  /** `<depends>…</depends>` and alike. */
  readonly relations?: string;
};

const vendorOf = ({ vendor = 'ACME' }: Made): string => vendor;
export const madeId = (made: Made): string => `${vendorOf(made)}_bootbank_${made.name}_${made.version}`;

const descriptorOf = (made: Made): string => {
  const { name, version, level = 'partner', maintenance = true, live = false, relations = '' } = made;
  return (
    `<vib version="5.0"><type>bootbank</type><name>${name}</name><version>${version}</version>` +
    `<vendor>${vendorOf(made)}</vendor><summary>${name}</summary><description>${name} of ${vendorOf(made)}</description>` +
    '<release-date>2025-11-03T10:00:00.000000+00:00</release-date>' +
    `<relationships>${relations}</relationships>` +
    `<system-requires><maintenance-mode>${maintenance}</maintenance-mode></system-requires>` +
    `<acceptance-level>${level}</acceptance-level><live-install-allowed>${live}</live-install-allowed>` +
    `<live-remove-allowed>${live}</live-remove-allowed></vib>`
  );
};

export function vibFile(made: Made): Buffer {
  const text = descriptorOf(made);
  const size = Buffer.byteLength(text);
  const head = `${'descriptor.xml'.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(size).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(`!<arch>\n${head}`), Buffer.from(text), Buffer.from('payload')]);
}

const pathOf = (made: Made): string => `vib20/${made.name}/${madeId(made)}.vib`;

type Parts = { readonly vibs: readonly Made[]; readonly bulletin: string; readonly profile?: string };

export function metadataOf({ vibs, bulletin, profile }: Parts): Buffer {
  const listed = vibs.map(
    (made) =>
      `<vib><vibID>${madeId(made)}</vibID><vibFile><relativePath>${pathOf(made)}</relativePath>` +
      '<checksum><checksumType>sha-256</checksumType>' +
      `<checksum>${createHash('sha256').update(vibFile(made)).digest('hex')}</checksum></checksum></vibFile></vib>`,
  );
  const files: Record<string, string> = {
    'vmware.xml': `<metadataResponse><version>3.0</version><bulletin><id>${bulletin}</id><vendor>ACME</vendor><summary>Drivers</summary><vibList>${listed.join('')}</vibList></bulletin></metadataResponse>`,
  };
  for (const made of vibs) files[`vibs/${made.name}-${made.version}.xml`] = descriptorOf(made);
  if (profile !== undefined)
    files['profiles/one.xml'] =
      `<imageprofile><name>${profile}</name><creator>ACME</creator><creationtime>2025-11-03T10:00:00+00:00</creationtime><modifiedtime>2025-11-03T10:00:00+00:00</modifiedtime><viblist>${vibs.map((made) => `<vib><vib-id>${madeId(made)}</vib-id></vib>`).join('')}</viblist><acceptancelevel>partner</acceptancelevel></imageprofile>`;
  return zipOf(files);
}

/** The files of a depot, as they lie unpacked on a server. */
export function depotFiles(parts: Parts): Record<string, Buffer | string> {
  const files: Record<string, Buffer | string> = {
    'index.xml':
      '<vendorList><vendor><name>ACME</name><code>acm</code><indexfile>vendor-index.xml</indexfile><relativePath></relativePath></vendor></vendorList>',
    'vendor-index.xml':
      '<metaList><metadata><productId>embeddedEsx</productId><version>8.0.0</version><locale/><url>metadata.zip</url></metadata></metaList>',
    'metadata.zip': metadataOf(parts),
  };
  for (const made of parts.vibs) files[pathOf(made)] = vibFile(made);
  return files;
}

export type Patchable = {
  readonly host: EntityId;
  /** Puts a file on the datastore; answers where the host finds it. */
  readonly put: (path: string, bytes: Buffer) => Promise<string>;
};

export async function makePatchable(lab: VmwareLab): Promise<Patchable> {
  const parent = await makeDatacenter(lab);
  const id = await lab.make({ kind: 'datastore', name: 'ds-1', parent, spec: { capacity: 100 } });
  const links = { mounts: [id] };
  const host = await lab.make({ kind: 'host', name: 'esx-1', parent, spec: {}, links });
  return {
    host,
    put: async (path, bytes) => {
      const store = lab.vc.world().inventory.get(id);
      if (store?.kind !== 'datastore') throw new Error('There is no datastore');
      const { sha, size } = await lab.vc.blobs.put(inOneChunk(bytes));
      await keepFile(lab.vc, null, { store, path, file: { sha, size, at: lab.vc.now() } });
      return `/vmfs/volumes/ds-1/${path}`;
    },
  };
}
