import type { LucideIcon } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';

export type SideItem = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly icon?: LucideIcon;
};

type SideListProps = {
  readonly label: string;
  readonly items: readonly SideItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly head?: ReactNode;
};

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const buttons = [...(event.currentTarget.closest('ul')?.querySelectorAll('button') ?? [])];
  const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** What can be read, beside what is read; above it where the page is narrow. */
export const SideList = ({ label, items, chosen, onChoose, head }: SideListProps): ReactNode => (
  <nav
    aria-label={label}
    className="flex max-h-44 min-h-32 w-full shrink-0 flex-col border-b @min-[720px]:max-h-none @min-[720px]:w-64 @min-[720px]:border-r @min-[720px]:border-b-0"
  >
    {head !== undefined && <div className="flex shrink-0 items-center gap-2 p-2">{head}</div>}
    <ul className="min-h-0 flex-1 overflow-y-auto p-2">
      {items.map(({ id, title, note, icon: Icon }) => (
        <li key={id}>
          <button
            type="button"
            onKeyDown={walk}
            aria-current={id === chosen ? 'true' : undefined}
            onClick={() => onChoose(id)}
            className={classNames(
              'flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-left text-13',
              id === chosen ? 'bg-hover font-medium text-text' : 'text-text-2 hover:bg-hover hover:text-text',
            )}
          >
            {Icon !== undefined && <Icon aria-hidden size={15} className="shrink-0" />}
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {note !== undefined && <span className="shrink-0 text-11 text-text-3">{note}</span>}
          </button>
        </li>
      ))}
    </ul>
  </nav>
);
