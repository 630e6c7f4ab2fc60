import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { siteRows } from './site-rows.ts';
import { SitesMap } from './sites-map.tsx';
import { SitesTable } from './sites-table.tsx';
import type { SiteDeeds } from './sites-table.tsx';

export type SitesViewProps = SiteDeeds & {
  readonly cards: QueryState<QueryAnswer<'sites'>>;
  readonly sites: readonly EntityOf<'site'>[];
  /** The site that all screens are about. */
  readonly scope: EntityId | null;
  readonly onAdd: () => void;
};

function Compared(props: SitesViewProps & { readonly data: QueryAnswer<'sites'> }): ReactNode {
  const { data, sites, scope, onLook, onEdit, onRemove } = props;
  const words = useText().sites;
  const rows = siteRows(data.items, sites);
  return (
    <div className="flex flex-col gap-3 p-3">
      <Panel title={words.table.title} className="shrink-0">
        <div className="flex flex-col" style={{ height: `${Math.min(10, rows.length) * 32 + 34}px` }}>
          <SitesTable
            rows={rows}
            scope={scope}
            empty={<EmptyState text={words.empty} />}
            onLook={onLook}
            onEdit={onEdit}
            onRemove={onRemove}
          />
        </div>
      </Panel>
      <SitesMap rows={rows} scope={scope} onLook={onLook} onPlace={onEdit} />
    </div>
  );
}

export function SitesView(props: SitesViewProps): ReactNode {
  const { cards, onAdd } = props;
  const words = useText().sites;
  const add = (
    <Button look="primary" icon={Plus} onClick={onAdd}>
      {words.add}
    </Button>
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-11 shrink-0 items-center gap-3 border-b px-3">
        <h1 className="text-14 font-semibold">{words.title}</h1>
        <div className="ml-auto">{cards.data?.items.length === 0 ? null : add}</div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Face state={cards} what={words.table.what} still={words.table.still}>
          {(data) =>
            data.items.length === 0 ? (
              <EmptyState text={words.empty} action={add} />
            ) : (
              <Compared {...props} data={data} />
            )
          }
        </Face>
      </div>
    </div>
  );
}
