import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Overview } from '../../../sim/contract/queries.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { numberText } from '../../ui/numbers.ts';
import { partReason } from './part-reason.ts';

type Part = Overview['parts'][number];

type ScoreDialogProps = {
  readonly overview: Pick<Overview, 'score' | 'parts'>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onPart: (part: string) => void;
};

/** What a part has left of its points, drawn to the scale of all hundred. */
const Bar = ({ part }: { readonly part: Part }): ReactNode => (
  <svg aria-hidden width="104" height="8" className="block">
    <rect x="0.5" y="0.5" width={part.of} height="7" rx="2" fill="none" stroke="var(--line-strong)" />
    <rect
      x="0.5"
      y="0.5"
      width={Math.max(0, part.points)}
      height="7"
      rx="2"
      fill={part.points < part.of * 0.7 ? 'var(--major)' : 'var(--text-2)'}
    />
  </svg>
);

function PartRow({
  part,
  onPart,
}: {
  readonly part: Part;
  readonly onPart: (part: string) => void;
}): ReactNode {
  const words = useText().overview.health;
  const name = words.parts[part.name] ?? part.name;
  const place = words.links[part.name];
  const lost = part.of - part.points;
  return (
    <tr className="border-t align-top">
      <th scope="row" className="py-2 pr-3 text-left font-medium">
        {name}
        <Bar part={part} />
      </th>
      <td className="px-2 py-2 text-right whitespace-nowrap">
        {words.pointsOf(numberText(part.points, 1), numberText(part.of, 0))}
        {lost >= 0.05 && <span className="block text-text-3">{words.lost(numberText(lost, 1))}</span>}
      </td>
      <td className="py-2 pl-2 text-text-2">{partReason(words, part)}</td>
      <td className="py-1 text-right">
        {place !== undefined && lost >= 0.05 && (
          <Button
            look="ghost"
            icon={ArrowRight}
            className="-ml-3 block"
            aria-label={words.linkTo(place, name)}
            onClick={() => onPart(part.name)}
          >
            {place}
          </Button>
        )}
      </td>
    </tr>
  );
}

export function ScoreDialog({ overview, open, onOpenChange, onPart }: ScoreDialogProps): ReactNode {
  const words = useText().overview.health;
  const terms = overview.parts.map(({ points }) => numberText(points, 1)).join(' + ');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.caption} description={words.about} wide>
      <table className="w-full text-12">
        <caption className="sr-only">{words.caption}</caption>
        <thead className="text-left text-text-3">
          <tr>
            <th scope="col" className="font-medium">
              {words.part}
            </th>
            <th scope="col" className="px-2 text-right font-medium">
              {words.points}
            </th>
            <th scope="col" className="pl-2 font-medium">
              {words.because}
            </th>
            <th scope="col">
              <span className="sr-only">{words.where}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.parts.map((part) => (
            <PartRow
              key={part.name}
              part={part}
              onPart={(name) => {
                onOpenChange(false);
                onPart(name);
              }}
            />
          ))}
        </tbody>
      </table>
      <p className="mt-3 border-t pt-3 text-13 font-semibold">
        {words.sum(terms, numberText(overview.score, 0))}
      </p>
    </Dialog>
  );
}
