import type { ReactNode } from 'react';
import type { AlarmKpis } from '../../../sim/contract/alarm-kpis.ts';
import { useText } from '../../text/text.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { figuresOf, timesOf, verdictMark } from './kpi-words.ts';
import type { Figure } from './kpi-words.ts';

const card = 'flex min-w-0 flex-col gap-0.5 px-3 py-2';

const FigureCard = ({ figure }: { readonly figure: Figure }): ReactNode => {
  const words = useText().alarmKpis;
  const { kind, word } = verdictMark(figure.verdict);
  return (
    <div role="group" aria-label={figure.label} className={card}>
      <span className="truncate text-12 text-text-2">{figure.label}</span>
      <span className="text-20 leading-7 font-semibold">{figure.value}</span>
      <StatusMark kind={kind} word={word} showWord />
      <span className="text-11 text-text-3">{words.target(figure.target, figure.help)}</span>
    </div>
  );
};

export const KpiFigures = ({ kpis }: { readonly kpis: AlarmKpis }): ReactNode => (
  <section
    aria-label={useText().alarmKpis.figures}
    className="grid shrink-0 grid-cols-5 max-[1100px]:grid-cols-2 gap-px overflow-hidden rounded-lg border bg-line *:bg-surface"
  >
    {figuresOf(kpis).map((figure) => (
      <FigureCard key={figure.label} figure={figure} />
    ))}
    {timesOf(kpis).map(({ label, value, note }) => (
      <div key={label} role="group" aria-label={label} className={card}>
        <span className="truncate text-12 text-text-2">{label}</span>
        <span className="text-20 leading-7 font-semibold">{value}</span>
        <span className="text-11 text-text-3">{note}</span>
      </div>
    ))}
  </section>
);
