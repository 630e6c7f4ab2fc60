import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** What comes after a wait takes the focus that the dialog could not give it when it opened. */
export function FocusFirst({ children }: { readonly children: ReactNode }): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('input:checked, input:not([type=radio]), button')?.focus();
  }, []);
  return <div ref={ref}>{children}</div>;
}
