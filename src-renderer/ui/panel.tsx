import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type PanelProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

export function Panel({ title, note, tools, className, children }: PanelProps): ReactNode {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames('flex min-h-0 flex-col rounded-lg border border-line bg-surface', className)}
    >
      <header className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-2 border-b px-3 py-1.5">
        <h2 id={id} className="text-13 font-semibold">
          {title}
        </h2>
        {note !== undefined && <span className="text-13 text-text-2">{note}</span>}
        {tools !== undefined && <div className="ml-auto flex items-center gap-2">{tools}</div>}
      </header>
      <div className="flex min-h-0 flex-1 flex-col">{children}</div>
    </section>
  );
}
