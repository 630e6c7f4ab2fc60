/** A depot: an offline bundle (a ZIP), the index of one that lies unpacked, or metadata alone beside its packages. */
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Chunks } from '../files/blobs.ts';
import { readXml } from '../wire/xml.ts';
import type { XmlElement } from '../wire/xml.ts';
import { readMetadata } from './metadata.ts';
import type { Metadata } from './metadata.ts';
import { readPlace } from './place.ts';
import type { Reading } from './place.ts';
import { textWithin } from './vib.ts';
import { bytesOf, inBuffer, NoZip, openZip } from './zip.ts';

export type Depot = Metadata & {
  readonly url: string;
  /** Bytes of a package by the path that the metadata has for it; null: they are not there. */
  readonly open: (path: string) => Promise<Answer<Chunks | null>>;
};

/** A file of the depot by its path in it. */
type Files = (path: string) => Promise<Answer<Chunks | null>>;

const mostMetadata = 64 * 1024 * 1024;
const mostIndex = 4 * 1024 * 1024;
const xmlLimits = { bytes: mostIndex, depth: 30, elements: 50_000 };

export const corrupted = (url: string, why: string): Answer<never> =>
  faulted('PatchMetadataCorrupted', `${url} cannot be read as a depot: ${why}.`, {
    patchID: url,
    metaData: [url],
  });

const notFound = (url: string, what: string): Answer<never> =>
  faulted('PatchMetadataNotFound', `There is no ${what}.`, { patchID: url, metaData: [url] });

const folderOf = (url: string): string => url.slice(0, url.lastIndexOf('/') + 1);

/** Files that lie beside each other, on a datastore or a server. */
const beside =
  (reading: Reading, folder: string): Files =>
  async (path) => {
    const place = await readPlace(reading, `${folder}${path}`);
    if (!place.ok || place.value === null) return place.ok ? done(null) : place;
    return done(await place.value.read(0, place.value.size));
  };

export async function openDepot(reading: Reading, url: string): Promise<Answer<Depot>> {
  try {
    return await read(reading, url);
  } catch (error) {
    if (!(error instanceof NoZip)) throw error;
    return corrupted(url, error.message);
  }
}

async function read(reading: Reading, url: string): Promise<Answer<Depot>> {
  if (/\.xml$/i.test(url)) return byIndex(beside(reading, folderOf(url)), url, url.split('/').at(-1) ?? '');
  const place = await readPlace(reading, url);
  if (!place.ok) return place;
  if (place.value === null) return notFound(url, `file ${url}`);
  const zip = await openZip(place.value);
  if (!zip.has('index.xml')) return whole(url, await readMetadata(zip), beside(reading, folderOf(url)));
  return byIndex(async (path) => done(zip.get(path) ?? null), url, 'index.xml');
}

/** The index names vendors, each of them its metadata. */
async function byIndex(files: Files, url: string, index: string): Promise<Answer<Depot>> {
  const vendors = await xmlOf(files, url, index);
  if (!vendors.ok) return vendors;
  const parts: Metadata[] = [];
  for (const vendor of vendors.value.children.filter(({ name }) => name === 'vendor')) {
    const folder = withSlash(textWithin(vendor, 'relativePath'));
    const list = await xmlOf(files, url, `${folder}${textWithin(vendor, 'indexfile')}`);
    if (!list.ok) return list;
    for (const one of list.value.children.filter(({ name }) => name === 'metadata')) {
      const path = `${folder}${textWithin(one, 'url')}`;
      const found = await files(path);
      if (!found.ok) return found;
      if (found.value === null) return notFound(url, `${path} in ${url}`);
      parts.push(await readMetadata(await openZip(inBuffer(await bytesOf(found.value, mostMetadata)))));
    }
  }
  return parts.length === 0
    ? corrupted(url, 'its index names no metadata')
    : whole(url, merged(parts), files);
}

const withSlash = (folder: string): string => (folder === '' ? '' : `${folder.replace(/\/+$/, '')}/`);

async function xmlOf(files: Files, url: string, path: string): Promise<Answer<XmlElement>> {
  const found = await files(path);
  if (!found.ok) return found;
  if (found.value === null) return notFound(url, `${path} in ${url}`);
  const xml = readXml(await bytesOf(found.value, mostIndex), xmlLimits);
  return xml.ok ? done(xml.value) : corrupted(url, `${path} is no XML (${xml.refusal.message})`);
}

const merged = (parts: readonly Metadata[]): Metadata => ({
  vibs: new Map(parts.flatMap(({ vibs }) => [...vibs])),
  bulletins: parts.flatMap(({ bulletins }) => bulletins),
  profiles: parts.flatMap(({ profiles }) => profiles),
});

const whole = (url: string, metadata: Metadata, open: Files): Answer<Depot> =>
  metadata.vibs.size === 0 ? corrupted(url, 'it tells of no packages') : done({ ...metadata, url, open });
