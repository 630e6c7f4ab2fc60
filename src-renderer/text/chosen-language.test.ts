import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Action } from '../app/actions.ts';
import { emptyDraft, problemsIn } from '../features/hardware/draft.ts';
import { agoText, markOf, valueText } from '../features/hardware/hardware-words.ts';
import { sampleHardware } from '../features/hardware/hardware-samples.ts';
import { hardwareActions } from '../features/hardware/hardware.actions.ts';
import { labActions } from '../features/labs/labs.actions.ts';
import { numberBetween, wholeBetween } from '../features/settings/field-checks.ts';
import { historyWords } from '../features/settings/history-words.ts';
import { fieldsOf } from '../features/settings/settings-draft.ts';
import { sections } from '../features/settings/settings-fields.table.ts';
import { settingsActions } from '../features/settings/settings.actions.ts';
import { chartWords } from '../ui/chart.tsx';
import { keyCaps } from '../ui/kbd.tsx';
import { liveText } from '../ui/live-value.tsx';
import { english } from './catalogue.ts';
import { german } from './de/index.ts';
import { speak, text } from './text.ts';

beforeEach(() => vi.stubGlobal('document', { documentElement: { lang: '' } }));
afterEach(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

const allActions = (): readonly Action[] => [...labActions(), ...hardwareActions(), ...settingsActions()];
const titles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(allActions().map(({ id, title }) => [id, title]));

describe('in the language that is chosen', () => {
  test('FR-120-274 the actions of labs, hardware and settings are titled in it, each by its own title', async () => {
    const before = titles();
    await speak('de');
    const after = titles();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(after).filter((id) => after[id] === before[id])).toEqual([]);
    expect(new Set(Object.values(after)).size).toBe(Object.keys(after).length);
    expect(after['lab.new']).toBe('Neues Labor\u00a0…');
    expect(after['settings.turn-remote-write']).toBe('Ein- oder ausschalten: Prometheus Remote Write');
  });

  test('FR-120-274 every setting, section and switch has its name in it', () => {
    for (const { fields, sections: named, groups } of [english.settings, german.settings]) {
      for (const section of sections) {
        expect(named[section.id].title).not.toBe('');
        for (const group of section.groups) expect(groups[group.id].title).not.toBe('');
        for (const { path } of fieldsOf(section)) expect(fields[path]).toMatch(/\p{L}/u);
      }
    }
  });

  test('FR-120-275 what is wrong with what was written is said in it', async () => {
    const draft = { ...emptyDraft('modbus'), id: 'A b', port: '0' };
    const problems = problemsIn(draft, []);
    await speak('de');
    const german = problemsIn(draft, []);
    expect(Object.keys(german)).toEqual(Object.keys(problems));
    expect(german).toMatchObject({
      port: 'Eine ganze Zahl von 1 bis 65535',
      host: 'Ein Name oder eine Adresse',
    });
    // Checks stand in a table that was made before the language was chosen.
    const check = sections.flatMap(fieldsOf).find(({ path }) => path === 'faces.nut.port');
    expect(check?.takes === 'number' ? check.check('x') : null).toBe(wholeBetween(0, 65_535)('x'));
    expect(numberBetween(1, 3600)('0,5')).toBe('Eine Zahl von 1 bis 3600');
  });

  test('FR-120-275 readings, charts and ages are said in it, with its decimal mark', async () => {
    await speak('de');
    const reading = { value: 24.06, age: 14.6, quality: 'sim', live: true } as const;
    const measured = { kind: null, metric: 'temperature' } as const;
    expect(liveText(measured, reading, true)).toBe('24,1\u2009°C, vor 14\u2009s');
    expect(liveText(measured, { ...reading, quality: 'bad' }, true)).toBe('24,1\u2009°C, zweifelhaft');
    const series = { label: 'Zuluft', values: [], ink: 'text', unit: '°C', decimals: 1 } as const;
    const limits = [{ value: 31.5, label: 'kritisch', kind: 'critical' }] as const;
    expect(chartWords({ label: 'A01', series: [series], limits })).toBe(
      'A01; Zuluft ohne Messwerte; kritisch bei 31,5',
    );
    expect([agoText(null, 5), agoText(1000, 4000), valueText(1.25)]).toEqual(['nie', 'vor 3\u2009s', '1,25']);
    expect(sampleHardware.map((state) => markOf(state).word)).toEqual(['Teilweise', 'Keine Antwort', 'Aus']);
    expect(historyWords('0,5', '1')).toBe(
      'Diagramme zeigen jeden Messwert der letzten 0,5 Tage Laborzeit, dann bis vor einem Tag Fünf-Minuten-Mittel; davor gibt es nichts.',
    );
  });

  test('FR-120-276 keys are named as the keyboards of the language have them, and a Mac’s as a Mac has them', async () => {
    expect([keyCaps('Mod+k', false), keyCaps('Escape', false)]).toEqual([['Ctrl K'], ['Escape']]);
    await speak('de');
    expect([keyCaps('Mod+Shift+z', false), keyCaps('Escape', false), keyCaps('g ,', false)]).toEqual([
      ['Strg Umschalt Z'],
      ['Esc'],
      ['G', ','],
    ]);
    expect(keyCaps('Mod+k', true)).toEqual(['⌘K']);
  });

  test('FR-120-276 things are called by their kind in it, as short as there is room', async () => {
    expect([text().ui.thing('pdu', 'A01-A'), text().ui.thing('rack', 'A01')]).toEqual([
      'PDU A01-A',
      'Rack A01',
    ]);
    await speak('de');
    expect([text().ui.thing('ups', 'ups-01'), text().ui.kindTags.transformer]).toEqual([
      'USV ups-01',
      'Trafo',
    ]);
    expect(Object.values(german.ui.kindTags).every((tag) => tag.length <= 8)).toBe(true);
  });
});
