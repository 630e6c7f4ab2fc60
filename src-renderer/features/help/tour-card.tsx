import { ChevronLeft, ChevronRight, FlaskConical, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { enterStep, failOneRack, rackNow } from './tour-deeds.ts';
import { TourOutline } from './tour-outline.tsx';
import { leaveTour, useTour, walkTour } from './tour-state.ts';
import { tourSteps } from './tour.table.ts';
import type { TourStep } from './tour.table.ts';

function Failure(): ReactNode {
  const words = useText().tour;
  const [hasRun, setRun] = useState(false);
  // Asked for, so that the button comes when the lab has.
  const rack = useWorld((state) => (state.layout === 0 ? null : rackNow()));
  const run = async () => (rack === null ? undefined : setRun(await failOneRack(rack)));
  if (hasRun) return <p className="mt-2 text-13 font-medium">{words.ran}</p>;
  return (
    <Button
      icon={FlaskConical}
      className="mt-2"
      refusedBecause={rack === null ? words.noRack : null}
      onClick={() => void run()}
    >
      {words.runIt}
    </Button>
  );
}

const walks: Readonly<Record<string, () => void>> = {
  ArrowRight: () => walkTour(1),
  ArrowLeft: () => walkTour(-1),
  Escape: leaveTour,
};

/** Keys within the card are the tour's; all others are the lab's as ever. */
function onKeyDown(event: KeyboardEvent): void {
  const walk = walks[event.key];
  if (walk === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  walk();
}

/** At the end the focus goes back to where it was, or to the screen where that is gone. */
function useFocusAndKeys(card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const element = card.current;
    element?.focus();
    element?.addEventListener('keydown', onKeyDown);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      const next = before instanceof HTMLElement && before.isConnected ? before : null;
      (next ?? document.querySelector<HTMLElement>('#screen'))?.focus();
    };
  }, [card]);
}

function Foot({ at }: { readonly at: number }): ReactNode {
  const words = useText().tour;
  return (
    <footer className="mt-3 flex items-center gap-2">
      <span className="flex-1 text-12 text-text-2">{words.step(at + 1, tourSteps.length)}</span>
      {at > 0 && (
        <Button look="ghost" icon={ChevronLeft} onClick={() => walkTour(-1)}>
          {words.back}
        </Button>
      )}
      <Button look="primary" icon={ChevronRight} onClick={() => walkTour(1)}>
        {at === tourSteps.length - 1 ? words.finish : words.next}
      </Button>
    </footer>
  );
}

function Card({ step, at }: { readonly step: TourStep; readonly at: number }): ReactNode {
  const words = useText().tour;
  const card = useRef<HTMLDivElement>(null);
  const id = useId();
  const [isMissing, setMissing] = useState(false);
  useFocusAndKeys(card);
  useEffect(() => enterStep(step), [step]);
  const { title, text } = words.steps[step.id];
  return (
    <>
      <TourOutline anchors={step.anchors} onMissing={setMissing} />
      <div
        ref={card}
        role="dialog"
        aria-modal="false"
        aria-label={words.title}
        aria-describedby={id}
        data-aside
        tabIndex={-1}
        className={classNames(
          'fixed bottom-10 z-40 w-90 max-w-[calc(100vw-32px)] rounded-lg border border-line-strong bg-raised p-4',
          step.corner === 'left' ? 'left-4' : 'right-4',
        )}
      >
        <div className="flex items-start gap-2">
          <div id={id} aria-live="polite" className="min-w-0 flex-1">
            <h2 className="text-14 font-semibold">{title}</h2>
            <p className="mt-1 text-13 text-text-2">{text}</p>
            {isMissing && <p className="mt-2 text-12 text-text-3">{words.missing}</p>}
          </div>
          <IconButton icon={X} label={words.pause} shortcut="Escape" onClick={leaveTour} />
        </div>
        {step.does === 'offer-failure' && <Failure />}
        <Foot at={at} />
        <p className="sr-only">{words.keysHint}</p>
      </div>
    </>
  );
}

/** The tour while it runs: a card in a corner and an outline. It blocks nothing. */
export function TourCard(): ReactNode {
  const at = useTour((state) => state.step);
  const step = tourSteps[at];
  return step === undefined ? null : <Card step={step} at={at} />;
}
