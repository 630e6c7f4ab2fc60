/** What is selected on the diagram: what may be ordered of it, what was, and the way to its preview. */
import { FlaskConical } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { orderTable } from '../../../sim/contract/orders.table.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { labMoment } from '../../ui/numbers.ts';

export type GivenOrder = {
  readonly key: number;
  readonly title: string;
  readonly by: string;
  readonly at: number;
};

/** The event log is the audit: orders that were given to this one, newest first. */
export function ordersTo(events: readonly LoggedEvent[], id: EntityId, epoch: number): readonly GivenOrder[] {
  return events.flatMap(({ revision, tick, actor, event }) =>
    event.type === 'plant.ordered' && event.order.target === id
      ? [
          {
            key: revision,
            title: `${orderTable[event.order.verb].title}${event.order.value === null ? '' : ` ${event.order.value}`}`,
            by: actor.name,
            at: epoch + tick * 1000,
          },
        ]
      : [],
  );
}

export type SelectedBarProps = {
  readonly entity: Entity;
  readonly orders: readonly MenuItem[];
  readonly given: readonly GivenOrder[];
  /** Why its loss cannot be previewed; null where it can. */
  readonly refusesPreview: string | null;
  readonly onPreview: () => void;
};

const mostGiven = 3;

export function SelectedBar({
  entity,
  orders,
  given,
  refusesPreview,
  onPreview,
}: SelectedBarProps): ReactNode {
  const words = useText().power;
  const kind =
    entity.kind in words.kinds ? words.kinds[entity.kind as keyof typeof words.kinds] : entity.kind;
  return (
    <section
      aria-label={words.selected.title}
      className="no-print flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t px-3 py-1.5"
    >
      <span className="text-12">
        <span className="text-text-2">{kind}</span> <span className="font-semibold">{entity.name}</span>
      </span>
      {orders.map((order) => (
        <Button key={order.id} refusedBecause={order.disabled?.() ?? null} onClick={() => void order.run()}>
          {order.title}
        </Button>
      ))}
      <Button icon={FlaskConical} refusedBecause={refusesPreview} onClick={onPreview}>
        {words.selected.lose}
      </Button>
      <span className="ml-auto flex min-w-0 flex-wrap gap-x-3 text-11 text-text-2">
        <span className="font-medium">{words.selected.orders}</span>
        {given.length === 0 && <span className="text-text-3">{words.selected.noOrders}</span>}
        {given.slice(0, mostGiven).map(({ key, title, by, at }) => (
          <span key={key}>
            {title} <span className="text-text-3">{words.selected.by(by, labMoment(at))}</span>
          </span>
        ))}
      </span>
    </section>
  );
}
