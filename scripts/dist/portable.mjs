import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, say } from '../start/run.mjs';
import { planPortable } from './plan.mjs';

/**
 * @param {string} root
 * @param {import('./arguments.mjs').DistOptions} options
 * @returns {Promise<string>} the archive
 */
export async function buildPortable(root, options) {
  const plan = planPortable(root, options.target);
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-dist-'));
  try {
    say(`Collecting ${plan.copied.length + plan.written.length} files …`);
    layOut(plan, join(folder, plan.name));
    mkdirSync(options.out, { recursive: true });
    const archive = join(
      options.out,
      `${plan.name}.${options.compression === 'zip' ? 'zip' : `tar.${options.compression}`}`,
    );
    say(`Packing ${basename(archive)} …`);
    await pack({ folder, name: plan.name, archive, compression: options.compression });
    writeFileSync(`${archive}.sha256`, `${await sha256(archive)}  ${basename(archive)}\n`);
    return archive;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('./plan.mjs').Plan} plan
 * @param {string} folder
 */
function layOut(plan, folder) {
  const place = (/** @type {string} */ to) => {
    const path = join(folder, to);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  for (const { from, to, isExecutable } of plan.copied) {
    copyFileSync(from, place(to));
    chmodSync(join(folder, to), isExecutable ? 0o755 : 0o644);
  }
  for (const { to, text, isExecutable } of plan.written)
    writeFileSync(place(to), text, { mode: isExecutable ? 0o755 : 0o644 });
}

/**
 * The system's own tar: GNU's on Linux, libarchive's (which also writes zip) on macOS and Windows.
 * @param {{folder: string, name: string, archive: string, compression: 'xz' | 'gz' | 'zip'}} job
 */
async function pack({ folder, name, archive, compression }) {
  rmSync(archive, { force: true });
  // Nobody's user id, and names in order: the same files make the same archive.
  const tidy =
    process.platform === 'linux'
      ? ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0']
      : [];
  const words = { xz: [...tidy, '-cJf'], gz: [...tidy, '-czf'], zip: ['-acf'] }[compression];
  const code = await run('tar', ['-C', folder, ...words, archive, name], { env: { XZ_OPT: '-T0 -6' } });
  if (code !== 0)
    throw new Error(
      `tar ended with ${code}${compression === 'xz' ? ' (is xz installed? --gzip does without)' : ''}.`,
    );
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
