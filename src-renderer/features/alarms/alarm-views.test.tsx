import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import {
  AlarmHistoryFace,
  AlarmKpisFace,
  AlarmRuleFace,
  AlarmRulesFace,
  AlarmsFace,
  NotificationsFace,
} from '../states/alarm-faces.tsx';
import { faceNames, sampleRefusal } from '../states/samples.ts';
import { WorkNote } from './task-dialog.tsx';

const drawn = (what: ReactNode): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>{what}</TooltipProvider>
    </MemoryRouter>,
  );

test('FR-120-240 beside the plain view stand the six states of ISA-18.2 with their counts', () => {
  const text = drawn(<AlarmsFace face="full" />)
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|+/g, '|');
  for (const part of [
    'Open|5',
    'Unacknowledged|3',
    'Acknowledged|2',
    'Returned|1',
    'Shelved|1',
    'Suppressed|14',
    'Out of service|1',
  ])
    expect(text).toContain(part);
});
test('FR-120-243 an alarm that is looked at says its cause, what follows and what to do', () => {
  const face = drawn(<AlarmsFace face="full" />);
  expect(face).toContain('Cooling is lost, or far too small for the load.');
  expect(face).toContain('Servers shut themselves down within minutes.');
  expect(face).toContain('Restore cooling, or move load away from the rack.');
  expect(drawn(<AlarmsFace face="stale" />)).not.toContain('Restore cooling');
});
test('FR-120-246 a flood is said above the list, with the way to its figures', () => {
  expect(drawn(<AlarmsFace face="full" />)).toContain('17 new alarms in the last ten minutes');
  expect(drawn(<AlarmsFace face="empty" />)).not.toContain('Alarm flood');
});
test('FR-120-259 every alarm screen has its five faces, each of its own', () => {
  for (const Face of [AlarmsFace, AlarmHistoryFace, AlarmRulesFace, AlarmKpisFace, NotificationsFace]) {
    const all = faceNames.map((face) => drawn(<Face face={face} />));
    expect(new Set(all).size).toBe(faceNames.length);
    expect(drawn(<Face face="error" />)).toContain(sampleRefusal.code);
    expect(drawn(<Face face="loading" />)).toContain('Loading');
    expect(drawn(<Face face="stale" />)).toContain('last known state');
  }
});
test('FR-120-259 a rule opens in its form with every field filled', () => {
  const face = drawn(<AlarmRuleFace face="full" />);
  for (const text of ['Inlet warm', 'value="28"', 'Limit, °C', 'Site 1 / Room 1', 'Look for a failed unit'])
    expect(face).toContain(text);
});
test('FR-120-488 what is done to many alarms tells how far it got, and of those refused why', () => {
  const work = { of: 4, done: 2, refused: ['alarm-3 is over: there is nothing to shelve'] };
  const under = drawn(<WorkNote work={{ ...work, phase: 'working' }} />);
  expect(under).toContain('2 of 4 done');
  expect(under).not.toContain('nothing to shelve');
  const told = drawn(<WorkNote work={{ ...work, done: 3, phase: 'told' }} />);
  expect(told).toContain('3 of 4 were done');
  expect(told).toContain('alarm-3 is over: there is nothing to shelve');
});
test('FR-120-488 ticked alarms are acknowledged, shelved, noted and assigned from one bar; nothing is refused without the reason', () => {
  const face = drawn(<AlarmsFace face="full" />);
  for (const word of ['Acknowledge 1…', 'Shelve 1…', 'Note 1…', 'Assign 1…']) expect(face).toContain(word);
  expect(face).toContain('Assigned to nobody');
});
