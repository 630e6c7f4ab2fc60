/** Extensions show a certificate that they left here before: paper `extension-keys`. */
import { X509Certificate } from 'node:crypto';
import type { Account } from '../server/users.ts';
import type { Vc } from '../vc.ts';

/** The name in its tokens, and in its sessions. */
export const extensionAccount = (extension: string): Account => ({
  name: `VSPHERE.LOCAL\\${extension}`,
  fullName: extension,
});

/** Whether an extension of this key has left one. */
export function hasCertificate({ papers }: Pick<Vc, 'papers'>, extension: string): boolean {
  const paper = papers.get('extension-keys');
  return typeof paper === 'object' && paper !== null && extension in paper;
}

/** The key of the extension whose certificate this is. */
export function extensionWith({ papers }: Pick<Vc, 'papers'>, certificate: string): string | null {
  const paper = papers.get('extension-keys');
  if (typeof paper !== 'object' || paper === null) return null;
  const shown = fingerprint(Buffer.from(certificate, 'base64'));
  if (shown === null) return null;
  for (const [name, secret] of Object.entries(paper)) {
    const kept = (secret as { readonly certificate?: unknown } | null)?.certificate;
    if (typeof kept === 'string' && fingerprint(kept) === shown) return name;
  }
  return null;
}

function fingerprint(certificate: string | Buffer): string | null {
  try {
    return new X509Certificate(certificate).fingerprint256;
  } catch {
    return null;
  }
}
