/** What the metadata of a depot tells: descriptors of packages, bulletins that bundle them, profiles of whole images. */
import { readXml } from '../wire/xml.ts';
import type { XmlElement } from '../wire/xml.ts';
import { idOf, levelSpoken, textWithin, vibOf, within } from './vib.ts';
import type { Vib } from './vib.ts';
import { bytesOf, NoZip } from './zip.ts';
import type { Zip } from './zip.ts';

export type DepotVib = {
  readonly vib: Vib;
  /** In the depot: `vib20/acme-nic/ACME_bootbank_acme-nic_1.2.0.vib` */
  readonly path: string;
  /** Of the file; null where the metadata does not tell it. */
  readonly sha256: string | null;
};

export type Bulletin = {
  readonly id: string;
  readonly vendor: string;
  readonly summary: string;
  readonly vibIds: readonly string[];
};

export type Profile = {
  readonly name: string;
  readonly vendor: string;
  readonly description: string;
  readonly level: string;
  /** As it stands there; '' where it is not said. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly vibIds: readonly string[];
};

export type Metadata = {
  /** By id. */
  readonly vibs: ReadonlyMap<string, DepotVib>;
  readonly bulletins: readonly Bulletin[];
  readonly profiles: readonly Profile[];
};

const mostFile = 32 * 1024 * 1024;
const limits = { bytes: mostFile, depth: 60, elements: 1_000_000 };

export async function readMetadata(zip: Zip): Promise<Metadata> {
  const bulletins = new Map<string, Bulletin>();
  const profiles: Profile[] = [];
  const described: XmlElement[] = [];
  const files = new Map<string, XmlElement>();
  for (const [path, chunks] of zip) {
    if (!/\.xml$/i.test(path)) continue;
    const xml = readXml(await bytesOf(chunks, mostFile), limits);
    if (!xml.ok) throw new NoZip(`${path} is no XML (${xml.refusal.message})`);
    const root = xml.value;
    if (root.name === 'vib') described.push(root);
    if (root.name === 'imageprofile') profiles.push(profileOf(root));
    const told = root.name === 'bulletin' ? [root] : childrenOf(root, 'bulletin');
    for (const bulletin of told) {
      for (const vib of vibsIn(bulletin)) files.set(vibIdOf(vib), vib);
      const one = bulletinOf(bulletin);
      if (one.vibIds.length > 0 || !bulletins.has(one.id)) bulletins.set(one.id, one);
    }
  }
  const vibs = described.map((root) => depotVib(root, files)).filter((vib) => vib !== null);
  return {
    vibs: new Map(vibs.map((one) => [idOf(one.vib), one])),
    bulletins: [...bulletins.values()],
    profiles,
  };
}

const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  (element?.children ?? []).filter((child) => child.name === name);

const vibsIn = (bulletin: XmlElement): readonly XmlElement[] =>
  (within(bulletin, 'vibList') ?? within(bulletin, 'viblist'))?.children ?? [];

/** Names of elements differ from maker to maker. */
const firstText = (element: XmlElement, paths: readonly string[]): string =>
  paths.map((path) => textWithin(element, path)).find((text) => text !== '') ?? '';

const vibIdOf = (vib: XmlElement): string => {
  const [said, name, version] = ['vibID', 'name', 'version'].map((path) => textWithin(vib, path));
  if (said !== '' && said !== undefined) return said;
  const plain = firstText(vib, ['vib-id', 'id']) || vib.text.trim();
  return plain === '' ? `${textWithin(vib, 'vendor')}_bootbank_${name}_${version}` : plain;
};

const bulletinOf = (root: XmlElement): Bulletin => ({
  id: textWithin(root, 'id'),
  vendor: textWithin(root, 'vendor'),
  summary: textWithin(root, 'summary'),
  vibIds: vibsIn(root).map(vibIdOf),
});

function profileOf(root: XmlElement): Profile {
  const level = firstText(root, ['acceptancelevel', 'acceptance-level', 'acceptanceLevel']);
  return {
    name: textWithin(root, 'name'),
    vendor: firstText(root, ['creator', 'vendor']),
    description: textWithin(root, 'description'),
    level: levelSpoken(level) ?? 'partner',
    createdAt: firstText(root, ['creationtime', 'creation-time', 'creationTime']),
    changedAt: firstText(root, ['modifiedtime', 'modified-time', 'modifiedTime']),
    vibIds: vibsIn(root).map(vibIdOf),
  };
}

function depotVib(root: XmlElement, files: ReadonlyMap<string, XmlElement>): DepotVib | null {
  const vib = vibOf(root);
  if (vib === null) return null;
  const file = files.get(idOf(vib));
  const path = textWithin(root, 'relative-path') || (file === undefined ? '' : pathIn(file));
  const sum = file === undefined ? '' : sumIn(within(file, 'vibFile') ?? file);
  const usual = `vib20/${vib.name}/${idOf(vib)}.vib`;
  return { vib, path: path === '' ? usual : path, sha256: sumIn(root) || sum || null };
}

const pathIn = (file: XmlElement): string => firstText(file, ['vibFile.relativePath', 'relativePath']);

/** Kind and sum stand beside each other under the same name. */
function sumIn(file: XmlElement): string {
  const sum = within(file, 'checksum');
  if (sum === undefined) return '';
  const kind =
    firstText(sum, ['checksumType', 'checksum-type']) || (sum.attributes.get('checksum-type') ?? '');
  const said = textWithin(sum, 'checksum') || sum.text.trim();
  return /^sha-?256$/i.test(kind) ? said.toLowerCase() : '';
}
