import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from './log.ts';
import { openSettings } from './settings.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'coldaisle-settings-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const opened = () => openSettings({ directory, log: silentLog });
const file = () => join(directory, 'settings.json');

test('FR-130-240 what a patch names is changed, told and kept; the rest stays', () => {
  const settings = opened();
  const heard: string[] = [];
  const stop = settings.listen((next) => heard.push(next.faces.nut.state));
  const changed = settings.change({ faces: { nut: { state: 'on' } } });
  expect(changed.ok).toBe(true);
  stop();
  settings.change({ faces: { nut: { state: 'off' } } });
  expect(heard).toEqual(['on']);
  const again = opened().get();
  expect(again.faces.nut).toEqual({ state: 'off', port: 13_493 });
  expect(again.faces.snmp.community).toBe('public');
  expect(statSync(file()).mode & 0o077).toBe(0);
});

test('FR-130-240 lists are replaced whole', () => {
  const settings = opened();
  const source = { kind: 'modbus', id: 'meter', host: '127.0.0.1' };
  settings.change({ hardware: [source, { ...source, id: 'other' }] });
  settings.change({ hardware: [source] });
  expect(settings.get().hardware.map(({ id }) => id)).toEqual(['meter']);
});

test.each([
  [{ faces: { nut: { port: 70_000 } } }, 'faces.nut.port'],
  [{ nothing: { state: 'on' } }, undefined],
  [{ notify: { smtp: { state: 'maybe' } } }, 'notify.smtp.state'],
])('FR-130-241 %j is refused, says where, and changes nothing', (patch, where) => {
  const settings = opened();
  const before = settings.get();
  const refused = settings.change(patch);
  expect(!refused.ok && refused.refusal.code).toBe('invalid-input');
  if (where !== undefined) expect(!refused.ok && refused.refusal.where).toBe(where);
  expect(settings.get()).toBe(before);
});

test('FR-130-241 a patch cannot reach what every object inherits', () => {
  opened().change(JSON.parse('{"__proto__": {"polluted": true}}'));
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('FR-130-242 a file that is not understood stays where it is, and the usual settings are taken', () => {
  writeFileSync(file(), '{ "faces": 3 }');
  expect(opened().get().faces.snmp.state).toBe('off');
  expect(readFileSync(file(), 'utf8')).toBe('{ "faces": 3 }');
  writeFileSync(file(), 'not json');
  expect(opened().get().history.rawDays).toBe(30);
});
