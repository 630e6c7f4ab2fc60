/** The settings from the palette: the screen's parts, and every switch by itself. */
import { Settings2, ToggleLeft } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { execute, query } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { patchOf, savedText } from './settings-draft.ts';
import { sections } from './settings-fields.table.ts';
import type { FieldGroup, Section, SwitchField } from './settings-fields.table.ts';

/** What it was is asked of the host: the screen may not be open, and others may have switched it. */
async function turn(section: Section, { path }: SwitchField): Promise<void> {
  const settings = await query('settings', {});
  if (!settings.ok) return showRefusal(settings.refusal);
  const to = savedText(settings.value, path) === 'on' ? 'off' : 'on';
  const done = await execute({ type: 'desk.configure', patch: patchOf(section, { [path]: to }) });
  if (!done.ok) return showRefusal(done.refusal);
  const { actions: words, fields } = text().settings;
  showDone(words.turned(fields[path], to));
}

const opening = (place: string, title: string): Action => {
  const words = text().settings.actions;
  return {
    id: `settings.open-${place}`,
    title: words.open(title),
    section: words.section,
    shortcut: null,
    icon: Settings2,
    disabled: always,
    run: () => goTo(`/settings?section=${place}`),
  };
};

const turning = (section: Section, { id, switch: field }: FieldGroup): readonly Action[] => {
  const { actions: words, fields } = text().settings;
  if (field === null) return [];
  return [
    {
      id: `settings.turn-${id}`,
      title: words.turn(fields[field.path]),
      section: words.section,
      shortcut: null,
      icon: ToggleLeft,
      disabled: always,
      run: () => turn(section, field),
    },
  ];
};

export function settingsActions(): readonly Action[] {
  const words = text().settings;
  return [
    ...sections.map(({ id }) => opening(id, words.sections[id].title)),
    opening('appearance', words.appearance.title),
    ...sections.flatMap((section) => section.groups.flatMap((group) => turning(section, group))),
  ];
}
