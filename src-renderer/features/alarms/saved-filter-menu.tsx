import { Bookmark, Save, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { showDone, showToast } from '../../ui/toasts.ts';
import { filterFrom, filterInto, isFiltering } from './alarm-filter-url.ts';
import type { AlarmFilter } from './alarm-order.ts';
import { dropFilter, loadFilters, type SavedFilter, saveFilter } from './saved-filters.ts';

type NameDialogProps = { readonly onSave: (name: string) => void; readonly onClose: () => void };

function NameDialog({ onSave, onClose }: NameDialogProps): ReactNode {
  const { filter, tasks } = useText().alarms;
  const [name, setName] = useState('');
  const refusal = name.trim() === '' ? filter.nameIt : null;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={filter.saved}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal === null) onSave(name.trim());
        }}
      >
        <Field label={filter.name} hint={filter.nameHint}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{tasks.cancel}</Button>
          <Button type="submit" look="primary" refusedBecause={refusal}>
            {filter.saveIt}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type SavedFilterMenuProps = {
  readonly filter: AlarmFilter;
  readonly onChange: (filter: AlarmFilter) => void;
};

export function SavedFilterMenu({ filter, onChange }: SavedFilterMenuProps): ReactNode {
  const words = useText().alarms.filter;
  const [isNaming, setNaming] = useState(false);
  const [saved, setSaved] = useState<readonly SavedFilter[]>([]);
  const again = (): void => setSaved(loadFilters(window.localStorage));
  useEffect(again, []);
  const items: readonly MenuItem[] = [
    {
      id: 'save',
      title: words.save,
      icon: Save,
      disabled: () => (isFiltering(filter) ? null : words.nothingSet),
      run: () => setNaming(true),
    },
    ...saved.flatMap(({ name, search }): MenuItem[] => [
      {
        id: `show ${name}`,
        title: words.show(name),
        icon: Bookmark,
        run: () => onChange(filterFrom(new URLSearchParams(search))),
      },
      {
        id: `drop ${name}`,
        title: words.drop(name),
        icon: Trash2,
        run: () => {
          dropFilter(window.localStorage, name);
          again();
        },
      },
    ]),
  ];
  const save = (name: string): void => {
    setNaming(false);
    const search = filterInto(new URLSearchParams(), filter).toString();
    if (saveFilter(window.localStorage, { name, search })) showDone(words.savedAs(name));
    else showToast({ kind: 'refused', title: words.notSaved, hint: null });
    again();
  };
  return (
    <>
      <Menu sections={[{ title: words.saved, items }]}>
        <IconButton icon={Bookmark} label={words.saved} />
      </Menu>
      {isNaming && <NameDialog onSave={save} onClose={() => setNaming(false)} />}
    </>
  );
}
