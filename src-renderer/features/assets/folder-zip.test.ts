import { expect, test } from 'vitest';
import { crc32, zippedFolder, zipOf } from './folder-zip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function joined(parts: readonly Uint8Array[]): DataView {
  const whole = new Uint8Array(parts.flatMap((part) => [...part]));
  return new DataView(whole.buffer);
}

test('FR-120-494 a folder becomes an archive whose list says where each file begins and what it sums up to', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  const view = joined(
    zipOf([
      { path: 'Acme/a.yaml', bytes: bytes('model: A\n') },
      { path: 'Acme/ä.yml', bytes: bytes('model: B\n') },
    ]),
  );
  const end = view.byteLength - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  expect(view.getUint16(end + 10, true)).toBe(2);
  let at = view.getUint32(end + 16, true);
  expect(at + view.getUint32(end + 12, true)).toBe(end);
  for (const [path, text] of [
    ['Acme/a.yaml', 'model: A\n'],
    ['Acme/ä.yml', 'model: B\n'],
  ] as const) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    expect(view.getUint32(at + 16, true)).toBe(crc32(bytes(text)));
    const length = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    expect(view.getUint32(local, true)).toBe(0x04034b50);
    const name = new Uint8Array(view.buffer, local + 30, length);
    expect(new TextDecoder().decode(name)).toBe(path);
    const body = new Uint8Array(view.buffer, local + 30 + length, bytes(text).length);
    expect(new TextDecoder().decode(body)).toBe(text);
    at += 46 + length;
  }
});

test('FR-120-494 only YAML files of a folder are sent, and a folder without any is not', async () => {
  const zip = await zippedFolder([new File(['model: A\n'], 'a.yaml'), new File(['x'], 'front.png')]);
  const view = new DataView(await (zip ?? new File([], '')).arrayBuffer());
  expect(view.getUint16(view.byteLength - 12, true)).toBe(1);
  expect(await zippedFolder([new File(['x'], 'front.png')])).toBeNull();
});
