import { Calculator } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Overview } from '../../../sim/contract/queries.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { ScoreDialog } from './score-dialog.tsx';

export type HealthKind = Extract<StatusKind, 'ok' | 'minor' | 'major' | 'critical'>;

export function healthKind(score: number): HealthKind {
  if (score >= 90) return 'ok';
  if (score >= 70) return 'minor';
  return score >= 40 ? 'major' : 'critical';
}

/** An arc of three quarters of a circle, the score's share of it drawn strong. */
function Gauge({ score, kind }: { readonly score: number; readonly kind: HealthKind }): ReactNode {
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

type HealthProps = {
  readonly overview: Pick<Overview, 'score' | 'parts'>;
  /** Told the part whose points are asked about. */
  readonly onPart: (part: string) => void;
};

/** Health with its arithmetic one click away: on the score itself. */
export function HealthScore({ overview, onPart }: HealthProps): ReactNode {
  const words = useText().overview.health;
  const [isOpen, setOpen] = useState(false);
  const kind = healthKind(overview.score);
  const word = words.words[kind];
  return (
    <div className="flex items-center gap-4 p-3" data-tour="score">
      <button
        type="button"
        aria-label={words.label(numberText(overview.score, 0), word)}
        aria-haspopup="dialog"
        title={words.open}
        onClick={() => setOpen(true)}
        className="rounded-md hover:bg-hover"
      >
        <Gauge score={overview.score} kind={kind} />
      </button>
      <div className="flex flex-col items-start gap-1">
        <StatusMark kind={kind} word={word} showWord />
        <span className="text-12 text-text-2">{words.of}</span>
        <Button look="ghost" icon={Calculator} className="-ml-3" onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      </div>
      <ScoreDialog overview={overview} open={isOpen} onOpenChange={setOpen} onPart={onPart} />
    </div>
  );
}
