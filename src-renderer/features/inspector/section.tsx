import type { ReactNode } from 'react';

type SectionProps = {
  readonly title: string;
  /** At the right of the title. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

export const Section = ({ title, note, children }: SectionProps): ReactNode => (
  <section aria-label={title} className="border-t py-2">
    <div className="flex min-h-6 items-center gap-2 px-3">
      <h3 className="min-w-0 flex-1 truncate text-12 font-semibold">{title}</h3>
      {note}
    </div>
    {children}
  </section>
);
