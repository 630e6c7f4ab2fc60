/** Packages by the places that a client names: single ones, and those of depots with the proof that they are whole. */
import { createHash } from 'node:crypto';
import type { Chunks } from '../files/blobs.ts';
import { done, faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import type { Coming } from './change.ts';
import { openDepot } from './depot.ts';
import type { Depot } from './depot.ts';
import type { DepotVib } from './metadata.ts';
import { readPlace } from './place.ts';
import type { Reading } from './place.ts';
import { idOf, mostHead, vibIn } from './vib.ts';
import type { Vib } from './vib.ts';
import { bytesOf, NoZip } from './zip.ts';

async function readVib(reading: Reading, url: string): Promise<Answer<Vib>> {
  const place = await readPlace(reading, url);
  if (!place.ok) return place;
  const content = place.value;
  const chunks = content === null ? null : await content.read(0, Math.min(content.size, mostHead));
  if (chunks === null)
    return faulted('PatchBinariesNotFound', `There is no file ${url}.`, { patchID: url, binary: [url] });
  const vib = vibIn(await bytesOf(chunks, mostHead));
  return vib === null
    ? faulted('PatchMetadataCorrupted', `${url} is no package: a VIB with its descriptor is wanted.`, {
        patchID: url,
      })
    : done(vib);
}

/** One after another; the first that cannot be read is what is told. */
const eachOf =
  <Found>(read: (reading: Reading, url: string) => Promise<Answer<Found>>) =>
  async (reading: Reading, urls: readonly string[]): Promise<Answer<readonly Found[]>> => {
    const all: Found[] = [];
    for (const url of urls) {
      const found = await read(reading, url);
      if (!found.ok) return found;
      all.push(found.value);
    }
    return done(all);
  };

export const readVibs = eachOf(readVib);
export const openDepots = eachOf(openDepot);

/** Each under the first bulletin that names it. */
export const comingFrom = (depot: Depot): readonly Coming[] =>
  [...depot.vibs.values()].map(({ vib }) => {
    const bulletin = depot.bulletins.find(({ vibIds }) => vibIds.includes(idOf(vib)))?.id;
    return bulletin === undefined ? vib : { ...vib, bulletin };
  });

/** Whether the files of these are there, and are those that the metadata speaks of. */
export async function proved(depots: readonly Depot[], vibs: readonly Vib[]): Promise<Answer<null>> {
  for (const vib of vibs) {
    const id = idOf(vib);
    const depot = depots.find((each) => each.vibs.has(id));
    const described = depot?.vibs.get(id);
    if (depot === undefined || described === undefined) continue;
    const whole = await provedOne(depot, described);
    if (!whole.ok) return whole;
  }
  return done(null);
}

async function provedOne(depot: Depot, { vib, path, sha256 }: DepotVib): Promise<Answer<null>> {
  const id = idOf(vib);
  const found = await depot.open(path);
  if (!found.ok) return found;
  if (found.value === null)
    return faulted('PatchBinariesNotFound', `${depot.url} has no file ${path} for ${id}.`, {
      patchID: id,
      binary: [path],
    });
  const sum = await sumOf(found.value);
  if (sum !== null && (sha256 === null || sum === sha256)) return done(null);
  const why = sum === null ? 'cannot be unpacked' : 'is not the file that its metadata speaks of';
  return faulted('PatchIntegrityError', `${path} in ${depot.url} ${why}.`, { text: id });
}

async function sumOf(chunks: Chunks): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of chunks) hash.update(chunk);
  } catch (error) {
    if (!(error instanceof NoZip)) throw error;
    return null;
  }
  return hash.digest('hex');
}

/** All where none is named. `unknown`: a name or an id that is of none of them. */
export function namedAmong(
  vibs: readonly Coming[],
  names: readonly string[],
): { readonly named: readonly Coming[]; readonly unknown: string | undefined } {
  const isMeant = (vib: Vib, name: string): boolean =>
    [vib.name, idOf(vib), `${vib.name}:${vib.version}`, `${vib.vendor}:${vib.name}`].includes(name);
  return {
    named: vibs.filter((vib) => names.length === 0 || names.some((name) => isMeant(vib, name))),
    unknown: names.find((name) => !vibs.some((vib) => isMeant(vib, name))),
  };
}
