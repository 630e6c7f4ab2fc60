import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { perform } from '../../app/perform.ts';
import { execute, useQuery } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showDone, showToast } from '../../ui/toasts.ts';
import { useDesktopPermission } from './desktop-permission.ts';
import { placeIn } from './section-list.tsx';
import { patchOf, savedText, withEdit, withoutSection } from './settings-draft.ts';
import { countOfEdits, sayRefused, saySaved, useEdits, writeEdits } from './settings-edits.ts';
import type { Section } from './settings-fields.table.ts';
import { SettingsView } from './settings-view.tsx';

const renewMillis = 2000;
/** Another page may change them too. */
const renewSettingsMillis = 5000;

async function save(section: Section, renew: () => void): Promise<void> {
  const { edits } = useEdits.getState();
  const done = await execute({ type: 'desk.configure', patch: patchOf(section, edits) });
  if (!done.ok) return sayRefused(section.id, done.refusal);
  saySaved(section.id, withoutSection(section, useEdits.getState().edits));
  const { form, sections } = text().settings;
  showDone(form.done(sections[section.id].title));
  renew();
}

/** Nobody is stopped on the way out, and nothing is thrown away. */
function sayKept(): void {
  const count = countOfEdits();
  if (count === 0) return;
  const words = text().settings.form;
  showToast({
    kind: 'done',
    title: words.kept(count),
    hint: words.keptWhere,
  });
}

export function SettingsScreen(): ReactNode {
  const [search] = useSearchParams();
  const settings = useQuery('settings', {}, { every: renewSettingsMillis });
  const status = useQuery('status', {}, { every: renewMillis });
  const { edits, refusals, saved } = useEdits();
  const { permission, ask } = useDesktopPermission();
  useEffect(() => sayKept, []);
  const renew = (): void => {
    settings.retry();
    status.retry();
  };
  return (
    <SettingsView
      settings={settings}
      status={status}
      edits={edits}
      refusals={refusals}
      saved={saved}
      permission={permission}
      place={placeIn(search.get('section'))}
      onEdit={(section, { path }, written) => {
        if (settings.data === null) return;
        writeEdits(
          section.id,
          withEdit(edits, path, { text: written, saved: savedText(settings.data, path) }),
        );
      }}
      onSave={(section) => void save(section, renew)}
      onRevert={(section) => writeEdits(section.id, withoutSection(section, edits))}
      onAsk={() => void ask()}
      onTest={() =>
        void perform({ type: 'desk.test-notification', channel: 'desktop' }, text().settings.desktop.tested)
      }
    />
  );
}
