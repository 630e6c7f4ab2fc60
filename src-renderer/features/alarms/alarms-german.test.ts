import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speak } from '../../text/text.ts';
import { bareNotify, sampleKpis, samplePreview, sampleSent } from '../states/alarm-samples.ts';
import { figuresOf, timesOf } from './kpi-words.ts';
import { deliveryText } from './notification-words.ts';
import { draftFrom, problemsIn as notifyProblems, untestable } from './notify-draft.ts';
import { previewNotes, previewSentence } from './preview-words.ts';
import { emptyDraft, problemsIn } from './rule-draft.ts';
import { asItCame, ruleSaid } from './rule-said.ts';
import { delayWords, filterRules, testWords, watchWords } from './rule-words.ts';
import { ruleWith } from './sample-alarm.ts';

beforeEach(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await speak('de');
});
afterEach(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

const plain = (text: string): string => text.replaceAll('\u2009', ' ');

test('FR-120-556 rules, figures, previews and notifications speak German', () => {
  const rise = ruleWith({ test: { type: 'rate', direction: 'above', limit: 5.5 / 15, window: 900 } });
  expect(plain(testWords(rise))).toBe('steigt um mehr als 0,37 K je Minute über 15 min');
  const crac = ruleWith({ kinds: ['crac'], metric: 'state', test: { type: 'state', values: [3, 4] } });
  expect(testWords(crac)).toBe('ist: gestört oder ohne Strom');
  expect(watchWords(ruleWith())).toBe('Temperatur: Rack, front…');
  expect(plain(delayWords({ onDelay: 300, offDelay: 0 }))).toBe('5 min an');
  expect(figuresOf(sampleKpis).map(({ target }) => plain(target))).toContain('höchstens 10');
  expect(timesOf(sampleKpis)[0]?.label).toBe('Im Mittel bis zum Quittieren');
  expect(plain(previewSentence(samplePreview, 'week').rest)).toBe(
    'in der letzten Woche, an 3 von 120 Sensoren.',
  );
  expect(previewNotes(samplePreview).join(' ')).toContain('gleichmäßige Auswahl von 120');
  const [waiting] = sampleSent;
  if (waiting === undefined) throw new Error('no sample');
  expect(deliveryText(waiting)).toMatch(/^Wartet auf den nächsten Versuch\. 2-mal versucht, zuletzt /);
  expect(untestable(bareNotify.notify, 'mail')).toBe('Erst E-Mail einschalten und speichern');
  const draft = { ...draftFrom(bareNotify.notify), mail: 'on' as const, ladder: [] };
  expect(notifyProblems(draft)['ladder']).toBe('E-Mail braucht jemanden, an den sie geht');
  expect(problemsIn(emptyDraft, []).limit).toBe('Eine Zahl');
});

test('FR-120-557 a rule of the product is shown and found in German, and what was not touched goes back as it came', () => {
  const shipped = ruleWith({
    title: 'Inlet warm',
    cause: 'Something burns.',
    consequence: 'My own words.',
    action: 'Replace the cell.',
  });
  const shown = ruleSaid(shipped);
  expect([shown.title, shown.cause, shown.consequence, shown.action]).toEqual([
    'Zuluft warm',
    'Etwas brennt.',
    'My own words.',
    'Die Zelle tauschen.',
  ]);
  expect(filterRules([shipped], 'zelle tauschen')).toEqual([shipped]);
  expect(asItCame(shown, shipped)).toEqual(shipped);
  const changed = { ...shown, title: 'Zuluft zu warm' };
  expect(asItCame(changed, shipped)).toEqual({ ...shipped, title: 'Zuluft zu warm' });
  expect(asItCame(changed, null)).toEqual(changed);
});
