/** What is computed to follow if a thing is lost, and what a rack hangs on. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Consequences, Redundancy } from '../../../sim/contract/consequences.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { numberText, spanText, withUnit } from '../../ui/numbers.ts';
import { SkeletonRows } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { Section } from './section.tsx';

type Named = {
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (id: EntityId) => void;
};

const shownAtFirst = 12;

/** Names that lead there, as many as fit; the rest on demand. */
function Names({ ids, nameOf, onSelect }: Named & { readonly ids: readonly EntityId[] }): ReactNode {
  const words = useText().inspector;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ids : ids.slice(0, shownAtFirst);
  return (
    <span className="flex min-w-0 flex-wrap gap-x-1">
      {shown.map((id) => (
        <button
          key={id}
          type="button"
          onClick={() => onSelect(id)}
          className="min-h-6 rounded-sm px-1 text-text underline decoration-line-strong underline-offset-2 hover:bg-hover"
        >
          {nameOf(id)}
        </button>
      ))}
      {ids.length > shown.length && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="min-h-6 rounded-sm px-1 text-text-2 hover:bg-hover hover:text-text"
        >
          {words.andMore(ids.length - shown.length)}
        </button>
      )}
    </span>
  );
}

type LineProps = { readonly kind: StatusKind; readonly word: string; readonly children: ReactNode };

const Line = ({ kind, word, children }: LineProps): ReactNode => (
  <li className="px-3 text-12">
    <StatusMark kind={kind} word={word} showWord size={12} />
    <div className="pl-5">{children}</div>
  </li>
);

export function ConsequenceLines({ found, ...named }: Named & { readonly found: Consequences }): ReactNode {
  const words = useText().inspector.whatIf;
  const { dark, degraded, overloaded, bridged } = found;
  if (dark.length + degraded.length + overloaded.length + bridged.length === 0) {
    return <p className="px-3 text-12 text-text-2">{words.nothing}</p>;
  }
  return (
    <ul>
      {dark.length > 0 && (
        <Line kind="critical" word={words.dark(dark.length)}>
          <Names ids={dark} {...named} />
        </Line>
      )}
      {degraded.length > 0 && (
        <Line kind="major" word={words.degraded(degraded.length)}>
          <Names ids={degraded} {...named} />
        </Line>
      )}
      {overloaded.map(({ id, load }) => (
        <Line key={id} kind="major" word={words.overloaded(withUnit(numberText(load, 0), '%'))}>
          <Names ids={[id]} {...named} />
        </Line>
      ))}
      {bridged.map(({ id, minutes }) => (
        <Line key={id} kind="minor" word={words.bridged(spanText(minutes * 60))}>
          <Names ids={[id]} {...named} />
        </Line>
      ))}
    </ul>
  );
}

function Waiting({ state }: { readonly state: QueryState<unknown> }): ReactNode {
  const words = useText().inspector.whatIf;
  if (state.phase !== 'error') return <SkeletonRows count={2} />;
  return (
    <p className="px-3">
      <StatusMark kind="major" word={state.refusal?.message ?? words.notComputed} showWord />
    </p>
  );
}

export function ThingWhatIf({
  state,
  ...named
}: Named & { readonly state: QueryState<Consequences> }): ReactNode {
  const words = useText().inspector.whatIf;
  return (
    <Section title={words.title} note={<span className="text-11 text-text-3">{words.note}</span>}>
      {state.data === null ? <Waiting state={state} /> : <ConsequenceLines found={state.data} {...named} />}
    </Section>
  );
}

const levels = {
  none: 'critical',
  'single feed': 'minor',
  redundant: 'ok',
} as const satisfies Record<Redundancy['level'], StatusKind>;

export function ThingRedundancy({
  state,
  ...named
}: Named & { readonly state: QueryState<Redundancy> }): ReactNode {
  const words = useText().inspector.redundancy;
  const { data } = state;
  if (data === null) {
    return (
      <Section title={words.title}>
        <Waiting state={state} />
      </Section>
    );
  }
  return (
    <Section title={words.title}>
      <ul>
        <Line kind={levels[data.level]} word={words.levels[data.level]}>
          {data.singlePoints.length === 0 ? (
            <span className="text-text-3">{data.level === 'redundant' ? words.safe : words.unfed}</span>
          ) : (
            <span className="flex flex-wrap items-baseline gap-x-1">
              <span className="text-text-3">{words.hangsOn}</span>
              <Names ids={data.singlePoints} {...named} />
            </span>
          )}
        </Line>
      </ul>
    </Section>
  );
}
