import type { ReactNode } from 'react';

type ScrollRegionProps = { readonly label: string; readonly children: ReactNode };

/** Scrolls by itself, so the keyboard must be able to get into it (WCAG 2.1.1). */
export const ScrollRegion = ({ label, children }: ScrollRegionProps): ReactNode => (
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
  >
    {children}
  </div>
);
