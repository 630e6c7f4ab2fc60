import { Check, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Advice } from '../../../sim/contract/advisor.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { labClock, metricText, numberText, withUnit } from '../../ui/numbers.ts';
import { measuredOf, reasonOf, savingOf, titleOf } from './advice-words.ts';

export type AdviceHands = {
  readonly onApply: (advice: Advice) => void;
  readonly onDismiss: (advice: Advice) => void;
  readonly onUndo: (advice: Advice) => void;
};

export type AdviceCardProps = AdviceHands & {
  readonly advice: Advice;
  readonly unmeasured: string | null;
  readonly nameOf: (id: string) => string;
};

export function AdviceCard({ advice, unmeasured, nameOf, ...hands }: AdviceCardProps): ReactNode {
  const words = useText().cooling.advisor;
  const title = titleOf(words, advice, nameOf(advice.target));
  const found = measuredOf(words, advice, unmeasured);
  return (
    <article aria-label={title} className="flex flex-col gap-1 px-3 py-2 text-12">
      <header className="flex flex-wrap items-center gap-x-2">
        <h4 className="text-13 font-medium">{title}</h4>
        {advice.state !== 'open' && (
          <span className="text-text-3">
            {words.states[advice.state]}
            {advice.appliedAt !== null &&
              `, ${labClock(advice.appliedAt)} ${words.because(advice.appliedBy ?? '')}`}
          </span>
        )}
        <span className="ml-auto flex gap-1">
          <Hands advice={advice} title={title} {...hands} />
        </span>
      </header>
      <p className="text-text-2">{reasonOf(words, advice)}</p>
      {advice.because !== '' && <p className="text-text-2">{advice.because}</p>}
      <p className="flex flex-wrap gap-x-3 text-text-3">
        <span className={advice.measured === null ? 'text-text' : ''}>{savingOf(words, advice)}</span>
        {found !== null && (
          <span className={advice.measured === null ? '' : 'font-medium text-text'}>{found}</span>
        )}
        {advice.state === 'open' && (
          <>
            <span>{words.sure(withUnit(numberText(100 * advice.confidence, 0), '%'))}</span>
            <span>{words.guard(metricText('temperature', advice.guard.inletMost))}</span>
            {advice.doneBy === 'hand' && <span>{words.byHand}</span>}
          </>
        )}
      </p>
    </article>
  );
}

type HandsProps = AdviceHands & { readonly advice: Advice; readonly title: string };

function Hands({ advice, title, onApply, onDismiss, onUndo }: HandsProps): ReactNode {
  const words = useText().cooling.advisor;
  if (advice.state === 'open')
    return (
      <>
        <Button look="ghost" icon={X} aria-label={words.dismissThe(title)} onClick={() => onDismiss(advice)}>
          {words.dismiss}
        </Button>
        <Button icon={Check} aria-label={words.applyTo(title)} onClick={() => onApply(advice)}>
          {words.apply}
        </Button>
      </>
    );
  if (advice.state !== 'applied') return null;
  return (
    <Button look="ghost" icon={Undo2} aria-label={words.undoThe(title)} onClick={() => onUndo(advice)}>
      {words.undo}
    </Button>
  );
}
