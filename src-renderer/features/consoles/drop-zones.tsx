import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { useConsoles } from './consoles-store.ts';
import { edgeAt, type Goal } from './layout.ts';

const halves = {
  left: 'inset-y-0 left-0 w-1/2',
  right: 'inset-y-0 right-0 w-1/2',
  top: 'inset-x-0 top-0 h-1/2',
  bottom: 'inset-x-0 bottom-0 h-1/2',
  tabs: 'inset-0',
} as const satisfies Record<Goal['at'], string>;

/** Where a tab would come that is let go at that point of the page; null where nothing takes it. */
export function goalAt(x: number, y: number): Goal | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const pane = element instanceof HTMLElement ? element.dataset['pane'] : undefined;
    if (pane === undefined) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    return { pane, at: edgeAt((x - left) / width, (y - top) / height) };
  }
  return null;
}

/** Over a pane while a tab is on its way: shows where it would come. The tab's menu does the same without a pointer. */
export function DropZones({ pane }: { readonly pane: string }): ReactNode {
  const at = useConsoles(({ aim }) => (aim?.pane === pane ? aim.at : null));
  return (
    <div aria-hidden data-pane={pane} className="absolute inset-0 z-30">
      {at !== null && (
        <div className={classNames('absolute border-2 border-accent bg-accent/20', halves[at])} />
      )}
    </div>
  );
}
