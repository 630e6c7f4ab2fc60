import type { ReactNode } from 'react';
import type { CapacityOrder, Placement } from '../../../sim/contract/capacity.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CapacityTable } from './capacity-table.tsx';
import type { PlacementDraft } from './placement-draft.ts';
import { PlacementForm } from './placement-form.tsx';
import { PlacementPlan } from './placement-plan.tsx';
import type { CapacityLine } from './use-capacity.ts';

export type CapacityViewProps = {
  readonly state: QueryState<readonly CapacityLine[]>;
  readonly order: CapacityOrder;
  readonly selected: EntityId | null;
  readonly draft: PlacementDraft;
  readonly plan: Placement | null;
  readonly isBusy: boolean;
  readonly where: string;
  readonly onOrder: (order: CapacityOrder) => void;
  readonly onToggle: (id: EntityId) => void;
  readonly onSelect: (id: EntityId) => void;
  readonly onDraft: (draft: PlacementDraft) => void;
  readonly onAsk: () => void;
  readonly onReserve: (prefix: string) => void;
  /** What one does in a lab without racks. */
  readonly first: ReactNode;
};

const orders = [
  'place',
  'name',
  'tightest',
  'stranded',
  'space',
  'power',
  'cooling',
  'ports',
  'weight',
] as const;
export const capacityOrders: readonly CapacityOrder[] = orders;

export function CapacityView(props: CapacityViewProps): ReactNode {
  const words = useText().capacity;
  return (
    <Face state={props.state} what={words.what} still={words.still}>
      {(lines) =>
        lines.every(({ place }) => place.racks === 0) ? (
          <EmptyState text={words.empty} action={props.first} />
        ) : (
          <Full {...props} lines={lines} />
        )
      }
    </Face>
  );
}

function Full({
  lines,
  ...props
}: CapacityViewProps & { readonly lines: readonly CapacityLine[] }): ReactNode {
  const words = useText().capacity;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_340px] gap-3 overflow-hidden p-3 max-[1100px]:grid-cols-1 max-[1100px]:overflow-y-auto">
      <h1 className="sr-only">{words.title}</h1>
      <Panel
        title={words.title}
        note={words.note}
        className="max-[1100px]:min-h-96"
        tools={
          <Select
            label={words.order}
            value={props.order}
            options={orders.map((value) => ({ value, title: words.orders[value] }))}
            onChange={props.onOrder}
          />
        }
      >
        <CapacityTable {...props} lines={lines} />
      </Panel>
      <Panel title={words.fit.title} className="max-[1100px]:min-h-96">
        <PlacementForm {...props} />
        {props.plan !== null && <PlacementPlan {...props} plan={props.plan} />}
      </Panel>
    </div>
  );
}
