import { tarOf as tarOfEntries } from '../../../../guests/container/tar.ts';

/** Files one after the other: an OVA is no more than that. */
export const tarOf = (files: Readonly<Record<string, Buffer | string>>): Buffer =>
  tarOfEntries(
    Object.entries(files).map(([path, content]) => ({
      path,
      kind: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      modifiedAt: 0,
      content: Buffer.from(content).toString('latin1'),
    })),
  );
