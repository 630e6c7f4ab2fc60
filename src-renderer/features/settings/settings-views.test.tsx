import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { faceNames, inFace, sampleRefusal } from '../states/samples.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { DesktopPart } from './desktop-part.tsx';
import { FaceLine } from './face-line.tsx';
import { countOfEdits, saySaved, sayRefused, useEdits, writeEdits } from './settings-edits.ts';
import { SettingsFace } from './settings-faces.tsx';
import { quietStatus, sampleStatus, usualSettings } from './settings-samples.ts';
import { SettingsView } from './settings-view.tsx';
import type { SettingsViewProps } from './settings-view.tsx';
import { settingsActions } from './settings.actions.ts';

const nothing = (): void => undefined;
const drawn = (what: ReactNode): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>{what}</TooltipProvider>
    </MemoryRouter>,
  );
const view = (more: Partial<SettingsViewProps>): string =>
  drawn(
    <SettingsView
      settings={inFace('full', usualSettings, usualSettings)}
      status={inFace('full', quietStatus, quietStatus)}
      edits={{}}
      refusals={{}}
      saved={null}
      permission="default"
      place={null}
      onEdit={nothing}
      onSave={nothing}
      onRevert={nothing}
      onAsk={nothing}
      onTest={nothing}
      {...more}
    />,
  );
const wordsIn = (markup: string): string => markup.replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');

test('FR-120-265 the settings have their five faces, each of its own', () => {
  const all = faceNames.map((face) => drawn(<SettingsFace face={face} />));
  expect(new Set(all).size).toBe(faceNames.length);
  expect(all[faceNames.indexOf('error')]).toContain(sampleRefusal.code);
  expect(all[faceNames.indexOf('loading')]).toContain('Loading');
  expect(all[faceNames.indexOf('stale')]).toContain('last known state');
});

test('FR-120-266 each face says how it does, and why not where it is down', () => {
  const face = (name: string) => sampleStatus.faces.find((one) => one.name === name) ?? null;
  expect(wordsIn(drawn(<FaceLine face={face('SNMP')} />))).toContain('Up|127.0.0.1:16100|41 devices');
  expect(wordsIn(drawn(<FaceLine face={face('Modbus')} />))).toMatch(
    /Down\|127\.0\.0\.1:502\|port 502 needs more rights/,
  );
  expect(wordsIn(drawn(<FaceLine face={face('NUT')} />))).toContain('Off now');
  expect(wordsIn(drawn(<FaceLine face={null} />))).toContain('not known yet');
  expect(wordsIn(view({ status: inFace('full', sampleStatus, sampleStatus) }))).toContain(
    '18 204 samples sent',
  );
});

test('FR-120-263 what is wrong stands at its field, what belongs to none at the section’s foot', () => {
  const markup = view({
    edits: { 'faces.nut.port': '70000' },
    refusals: {
      faces: { code: 'invalid-input', message: 'faces.snmp.user: Too long', where: 'faces.snmp.user' },
      history: { code: 'storage-failed', message: 'Not written.', hint: 'The disk is full.' },
    },
  });
  const invalid = [...markup.matchAll(/aria-invalid="true"[^>]*data-path="([^"]+)"/g)].map(
    (match) => match[1],
  );
  expect(new Set(invalid)).toEqual(new Set(['faces.nut.port', 'faces.snmp.user']));
  expect(wordsIn(markup)).toContain('A whole number from 0 to 65535');
  expect(wordsIn(markup)).toContain('|Too long|');
  expect(wordsIn(markup)).toContain('|Not saved.|Not written. The disk is full.|');
});

test('FR-120-267 changes that are not saved are counted at their section, and what was saved is said', () => {
  const changed = wordsIn(view({ edits: { 'faces.nut.port': '3493', 'faces.nut.state': 'on' } }));
  expect(changed).toContain('2 changes not saved');
  expect(changed).toContain('Vendor faces|not saved');
  expect(wordsIn(view({ saved: 'history' }))).toContain('|Saved|');
  expect(wordsIn(view({}))).not.toContain('|Saved|');
});

test('FR-120-268 the browser’s permission is said, and asked for only where that can help', () => {
  const part = (permission: SettingsViewProps['permission']) =>
    drawn(<DesktopPart permission={permission} isOn onAsk={nothing} onTest={nothing} />);
  const isRefused = (markup: string) =>
    /aria-disabled="true"[^>]*>.*?Ask for permission/.test(markup.replaceAll(/<svg.*?<\/svg>/g, ''));
  expect([part('default'), part('granted'), part('denied'), part('unknown here')].map(isRefused)).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect(part('denied')).toContain('settings of the browser');
});

const listeners = new Set<unknown>();
beforeEach(() => {
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: unknown) => listeners.add(listener),
    removeEventListener: (_: string, listener: unknown) => listeners.delete(listener),
  });
  writeEdits('faces', {});
});
afterEach(() => vi.unstubAllGlobals());

test('FR-120-267 what is not saved outlives the screen, and the tab asks before it closes', () => {
  writeEdits('faces', { 'faces.nut.state': 'on' });
  writeEdits('faces', { 'faces.nut.state': 'on', 'faces.nut.port': '3493' });
  expect([countOfEdits(), listeners.size]).toEqual([2, 1]);
  sayRefused('faces', sampleRefusal);
  expect(useEdits.getState()).toMatchObject({ refusals: { faces: sampleRefusal }, saved: null });
  saySaved('faces', {});
  expect(useEdits.getState()).toEqual({ edits: {}, refusals: {}, saved: 'faces' });
  expect(listeners.size).toBe(0);
});

test('FR-120-269 the palette opens every section, and turns every switch by itself', () => {
  const actions = settingsActions();
  const ids = actions.map(({ id }) => id);
  for (const id of [
    'settings.open-faces',
    'settings.open-appearance',
    'settings.turn-snmp',
    'settings.turn-modbus',
    'settings.turn-nut',
    'settings.turn-sparkplug',
    'settings.turn-remote-write',
    'settings.turn-desktop',
  ])
    expect(ids).toContain(id);
  expect(new Set(actions.map(({ title }) => title)).size).toBe(actions.length);
});
