import { afterEach, expect, test, vi } from 'vitest';
import type { LoggedEvent } from '../../sim/contract/events.ts';
import { speak } from '../text/text.ts';
import { eventSentence } from './event-text.ts';

const told = (event: unknown) =>
  eventSentence({ event } as LoggedEvent, (id) => (id === 'rack-1' ? 'A01' : id));

test('FR-120-015 events are told as sentences, with the shape of what rings', () => {
  expect(
    told({ type: 'alarm.raised', alarm: { message: 'Inlet 33 °C', severity: 'critical', source: 'rack-1' } }),
  ).toEqual({
    text: 'Inlet 33 °C',
    tone: 'critical',
    about: 'rack-1',
  });
  const run = { id: 'scenario-1', name: 'COOLING_FAILURE', severity: 'total', target: 'rack-1' };
  expect(told({ type: 'scenario.started', run }).text).toBe(
    'Scenario cooling failure (total) started on A01',
  );
  expect(told({ type: 'clock.changed', running: false, speed: 60, owed: 0 }).text).toBe('Clock paused');
  expect(told({ type: 'alarm.acknowledged', id: 'alarm-1', by: 'ann', note: 'seen' }).text).toBe(
    'alarm-1 acknowledged by ann: seen',
  );
});
test('FR-120-015 an event that only a newer host knows is told by its type', () => {
  expect(told({ type: 'vm.migrated' })).toEqual({ text: 'vm.migrated', tone: null, about: null });
});
afterEach(() => vi.unstubAllGlobals());

test('FR-120-433 what happened is told in the language of the page, an edit by what it did', async () => {
  const edit = {
    type: 'edit.made',
    edit: { id: 'edit-4', what: { verb: 'move', kind: 'rack', name: 'A01', to: null, things: 1 } },
  };
  expect(told(edit).text).toBe('Move rack A01 (edit-4)');
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  await speak('de');
  expect(told({ type: 'clock.changed', running: false, speed: 60, owed: 0 }).text).toBe('Uhr angehalten');
  expect(told(edit).text).toMatch(/A01.* \(edit-4\)$/);
  expect(told(edit).text).not.toContain('Move');
  await speak('en');
});
