import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { declineTour, startTour, useTour } from './tour-state.ts';
import type { Tour } from './tour-state.ts';

/** Asks once, below the screens and never over them; takes no focus. */
export function TourInvitation({ isFolded }: { readonly isFolded: boolean }): ReactNode {
  return <Invitation isFolded={isFolded} tour={useTour()} />;
}

type InvitationProps = { readonly isFolded: boolean; readonly tour: Tour };

export function Invitation({ isFolded, tour: { phase, step } }: InvitationProps): ReactNode {
  const words = useText().tour;
  if (phase !== 'new' && phase !== 'left') return null;
  const isLeft = phase === 'left';
  const label = isLeft ? words.resume : words.start;
  const start = () => startTour(isLeft ? step : 0);
  if (isFolded) return <IconButton icon={Compass} label={label} className="mt-auto" onClick={start} />;
  return (
    <section aria-label={words.title} className="mt-auto mb-2 rounded-md border border-line p-2 text-12">
      <p className="font-semibold">{isLeft ? words.title : words.offer}</p>
      {!isLeft && <p className="text-text-2">{words.offerText}</p>}
      <div className="mt-1.5 flex flex-wrap gap-1">
        <Button icon={Compass} className="px-2" onClick={start}>
          {label}
        </Button>
        <Button look="ghost" className="px-2" onClick={declineTour}>
          {words.later}
        </Button>
      </div>
    </section>
  );
}
