/** What the documents say is held against what there is: commands are parsed, lab files planned. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { labFileSchema } from '../../sim/contract/lab-file.ts';
import { planLab } from '../../sim/index.ts';
import { usualSensors } from '../../sim/inventory/usual-sensors.table.ts';
import { parseLabFile } from '../services/labs/load-lab-file.ts';
import { parseArguments } from './arguments.ts';
import { findVerb } from './find-verb.ts';
import { globalFlags } from './global-flags.ts';
import { listings } from './listings/listings.table.ts';
import { verbs } from './verbs.table.ts';

const page = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

const leaves = verbs.flatMap((verb) =>
  verb.kind === 'leaf'
    ? [{ words: verb.name, leaf: verb }]
    : verb.leaves.map((leaf) => ({ words: `${verb.name} ${leaf.name}`, leaf })),
);

/** As a shell would part it, as far as documents need: quotes, comments, and the end of the command. */
function partedLine(line: string): readonly string[] {
  const command = line.replaceAll(/\$\([^)]*\)?/g, 'alarm-1');
  const words: string[] = [];
  for (const match of command.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)) {
    const [word] = match;
    if (['|', '>', '&&', '||'].includes(word) || word.startsWith('#')) break;
    words.push(word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
  }
  return words;
}

/** Why dvm would not take this line; nothing where it would. */
function complaint(line: string): string {
  const [, ...texts] = partedLine(line);
  const found = findVerb(verbs, texts);
  if (!found.ok) return `${line}: ${JSON.stringify(found.refusal)}`;
  if (found.value.kind !== 'leaf') return `${line}: a word is missing`;
  const { leaf, rest } = found.value;
  const parsed = parseArguments({ ...leaf.flags, ...globalFlags }, leaf.operands, rest);
  return parsed.ok ? '' : `${line}: ${JSON.stringify(parsed.refusal)}`;
}

const shellBlocks = (text: string): readonly string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
const commandsIn = (text: string): readonly string[] =>
  shellBlocks(text)
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith('dvm '));

test('FR-150-055 a line that dvm would not take is found out', () => {
  expect(complaint('dvm scenario run COOLING_FAILURE --rak A01')).toContain('--rak');
  expect(complaint('dvm ordr x')).toContain('ordr');
  expect(complaint('dvm lab')).toContain('a word is missing');
  expect(complaint('dvm alarm ack $(dvm get alarms -o name) --note "two words" # why')).toBe('');
});

test.each(leaves)('FR-150-055 every example in the help of $words is one that dvm takes', ({ leaf }) => {
  // Some stand inside what the shell does with them: source <(dvm completion bash).
  const examples = leaf.examples.map((example) => /\bdvm .*[^)]|\bdvm .*/.exec(example)?.[0] ?? '');
  expect(examples.map(complaint).filter(Boolean)).toEqual([]);
});

test.each([
  'README.md',
  'docs/alarms.md',
  'docs/cli.md',
  'docs/editing.md',
  'docs/getting-started.md',
  'docs/hardware.md',
  'docs/lab-files.md',
  'docs/mqtt.md',
  'docs/nut.md',
  'docs/scenarios.md',
  'docs/snmp.md',
])('FR-150-055 every dvm command in %s is one that dvm takes', (name) => {
  expect(commandsIn(page(name)).map(complaint).filter(Boolean)).toEqual([]);
});

test.each(leaves)('FR-150-055 docs/cli.md tells of dvm $words, with an example', ({ words, leaf }) => {
  const cli = page('docs/cli.md');
  // A branch's fallback may be said without its word.
  const [branch = '', own] = words.split(' ');
  const isFallback = verbs.some((verb) => verb.kind === 'branch' && verb.fallback === own);
  const said = commandsIn(cli).some(
    (line) => `${line} `.startsWith(`dvm ${words} `) || (isFallback && line.startsWith(`dvm ${branch}`)),
  );
  expect({ words, said }).toEqual({ words, said: true });
  // Those of create, change and move are the fields of every kind; the help lists them.
  const flags = ['create', 'change', 'move'].includes(words) ? [] : Object.keys(leaf.flags);
  expect(flags.filter((name) => !cli.includes(`--${name}`))).toEqual([]);
});

test('FR-150-055 docs/cli.md names everything that can be listed', () => {
  const cli = page('docs/cli.md');
  for (const { name } of listings) expect(cli).toMatch(new RegExp(`\`${name}\``));
});

const labFiles = page('docs/lab-files.md');
const labsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)]
    .map((match) => match[1] ?? '')
    .filter((block) => block.includes('kind: Lab'));

test('FR-150-055 the lab that docs/lab-files.md shows is one that can be founded', () => {
  const labs = labsIn(labFiles);
  expect(labs).toHaveLength(1);
  for (const text of labs) {
    const loaded = parseLabFile(text, 'docs/lab-files.md');
    if (!loaded.ok) throw new Error(loaded.refusal.message);
    const plan = planLab(loaded.value.file, { name: 'Documented', epoch: 0 });
    expect(plan).toMatchObject({ ok: true });
  }
});

type Shape = {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly anyOf?: readonly Shape[];
};

/** Each list or section of the schema with the names of its fields: `gensets: name, model …`. */
function sectionsOf(shape: Shape, name: string): readonly (readonly [string, readonly string[]])[] {
  const inside = [shape.items, ...(shape.anyOf ?? [])].filter((each) => each !== undefined);
  const record = typeof shape.additionalProperties === 'object' ? [shape.additionalProperties] : [];
  const own = Object.entries(shape.properties ?? {});
  return [
    ...(own.length === 0 ? [] : [[name, own.map(([field]) => field)] as const]),
    ...own.flatMap(([field, each]) => sectionsOf(each, field)),
    ...[...inside, ...record].flatMap((each) => sectionsOf(each, name)),
  ];
}

const sections = sectionsOf(z.toJSONSchema(labFileSchema, { io: 'input' }) as Shape, 'file').filter(
  // A point on the floor is explained once, for all.
  ([, fields]) => fields.join() !== 'x,y',
);

/** What tells of a section: its row in a table, or everything where it has none. */
const tellingOf = (section: string): string =>
  labFiles.split('\n').find((line) => line.startsWith(`| \`${section}\` |`)) ?? labFiles;

test.each(sections)('FR-150-055 docs/lab-files.md tells of every field of %s', (section, fields) => {
  const telling = tellingOf(section);
  expect(fields.filter((field) => !telling.includes(`\`${field}\``))).toEqual([]);
});

test.each(Object.entries(usualSensors))(
  'FR-150-055 docs/lab-files.md tells what a %s is usually measured by',
  (kind, usual) => {
    const line = labFiles.split('\n').find((each) => each.startsWith(`| ${kind} |`)) ?? '';
    for (const { metric, place } of usual) {
      expect(line).toContain(metric);
      if (place !== 'middle') expect(line).toContain(place);
    }
  },
);
