import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** More than a person can answer: said as such, with where to look for its cause. */
export const FloodBanner = ({
  count,
  onKpis,
}: {
  readonly count: number;
  readonly onKpis: () => void;
}): ReactNode => {
  const { banner } = useText().alarmKpis;
  return (
    <div
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-3 border-b bg-raised px-3 py-1 text-12"
    >
      <StatusMark kind="major" word={banner.title} showWord />
      <span className="text-text-2">{banner.text(count)}</span>
      <Button look="ghost" onClick={onKpis} className="ml-auto">
        {banner.show}
      </Button>
    </div>
  );
};
