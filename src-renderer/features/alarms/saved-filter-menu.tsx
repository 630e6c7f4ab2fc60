import { Bookmark, Save, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { showDone, showToast } from '../../ui/toasts.ts';
import { filterFrom, filterInto, isFiltering } from './alarm-filter-url.ts';
import type { AlarmFilter } from './alarm-order.ts';
import { dropFilter, loadFilters, type SavedFilter, saveFilter } from './saved-filters.ts';

type SavedFilterMenuProps = {
  readonly filter: AlarmFilter;
  readonly onChange: (filter: AlarmFilter) => void;
};

export function SavedFilterMenu({ filter, onChange }: SavedFilterMenuProps): ReactNode {
  const { filter: words, tasks } = useText().alarms;
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
      {isNaming && (
        <NameDialog
          words={{ ...words, title: words.saved, cancel: tasks.cancel }}
          onSave={save}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
