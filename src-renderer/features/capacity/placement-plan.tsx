import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Placement, PlacementRack } from '../../../sim/contract/capacity.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

type PlacementPlanProps = {
  readonly plan: Placement;
  readonly isBusy: boolean;
  readonly onSelect: (rack: EntityId) => void;
  readonly onReserve: (prefix: string) => void;
};

/** A name's own signs; what follows is the rack and the unit. */
const prefixPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,23}$/;

export function PlacementPlan({ plan, isBusy, onSelect, onReserve }: PlacementPlanProps): ReactNode {
  const words = useText().capacity.fit;
  const [prefix, setPrefix] = useState('planned');
  const isNamed = prefixPattern.test(prefix);
  const hasAll = plan.placed === plan.asked;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto border-t p-3 text-12" role="status">
      <StatusMark
        kind={hasAll ? 'ok' : 'major'}
        word={words.fits(plan.placed, plan.asked, plan.proposals.length)}
        showWord
      />
      {plan.placed > 0 && (
        <div className="flex items-center gap-2">
          <TextInput
            aria-label={words.prefix}
            aria-invalid={!isNamed}
            className="w-40!"
            maxLength={24}
            value={prefix}
            onChange={(event) => setPrefix(event.target.value)}
          />
          <Button
            look="primary"
            refusedBecause={isBusy ? words.looking : isNamed ? null : words.prefixHint}
            onClick={() => onReserve(prefix)}
          >
            {words.reserve(plan.placed)}
          </Button>
        </div>
      )}
      <Racks title={words.proposals} racks={plan.proposals} onSelect={onSelect} />
      <Racks title={words.others} racks={plan.others} onSelect={onSelect} />
      {plan.refused.length > 0 && (
        <section>
          <h3 className="font-medium text-text-2">{words.refused}</h3>
          <ul>
            {plan.refused.map(({ reason, racks, because }) => (
              <li key={reason} className="border-t py-1">
                <span className="font-medium">
                  {words.reasons[reason]} · {words.racks(racks)}
                </span>
                <span className="block text-text-2">{because}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type RacksProps = {
  readonly title: string;
  readonly racks: readonly PlacementRack[];
  readonly onSelect: (rack: EntityId) => void;
};

function Racks({ title, racks, onSelect }: RacksProps): ReactNode {
  const words = useText().capacity.fit;
  if (racks.length === 0) return null;
  return (
    <section>
      <h3 className="font-medium text-text-2">{title}</h3>
      <ol>
        {racks.map(({ rack, name, path, positions, holds, feed, because, left }) => (
          <li key={`${rack}-${feed ?? ''}`} className="border-t py-1">
            <div className="flex flex-wrap items-baseline gap-2">
              <button
                type="button"
                title={path}
                onClick={() => onSelect(rack)}
                className="min-h-6 rounded-sm text-13 font-medium hover:underline"
              >
                {name}
              </button>
              <span className="tabular-nums">
                {positions.length === 0
                  ? words.holds(holds)
                  : words.at(positions.map((unit) => `U${unit}`).join(', '))}
              </span>
              {feed !== null && <span>{words.feed(feed)}</span>}
              <span className="ml-auto text-text-3 tabular-nums">
                {words.left(numberText(left.units, 0), numberText(left.kilowatts, 1))}
              </span>
            </div>
            <span className="text-text-2">{because}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
