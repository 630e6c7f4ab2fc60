import { expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';
import { list, quantity, text, toggle, type Operand } from './flags.ts';

const flags = {
  output: text({ label: 'FORMAT', short: 'o', choices: ['json', 'yaml'], help: '' }),
  watch: toggle('', 'w'),
  severity: list({ label: 'SEVERITY', choices: ['critical', 'major'], help: '' }),
  limit: quantity({ label: 'COUNT', help: '' }),
  room: text({ label: 'ROOM', help: '' }),
};
const anyWords: readonly Operand[] = [{ label: 'NAME', times: 'any', help: '' }];
const parse = (...texts: string[]) => parseArguments(flags, anyWords, texts);
const misuse = (...texts: string[]) => {
  const parsed = parse(...texts);
  return !parsed.ok && parsed.refusal.kind === 'usage' ? parsed.refusal : undefined;
};

test.each([[['-o', 'json']], [['-ojson']], [['-o=json']], [['--output', 'json']], [['--output=json']]])(
  'FR-150-005 a value may follow its flag in any of the usual ways: %j',
  (texts) => {
    const parsed = parse(...texts);
    expect(parsed.ok && parsed.value.flags['output']).toBe('json');
  },
);

test('FR-150-005 what was not given is absent, false or empty, by what the flag takes', () => {
  expect(parse()).toEqual({
    ok: true,
    value: {
      words: [],
      flags: { output: undefined, watch: false, severity: [], limit: undefined, room: undefined },
    },
  });
});

test('FR-150-005 a list may be repeated and may have commas', () => {
  const parsed = parse('--severity', 'critical,major', '--severity=major');
  expect(parsed.ok && parsed.value.flags['severity']).toEqual(['critical', 'major', 'major']);
});

test('FR-150-005 a word may begin with a dash and a digit, and everything after -- is a word', () => {
  const parsed = parse('-10m', '-w', '--', '--room', '-w');
  expect(parsed.ok && parsed.value.words).toEqual(['-10m', '--room', '-w']);
  expect(parsed.ok && parsed.value.flags['watch']).toBe(true);
});

test('FR-150-005 a number is a number', () => {
  const parsed = parse('--limit', '20');
  expect(parsed.ok && parsed.value.flags['limit']).toBe(20);
  expect(misuse('--limit', 'twenty')?.message).toBe('--limit takes a number, not twenty');
  expect(misuse('--limit', '')?.message).toContain('takes a number');
});

test('FR-150-005 a flag without its value, with one too many, or given twice is refused', () => {
  expect(misuse('--room')?.message).toBe('--room needs a value: --room ROOM');
  expect(misuse('--room', '--watch')?.message).toBe('--room needs a value: --room ROOM');
  expect(misuse('--watch=yes')?.message).toBe('--watch takes no value');
  expect(misuse('-wyes')?.message).toBe('-w takes no value');
  expect(misuse('--room', 'a', '--room', 'b')?.message).toBe('--room was given 2 times, and takes one value');
});

test('FR-150-006 a mistyped flag or choice is answered with the nearest', () => {
  expect(misuse('--sevrity', 'x')).toMatchObject({ hint: 'Did you mean --severity?' });
  expect(misuse('-o', 'jsn')).toMatchObject({
    message: '--output takes json, yaml; not jsn',
    hint: 'Did you mean json?',
  });
  expect(misuse('-q')?.message).toBe('There is no flag -q here');
});

test('FR-150-005 names of members that every object has are no flags', () => {
  expect(misuse('--constructor', 'x')?.message).toBe('There is no flag --constructor here');
});

test('FR-150-005 words are counted against what the verb takes', () => {
  const once: readonly Operand[] = [
    { label: 'KIND', times: 'once', choices: ['rack'], synonyms: ['racks'], help: '' },
  ];
  const messageOf = (...texts: string[]) => {
    const parsed = parseArguments({}, once, texts);
    return parsed.ok || parsed.refusal.kind !== 'usage' ? undefined : parsed.refusal.message;
  };
  expect(messageOf()).toBe('KIND is missing');
  expect(messageOf('rack', 'more')).toBe('There is a word too many: more');
  expect(messageOf('rakc')).toBe('KIND takes rack; not rakc');
  expect(messageOf('racks')).toBeUndefined();
});
