import { expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { findTargets, firstTarget } from './find-targets.ts';
import { checkDraft, spanOf, usualDraft } from './scenario-draft.ts';
import { sampleScenarios } from './scenario-samples.ts';
import { findCards } from './scenario-search.ts';
import { fullName, spanWords, strikes } from './scenario-words.ts';

const card = (name: string) => {
  const found = sampleScenarios.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found;
};
const cooling = card('COOLING_FAILURE');
const mains = card('MAINS_FAILURE');
const spike = card('POWER_SPIKE');

type Line = readonly [id: string, kind: Entity['kind'], name: string, parent: string | null];
const thing = (...[id, kind, name, parent]: Line): Entity =>
  ({ id, kind, name, parent }) as unknown as Entity;
const mapOf = (things: readonly Entity[]) => new Map(things.map((one) => [one.id, one]));
const id = (text: string) => text as EntityId;

const lab = mapOf([
  thing('site-1', 'site', 'north', null),
  thing('room-1', 'room', 'hall', 'site-1'),
  thing('row-1', 'row', 'A', 'room-1'),
  thing('rack-10', 'rack', 'A10', 'row-1'),
  thing('rack-2', 'rack', 'A2', 'row-1'),
  thing('pdu-1', 'pdu', 'pdu-a', 'rack-2'),
  thing('pdu-2', 'pdu', 'pdu-a', 'rack-10'),
  thing('sensor-1', 'sensor', 'power', 'pdu-1'),
]);
const namesOf = (asked: Parameters<typeof findTargets>[1]) =>
  findTargets(lab, asked).shown.map(({ entity }) => fullName(lab, entity.id));

test('FR-120-220 a scenario is found by words of its name, title, summary and of what it strikes', () => {
  expect(findCards(sampleScenarios, 'failure rack').map(({ name }) => name)).toEqual(['COOLING_FAILURE']);
  expect(findCards(sampleScenarios, 'grid').map(({ name }) => name)).toEqual(['MAINS_FAILURE']);
  expect(findCards(sampleScenarios, 'row').map(({ name }) => name)).toEqual(['POWER_SPIKE']);
  expect(findCards(sampleScenarios, '')).toEqual(sampleScenarios);
  expect(findCards(sampleScenarios, 'flying pigs')).toEqual([]);
  expect(strikes(spike)).toBe('rack, row or room');
});
test('FR-120-221 only what the scenario can strike is offered, by name or path, in natural order', () => {
  expect(namesOf({ kinds: ['rack', 'room'], text: '', near: null })).toEqual(['hall', 'A2', 'A10']);
  expect(namesOf({ kinds: ['rack'], text: 'north/hall a1', near: null })).toEqual(['A10']);
  expect(namesOf({ kinds: ['rack'], text: 'north pole', near: null })).toEqual([]);
  expect(namesOf({ kinds: ['pdu'], text: '', near: null })).toEqual(['A10 pdu-a', 'A2 pdu-a'].toReversed());
});
test('FR-120-221 what is selected, and what is inside it, comes first; a name typed goes before all', () => {
  expect(namesOf({ kinds: ['pdu'], text: '', near: id('rack-10') })).toEqual(['A10 pdu-a', 'A2 pdu-a']);
  expect(namesOf({ kinds: ['rack'], text: '', near: id('rack-10') })[0]).toBe('A10');
  expect(namesOf({ kinds: ['rack', 'room'], text: 'a2', near: id('rack-10') })[0]).toBe('A2');
});
test('FR-120-221 of very many a few are shown, and that there are more is said', () => {
  const racks = Array.from({ length: 3000 }, (_, n) => thing(`rack-${n}`, 'rack', `R${n}`, null));
  const found = findTargets(mapOf(racks), { kinds: ['rack'], text: 'R29', near: null });
  expect(found.shown.length).toBeLessThan(10);
  expect(found.more).toBe(true);
});
test('FR-120-221 of a hundred thousand machines the one that is called so is found, wherever it stands', () => {
  const vms = Array.from({ length: 100_000 }, (_, n) => thing(`vm-${n}`, 'vm', `web-${n}`, 'folder-1'));
  const all = mapOf([...vms, thing('folder-1', 'folder', 'Shop', null)]);
  const shown = (text: string) =>
    findTargets(all, { kinds: ['vm'], text, near: null }).shown.map(({ entity }) => entity.name);
  expect(shown('web-9999')[0]).toBe('web-9999');
  expect(shown('shop web-99999')).toEqual(['web-99999']);
  expect(shown('nobody')).toEqual([]);
});
test('FR-120-221 the nearest thing around the selection is chosen before one asks, or the only one there is', () => {
  expect(firstTarget(lab, ['rack', 'room'], id('rack-2'))).toBe('rack-2');
  expect(firstTarget(lab, ['room'], id('sensor-1'))).toBe('room-1');
  expect(firstTarget(lab, ['site', 'utility'], null)).toBe('site-1');
  expect(firstTarget(lab, ['rack'], null)).toBeNull();
  expect(firstTarget(lab, ['chiller'], id('rack-2'))).toBeNull();
});
test('FR-120-222 a size beyond the card, an empty or a nonsensical span are told with what is allowed', () => {
  const draft = usualDraft(cooling, id('rack-2'));
  expect(checkDraft(cooling, { ...draft, size: '11' }).errors).toEqual({
    size: 'A number from 0.1 to 10\u2009×',
  });
  expect(checkDraft(cooling, { ...draft, size: '0.1' }).errors).toEqual({});
  expect(checkDraft(cooling, { ...draft, size: 'much' }).command).toBeNull();
  const { errors } = checkDraft(cooling, {
    ...draft,
    ramp: { text: '25', unit: 'h' },
    lasts: 'for',
    duration: { text: '0', unit: 'min' },
    delay: { text: '-1', unit: 's' },
  });
  expect(errors.ramp).toBe('A number from 0\u2009s to 1\u2009d');
  expect(errors.duration).toBe('A number from 1\u2009s to 365\u2009d');
  expect(errors.delay).toBe('A number from 0\u2009s to 365\u2009d');
});
test('FR-120-222 without a place there is no command, and the form says what is missing', () => {
  const checked = checkDraft(cooling, usualDraft(cooling, null));
  expect(checked).toEqual({ errors: { target: 'Choose a rack or room' }, command: null });
});
test('FR-120-223 the command carries what the form shows, in seconds, and nothing that the scenario does not have', () => {
  expect(checkDraft(spike, usualDraft(spike, id('rack-2'))).command).toEqual({
    type: 'scenario.run',
    name: 'POWER_SPIKE',
    target: 'rack-2',
    severity: 'partial',
    size: 40,
    ramp: 0,
    duration: 900,
  });
  expect(checkDraft(mains, usualDraft(mains, id('site-1'))).command).toEqual({
    type: 'scenario.run',
    name: 'MAINS_FAILURE',
    target: 'site-1',
    severity: 'total',
    duration: null,
  });
  const later = {
    ...usualDraft(spike, id('rack-2')),
    size: '12,5',
    ramp: { text: '1.5', unit: 'min' },
    lasts: 'until-stopped',
    delay: { text: '2', unit: 'h' },
  } as const;
  expect(checkDraft(spike, later).command).toMatchObject({
    size: 12.5,
    ramp: 90,
    duration: null,
    delay: 7200,
  });
});
test('FR-120-223 spans stand in the largest unit that keeps them whole, and are said in words', () => {
  expect([0, 45, 900, 7200].map(spanOf)).toEqual([
    { text: '0', unit: 's' },
    { text: '45', unit: 's' },
    { text: '15', unit: 'min' },
    { text: '2', unit: 'h' },
  ]);
  expect([0, 59, 90, 3600, 5400, 86_400].map(spanWords)).toEqual([
    '0\u2009s',
    '59\u2009s',
    '1\u2009min 30\u2009s',
    '1\u2009h',
    '1\u2009h 30\u2009min',
    '1\u2009d',
  ]);
});
