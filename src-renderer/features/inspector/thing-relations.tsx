import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue } from '../../ui/live-value.tsx';
import { type Inventory, sensorFor } from '../floor/rack-sensors.ts';
import { kindIcons } from '../topology/kind-icons.table.ts';
import { pathName, type Relation, relationsOf } from './relations.ts';
import { Section } from './section.tsx';

type RelationsProps = {
  readonly entity: Entity;
  readonly inventory: Inventory;
  readonly onSelect: (id: EntityId) => void;
};

/** Longer lists are opened by who wants them. */
const shownAtFirst = 8;

/** One line that leads there: its name, how much it carries, and how it is. */
export function ThingLink({
  entity,
  inventory,
  onSelect,
}: {
  readonly entity: Entity;
  readonly inventory: Inventory;
  readonly onSelect: (id: EntityId) => void;
}): ReactNode {
  const words = useText().inspector;
  const Icon = kindIcons[entity.kind];
  const state = sensorFor(inventory, entity.id, 'state');
  const load = sensorFor(inventory, entity.id, 'load');
  return (
    <button
      type="button"
      onClick={() => onSelect(entity.id)}
      className="flex min-h-7 w-full items-center gap-2 px-3 text-left text-12 -outline-offset-2 hover:bg-hover"
    >
      <Icon aria-hidden size={14} className="shrink-0 text-text-3" />
      <span className="min-w-0 flex-1 truncate">{pathName(inventory, entity)}</span>
      {entity.kind === 'pdu' && <span className="text-text-3">{words.feed(entity.spec.feed)}</span>}
      {load !== null && <LiveValue sensor={load.id} metric="load" className="text-text-3" />}
      {state !== null && <LiveState sensor={state.id} className="w-28 shrink-0 justify-end text-text-2" />}
    </button>
  );
}

function RelationList({
  relation,
  inventory,
  onSelect,
}: Pick<RelationsProps, 'inventory' | 'onSelect'> & { readonly relation: Relation }): ReactNode {
  const words = useText().inspector;
  const [isWhole, setWhole] = useState(false);
  const { name, things } = relation;
  const title = words.relations[name];
  const shown = isWhole ? things : things.slice(0, shownAtFirst);
  const hidden = things.length - shown.length;
  return (
    <Section title={things.length > 1 ? `${title}, ${things.length}` : title}>
      <ul>
        {shown.map((thing) => (
          <li key={thing.id}>
            <ThingLink entity={thing} inventory={inventory} onSelect={onSelect} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="min-h-7 w-full px-3 text-left text-12 text-text-2 -outline-offset-2 hover:bg-hover hover:text-text"
        >
          {words.andMore(hidden)}
        </button>
      )}
    </Section>
  );
}

export function ThingRelations({ entity, inventory, onSelect }: RelationsProps): ReactNode {
  const relations = useMemo(() => relationsOf(inventory, entity), [inventory, entity]);
  return relations.map((relation) => (
    <RelationList
      key={`${entity.id} ${relation.name}`}
      relation={relation}
      inventory={inventory}
      onSelect={onSelect}
    />
  ));
}
