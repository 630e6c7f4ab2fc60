/** Status is shape + colour + word, never hue alone (ISA-101, WCAG 1.4.1). */
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { classNames } from './class-names.ts';

export type StatusKind = 'critical' | 'major' | 'minor' | 'info' | 'ok' | 'maintenance' | 'stale';

const wordsOf = ({ severities, ui }: Catalogue): Readonly<Record<StatusKind, string>> => ({
  ...severities,
  ...ui.marks,
});

export const statusInks = {
  critical: 'text-critical',
  major: 'text-major',
  minor: 'text-minor',
  info: 'text-info',
  ok: 'text-ok',
  maintenance: 'text-maintenance',
  stale: 'text-stale',
} as const satisfies Record<StatusKind, string>;

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinejoin: 'round',
  strokeLinecap: 'round',
} as const;

const shapes = {
  critical: (
    <>
      <path d="M8 1.5 15 14H1Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />
      <path d="M8 6v3.6M8 11.6v.4" stroke="var(--bg)" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  major: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
  minor: <path d="M8 2.3 14.4 13.6H1.6Z" {...line} />,
  info: <circle cx="8" cy="8" r="5.8" {...line} />,
  ok: <path d="M2.5 8.5 6.2 12 13.5 4" {...line} />,
  maintenance: (
    <path
      d="M14 4.2a3.6 3.6 0 0 1-4.8 4.3L4 13.7 2.3 12l5.2-5.2A3.6 3.6 0 0 1 11.8 2L9.7 4.1l.5 1.7 1.7.5Z"
      {...line}
    />
  ),
  stale: (
    <>
      <rect x="1.8" y="1.8" width="12.4" height="12.4" rx="2" {...line} />
      <path d="M3 9 9 3M4 13l9-9M8 14l6-6" {...line} strokeWidth="1.2" />
    </>
  ),
} as const satisfies Record<StatusKind, ReactNode>;

type StatusMarkProps = {
  readonly kind: StatusKind;
  /** Instead of the usual word. */
  readonly word?: string;
  /** The word is always there; hidden, it is said to screen readers only. */
  readonly showWord?: boolean;
  readonly isUnacknowledged?: boolean;
  readonly size?: number;
};

export function StatusMark({
  kind,
  word,
  showWord,
  isUnacknowledged,
  size = 14,
}: StatusMarkProps): ReactNode {
  const words = wordsOf(useText());
  return (
    <span
      className={classNames(
        'inline-flex h-6 items-center gap-2 align-middle whitespace-nowrap',
        statusInks[kind],
      )}
    >
      <svg
        aria-hidden
        viewBox="0 0 16 16"
        width={size}
        height={size}
        className={classNames('shrink-0', isUnacknowledged === true && 'ring-unacknowledged')}
      >
        {shapes[kind]}
      </svg>
      <span className={showWord === true ? 'text-12 font-medium' : 'sr-only'}>{word ?? words[kind]}</span>
    </span>
  );
}
