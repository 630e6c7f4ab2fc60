/** Whose tokens stand for which user of a guest: files in the guest itself, as VMware Tools keep them. */
import { bytesOf, textOf } from '../../../../sim/guests/bytes.ts';
import { done } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';
import { escaped } from '../wire/escape.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import type { XmlElement } from '../wire/xml.ts';
import type { Hands } from './hands.ts';

/** `subject` null: whoever the certificate vouches for. */
export type Alias = { readonly subject: string | null; readonly comment: string };

export type Vouched = {
  /** Base64 of the certificate, without line breaks. */
  readonly certificate: string;
  /** The user need not be named: the certificate alone says who it is. */
  readonly isMapped: boolean;
  readonly aliases: readonly Alias[];
};

const directory = '/var/lib/vmware/VGAuth/aliasStore';
const fileOf = (user: string): string => `${directory}/user-${encodeURIComponent(user)}.xml`;

const attribute = (text: string): string => escaped(text).replaceAll('"', '&quot;');

const aliasText = ({ subject, comment }: Alias): string =>
  `<alias${subject === null ? '' : ` subject="${attribute(subject)}"`} comment="${attribute(comment)}"/>`;

const written = (all: readonly Vouched[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<userAlias>\n${all
    .map(
      ({ certificate, isMapped, aliases }) =>
        `<certificate mapped="${isMapped}" pem="${certificate}">${aliases.map(aliasText).join('')}</certificate>\n`,
    )
    .join('')}</userAlias>\n`;

const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** What cannot be read is nothing: whoever has broken the file lets nobody in by it. */
function readIn(text: string): readonly Vouched[] {
  const read = readXml(Buffer.from(text), defaultLimits);
  if (!read.ok) return [];
  return childrenOf(read.value, 'certificate').map((one) => ({
    certificate: one.attributes.get('pem') ?? '',
    isMapped: one.attributes.get('mapped') === 'true',
    aliases: childrenOf(one, 'alias').map(({ attributes }) => ({
      subject: attributes.get('subject') ?? null,
      comment: attributes.get('comment') ?? '',
    })),
  }));
}

/** `root`: hands of root's. */
export async function aliasesOf(root: Hands, user: string): Promise<readonly Vouched[]> {
  const file = await root.read(fileOf(user));
  return file.ok ? readIn(textOf(file.value)) : [];
}

export async function keepAliases(root: Hands, user: string, all: readonly Vouched[]): Promise<Answer<null>> {
  const kept = all.filter(({ aliases }) => aliases.length > 0);
  if (kept.length === 0) {
    const there = await root.look(fileOf(user));
    return there.ok ? root.remove(fileOf(user)) : done(null);
  }
  await root.makeDirectory(directory, 'made');
  return root.write(fileOf(user), {
    bytes: bytesOf(written(kept)),
    isReplaced: true,
    change: { mode: 0o600 },
  });
}

export type Mapped = { readonly user: string; readonly vouched: Vouched };

/** Of all users. */
export async function mappedAliases(root: Hands): Promise<readonly Mapped[]> {
  const files = await root.list(directory);
  const users = (files.ok ? files.value : []).flatMap(({ name }) => {
    const [, user] = /^user-(.+)\.xml$/.exec(name) ?? [];
    return user === undefined ? [] : [decodeURIComponent(user)];
  });
  const found: Mapped[] = [];
  for (const user of users)
    for (const vouched of await aliasesOf(root, user)) if (vouched.isMapped) found.push({ user, vouched });
  return found;
}

/** Whether one of these certificates may speak for the user about this subject. */
export const standsFor = (
  { certificate, aliases }: Vouched,
  { certificates, subject }: { readonly certificates: readonly string[]; readonly subject: string },
): boolean =>
  certificates.includes(certificate) &&
  aliases.some((alias) => alias.subject === null || alias.subject === subject);
