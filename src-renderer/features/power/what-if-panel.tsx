/** What would follow if a thing were lost: the banner over the diagram, and the list beside it. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Consequences } from '../../../sim/contract/consequences.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Redundant, WhatIf } from '../../canvas/one-line/what-if.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { SkeletonRows } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { ConsequenceLines } from '../inspector/thing-what-if.tsx';

export type PreviewProps = {
  readonly lost: EntityId;
  readonly answer: QueryState<Consequences>;
  readonly whatIf: WhatIf | null;
  readonly isUps: boolean;
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly onLeave: () => void;
};

/** Above the diagram, so that nobody takes what is drawn for what is. */
export function PreviewBanner({
  lost,
  nameOf,
  onLeave,
}: Pick<PreviewProps, 'lost' | 'nameOf' | 'onLeave'>): ReactNode {
  const words = useText().power.whatIf;
  return (
    <div
      role="status"
      className="preview-banner flex shrink-0 flex-wrap items-center gap-x-3 border-b px-3 py-1"
    >
      <StatusMark kind="maintenance" word={words.banner} showWord />
      <span className="text-13 font-semibold">{words.losing(nameOf(lost))}</span>
      <span className="text-12 text-text-2">{words.note}</span>
      <Button icon={X} className="no-print ml-auto" onClick={onLeave}>
        {words.leave} (Esc)
      </Button>
    </div>
  );
}

const rows = [
  { key: 'both', kind: 'ok' },
  { key: 'one', kind: 'major' },
  { key: 'none', kind: 'critical' },
] as const satisfies readonly { readonly key: keyof Redundant; readonly kind: StatusKind }[];

function Redundancy({ before, after }: Pick<WhatIf, 'before' | 'after'>): ReactNode {
  const words = useText().power.whatIf;
  return (
    <table className="mx-3 text-12">
      <caption className="pb-1 text-left font-semibold">{words.redundancy}</caption>
      <thead className="text-text-3">
        <tr>
          <td aria-hidden />
          <th scope="col" className="px-3 text-right font-normal">
            {words.now}
          </th>
          <th scope="col" className="px-3 text-right font-normal">
            {words.after}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, kind }) => {
          const isWorse = kind === 'ok' ? after[key] < before[key] : after[key] > before[key];
          return (
            <tr key={key}>
              <th scope="row" className="text-left font-normal">
                <StatusMark kind={kind} word={words[key]} showWord size={11} />
              </th>
              <td className="px-3 text-right">{before[key]}</td>
              <td className={`px-3 text-right ${isWorse ? 'font-semibold' : ''}`}>{after[key]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const mostMoves = 8;

function Moves({
  whatIf,
  nameOf,
  onSelect,
}: Pick<PreviewProps, 'nameOf' | 'onSelect'> & { readonly whatIf: WhatIf }): ReactNode {
  const words = useText().power.whatIf;
  const moved = whatIf.moved.toSorted((one, other) => other.to - one.to);
  if (moved.length === 0) return null;
  return (
    <div className="px-3 text-12">
      <h4 className="pb-1 font-semibold">{words.moves}</h4>
      <ul>
        {moved.slice(0, mostMoves).map(({ id, from, to }) => (
          <li key={id} className="flex min-h-6 items-center gap-2">
            <button
              type="button"
              onClick={() => onSelect(id)}
              className="min-h-6 min-w-0 flex-1 truncate rounded-sm px-1 text-left underline decoration-line-strong underline-offset-2 hover:bg-hover"
            >
              {nameOf(id)}
            </button>
            <span className="whitespace-nowrap text-text-2">
              {numberText(from, 1)} → {withUnit(numberText(to, 1), 'kW')}
            </span>
          </li>
        ))}
      </ul>
      {moved.length > mostMoves && (
        <p className="px-1 text-text-3">{words.movesMore(moved.length - mostMoves)}</p>
      )}
    </div>
  );
}

const isCalm = ({ dark, degraded, overloaded, bridged }: Consequences): boolean =>
  dark.length + degraded.length + overloaded.length + bridged.length === 0;

function Found({
  found,
  whatIf,
  ...rest
}: Omit<PreviewProps, 'answer' | 'whatIf' | 'onLeave'> & {
  readonly found: Consequences;
  readonly whatIf: WhatIf;
}): ReactNode {
  const words = useText().power.whatIf;
  const { lost, isUps, nameOf, onSelect } = rest;
  const goesToBypass = isUps && whatIf.flow.nodes.get(lost) !== 'none';
  return (
    <div className="flex flex-col gap-3 py-2">
      {goesToBypass && (
        <p className="px-3 text-12">
          <StatusMark kind="major" size={12} /> {words.toBypass(nameOf(lost))}
        </p>
      )}
      {isCalm(found) && !goesToBypass && (
        <p className="px-3 text-12">
          <StatusMark kind="ok" word={words.calm} showWord size={12} />
        </p>
      )}
      {!isCalm(found) && <ConsequenceLines found={found} nameOf={nameOf} onSelect={onSelect} />}
      <Redundancy before={whatIf.before} after={whatIf.after} />
      <Moves whatIf={whatIf} nameOf={nameOf} onSelect={onSelect} />
    </div>
  );
}

export function PreviewPanel({ answer, whatIf, ...rest }: Omit<PreviewProps, 'onLeave'>): ReactNode {
  const words = useText().power.whatIf;
  return (
    <section
      aria-label={words.consequences}
      className="flex w-72 shrink-0 flex-col border-l max-[1100px]:w-60"
    >
      <h3 className="px-3 pt-2 text-13 font-semibold">{words.consequences}</h3>
      <ScrollRegion label={words.consequences}>
        {answer.phase === 'error' && (
          <p className="px-3 py-2">
            <StatusMark kind="major" word={answer.refusal?.message ?? ''} showWord />
          </p>
        )}
        {answer.data === null && answer.phase !== 'error' && <SkeletonRows count={4} />}
        {answer.data !== null && whatIf !== null && <Found found={answer.data} whatIf={whatIf} {...rest} />}
      </ScrollRegion>
    </section>
  );
}
