import type { ReactNode } from 'react';
import { sparkPath } from './spark-path.ts';

type SparkProps = { readonly values: readonly (number | null)[]; readonly className?: string };

/** The trend beside a value. The value says it all to who cannot see it, so this one is silent. */
export const Spark = ({ values, className }: SparkProps): ReactNode => (
  <svg
    aria-hidden
    viewBox="0 0 140 24"
    preserveAspectRatio="none"
    className={className ?? 'h-6 w-full text-text-3'}
  >
    <path
      d={sparkPath(values, { width: 140, height: 24 })}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  </svg>
);
