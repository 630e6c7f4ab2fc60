import type { Program } from '../../kernel/program.ts';
import { base64 } from './base64.ts';
import { cksum, md5sum, sha1sum, sha224sum, sha256sum, sha512sum } from './checks.ts';
import { gunzip, gzip, zcat } from './gzip.ts';
import { tar } from './tar.ts';
import { unxz, xz, xzcat } from '../xz/xz.ts';

/** Programs that pack, and those that tell whether what was packed is what came. */
export const archivePrograms: ReadonlyMap<string, Program> = new Map(Object.entries({
  base64, cksum, gunzip, gzip, md5sum, sha1sum, sha224sum, sha256sum, sha512sum, tar, unxz, xz, xzcat, zcat,
}));
