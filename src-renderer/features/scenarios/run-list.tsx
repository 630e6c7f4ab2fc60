import { CircleStop } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { text, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { labMoment, numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { RunProgress } from './run-progress.tsx';
import type { LabNow } from './run-progress.tsx';
import { scenarioTitle } from './scenario-words.ts';
import { SeeList } from './see-list.tsx';

export type RunListProps = {
  /** Of the list, to a screen reader. */
  readonly label: string;
  readonly runs: readonly ScenarioRun[];
  readonly cards: readonly ScenarioCard[];
  readonly now: LabNow;
  readonly nameOf: (id: EntityId) => string;
  /** The title of a drill by the id of its run. */
  readonly drillOf: (id: NonNullable<ScenarioRun['drill']>) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly onStop: (run: ScenarioRun) => void;
  /** In a dialog there is no room for more than the line. */
  readonly detail: 'line' | 'whole';
};

/** `Partial, 40 %`: what was chosen, where there was a choice. */
function choiceWords(run: ScenarioRun, card: ScenarioCard | undefined): string {
  const severity =
    card !== undefined && card.severities.length > 1 ? [text().scenarios.severities[run.severity]] : [];
  const decimals = Number.isInteger(run.size) ? 0 : 1;
  const size =
    card === undefined || card.size === null
      ? []
      : [withUnit(numberText(run.size, decimals), card.size.unit)];
  return [...severity, ...size].join(', ');
}

type RunDetailProps = { readonly run: ScenarioRun; readonly card: ScenarioCard | undefined };

function RunDetail({ run, card }: RunDetailProps): ReactNode {
  const words = useText().scenarios.runs;
  return (
    <>
      <p className="text-12 text-text-3">
        {words.about(
          run.id,
          run.startedBy,
          <time key="from" dateTime={new Date(run.startedAt).toISOString()}>
            {labMoment(run.startedAt)}
          </time>,
        )}
      </p>
      {card !== undefined && (
        <details open>
          <summary className="min-h-6 w-fit rounded-sm text-12 leading-6 text-text-2 hover:text-text">
            {card.summary}
          </summary>
          <div className="py-1 pl-4">
            <SeeList see={card.see} />
          </div>
        </details>
      )}
    </>
  );
}

function RunRow({ run, props }: { readonly run: ScenarioRun; readonly props: RunListProps }): ReactNode {
  const words = useText().scenarios.runs;
  const { cards, now, nameOf, drillOf, onSelect, onStop, detail } = props;
  const card = cards.find(({ name }) => name === run.name);
  const title = scenarioTitle(cards, run.name);
  const choice = choiceWords(run, card);
  return (
    <li className="flex flex-col gap-1 px-3 py-2 not-first:border-t">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-13">
        <span className="min-w-0">
          {words.on(
            <strong key="title" className="font-semibold">
              {title}
            </strong>,
            <button
              key="target"
              type="button"
              onClick={() => onSelect(run.target)}
              className="min-h-6 rounded-sm underline underline-offset-2 hover:text-accent"
            >
              {nameOf(run.target)}
            </button>,
          )}
        </span>
        {choice !== '' && <span className="text-12 text-text-2">{choice}</span>}
        {run.drill !== null && (
          <StatusMark kind="maintenance" word={words.drill(drillOf(run.drill))} showWord />
        )}
        <Button
          icon={CircleStop}
          className="ml-auto"
          aria-label={words.stopOf(title, nameOf(run.target))}
          onClick={() => onStop(run)}
        >
          {words.stop}
        </Button>
      </div>
      <RunProgress run={run} now={now} />
      {detail === 'whole' && <RunDetail run={run} card={card} />}
    </li>
  );
}

export const RunList = (props: RunListProps): ReactNode => (
  <ul aria-label={props.label} className="flex flex-col">
    {props.runs.map((run) => (
      <RunRow key={run.id} run={run} props={props} />
    ))}
  </ul>
);
