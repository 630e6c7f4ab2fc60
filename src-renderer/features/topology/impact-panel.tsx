/** How much hangs together with what is selected, and what would follow if it were lost. */
import { CornerDownRight, CornerLeftUp, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Consequences } from '../../../sim/contract/consequences.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Impact } from '../../canvas/topology/impact.ts';
import type { TopologyThing } from '../../canvas/topology/topology-graph.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';

export type ImpactPanelProps = {
  readonly impact: Impact;
  readonly entity: TopologyThing;
  readonly kindOf: (id: EntityId) => Kind | null;
  /** Null where it is no piece of the power chain; `asking` until the host has answered. */
  readonly lost: Consequences | 'asking' | null;
  readonly onClose: () => void;
};

/** By kind, the most first. */
export function countKinds(
  ids: ReadonlySet<EntityId>,
  kindOf: (id: EntityId) => Kind | null,
): readonly (readonly [Kind, number])[] {
  const counts = new Map<Kind, number>();
  for (const id of ids) {
    const kind = kindOf(id);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].toSorted((one, other) => other[1] - one[1]);
}

type SideProps = Pick<ImpactPanelProps, 'kindOf'> & {
  readonly side: 'upstream' | 'downstream';
  readonly ids: ReadonlySet<EntityId>;
};

function Side({ side, ids, kindOf }: SideProps): ReactNode {
  const { topology, kinds } = useText();
  const Icon = side === 'upstream' ? CornerLeftUp : CornerDownRight;
  const counts = countKinds(ids, kindOf);
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="flex items-center gap-1.5 text-text-3">
        <Icon aria-hidden size={12} className="text-accent" />
        {topology.impacts[side]} <span>({topology.impacts[`${side}Hint`]})</span>
        <span className="ml-auto font-semibold text-text">{ids.size}</span>
      </dt>
      <dd className="pl-5 text-text-2">
        {counts.length === 0
          ? topology.impacts.none
          : counts.map(([kind, count]) => `${count} ${kinds[kind]}`).join(', ')}
      </dd>
    </div>
  );
}

function Lost({ lost }: { readonly lost: Consequences | 'asking' }): ReactNode {
  const words = useText().topology.impacts;
  if (lost === 'asking') return <p className="text-text-3">{words.asking}</p>;
  const said = (['dark', 'degraded', 'overloaded', 'bridged'] as const).filter(
    (name) => lost[name].length > 0,
  );
  return (
    <ul className="flex flex-col gap-0.5">
      {lost.dark.length === 0 && <li className="text-text-2">{words.harmless}</li>}
      {said.map((name) => (
        <li key={name} className={name === 'dark' ? 'font-semibold text-critical' : 'text-text-2'}>
          {name === 'dark' && <span aria-hidden>▲ </span>}
          {words[name](lost[name].length)}
        </li>
      ))}
    </ul>
  );
}

export function ImpactPanel({ impact, entity, kindOf, lost, onClose }: ImpactPanelProps): ReactNode {
  const words = useText().topology.impacts;
  return (
    <section
      aria-label={words.title(entity.name)}
      className="absolute top-2 right-2 z-20 flex max-h-[80%] w-64 flex-col gap-2 overflow-auto rounded-md border border-line bg-raised p-2 text-12"
    >
      <header className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate font-semibold">{words.title(entity.name)}</h3>
        <IconButton icon={X} label={words.close} onClick={onClose} />
      </header>
      <dl className="flex flex-col gap-2">
        <Side side="upstream" ids={impact.upstream} kindOf={kindOf} />
        <Side side="downstream" ids={impact.downstream} kindOf={kindOf} />
      </dl>
      {lost !== null && (
        <div className="border-t pt-2">
          <h4 className="mb-1 text-11 font-medium text-text-3">{words.lost}</h4>
          <Lost lost={lost} />
        </div>
      )}
    </section>
  );
}
