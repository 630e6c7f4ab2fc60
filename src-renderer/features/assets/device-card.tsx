import type { ReactNode } from 'react';

type CardProps = { readonly title: string; readonly note?: ReactNode; readonly children: ReactNode };

export const DeviceCard = ({ title, note, children }: CardProps): ReactNode => (
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
