import { useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Placement } from '../../../sim/contract/capacity.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryParams } from '../../../sim/contract/queries.ts';
import { openPanel } from '../../app/panels.ts';
import { perform } from '../../app/perform.ts';
import { useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { query } from '../../data/client.ts';
import { nameOfEntity, useEntity, useWorld, worldNow } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { showRefusal } from '../../ui/toasts.ts';
import { capacityOrders, CapacityView } from './capacity-view.tsx';
import { askedIn, usualPlacement } from './placement-draft.ts';
import { plannedItems, reserveCommands } from './reserve.ts';
import { useCapacity } from './use-capacity.ts';

type Asked = { readonly params: QueryParams<'placement'>; readonly plan: Placement };

const placeKinds: readonly string[] = ['site', 'room', 'row', 'rack'];

/** The selection, where machines can stand in it, else the site in sight. */
function useWithin(): EntityId | null {
  const site = useScope().site?.id ?? null;
  const selected = useSelection((state) => state.selected);
  const entity = useEntity(selected);
  return entity !== null && placeKinds.includes(entity.kind) ? entity.id : site;
}

function usePlacement(within: EntityId | null) {
  const words = useText().capacity.fit;
  const [draft, setDraft] = useState(usualPlacement);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const ask = async (): Promise<void> => {
    const params = askedIn(draft, within);
    if (params === null) return;
    setIsBusy(true);
    const answer = await query('placement', params);
    setIsBusy(false);
    if (answer.ok) setAsked({ params, plan: answer.value });
    else showRefusal(answer.refusal);
  };
  const reserve = async ({ params, plan }: Asked, prefix: string): Promise<void> => {
    setIsBusy(true);
    const items = plannedItems(plan, params, prefix);
    for (const command of reserveCommands(items)) {
      const receipt = await perform(command, words.reserved(command.items.length));
      if (receipt === null) break;
    }
    setIsBusy(false);
    setAsked(null);
  };
  return { draft, setDraft, asked, isBusy, ask, reserve };
}

/** At first the sites are open. */
function useOpen(text: string | null): ReadonlySet<string> {
  useWorld((state) => state.layout);
  if (text !== null) return new Set(text.split(','));
  const sites = [...worldNow().entities.values()].filter(({ kind }) => kind === 'site');
  return new Set(sites.map(({ id }) => id));
}

export function CapacityScreen(): ReactNode {
  const words = useText().capacity;
  const [params, setParams] = useSearchParams();
  const order = capacityOrders.find((one) => one === params.get('order')) ?? 'place';
  const open = useOpen(params.get('open'));
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  const within = useWithin();
  const fit = usePlacement(within);
  const put = (name: string, value: string): void =>
    setParams(
      (last) => {
        const next = new URLSearchParams(last);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const toggle = (id: EntityId): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    put('open', next.size === 0 ? 'none' : [...next].join(','));
  };
  return (
    <CapacityView
      state={useCapacity(open, order)}
      order={order}
      selected={selected}
      draft={fit.draft}
      plan={fit.asked?.plan ?? null}
      isBusy={fit.isBusy}
      where={within === null ? words.fit.everywhere : words.fit.within(nameOfEntity(within))}
      onOrder={(next) => put('order', next === 'place' ? '' : next)}
      onToggle={toggle}
      onSelect={select}
      onDraft={fit.setDraft}
      onAsk={() => void fit.ask()}
      onReserve={(prefix) => void (fit.asked === null ? undefined : fit.reserve(fit.asked, prefix))}
      first={
        <Button look="primary" onClick={() => openPanel('new-lab')}>
          {words.newLab}
        </Button>
      }
    />
  );
}
