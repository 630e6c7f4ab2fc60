import { expect, test } from 'vitest';
import { changesOf, draftOf, newDraft, readDraft } from './device-draft.ts';
import { firstDraft } from './device-dialog.tsx';
import { fieldNames } from './device-fields.table.ts';
import { sampleModels } from './rack-samples.ts';
import { devicesIn } from './rack-model.ts';

const model = sampleModels[0];
if (model === undefined) throw new Error('no sample');
const devices = devicesIn(model);
const web = devices.find(({ name }) => name === 'web-01');
if (web === undefined) throw new Error('no sample');

test('FR-120-335 a device that nobody touched reads back as it was, and changes nothing', () => {
  for (const device of devices) {
    const read = readDraft(draftOf(device), { device, others: devices });
    expect(read.ok && changesOf(device, read.spec)).toEqual({});
  }
});

test('FR-120-335 a change names only what differs', () => {
  const read = readDraft(
    { ...draftOf(web), weight: '31,5', owner: 'Anna', height: '1' },
    { device: web, others: devices },
  );
  expect(read.ok && changesOf(web, read.spec)).toEqual({
    weight: 31.5,
    slot: { ...web.spec.slot, height: 1 },
    asset: { owner: 'Anna' },
  });
});

test.each([
  ['name', 'web-02', /Another device/],
  ['name', '/x', /letters/],
  ['model', '', /filled/],
  ['position', '0', /from 1 to 60/],
  ['height', '1.5', /whole/],
  ['ratedPower', 'much', /number/],
  ['idlePower', '900', /above the rated/],
  ['address', '10.0.0.300', /10\.0\.0\.12/],
  ['installed', '2026-13-40', /2026-01-31/],
  ['powerPoints', '1, 2, 3', /11 numbers/],
] as const)('FR-120-335 %s %j is refused in the form, with what is wrong', (field, value, because) => {
  const read = readDraft({ ...draftOf(web), [field]: value }, { device: web, others: devices });
  expect(!read.ok && read.errors[field]).toMatch(because);
});

test('FR-120-335 what is emptied is taken away', () => {
  const heavy = { ...web, spec: { ...web.spec, weight: 21, serial: 'X1' } };
  const read = readDraft({ ...draftOf(heavy), weight: '', serial: ' ' }, { device: heavy, others: devices });
  expect(read.ok && changesOf(heavy, read.spec)).toEqual({ weight: null, serial: null });
});

test('FR-120-336 a new device begins at the unit that was asked for, with the height and the face that fit there', () => {
  expect(firstDraft(model, { unit: 35, side: 'front' })).toMatchObject({
    position: '35',
    height: '2',
    face: 'both',
  });
  expect(firstDraft(model, { unit: 39, side: 'front' })).toMatchObject({ position: '39', height: '1' });
  const read = readDraft(newDraft('new-01', { position: 3, face: 'front' }), { device: null, others: [] });
  expect(read.ok && read.spec).toMatchObject({ slot: { position: 3, height: 2, face: 'front' }, psus: 2 });
  expect(fieldNames).toContain('address');
});
