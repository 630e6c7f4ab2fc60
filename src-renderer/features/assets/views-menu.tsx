import { Bookmark, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { viewIn, withView } from './asset-view.ts';
import { dropView, renameView, saveView, useSavedViews } from './saved-views.ts';

type ViewsMenuProps = {
  /** The view in sight, as an address carries it. */
  readonly search: string;
  readonly onView: (search: string) => void;
};

const usual = [
  { noun: 'all', search: '' },
  { noun: 'warranty', search: 'warranty=90&sort=warranty' },
  { noun: 'unowned', search: 'missing=owner' },
  { noun: 'planned', search: 'life=planned,staged' },
  { noun: 'network', search: 'kind=switch,patch-panel' },
] as const;

/** As the page itself would write it. */
const tidy = (search: string): string =>
  withView(new URLSearchParams(), viewIn(new URLSearchParams(search))).toString();
const sameView = (a: string, b: string): boolean => tidy(a) === tidy(b);

export function ViewsMenu({ search, onView }: ViewsMenuProps): ReactNode {
  const words = useText().assets;
  const saved = useSavedViews((state) => state.views);
  const [task, setTask] = useState<'none' | 'save' | 'keep'>('none');
  const shown = (of: string): boolean => sameView(of, search);
  const current =
    saved.find((view) => shown(view.search))?.name ??
    usual.flatMap(({ noun, search: of }) => (shown(of) ? [words.views[noun]] : []))[0];
  return (
    <>
      <Menu
        sections={[
          {
            items: usual.map(({ noun, search: of }) => ({
              id: noun,
              title: words.views[noun],
              isChecked: shown(of),
              run: () => onView(of),
            })),
          },
          {
            title: words.savedViews,
            items: [
              ...saved.map((view) => ({
                id: `saved-${view.name}`,
                title: view.name,
                isChecked: shown(view.search),
                run: () => onView(view.search),
              })),
              { id: 'save', title: words.saveView, icon: Plus, run: () => setTask('save') },
              ...(saved.length === 0
                ? []
                : [{ id: 'keep', title: words.keepViews, icon: Pencil, run: () => setTask('keep') }]),
            ],
          },
        ]}
      >
        <Button icon={Bookmark}>{current ?? words.view}</Button>
      </Menu>
      {task === 'save' && <SaveDialog search={search} onClose={() => setTask('none')} />}
      {task === 'keep' && <KeepDialog onClose={() => setTask('none')} />}
    </>
  );
}

function SaveDialog({
  search,
  onClose,
}: {
  readonly search: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useText().assets;
  const saved = useSavedViews((state) => state.views);
  const [name, setName] = useState('');
  const tidy = name.trim();
  const save = (): void => {
    if (tidy === '') return;
    saveView({ name: tidy, search });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.saveView}
      description={words.savedHere}
      footer={
        <Button look="primary" refusedBecause={tidy === '' ? words.nameFirst : null} onClick={save}>
          {words.save}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label={words.viewName}
          hint={saved.some((view) => view.name === tidy) ? words.replaces(tidy) : ''}
        >
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

function KeepDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useText().assets;
  const saved = useSavedViews((state) => state.views);
  return (
    <Dialog open onOpenChange={onClose} title={words.keepViews}>
      <ul className="flex flex-col gap-2">
        {saved.map((view) => (
          <li key={view.name} className="flex items-center gap-2">
            <TextInput
              aria-label={words.nameOfView(view.name)}
              maxLength={60}
              defaultValue={view.name}
              onBlur={(event) => {
                const to = event.target.value.trim();
                if (to !== '' && to !== view.name) renameView(view.name, to);
              }}
            />
            <IconButton icon={Trash2} label={words.dropView(view.name)} onClick={() => dropView(view.name)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
