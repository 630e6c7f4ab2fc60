import type { ReactNode } from 'react';
import { supplyPath } from './supply-path.ts';

/** The trend beside a supply temperature. The value says it all to who cannot see it, so this one is silent. */
export const SupplySpark = ({ values }: { readonly values: readonly (number | null)[] }): ReactNode => (
  <svg aria-hidden viewBox="0 0 96 20" preserveAspectRatio="none" className="h-5 w-24 text-text-3">
    <path
      d={supplyPath(values)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  </svg>
);
