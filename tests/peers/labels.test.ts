import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { code128, code128Quiet } from '../../src-renderer/features/assets/code-128.ts';
import { qrCode, qrQuiet } from '../../src-renderer/features/assets/qr-code.ts';

const isThere = spawnSync('zbarimg', ['--version']).error === undefined;
const reason = isThere ? null : 'zbarimg is not installed (Debian: zbar-tools)';
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coldaisle-labels-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A picture in grey, so many dots to the module. */
function read(rows: readonly (readonly boolean[])[], dots: number): string {
  const width = (rows[0]?.length ?? 0) * dots;
  const pixels = rows.flatMap((row) => {
    const line = row.flatMap((dark) => Array.from({ length: dots }, () => (dark ? 0 : 255)));
    return Array.from({ length: dots }, () => line).flat();
  });
  const file = join(folder, 'code.pgm');
  const head = Buffer.from(`P5\n${width} ${rows.length * dots}\n255\n`);
  writeFileSync(file, Buffer.concat([head, Buffer.from(pixels)]));
  const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8' });
  return stdout.replace(/\n$/, '');
}

function qrPicture(text: string): boolean[][] {
  const code = qrCode(text);
  if (code === null) throw new Error(`${text} is too long`);
  const size = code.rows.length + 2 * qrQuiet;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => code.rows[row - qrQuiet]?.[column - qrQuiet] === true),
  );
}

function barPicture(text: string): boolean[][] {
  const code = code128(text);
  if (code === null) throw new Error(`${text} cannot be written`);
  const line = Array.from({ length: code.length + 2 * code128Quiet }, () => false);
  for (const { at, width } of code.bars) line.fill(true, at + code128Quiet, at + code128Quiet + width);
  return Array.from({ length: 30 }, () => line);
}

describe.skipIf(reason !== null)('a reader of codes', () => {
  test('FR-120-491 reads a QR code of every version as what was written', { timeout: 60_000 }, () => {
    const link = 'http://127.0.0.1:47110/device?id=device-104233';
    const texts = ['DC1-00042', link, 'Schrank Ä01, Höheneinheit 7'];
    const long = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213].map((length) =>
      Array.from({ length }, (_, at) => String.fromCharCode(33 + ((at * 37) % 90))).join(''),
    );
    for (const text of [...texts, ...long]) expect(read(qrPicture(text), 4)).toBe(text);
  });

  test('FR-120-492 reads a bar code of letters, of digits and of both as what was written', () => {
    for (const text of ['DC1-00042', '00012345678', 'SN-7F3a~!', '42', 'A1B22C3333D4444444', 'x12345678'])
      expect(read(barPicture(text), 3)).toBe(text);
  });
});
