import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Overview } from '../../../sim/contract/queries.ts';
import { numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';

export function healthWord(score: number): { readonly kind: StatusKind; readonly word: string } {
  if (score >= 90) return { kind: 'ok', word: 'Healthy' };
  if (score >= 70) return { kind: 'minor', word: 'Needs a look' };
  return score >= 40 ? { kind: 'major', word: 'Impaired' } : { kind: 'critical', word: 'In danger' };
}

/** An arc of three quarters of a circle, the score's share of it drawn strong. */
function Gauge({ score, kind }: { readonly score: number; readonly kind: StatusKind }): ReactNode {
  const length = 2 * Math.PI * 30 * 0.75;
  const arc = 'M 18.8 61.2 A 30 30 0 1 1 61.2 61.2';
  return (
    <svg aria-hidden viewBox="0 0 80 72" className="h-18 w-20 shrink-0">
      <path d={arc} fill="none" stroke="var(--line)" strokeWidth="6" strokeLinecap="round" />
      <path
        d={arc}
        fill="none"
        stroke={kind === 'ok' ? 'var(--text-2)' : `var(--${kind})`}
        strokeWidth="6"
        strokeLinecap="round"
        strokeDasharray={`${(length * score) / 100} ${length}`}
      />
      <text x="40" y="47" textAnchor="middle" fill="var(--text)" fontSize="20" fontWeight="600">
        {numberText(score, 0)}
      </text>
    </svg>
  );
}

/** Health with its arithmetic one click away. */
export function HealthScore({
  overview,
}: {
  readonly overview: Pick<Overview, 'score' | 'parts'>;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { kind, word } = healthWord(overview.score);
  return (
    <div className="flex flex-col">
      <div
        className="flex items-center gap-4 p-3"
        role="group"
        aria-label={`Health score ${numberText(overview.score, 0)} of 100, ${word}`}
      >
        <Gauge score={overview.score} kind={kind} />
        <div className="flex flex-col items-start gap-1">
          <StatusMark kind={kind} word={word} showWord />
          <span className="text-12 text-text-2">of 100 points</span>
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="inline-flex min-h-6 items-center gap-1 rounded-sm text-12 text-text-2 hover:text-text"
          >
            How it is counted
            <ChevronDown aria-hidden size={13} className={isOpen ? 'rotate-180' : ''} />
          </button>
        </div>
      </div>
      {isOpen && (
        <table className="mx-3 mb-3 text-12">
          <caption className="sr-only">How the health score is counted</caption>
          <thead className="text-left text-text-3">
            <tr>
              <th className="font-medium">Part</th>
              <th className="px-2 text-right font-medium">Points</th>
              <th className="font-medium">Because</th>
            </tr>
          </thead>
          <tbody>
            {overview.parts.map((part) => (
              <tr key={part.name} className="border-t align-top">
                <td className="py-1">{part.name}</td>
                <td className="px-2 py-1 text-right whitespace-nowrap">
                  {numberText(part.points, 0)} of {numberText(part.of, 0)}
                </td>
                <td className="py-1 text-text-2">{part.because}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
