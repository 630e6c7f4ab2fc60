import type { ReactNode } from 'react';
import { ScreenHelp } from '../features/help/screen-help.tsx';
import { text, useText } from '../text/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { Action } from './actions.ts';
import { closePanel } from './panels.ts';
import { screenKeys } from './screen-keys.ts';

/** Keys that are not actions but ways to move. */
const moves = (): readonly { readonly keys: string; readonly title: string }[] => {
  const words = text().shell.moves;
  return [
    { keys: '/', title: words.filter },
    { keys: 'ArrowUp ArrowDown', title: words.walk },
    { keys: 'Enter', title: words.open },
    { keys: 'Space', title: words.tick },
    { keys: 'Escape', title: words.close },
    ...screenKeys().map(({ keys, noun }) => ({ keys, title: words[noun] })),
  ];
};

type KeySection = {
  readonly title: string;
  readonly rows: readonly { readonly keys: string; readonly title: string }[];
};

/** Every key there is, by what it is for. */
export function keySections(actions: readonly Action[]): readonly KeySection[] {
  const sections = Object.entries(
    Object.groupBy(
      actions.filter((action) => action.shortcut !== null),
      (action) => action.section,
    ),
  );
  return [
    ...sections.map(([title, items]) => ({
      title,
      rows: (items ?? []).map((one) => ({ keys: one.shortcut ?? '', title: one.title })),
    })),
    { title: text().shell.sections.moving, rows: moves() },
  ];
}

export function HelpSheet({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const words = useText().shell;
  return (
    <Dialog open wide onOpenChange={(open) => (open ? undefined : closePanel())} title={words.shortcuts}>
      <ScreenHelp />
      <div className="columns-2 gap-8 max-[700px]:columns-1">
        {keySections(actions).map((section) => (
          <section key={section.title} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-12 font-semibold text-text-2">{section.title}</h3>
            <dl>
              {section.rows.map((row) => (
                <div key={row.title} className="flex min-h-7 items-center justify-between gap-4 text-13">
                  <dt>{row.title}</dt>
                  <dd>
                    <Kbd keys={row.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
