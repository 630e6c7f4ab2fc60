import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRef } from '../../../sim/contract/machine-list.ts';
import { useText } from '../../text/text.ts';
import { kindIcons } from '../topology/kind-icons.table.ts';

type CardProps = { readonly title: string; readonly note?: ReactNode; readonly children: ReactNode };

export const MachineCard = ({ title, note, children }: CardProps): ReactNode => (
  <section aria-label={title} className="min-w-0 rounded-md border bg-surface pb-2">
    <div className="flex min-h-9 items-center gap-2 px-3">
      <h2 className="min-w-0 flex-1 truncate text-12 font-semibold">{title}</h2>
      {note}
    </div>
    {children}
  </section>
);

export const Quiet = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className="px-3 py-1 text-12 text-text-3">{children}</p>
);

type RefsProps = {
  readonly title: string;
  readonly things: readonly MachineRef[];
  readonly onSelect: (id: EntityId) => void;
};

/** One line for each, that leads there. */
export function RefList({ title, things, onSelect }: RefsProps): ReactNode {
  const kinds = useText().kinds;
  return (
    <ol aria-label={title}>
      {things.map(({ id, kind, name }) => {
        const Icon = kindIcons[kind];
        return (
          <li key={id}>
            <button
              type="button"
              onClick={() => onSelect(id)}
              className="flex min-h-7 w-full items-center gap-2 px-3 text-left text-12 -outline-offset-2 hover:bg-hover"
            >
              <Icon aria-hidden size={14} className="shrink-0 text-text-3" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="shrink-0 text-text-3">{kinds[kind]}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Cards beside one another as the width allows; the page scrolls, not each card. */
export const Cards = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <div className="grid items-start gap-3 p-3 md:grid-cols-2 2xl:grid-cols-3">{children}</div>
  </div>
);

/** Cards of many heights, one below the other in columns. */
export const Columns = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <div className="gap-3 p-3 *:mb-3 *:break-inside-avoid md:columns-2 2xl:columns-3">{children}</div>
  </div>
);
