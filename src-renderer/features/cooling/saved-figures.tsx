import type { ReactNode } from 'react';
import type { AdviceAnswer } from '../../../sim/contract/advisor.ts';
import { useText } from '../../text/text.ts';
import { metricText } from '../../ui/numbers.ts';
import { kilowattHours, kilowatts } from './advice-words.ts';

/** kWh saved, kW now, PUE now: what is measured and what follows from it are told apart. */
export function SavedFigures({ advice }: { readonly advice: AdviceAnswer }): ReactNode {
  const words = useText().cooling.advisor;
  const { today, month } = advice.saved;
  const { now, without } = advice.pue;
  return (
    <section
      aria-label={words.title}
      className="grid grid-cols-[repeat(auto-fit,minmax(88px,1fr))] border-t *:not-first:border-l"
    >
      <Figure
        label={words.today}
        value={kilowattHours(today.measured + today.projected)}
        note={words.ofWhich(kilowattHours(today.measured))}
        title={words.restProjected}
      />
      <Figure
        label={words.month}
        value={kilowattHours(month.measured + month.projected)}
        note={words.ofWhich(kilowattHours(month.measured))}
        title={words.restProjected}
      />
      <Figure label={words.nowSaving} value={kilowatts(advice.savingNow)} note="" />
      <Figure
        label={words.pue}
        value={metricText('pue', now)}
        note={without === null ? '' : words.pueNote(metricText('pue', without))}
      />
    </section>
  );
}

type FigureProps = {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly title?: string;
};

const Figure = ({ label, value, note, title }: FigureProps): ReactNode => (
  <div role="group" aria-label={label} className="flex min-w-0 flex-col px-3 py-2" title={title}>
    <span className="truncate text-12 text-text-2">{label}</span>
    <span className="text-16 leading-6 font-semibold whitespace-nowrap">{value}</span>
    <span className="text-11 text-text-3">{note}</span>
  </div>
);
