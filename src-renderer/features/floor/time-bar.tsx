/** The room as it was: a slider over the historian's memory, and the way to make that moment the present. */
import { Rewind, SquareArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { perform } from '../../app/perform.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { labMoment, spanText } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { tellRewound } from '../machine/tell-rewound.ts';
import { FloorDialog } from './floor-dialog.tsx';
import { backToNow, timeRange, type TimeSpan, timeSpans } from './floor-time.ts';
import type { ThenState } from './use-then.ts';

export type TimeBarProps = {
  readonly epoch: number;
  readonly now: number;
  /** Null: the slider stands at its end. */
  readonly at: number | null;
  readonly span: TimeSpan;
  readonly state: Omit<ThenState, 'then'> & { readonly isKnown: boolean };
  readonly onAt: (at: number) => void;
  readonly onSpan: (span: TimeSpan) => void;
  readonly onNow: () => void;
};

const spans = Object.keys(timeSpans) as readonly TimeSpan[];

/** What there is to say about the moment; the mark is always there while history is shown. */
function Mark({ at, now, state }: Pick<TimeBarProps, 'at' | 'now' | 'state'>): ReactNode {
  const words = useText().floor.time;
  if (at === null) return null;
  return (
    <span role="status" className="flex flex-wrap items-center gap-x-3 text-12">
      <span className="rounded-sm border border-maintenance px-1.5 font-semibold text-maintenance">
        {words.note}
      </span>
      <strong className="font-semibold">{labMoment(at)}</strong>
      <span className="text-text-2">{words.before(spanText(Math.max(0, (now - at) / 1000)))}</span>
      {state.refusal !== null && (
        <StatusMark kind="major" showWord word={`${words.failed}: ${state.refusal.message}`} />
      )}
      {state.refusal === null && !state.isAsking && !state.isKnown && (
        <StatusMark kind="stale" showWord word={words.nothing} />
      )}
    </span>
  );
}

function RewindButton({ at, epoch }: { readonly at: number; readonly epoch: number }): ReactNode {
  const words = useText().floor.time;
  const [isAsking, setAsking] = useState(false);
  const rewind = async (): Promise<void> => {
    const tick = Math.max(0, Math.floor((at - epoch) / 1000));
    const done = await perform({ type: 'desk.rewind', tick }, words.rewound);
    setAsking(false);
    if (done === null) return;
    backToNow();
    void tellRewound();
  };
  return (
    <>
      <Button icon={Rewind} onClick={() => setAsking(true)}>
        {words.rewind}
      </Button>
      {isAsking && (
        <FloorDialog
          title={words.rewindTitle(labMoment(at))}
          about={words.rewindAbout}
          submit={words.rewindDo}
          keep={words.rewindKeep}
          refusedBecause={null}
          onSubmit={rewind}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** A tenth of the range: what a page is to a slider differs from browser to browser. */
function pageOf(event: KeyboardEvent, range: { readonly from: number; readonly to: number }): number | null {
  const tenth = (range.to - range.from) / 10;
  if (event.key === 'PageUp') return tenth;
  return event.key === 'PageDown' ? -tenth : null;
}

export function TimeBar(props: TimeBarProps): ReactNode {
  const { epoch, now, at, span, state } = props;
  const words = useText().floor.time;
  const range = timeRange(span, { epoch, now });
  const shown = Math.min(range.to, Math.max(range.from, at ?? range.to));
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = pageOf(event, range);
    if (page === null) return;
    event.preventDefault();
    const wanted = range.from + Math.round((shown + page - range.from) / range.step) * range.step;
    props.onAt(Math.min(range.to, Math.max(range.from, wanted)));
  };
  return (
    <section
      aria-label={words.button}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-bg px-3 py-1.5"
    >
      <Select<TimeSpan>
        label={words.span}
        value={span}
        options={spans.map((value) => ({ value, title: words.spans[value] }))}
        onChange={props.onSpan}
      />
      <span className="flex min-w-60 flex-1 items-center gap-2 text-11 text-text-3">
        <span>{labMoment(range.from).slice(0, 16)}</span>
        <input
          type="range"
          aria-label={words.label}
          aria-valuetext={labMoment(shown)}
          min={range.from}
          max={range.to}
          step={range.step}
          value={shown}
          onKeyDown={onKeyDown}
          onChange={(event) => props.onAt(Number(event.target.value))}
          className="h-6 min-w-32 flex-1 accent-accent"
        />
        <span>{labMoment(range.to).slice(11, 16)}</span>
      </span>
      <Button icon={SquareArrowRight} look={at === null ? 'plain' : 'primary'} onClick={props.onNow}>
        {words.now}
      </Button>
      <span className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
        <Mark at={at} now={now} state={state} />
        {at !== null && <span className="text-11 text-text-3 max-[1500px]:sr-only">{words.plan}</span>}
        {at !== null && (
          <span className="ml-auto">
            <RewindButton at={at} epoch={epoch} />
          </span>
        )}
      </span>
    </section>
  );
}
