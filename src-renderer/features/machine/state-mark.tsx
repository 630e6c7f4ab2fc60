import type { ReactNode } from 'react';
import type { TreeState } from '../../../sim/contract/machine-tree.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;

/** A shape for each state, as on a player: what runs points on, what stands is a square. */
const shapes = {
  on: <path d="M5 3.2 12.6 8 5 12.8Z" fill="currentColor" />,
  off: <rect x="4" y="4" width="8" height="8" rx="1" {...line} />,
  suspended: (
    <path d="M11.8 9.9A4.8 4.8 0 1 1 6.9 3.2a3.9 3.9 0 0 0 4.9 6.7Z" {...line} strokeLinejoin="round" />
  ),
  paused: <path d="M5.5 4v8M10.5 4v8" {...line} strokeWidth={2} />,
  standby: <circle cx="8" cy="8" r="4.2" {...line} strokeDasharray="2 1.6" />,
} as const;

const inks = {
  on: 'text-ok',
  off: 'text-text-3',
  suspended: 'text-text-2',
  paused: 'text-text-2',
  standby: 'text-text-3',
} as const;

type StateMarkProps = { readonly state: TreeState; readonly showWord?: boolean };

/** Shape, colour and word; normal stays grey, and only what is abnormal shines. */
export function StateMark({ state, showWord = false }: StateMarkProps): ReactNode {
  const word = useText().machine.states[state];
  if (state === 'maintenance') return <StatusMark kind="maintenance" word={word} showWord={showWord} />;
  if (state === 'lost') return <StatusMark kind="major" word={word} showWord={showWord} />;
  return (
    <span
      className={classNames('inline-flex h-6 items-center gap-2 align-middle whitespace-nowrap', inks[state])}
    >
      <svg aria-hidden viewBox="0 0 16 16" width={14} height={14} className="shrink-0">
        {shapes[state]}
      </svg>
      <span className={showWord ? 'text-12 text-text-2' : 'sr-only'}>{word}</span>
    </span>
  );
}
