import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** More than a person can answer: said as such, with where to look for its cause. */
export const FloodBanner = ({
  count,
  onKpis,
}: {
  readonly count: number;
  readonly onKpis: () => void;
}): ReactNode => (
  <div
    role="status"
    className="flex shrink-0 flex-wrap items-center gap-3 border-b bg-raised px-3 py-1 text-12"
  >
    <StatusMark kind="major" word="Alarm flood" showWord />
    <span className="text-text-2">
      {count} new alarms in the last ten minutes of lab time, more than a person can answer. Begin with the
      roots.
    </span>
    <Button look="ghost" onClick={onKpis} className="ml-auto">
      Show the figures
    </Button>
  </div>
);
