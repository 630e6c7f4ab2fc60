import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import type { MenuAction } from '../../sim/contract/shell.ts';
import { type MenuChoices, menuTemplate } from './menu-template.ts';

const action = (id: string, section: string, more: Partial<MenuAction> = {}): MenuAction => ({
  id,
  title: id,
  section,
  shortcut: null,
  enabled: true,
  ...more,
});

const choicesWith = (actions: readonly MenuAction[], more: Partial<MenuChoices> = {}): MenuChoices => ({
  platform: 'linux',
  appName: 'Coldaisle',
  developing: false,
  actions,
  choose: () => undefined,
  ...more,
});

const labels = (items: readonly MenuItemConstructorOptions[]): (string | undefined)[] =>
  items.map((item) => item.label);

function menuNamed(
  template: readonly MenuItemConstructorOptions[],
  label: string,
): MenuItemConstructorOptions[] {
  const { submenu } = template.find((item) => item.label === label) ?? {};
  return Array.isArray(submenu) ? submenu : [];
}

const roles = (items: readonly MenuItemConstructorOptions[]): unknown[] =>
  items.map((item) => item.role).filter(Boolean);

test('before the control room speaks, the menu has what every window needs', () => {
  const template = menuTemplate(choicesWith([]));
  expect(labels(template)).toEqual(['&File', '&Edit', '&View', '&Window', '&Help']);
  expect(roles(menuNamed(template, '&File'))).toEqual(['quit']);
  expect(roles(menuNamed(template, '&Edit'))).toContain('paste');
});

test('sections become menus between View and Window, in the order of the table', () => {
  const template = menuTemplate(choicesWith([action('a', 'Lab'), action('b', 'Go'), action('c', 'Lab')]));
  expect(labels(template)).toEqual(['&File', '&Edit', '&View', 'Lab', 'Go', '&Window', '&Help']);
  expect(labels(menuNamed(template, 'Lab'))).toEqual(['a', 'c']);
});

test('a section with the name of one of the shell menus joins it, first and set apart', () => {
  const file = menuNamed(menuTemplate(choicesWith([action('lab.open', 'File')])), '&File');
  expect(file.map((item) => item.id ?? item.type ?? item.role)).toEqual(['lab.open', 'separator', 'quit']);
});

test('an item gives back its action id', () => {
  const chosen: string[] = [];
  const template = menuTemplate(
    choicesWith([action('alarm.acknowledge', 'Alarms')], { choose: (id) => chosen.push(id) }),
  );
  const item = menuNamed(template, 'Alarms')[0];
  // The click's parameters are Electron's own; ours takes none of them.
  Reflect.apply(item?.click ?? (() => undefined), undefined, []);
  expect(chosen).toEqual(['alarm.acknowledge']);
});

test('a shortcut is shown and never registered, so one press cannot act twice', () => {
  const template = menuTemplate(choicesWith([action('palette', 'Go', { shortcut: 'Mod+K' })]));
  expect(menuNamed(template, 'Go')[0]).toMatchObject({
    accelerator: 'CommandOrControl+K',
    registerAccelerator: false,
  });
});

test('a sequence of keys stands in the label', () => {
  const item = menuNamed(
    menuTemplate(choicesWith([action('floor', 'Go', { shortcut: 'g f', title: 'Floor' })])),
    'Go',
  )[0];
  expect(item?.label).toBe('Floor (G F)');
  expect(item).not.toHaveProperty('accelerator');
});

test('what may not be done now is shown and disabled', () => {
  const item = menuNamed(menuTemplate(choicesWith([action('x', 'Lab', { enabled: false })])), 'Lab')[0];
  expect(item?.enabled).toBe(false);
});

test('an ampersand in a title stays an ampersand', () => {
  expect(
    menuNamed(menuTemplate(choicesWith([action('x', 'Lab', { title: 'Cut & run' })])), 'Lab')[0]?.label,
  ).toBe('Cut && run');
});

test('macOS has its application menu first, and quits from there', () => {
  const template = menuTemplate(choicesWith([], { platform: 'darwin' }));
  expect(template[0]?.label).toBe('Coldaisle');
  expect(roles(menuNamed(template, 'Coldaisle'))).toContain('quit');
  expect(roles(menuNamed(template, '&File'))).toEqual(['close']);
});

test('Chromium’s own tools are there only while developing', () => {
  const packaged = roles(menuNamed(menuTemplate(choicesWith([])), '&View'));
  const developing = roles(menuNamed(menuTemplate(choicesWith([], { developing: true })), '&View'));
  expect(packaged).not.toContain('toggleDevTools');
  expect(developing).toContain('toggleDevTools');
});
