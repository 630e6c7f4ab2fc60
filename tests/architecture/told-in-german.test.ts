import { expect, test } from 'vitest';
import { alarmRules } from '../../sim/alarms/rules.table.ts';
import { messageOf } from '../../sim/alarms/message.ts';
import type { Saying } from '../../sim/alarms/message.ts';
import type { AlarmRule } from '../../sim/contract/alarms.ts';
import { refusalCodeSchema } from '../../sim/contract/refusal.ts';
import { scenarioCards } from '../../sim/scenarios/catalogue.table.ts';
import { drillCards } from '../../sim/scenarios/drills.table.ts';
import { toldCards } from '../../src-renderer/text/de/told-cards.table.ts';
import { toldFaces } from '../../src-renderer/text/de/told-faces.table.ts';
import { toldRules } from '../../src-renderer/text/de/told-rules.table.ts';
import { german } from '../../src-renderer/text/de/index.ts';
import { readProjectFile } from './project.ts';

const { say, refusal } = german.told;

const ofRules = alarmRules.flatMap(({ title, cause, consequence, action }) => [
  title,
  cause,
  consequence,
  action,
]);
const ofScenarios = scenarioCards.flatMap(({ name, title, summary, see, size, ramp }) => [
  name.toLowerCase().replaceAll('_', ' '),
  title,
  summary,
  ...see,
  ...[size, ramp].flatMap((one) => (one === null ? [] : [one.label])),
]);
const ofDrills = drillCards.flatMap(({ title, brief, goal, hints }) => [title, brief, goal, ...hints]);

/** A unit that is not a symbol is said, and so translated. */
const saidUnits = scenarioCards.flatMap(({ size }) => (size?.unit.includes(' ') === true ? [size.unit] : []));

test('FR-120-514 what the product’s rules, scenarios and drills say has its German, and nothing else is kept for them', () => {
  const known = { ...toldCards, ...toldRules };
  const wanted = [...ofRules, ...ofScenarios, ...ofDrills, ...saidUnits].filter(
    (sentence) => sentence !== '',
  );
  expect(wanted.filter((sentence) => !(sentence in known))).toEqual([]);
  expect(Object.keys(known).filter((sentence) => !wanted.includes(sentence))).toEqual([]);
  expect(Object.values(known).filter((sentence) => sentence.trim() === '')).toEqual([]);
});

test('FR-120-514 what is kept in German of the host’s faces is what they say', () => {
  const sources = ['personalities/snmp/snmp-face.ts', 'guests/container/boxes.ts', 'guests/container/tell.ts']
    .map((file) => readProjectFile(`src-main/${file}`))
    .join('\n');
  expect(Object.keys(toldFaces).filter((sentence) => !sources.includes(`'${sentence}'`))).toEqual([]);
  expect(Object.entries(toldFaces).filter(([sentence, words]) => say(sentence) !== words)).toEqual([]);
});

/** The message of a rule as it would ring on a thing of its first kind. */
function messageFor(rule: AlarmRule): string {
  const { test: how } = rule;
  const measure =
    how.type === 'state' ? (how.values[0] ?? 0) : how.type === 'stale' ? how.periods : how.limit + 0.7;
  const thing = { id: 'ups-01', name: 'ups-01', kind: rule.kinds[0], parent: null };
  const sensor = {
    id: 's',
    name: 's',
    kind: 'sensor',
    parent: 'ups-01',
    spec: { metric: rule.metric, place: 'front-top' },
  };
  const saying = { rule, sensor, measure, inventory: { get: () => thing } };
  return messageOf(saying as unknown as Saying);
}

test('FR-120-515 what each of the product’s rules rings with is said in German, with the decimal mark of the language', () => {
  const messages = alarmRules.map(messageFor);
  expect(messages.filter((message) => say(message) === message)).toEqual([]);
  const english = /\b(?:over|under|is|has|rises|falls|said|more than|open|off|wet)\b/;
  expect(messages.map(say).filter((message) => english.test(message))).toEqual([]);
  expect(say('Inlet top 28.3 °C over 28.0')).toBe('Zuluft oben 28,3 °C über 28,0');
  expect(say('ups-01 is on battery')).toBe('ups-01: Batteriebetrieb');
  expect(say('Inlet rises 0.52 K/min, more than 0.37')).toBe('Zuluft steigt um 0,52 K/min, mehr als 0,37');
  expect(say('alarm-3 rang: Water found at crac-01')).toBe('alarm-3 ausgelöst: Wasser gefunden bei crac-01');
});

test('FR-120-515 what somebody wrote himself is not translated', () => {
  for (const own of ['Replace the fan on Monday', 'A01', 'My rule', 'Over the top'])
    expect(say(own)).toBe(own);
});

test('FR-120-516 a refusal is said in German where its sentence is known, else its code stands before the host’s sentence', () => {
  expect(refusal('slot-taken', 'U3–U4 of A01 is taken by web-1 (U2–U3)')).toBe(
    'U3–U4 in A01 belegt web-1 (U2–U3)',
  );
  expect(refusal('over-capacity', 'A01 would draw 7.20 kW at most, it is rated 6 kW')).toBe(
    'A01 zöge bis zu 7,20 kW, ausgelegt ist es auf 6 kW',
  );
  for (const code of refusalCodeSchema.options) {
    const told = refusal(code, 'Quite another matter.');
    expect(told).toMatch(/^\p{Lu}.+: Quite another matter\.$/u);
  }
});
