import type { ReactNode } from 'react';
import type { DrillCard, DrillReport, DrillRun } from '../../../sim/contract/drills.ts';
import { text, told, useText } from '../../text/text.ts';
import { labMoment } from '../../ui/numbers.ts';
import { factsOf, isScored, offsetText, pointsText } from './report-text.ts';
import type { Fact } from './report-text.ts';
import { drillTitle } from './scenario-words.ts';

export const FactGrid = ({ facts }: { readonly facts: readonly Fact[] }): ReactNode => (
  <dl className="grid grid-cols-[repeat(auto-fill,minmax(190px,1fr))] gap-x-4 gap-y-2">
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt className="text-12 text-text-2">{label}</dt>
        <dd className="text-13">{value}</dd>
      </div>
    ))}
  </dl>
);

/** The bar says nothing that the words beside it do not. */
const Parts = ({ parts }: { readonly parts: DrillReport['parts'] }): ReactNode => (
  <ul aria-label={useText().scenarios.report.parts} className="flex flex-col gap-2">
    {parts.map(({ name, points, of, because }) => (
      <li key={name} className="flex flex-col gap-1">
        <span className="flex flex-wrap items-baseline gap-x-2 text-13">
          <span className="font-medium">{told(name)}</span>{' '}
          <span>{text().scenarios.report.pointsOf(pointsText(points), of)}</span>{' '}
          <span className="text-12 text-text-2">{told(because)}</span>
        </span>
        <span
          aria-hidden
          className="report-bar block h-2 overflow-hidden rounded-sm border border-line-strong"
        >
          <span
            className="block h-full bg-accent forced-colors:bg-[Highlight]"
            style={{ width: `${of <= 0 ? 0 : (Math.max(0, points) / of) * 100}%` }}
          />
        </span>
      </li>
    ))}
  </ul>
);

export type ReportProps = {
  readonly cards: readonly DrillCard[];
  readonly run: DrillRun;
  readonly report: DrillReport;
  readonly lab: string;
  /** Buttons beside the score; none on paper. */
  readonly tools?: ReactNode;
};

/** On the screen and on paper. */
export function ReportSheet({ cards, run, report, lab, tools }: ReportProps): ReactNode {
  const { scenarios } = useText();
  const words = scenarios.report;
  const scored = isScored(cards, run);
  const span = { from: labMoment(run.startedAt), to: run.endedAt === null ? null : labMoment(run.endedAt) };
  return (
    <article className="flex max-w-3xl flex-col gap-4 p-4">
      <header className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-16 font-semibold">{drillTitle(cards, run.drill)}</h2>
          <p className="text-13 text-text-2">
            {words.about({ outcome: scenarios.drills.outcomes[run.outcome], lab, by: run.startedBy }, span)}
          </p>
        </div>
        <p className="whitespace-nowrap">
          {scored ? (
            <span className="text-13 text-text-2">
              {words.score(
                <strong key="score" className="text-28 font-semibold text-text">
                  {report.score}
                </strong>,
              )}
            </span>
          ) : (
            <span className="text-13 text-text-2">{words.watched}</span>
          )}
        </p>
        {tools}
      </header>
      {scored && <Parts parts={report.parts} />}
      <FactGrid facts={factsOf(report)} />
      <section aria-label={words.timeline} className="flex flex-col gap-1">
        <h3 className="text-12 font-semibold text-text-2">{words.happened}</h3>
        {report.timeline.length === 0 ? (
          <p className="text-13 text-text-2">{words.calm}</p>
        ) : (
          <ol className="flex flex-col">
            {report.timeline.map(({ at, text: what }) => (
              <li key={`${at} ${what}`} className="flex min-h-7 items-baseline gap-3 border-t py-1 text-13">
                <time dateTime={new Date(at).toISOString()} title={labMoment(at)} className="text-text-2">
                  {offsetText(run, at)}
                </time>
                <span className="min-w-0">{told(what)}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </article>
  );
}
