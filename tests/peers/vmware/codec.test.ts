import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { randomValues } from '../../../src-main/personalities/vmware/wire/random-value.fixture.ts';
import type { Data, Value } from '../../../src-main/personalities/vmware/wire/value.ts';
import { alone, readBack, wireBench } from '../../../src-main/personalities/vmware/wire/wire.fixture.ts';
import { places, reason } from './peers.ts';
import { runProgram } from './run-program.ts';
import { startVcsim, type Vcsim } from './server.ts';

const crawl = fileURLToPath(new URL('codec/crawl.py', import.meta.url));
const echo = fileURLToPath(new URL('codec/echo.py', import.meta.url));

/** Each pyvmomi and the newest version of the interface that it knows. */
const newest = [
  ['6.7.1', '6.7.1'],
  ['8.0.3', '8.0.3.0'],
  ['9.0.0', '9.0.0.0'],
] as const;

/** What pyvmomi makes of these texts. */
function echoed(pyvmomi: string, version: string, texts: readonly string[]): Promise<readonly string[]> {
  const env = { ...process.env, PYTHONPATH: places.python[pyvmomi] };
  const child = spawn('/usr/bin/python3', ['-W', 'ignore', echo, version], { env });
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
  child.stdin.end(JSON.stringify(texts));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(heard.out) as readonly string[]);
      else reject(new Error(heard.err));
    });
  });
}

type Crawled = {
  readonly version: string;
  /** How many of each type were read. */
  readonly read: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
};

async function crawled(pyvmomi: string, { port, username, password }: URL): Promise<Crawled> {
  const words = ['/usr/bin/python3', '-W', 'ignore', crawl, port, username, password];
  const { status, output, error } = await runProgram(words, {
    environment: { PYTHONPATH: places.python[pyvmomi] ?? '' },
  });
  if (status !== 0) throw new Error(error);
  return JSON.parse(output) as Crawled;
}

let server: Vcsim | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

const bench = wireBench();
const count = 400;
const { schema } = bench;
/** Reflection's types: pyvmomi has them only once a server told it of them; of a disk's inside and of volumes' tasks only govc knows. */
const reflected = /^(?:ReflectManaged|DynamicType|Cns|VirtualDiskInfo(?:Unit)?$)/;

/** A fault stands in a localized one wherever it travels but in the detail of an answer. */
const roots = schema
  .names('data')
  .filter(
    (name) => schema.isA(name, 'DynamicData') && !schema.isA(name, 'MethodFault') && !reflected.test(name),
  );

/** pyvmomi writes a carriage return as it is, which no reader gives back, and dates without their last noughts. */
const comparable = (value: Value): string =>
  JSON.stringify(value, null, 1)
    .replaceAll(String.raw`\r`, '')
    .replaceAll(/"(\d{4}-\d\d-\d\dT[^"]*)"/g, (_whole, date: string) => new Date(date).toISOString());

describe.skipIf(reason !== null)('pyvmomi', () => {
  test.each(newest)(
    'FR-020-013 pyvmomi %s reads what we write and writes what we read',
    async (pyvmomi, version) => {
      const reading = bench.reading(version);
      const { index } = reading.version;
      const known = roots.filter(
        (name) => (schema.dataType(name)?.since ?? 0) <= index && name !== 'DynamicData',
      );
      const valuesOf = randomValues(schema, index);
      const values = Array.from({ length: count }, (_, seed): Data => {
        const made = valuesOf(seed + 1);
        return made.data(made.pick(known));
      });
      const put = bench.writer(version).element('thing', 'DynamicData');
      const texts = values.map((value) => alone(put(value)));
      const answers = await echoed(pyvmomi, version, texts);
      expect(answers).toHaveLength(count);
      for (const [at, answer] of answers.entries()) {
        expect(comparable(readBack(answer, 'DynamicData', reading))).toBe(comparable(values[at]));
      }
    },
  );

  test.each([
    ['6.7.1', '6.7.1'],
    ['8.0.3', '8.0.2.0'],
    ['9.0.0', '8.0.2.0'],
  ])('FR-020-014 pyvmomi %s reads every property that the server tells', async (pyvmomi, version) => {
    server = await startVcsim('ours', ['-api-version', '8.0.2.0', '-app', '1', '-pod', '1', '-pool', '1']);
    const told = await crawled(pyvmomi, server.url);
    expect(told.problems).toEqual([]);
    expect(told.version).toBe(version);
    expect(Object.keys(told.read)).toEqual(
      expect.arrayContaining([
        'ServiceInstance',
        'Folder',
        'Datacenter',
        'HostSystem',
        'VirtualMachine',
        'Datastore',
      ]),
    );
  });
});
