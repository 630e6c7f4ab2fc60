import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../sim/contract/shell.ts';
import { acceleratorOf, isSequence, sequenceText } from './shortcut.ts';

export type MenuChoices = {
  readonly platform: string;
  readonly appName: string;
  /** Only an unpackaged shell shows Chromium's own tools. */
  readonly developing: boolean;
  readonly actions: readonly MenuAction[];
  readonly choose: (id: string) => void;
};

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The whole native menu: the shell's few own items, and everything else from the control room's actions table. */
export function menuTemplate(choices: MenuChoices): Item[] {
  const isMac = choices.platform === 'darwin';
  const sections = sectionsOf(choices);
  const take = (name: string): Item[] => {
    const items = sections.get(name) ?? [];
    sections.delete(name);
    return items;
  };
  const file = joined(take('File'), [isMac ? { role: 'close' } : { role: 'quit' }]);
  const edit = joined(take('Edit'), editItems());
  const view = joined(take('View'), viewItems(choices.developing));
  const window = joined(take('Window'), [
    { role: 'minimize' },
    { role: 'zoom' },
    ...(isMac ? [separator, { role: 'front' } as Item] : []),
  ]);
  const help = joined(take('Help'), isMac ? [] : [{ role: 'about' }]);
  return [
    ...(isMac ? [macMenu(choices.appName)] : []),
    { label: '&File', submenu: file },
    { label: '&Edit', submenu: edit },
    { label: '&View', submenu: view },
    ...[...sections].map(([label, submenu]): Item => ({ label: escaped(label), submenu })),
    { label: '&Window', role: 'window', submenu: window },
    { label: '&Help', role: 'help', submenu: help },
  ];
}

function sectionsOf(choices: MenuChoices): Map<string, Item[]> {
  const sections = new Map<string, Item[]>();
  for (const action of choices.actions) {
    const items = sections.get(action.section) ?? [];
    items.push(actionItem(action, choices));
    sections.set(action.section, items);
  }
  return sections;
}

function actionItem(action: MenuAction, choices: MenuChoices): Item {
  const { shortcut } = action;
  const hint = shortcut !== null && isSequence(shortcut) ? ` (${sequenceText(shortcut)})` : '';
  const accelerator = shortcut === null ? null : acceleratorOf(shortcut, choices.platform);
  return {
    id: action.id,
    label: `${escaped(action.title)}${hint}`,
    enabled: action.enabled,
    click: () => choices.choose(action.id),
    // Shown, not registered: the page listens to its keys itself, and one press must not act twice.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  };
}

function macMenu(appName: string): Item {
  return {
    label: appName,
    submenu: [
      { role: 'about' },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function editItems(): Item[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    separator,
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
}

function viewItems(developing: boolean): Item[] {
  const tools: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, separator];
  return [
    ...(developing ? tools : []),
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ];
}

function joined(first: readonly Item[], second: readonly Item[]): Item[] {
  return first.length === 0 || second.length === 0 ? [...first, ...second] : [...first, separator, ...second];
}

/** An ampersand in a label marks the letter after it; doubled, it is an ampersand. */
function escaped(text: string): string {
  return text.replaceAll('&', '&&');
}
