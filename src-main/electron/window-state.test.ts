import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseWindowState, placeWindow, type WindowState } from './window-state.ts';
import { openWindowStateFile } from './window-state-file.ts';

const laptop = { x: 0, y: 24, width: 1366, height: 744 };
const screenBeside = { x: 1366, y: 0, width: 2560, height: 1440 };
const at = (...[x, y, width, height]: readonly [number, number, number, number]): WindowState => ({
  bounds: { x, y, width, height },
  maximised: false,
  port: null,
});
const fresh: WindowState = { bounds: null, maximised: false, port: null };

test('a first start is centred by the system and fits the display', () => {
  expect(placeWindow(fresh, [laptop])).toEqual({ width: 1366, height: 744 });
  expect(placeWindow(fresh, [screenBeside])).toEqual({ width: 1440, height: 900 });
});

test('a window comes back to where it was', () => {
  expect(placeWindow(at(100, 80, 1200, 640), [laptop])).toEqual({ x: 100, y: 80, width: 1200, height: 640 });
  expect(placeWindow(at(1500, 40, 1800, 1200), [laptop, screenBeside])).toEqual({
    x: 1500,
    y: 40,
    width: 1800,
    height: 1200,
  });
});

test('a window whose display has gone is centred on the first, no larger than it', () => {
  expect(placeWindow(at(1500, 40, 1800, 1200), [laptop])).toEqual({ width: 1366, height: 744 });
});

test('a window that could hardly be caught by its title bar counts as lost', () => {
  expect(placeWindow(at(1300, 80, 1200, 640), [laptop])).not.toHaveProperty('x');
  expect(placeWindow(at(100, -700, 1200, 740), [laptop])).not.toHaveProperty('y');
});

test('a title bar under the menu bar is moved below it', () => {
  expect(placeWindow(at(100, 12, 1200, 640), [laptop])).toMatchObject({ x: 100, y: 24 });
});

test.each([
  null,
  '',
  'nonsense',
  '[]',
  '{"bounds":{"x":0}}',
  '{"bounds":null,"maximised":"yes","port":null}',
])('a window file that says %s costs the window only its place', (text) => {
  expect(parseWindowState(text)).toEqual(fresh);
});

test('what is written is read back, and a damaged file is as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-window-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const warnings: string[] = [];
  const file = openWindowStateFile(join(folder, 'deep'), (message) => warnings.push(message));
  const state: WindowState = { ...at(1, 2, 1000, 700), maximised: true, port: 4317 };
  file.write(state);
  expect(file.read()).toEqual(state);
  expect(JSON.parse(readFileSync(join(folder, 'deep', 'window.json'), 'utf8'))).toEqual(state);
  writeFileSync(join(folder, 'deep', 'window.json'), '{"bounds":');
  expect(file.read()).toEqual(fresh);
  expect(warnings).toEqual([]);
});

test('a folder that cannot be written to is said, and nothing more happens', () => {
  const warnings: string[] = [];
  const file = openWindowStateFile('/dev/null/shell', (message) => warnings.push(message));
  file.write(fresh);
  expect(file.read()).toEqual(fresh);
  expect(warnings).toHaveLength(1);
});
