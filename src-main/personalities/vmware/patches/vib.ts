/** A package of ESXi: an `ar` archive whose first member describes it. Payloads are not looked into. */
import { readXml } from '../wire/xml.ts';
import type { XmlElement } from '../wire/xml.ts';
import type { Constraint } from './versions.ts';

export type Vib = {
  readonly name: string;
  readonly version: string;
  readonly vendor: string;
  readonly summary: string;
  readonly description: string;
  readonly level: string;
  readonly releasedAt: string;
  readonly needsMaintenance: boolean;
  /** It is in use at once; else after the next start. */
  readonly isLive: boolean;
  /** The same of its removal, where that differs. */
  readonly isLiveToRemove?: boolean;
  readonly depends?: readonly Constraint[];
  readonly conflicts?: readonly Constraint[];
  readonly provides?: readonly string[];
};

/** `VMware_bootbank_esx-base_8.0.2-0.0.22380479` */
export const idOf = ({ name, version, vendor }: Pick<Vib, 'name' | 'version' | 'vendor'>): string =>
  `${vendor}_bootbank_${name}_${version}`;

/** What has to be read of one to know it. */
export const mostHead = 1_048_576;

const magic = '!<arch>\n';
const headLength = 60;
const levels: Readonly<Record<string, string>> = {
  certified: 'vmware_certified',
  accepted: 'vmware_accepted',
  partner: 'partner',
  community: 'community',
};

/** null: it is no package, or says too little of itself. */
export function vibIn(bytes: Uint8Array): Vib | null {
  const descriptor = firstMember(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (descriptor === null) return null;
  const read = readXml(descriptor, { bytes: mostHead, depth: 30, elements: 20_000 });
  return read.ok && read.value.name === 'vib' ? vibOf(read.value) : null;
}

function firstMember(bytes: Buffer): Buffer | null {
  const head = bytes.toString('latin1', 0, magic.length + headLength);
  if (!head.startsWith(magic)) return null;
  const name = head.slice(magic.length, magic.length + 16).trim();
  const size = Number(head.slice(magic.length + 48, magic.length + 58));
  const from = magic.length + headLength;
  const isWhole = Number.isInteger(size) && size > 0 && from + size <= bytes.length;
  return /^descriptor\.xml\/?$/.test(name) && isWhole ? bytes.subarray(from, from + size) : null;
}

export const within = (element: XmlElement, path: string): XmlElement | undefined =>
  path
    .split('.')
    .reduce<XmlElement | undefined>((of, name) => of?.children.find((child) => child.name === name), element);

export const textWithin = (element: XmlElement, path: string): string =>
  within(element, path)?.text.trim() ?? '';

export const levelSpoken = (word: string): string | undefined => levels[word];

function constraintsIn(root: XmlElement, kind: string): readonly Constraint[] {
  const said = within(root, `relationships.${kind}`)?.children ?? [];
  return said
    .filter(({ name }) => name === 'constraint')
    .map(({ attributes }) => ({
      name: attributes.get('name') ?? '',
      relation: attributes.get('relation') ?? '',
      version: attributes.get('version') ?? '',
    }));
}

/** What a descriptor says; null where it says too little. */
export function vibOf(root: XmlElement): Vib | null {
  const textOf = (path: string): string => textWithin(root, path);
  const level = levels[textOf('acceptance-level')];
  const named = [textOf('name'), textOf('version'), textOf('vendor')];
  const [name = '', version = '', vendor = ''] = named;
  const released = Date.parse(textOf('release-date'));
  if (level === undefined || named.includes('') || Number.isNaN(released)) return null;
  return {
    name,
    version,
    vendor,
    summary: textOf('summary'),
    description: textOf('description'),
    level,
    releasedAt: new Date(released).toISOString(),
    needsMaintenance: textOf('system-requires.maintenance-mode') === 'true',
    isLive: textOf('live-install-allowed') === 'true',
    isLiveToRemove: textOf('live-remove-allowed') === 'true',
    depends: constraintsIn(root, 'depends'),
    conflicts: constraintsIn(root, 'conflicts'),
    provides:
      (within(root, 'relationships.provides') ?? within(root, 'provides'))?.children.map(
        ({ attributes, text }) => attributes.get('name') ?? text.trim(),
      ) ?? [],
  };
}
