import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { confinedFile } from '../confined-path.ts';
import { rejection } from '../faults.ts';
import type { Reply } from './reply.ts';

/** One file of the exports folder, to be kept and never shown. */
export async function exportReply(directory: string, encodedName: string): Promise<Reply> {
  const file = encodedName.includes('/') ? null : confinedFile(directory, encodedName);
  if (file === null) return rejection('no-such-page', 'There is no such file in the exports folder.');
  const { size } = await stat(file);
  const name = encodeURIComponent(basename(file)).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    },
    body: createReadStream(file, { end: Math.max(0, size - 1) }),
  };
}
