import { useDeferredValue } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import { machineKinds } from '../../../sim/contract/kinds.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { kindIcons } from '../topology/kind-icons.table.ts';

const most = 100;

type FoundProps = { readonly text: string; readonly onShow: (id: EntityId) => void };

/** Whatever has this in its name, wherever it stands; to choose one opens the tree down to it. */
export function Found({ text, onShow }: FoundProps): ReactNode {
  const sought = useDeferredValue(text.trim());
  const state = useQuery('entities', { kinds: [...machineKinds], text: sought, limit: most });
  return <FoundList state={state} onShow={onShow} />;
}

function FoundList({
  state,
  onShow,
}: {
  readonly state: QueryState<{ readonly items: readonly Entity[] }>;
  readonly onShow: (id: EntityId) => void;
}): ReactNode {
  const words = useText();
  return (
    <Face state={state} what={words.explorer.treeWhat}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text={words.explorer.noneFound} />
        ) : (
          <ScrollRegion label={words.explorer.found}>
            <ul>
              {items.map(({ id, kind, name }) => {
                const Icon = kindIcons[kind];
                return (
                  <li key={id}>
                    <button
                      type="button"
                      onClick={() => onShow(id)}
                      className="flex min-h-7 w-full items-center gap-2 px-3 text-left text-12 -outline-offset-2 hover:bg-hover"
                    >
                      <Icon aria-hidden size={14} className="shrink-0 text-text-3" />
                      <span className="min-w-0 flex-1 truncate">{name}</span>
                      <span className="shrink-0 text-text-3">{words.kinds[kind]}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </ScrollRegion>
        )
      }
    </Face>
  );
}
