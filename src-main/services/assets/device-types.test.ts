import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceTypeQueries, deviceTypeSchema } from '../../../sim/contract/device-types.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { silentLog } from '../../host/log.ts';
import { importDeviceTypes } from './device-type-import.ts';
import { openDeviceTypes } from './device-type-library.ts';
import { readDeviceType } from './device-type-yaml.ts';
import { genericTypes } from './generic-types.table.ts';
import { readZip } from './zip-file.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'coldaisle-types-'));

/** As an archiver writes it: what is short is stored, the rest deflated. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const body = Buffer.from(text);
    const method = body.length < 40 ? 0 : 8;
    const packed = method === 0 ? body : deflateRawSync(body);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(crc32(body), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(body.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(head, name, packed);
    list.push(entry, name);
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const count = Object.keys(files).length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...list, end]);
}

const server = `
manufacturer: Acme
model: Alpha 1
slug: acme-alpha-1
part_number: A1
u_height: 1
is_full_depth: true
airflow: front-to-rear
weight: 33.07
weight_unit: lb
comments: kept
interfaces:
  - {name: eth0, type: 10gbase-t}
  - {name: bmc, type: 1000base-t, mgmt_only: true}
power-ports:
  - {name: PSU1, type: iec-60320-c14, maximum_draw: 500, allocated_draw: 300}
  - {name: PSU2, type: iec-60320-c14, maximum_draw: 500, allocated_draw: 300}
`;

test('FR-130-340 a device type is read with its size, weight, draw and ports, and unknown keys are kept', () => {
  const { type, remarks } = readDeviceType('a.yaml', server);
  expect(remarks).toEqual([]);
  expect(deviceTypeSchema.parse(type)).toMatchObject({
    slug: 'acme-alpha-1',
    category: 'server',
    height: 1,
    depth: 'full',
    weight: 15,
    rated: 500,
    allocated: 300,
    psus: 2,
    ports: 1,
    origin: 'imported',
    more: { comments: 'kept' },
  });
});

test('FR-130-341 what is doubtful is said and taken, what is wrong is said and left out', () => {
  const doubtful = `manufacturer: A
model: B C
u_height: 1.5
weight: 3
interfaces: [{name: e}, {name: e}]
power-ports: [{name: p, maximum_draw: 0}]
`;
  const { type, remarks } = readDeviceType('b.yaml', doubtful);
  expect(type).toMatchObject({ slug: 'a-b-c', height: 1.5, rated: null, weight: 3, psus: 1 });
  expect(remarks.map(({ message }) => message)).toEqual([
    'u_height 1.5 is no whole unit; 2 are kept for it in a rack',
    'power-ports say no maximum_draw, or 0',
    'weight has no weight_unit; kg is taken',
    'interfaces has e more than once',
  ]);
  expect(readDeviceType('c.yaml', 'manufacturer: A\nmodel: B').remarks).toMatchObject([
    { message: 'u_height is missing; 1 is taken' },
  ]);
  for (const text of ['a: [', '- 1', 'model: B', 'manufacturer: A\nmodel: B\nu_height: tall', '']) {
    expect(readDeviceType('d.yaml', text)).toMatchObject({ type: null, remarks: [{ level: 'wrong' }] });
  }
});

test('FR-130-342 an archive is read file by file, and a damaged one is refused', () => {
  const files = { 'a/x.yaml': 'short', 'a/y.yaml': 'long enough to be deflated, over and over and over' };
  const zip = zipOf(files);
  const read = readZip(zip);
  if (!read.ok) throw new Error(read.refusal.message);
  expect(Object.fromEntries(read.value.map((one) => [one.path, one.read().toString()]))).toEqual(files);
  expect(readZip(zip.subarray(0, zip.length - 5))).toMatchObject({ refusal: { code: 'damaged-file' } });
  fc.assert(
    fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, byte) => {
      const other = Buffer.from(zip);
      other[at] = byte;
      const entries = readZip(other);
      const readable = entries.ok ? entries.value : [];
      for (const entry of readable) {
        try {
          entry.read();
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
    }),
  );
});

const operations = {
  list: () => [],
  run: (_: string, work: (progress: () => void, id: never) => unknown) =>
    work(() => undefined, 'operation-1' as never),
} as never;

const reportOf = (result: Result<DeskReceipt>) => {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value.deviceTypes;
};

test('FR-130-343 FR-120-500 a folder, its ZIP or one file is imported with a report, and stays after a restart', async () => {
  const directory = folder();
  const library = folder();
  mkdirSync(join(library, 'device-types', 'Acme'), { recursive: true });
  mkdirSync(join(library, 'module-types'));
  writeFileSync(join(library, 'device-types', 'Acme', 'alpha.yaml'), server);
  writeFileSync(join(library, 'device-types', 'Acme', 'bad.yml'), 'model: x');
  writeFileSync(join(library, 'module-types', 'm.yaml'), server);
  const deviceTypes = openDeviceTypes({ directory, log: silentLog });
  const deps = { deviceTypes, operations };
  expect(reportOf(await importDeviceTypes(deps, { file: library, mode: 'check' }))).toMatchObject({
    added: 1,
    wrong: 1,
  });
  expect(existsSync(join(directory, 'device-types.json'))).toBe(false);
  expect(reportOf(await importDeviceTypes(deps, { file: library, mode: 'import' }))).toMatchObject({
    added: 1,
    replaced: 0,
    wrong: 1,
    remarkCount: 1,
    remarks: [{ file: 'device-types/Acme/bad.yml', level: 'wrong' }],
  });
  const zip = join(library, 'all.zip');
  const beta = server.replace('Alpha 1', 'Beta').replace('acme-alpha-1', 'acme-beta');
  writeFileSync(
    zip,
    zipOf({
      'lib/device-types/a.yaml': server,
      'lib/device-types/b.yaml': beta,
      'lib/c.yaml': beta,
      'lib/README.md': '',
    }),
  );
  expect(reportOf(await importDeviceTypes(deps, { file: zip, mode: 'import' }))).toMatchObject({
    added: 1,
    replaced: 1,
    remarkCount: 1,
  });
  expect(await importDeviceTypes(deps, { file: join(library, 'none'), mode: 'import' })).toMatchObject({
    refusal: { code: 'not-found' },
  });
  expect(await importDeviceTypes(deps, { file: folder(), mode: 'import' })).toMatchObject({
    refusal: { message: 'There is no YAML file in it' },
  });
  const again = openDeviceTypes({ directory, log: silentLog });
  const found = deviceTypeQueries['device-types'].answer.parse(
    again.find({ text: 'ACME a1 beta', offset: 0, limit: 10 }),
  );
  expect(found.items.map(({ slug }) => slug)).toEqual(['acme-beta']);
  expect(again.remove('Acme')).toEqual({ ok: true, value: 2 });
  expect(again.find({ offset: 0, limit: 3 })).toMatchObject({ total: genericTypes.length });
});

test('FR-130-344 a library file that is not understood is kept aside, and one that cannot be written is refused', () => {
  const directory = folder();
  writeFileSync(join(directory, 'device-types.json'), '{"version":1,"types":[{}]}');
  const library = openDeviceTypes({ directory, log: silentLog });
  expect(library.find({ manufacturer: 'Generic', offset: 0, limit: 50 }).total).toBe(genericTypes.length);
  expect(readFileSync(join(directory, 'device-types.json.damaged'), 'utf8')).toContain('"types":[{}]');
  expect(existsSync(join(directory, 'device-types.json'))).toBe(false);
  const blocked = join(directory, 'file');
  writeFileSync(blocked, '');
  const other = openDeviceTypes({ directory: join(blocked, 'inside'), log: silentLog });
  expect(other.add([...genericTypes], 'import')).toMatchObject({ refusal: { code: 'storage-failed' } });
  expect(new Set(genericTypes.map(({ slug }) => slug)).size).toBe(genericTypes.length);
});
