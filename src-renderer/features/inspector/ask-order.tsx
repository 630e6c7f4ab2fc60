/** The question before a grave order, with what would follow from it. */
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity } from '../../data/world.ts';
import { dropAsked, sendOrder, useAsked } from './give-order.ts';
import { OrderDialog } from './thing-orders.tsx';
import { ConsequenceLines } from './thing-what-if.tsx';

/** Opening a breaker is the loss that `consequences` computes; the other orders leave another way for the power. */
function Computed({ target }: { readonly target: EntityId }): ReactNode {
  const { data } = useQuery('consequences', { id: target });
  const select = (id: EntityId): void => {
    dropAsked();
    useSelection.getState().select(id);
  };
  if (data === null) return null;
  return (
    <div className="-mx-3">
      <ConsequenceLines found={data} nameOf={nameOfEntity} onSelect={select} />
    </div>
  );
}

export function AskOrder(): ReactNode {
  const asked = useAsked((state) => state.asked);
  return (
    <OrderDialog
      asked={asked}
      nameOf={nameOfEntity}
      consequences={asked?.verb === 'breaker-open' ? <Computed target={asked.target} /> : null}
      onNo={dropAsked}
      onYes={(order) => {
        dropAsked();
        void sendOrder(order);
      }}
    />
  );
}
