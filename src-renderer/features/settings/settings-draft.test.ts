import { expect, test } from 'vitest';
import { settingsSchema } from '../../../sim/contract/settings.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { historyWords } from './history-words.ts';
import {
  editsIn,
  fieldsOf,
  patchOf,
  placeOf,
  problemsIn,
  savedText,
  textAt,
  withEdit,
  withoutSection,
  wordsAt,
} from './settings-draft.ts';
import { sections } from './settings-fields.table.ts';
import type { Section } from './settings-fields.table.ts';
import { sampleSettings } from './settings-samples.ts';

const usual = settingsSchema.parse({});
const sectionOf = (id: string): Section => {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`there is no section ${id}`);
  return found;
};
const faces = sectionOf('faces');
const fields = sections.flatMap(fieldsOf);

test.each(fields.map(({ path }) => path))('FR-120-260 %s is a setting that the host has', (path) => {
  expect(savedText(usual, path)).not.toBe('');
});
test('FR-120-260 the usual settings have nothing wrong in any section', () => {
  for (const section of sections) {
    const edits = Object.fromEntries(fieldsOf(section).map(({ path }) => [path, savedText(usual, path)]));
    expect(problemsIn(section, usual, edits)).toEqual({});
  }
});

test('FR-120-261 only what was written is sent, each as the host knows it', () => {
  const edits = {
    'faces.snmp.state': 'on',
    'faces.snmp.port': ' 161 ',
    'faces.snmp.authKey': ' spaces count ',
    'faces.nut.state': 'on',
    'history.rawDays': '0,5',
  };
  const patch = patchOf(faces, edits);
  expect(patch).toEqual({
    faces: { snmp: { state: 'on', port: 161, authKey: ' spaces count ' }, nut: { state: 'on' } },
  });
  expect(patchOf(sectionOf('history'), edits)).toEqual({ history: { rawDays: 0.5 } });
  expect(patchOf(faces, {})).toEqual({});
});
test('FR-120-668 the shell of this computer is switched by a setting of its own', () => {
  const machines = sections.find((section) =>
    fieldsOf(section).some(({ path }) => path === 'guests.localShell'),
  );
  if (machines === undefined) throw new Error('no section has it');
  expect(patchOf(machines, { 'guests.localShell': 'off' })).toEqual({ guests: { localShell: 'off' } });
});
test('FR-120-261 what is written back to what is saved is no change, and a section is reverted by itself', () => {
  const saved = savedText(sampleSettings, 'faces.nut.port');
  const once = withEdit({ 'history.rawDays': '7' }, 'faces.nut.port', { text: '3493', saved });
  expect(textAt(sampleSettings, once, 'faces.nut.port')).toBe('3493');
  expect(editsIn(faces, once)).toEqual({ 'faces.nut.port': '3493' });
  expect(withEdit(once, 'faces.nut.port', { text: saved, saved })).toEqual({ 'history.rawDays': '7' });
  expect(withoutSection(faces, once)).toEqual({ 'history.rawDays': '7' });
});
test('FR-120-261 a field nobody wrote in shows what another page has saved meanwhile', () => {
  const edits = { 'faces.nut.port': '3493' };
  const changed = {
    ...sampleSettings,
    faces: { ...sampleSettings.faces, nut: { state: 'on', port: 1 } as const },
  };
  expect(textAt(changed, edits, 'faces.nut.state')).toBe('on');
  expect(textAt(changed, edits, 'faces.nut.port')).toBe('3493');
});

/** Texts that somebody may write, for every field. */
const texts = [
  '',
  ' ',
  '0',
  '1',
  '8',
  '161',
  '65535',
  '65536',
  '-1',
  '0.5',
  '1,5',
  '3600',
  '3601',
  '36500',
  '36501',
  'dc',
  'plant_1',
  'a b',
  'short',
  'long-enough',
  'x'.repeat(64),
  'http://',
  'http://a',
  'ftp://a/b',
  'https://prom:9090/write',
  'NaN',
  '1e3',
];
test.each(fields.filter(({ takes }) => takes !== 'switch' && takes !== 'choice'))(
  'FR-120-262 what the page lets through at $path, the host takes',
  (field) => {
    const section = sections.find((one) => fieldsOf(one).includes(field)) as Section;
    const fine = texts.filter(
      (text) => problemsIn(section, usual, { [field.path]: text })[field.path] === undefined,
    );
    const host = (text: string): boolean => {
      const [first = '', second = '', third] = field.path.split('.');
      const patch = patchOf(section, { [field.path]: text }) as Record<string, Record<string, object>>;
      const own = (usual as unknown as Record<string, Record<string, object>>)[first] ?? {};
      const inside =
        third === undefined ? patch[first]?.[second] : { ...own[second], ...patch[first]?.[second] };
      return settingsSchema.safeParse({ ...usual, [first]: { ...own, [second]: inside } }).success;
    };
    expect(fine.length).toBeGreaterThan(0);
    expect(fine.filter((text) => !host(text))).toEqual([]);
    expect(texts.some((text) => !fine.includes(text) && !host(text))).toBe(true);
  },
);
test('FR-120-262 what is behind a switch that is off may be unfinished, until somebody writes in it', () => {
  const broken = { ...usual, faces: { ...usual.faces, snmp: { ...usual.faces.snmp, community: '' } } };
  expect(problemsIn(faces, broken, {})).toEqual({});
  expect(problemsIn(faces, broken, { 'faces.snmp.state': 'on' })).toEqual({
    'faces.snmp.community': 'It must not be empty',
  });
  expect(problemsIn(faces, usual, { 'faces.snmp.authKey': 'short' })).toEqual({
    'faces.snmp.authKey': '8 to 64 characters, not 5',
  });
});

test('FR-120-263 a refusal of the host belongs to the field it names, in words without the path', () => {
  const refusal: Refusal = {
    code: 'invalid-input',
    message: 'faces.snmp.port: Too big',
    where: 'faces.snmp.port',
  };
  expect([placeOf(faces, refusal), wordsAt(refusal)]).toEqual(['faces.snmp.port', 'Too big']);
  const elsewhere: Refusal = { code: 'storage-failed', message: 'Not written', where: '/data/settings.json' };
  expect([placeOf(faces, elsewhere), wordsAt(elsewhere)]).toEqual([null, 'Not written']);
});

test.each([
  ['30', '730', 'five-minute means until 730 days ago; before that there is nothing'],
  ['1', '0', 'the last 1 day of lab time; before that five-minute means, for good'],
  ['30', '30', 'the last 30 days of lab time; before that there is nothing'],
  ['0', '5', 'kept for good'],
])('FR-120-264 %s and %s days are said in words', (raw, bucket, words) => {
  expect(historyWords(raw, bucket)).toContain(words);
});
test('FR-120-264 what is no number means nothing yet', () => {
  expect([historyWords('two', '5'), historyWords('5', '')]).toEqual([null, null]);
});
