import type { ReactNode } from 'react';
import type { IsaState } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { listViewNames } from './isa-states.table.ts';
import type { ListView } from './isa-states.table.ts';

type ListBarProps = {
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  readonly counts: Readonly<Record<IsaState, number>>;
  /** Of the plain view. */
  readonly open: number;
};

const look =
  'inline-flex h-7 items-center gap-1.5 rounded-md border border-transparent px-2 text-12 text-text-2 hover:bg-hover aria-pressed:border-line-strong aria-pressed:bg-hover aria-pressed:text-text';

/** The plain view, and beside it the states of ISA-18.2. */
export function ListBar({ view, onView, counts, open }: ListBarProps): ReactNode {
  const { isa, views } = useText().alarms;
  return (
    <div
      role="group"
      aria-label={views.label}
      className="flex flex-wrap items-center gap-1 border-b px-3 py-1.5"
    >
      {listViewNames.map((name) => (
        <Tooltip key={name} text={views.hints[name]}>
          <button
            type="button"
            aria-pressed={name === view}
            onClick={() => onView(name)}
            className={`${look} ${name === 'open' ? 'mr-2' : ''}`}
          >
            {name === 'open' ? views.open : isa[name]}
            <span className="text-text-3">{name === 'open' ? open : counts[name]}</span>
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
