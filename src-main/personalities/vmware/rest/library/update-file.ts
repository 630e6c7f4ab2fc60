import { randomUUID } from 'node:crypto';
import type { UpdateFile } from './transfer-book.ts';

/** One that is still to come: by the client, or from its source. */
export const newFile = (
  parts: Pick<UpdateFile, 'session' | 'name' | 'source'> & Partial<UpdateFile>,
): UpdateFile => ({
  transfer: randomUUID(),
  size: null,
  checksum: null,
  status: parts.source === null ? 'WAITING_FOR_TRANSFER' : 'TRANSFERRING',
  transferred: 0,
  sha: '',
  error: '',
  isNamed: false,
  ...parts,
});
