import { expect, test } from 'vitest';
import * as z from 'zod';
import { entitySchema, type Kind } from '../../sim/contract/entities.ts';
import { facilityKinds, type FacilityKind } from '../../sim/contract/kinds.table.ts';
import { missingFlags, specFlags, specFrom, withDefaults } from './spec-flags.ts';
import { specFields, type SpecField } from './spec-fields.table.ts';

type JsonSchema = {
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
};

function contractOf(kind: Kind): JsonSchema {
  const schema = entitySchema.options.find((option) => option.shape.kind.value === kind);
  if (schema === undefined) throw new Error(`The contract knows no ${kind}`);
  return z.toJSONSchema(schema.shape.spec, { io: 'input' }) as JsonSchema;
}

/** Every field of a spec by its path; a point on the floor is one field. */
function fieldsOf(
  schema: JsonSchema,
  before = '',
): { path: string; required: boolean; choices: readonly string[] | undefined }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    if (field.properties !== undefined && !('x' in field.properties)) return fieldsOf(field, `${path}.`);
    return [{ path, required: schema.required?.includes(name) === true, choices: field.enum }];
  });
}

test.each([...facilityKinds])(
  'FR-150-018 every field of a %s in the contract has its flag, and no flag is beyond the contract',
  (kind: FacilityKind) => {
    const own: readonly SpecField[] = specFields[kind];
    const contract = fieldsOf(contractOf(kind));
    expect(own.map((field) => field.path).toSorted()).toEqual(contract.map((field) => field.path).toSorted());
    const chosen = contract.filter(({ choices }) => choices !== undefined);
    const offered = chosen.map(({ path }) => own.find((field) => field.path === path)?.type);
    expect(offered).toEqual(chosen.map(({ choices }) => choices));
  },
);

test.each([...facilityKinds])(
  'FR-150-018 what the contract demands of a %s is demanded before the host is asked',
  (kind: FacilityKind) => {
    const demanded = fieldsOf(contractOf(kind)).filter((field) => field.required);
    const own: readonly SpecField[] = specFields[kind];
    const missing = missingFlags(kind, {}).map((flag) => flag.split(' ')[0] ?? '');
    expect(missing.toSorted()).toEqual(
      demanded.map(({ path }) => `--${own.find((field) => field.path === path)?.flag}`).toSorted(),
    );
  },
);

test('FR-150-018 flags become a spec with numbers, points and fields within fields', () => {
  expect(specFrom('rack', { position: '4.2,3', 'height-u': '48', facing: 'south' })).toEqual({
    ok: true,
    value: { position: { x: 4.2, y: 3 }, heightU: 48, facing: 'south' },
  });
  const device = specFrom('device', { u: '12', model: 'R660' });
  expect(device.ok && withDefaults('device', device.value)).toEqual({
    model: 'R660',
    category: 'server',
    slot: { position: 12, height: 1, face: 'both' },
  });
});

test('FR-130-288 an asset card, documents and a power curve are said with flags', () => {
  const documents = 'Manual=https://example.test/m?a=1; Lease = https://example.test/l';
  expect(
    specFrom('device', { owner: 'Ada', 'power-points': '1,2,3', documents, lifecycle: 'planned' }),
  ).toEqual({
    ok: true,
    value: {
      powerPoints: [1, 2, 3],
      lifecycle: 'planned',
      asset: {
        owner: 'Ada',
        documents: [
          { title: 'Manual', url: 'https://example.test/m?a=1' },
          { title: 'Lease', url: 'https://example.test/l' },
        ],
      },
    },
  });
});

test.each([
  ['rack', { position: '4.2' }, '--position takes two numbers as X,Y, not 4.2'],
  ['rack', { position: '1,2,3' }, '--position takes two numbers as X,Y, not 1,2,3'],
  ['rack', { 'height-u': '4.5' }, '--height-u takes a whole number, not 4.5'],
  ['rack', { setpoint: '19' }, 'A rack has no setpoint'],
  ['crac', { setpoint: 'cold' }, '--setpoint takes a number, not cold'],
  ['sensor', { path: '1,1;2' }, '--path takes points as X,Y;X,Y with semicolons between them, not 1,1;2'],
  ['device', { 'power-points': '1,,2' }, '--power-points takes numbers with commas between them, not 1,,2'],
  [
    'rack',
    { documents: 'Manual' },
    '--documents takes TITLE=URL, more than one parted by semicolons, not Manual',
  ],
] as const)('FR-150-018 %s %j is refused', (kind, said, message) => {
  const spec = specFrom(kind, said);
  expect(!spec.ok && spec.refusal.kind === 'usage' && spec.refusal.message).toBe(message);
});

test('FR-150-018 the help of a flag says whose it is', () => {
  expect(specFlags()['cells']?.help).toContain('(battery)');
  expect(specFlags()['position']?.help).toContain('(rack, ups, panel, crac, sensor)');
});
