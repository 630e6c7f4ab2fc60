import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { Action } from './actions.ts';
import { closePanel } from './panels.ts';

/** Keys that are not actions but ways to move. */
const moves = [
  { keys: '/', title: 'Filter the list in sight' },
  { keys: 'ArrowUp ArrowDown', title: 'Walk rows, or from rack to rack on the floor' },
  { keys: 'Enter', title: 'Open the row or rack' },
  { keys: 'Space', title: 'Tick the row' },
  { keys: 'Escape', title: 'Close what is open, then clear the selection' },
];

export function HelpSheet({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const sections = Object.entries(
    Object.groupBy(
      actions.filter((action) => action.shortcut !== null),
      (action) => action.section,
    ),
  );
  return (
    <Dialog open wide onOpenChange={(open) => (open ? undefined : closePanel())} title="Keyboard shortcuts">
      <div className="columns-2 gap-8 max-[700px]:columns-1">
        {[
          ...sections.map(([title, items]) => ({
            title,
            rows: (items ?? []).map((one) => ({ keys: one.shortcut ?? '', title: one.title })),
          })),
          { title: 'Moving', rows: moves },
        ].map((section) => (
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
