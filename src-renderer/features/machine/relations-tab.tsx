import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRef } from '../../../sim/contract/machine-list.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { countText } from '../../ui/numbers.ts';
import { Columns, MachineCard, Quiet, RefList } from './machine-card.tsx';
import type { MachinePage } from './machine-page.ts';

type RelationsProps = { readonly page: MachinePage; readonly onSelect: (id: EntityId) => void };

/** What it hangs on, and what hangs on it: each a link. */
export function RelationsTab({ page, onSelect }: RelationsProps): ReactNode {
  const words = useText().machine;
  const { row, chain, feeds, networks, datastores } = page;
  const owners = [row.cluster, row.owner].filter((one): one is MachineRef => one !== null);
  const groups: readonly (readonly [title: string, things: readonly MachineRef[], none: string])[] = [
    [words.sections.place, chain, words.noPlace],
    [words.sections.belongs, owners, words.noPlace],
    [words.sections.networks, networks, words.noNetworks],
    [words.sections.datastores, datastores, words.noDatastores],
    ...feeds.map(
      (line, index) => [`${words.sections.feed}, ${words.feedLine(index + 1)}`, line, ''] as const,
    ),
  ];
  return (
    <Columns>
      {row.kind === 'host' && <Crew host={row.id} onSelect={onSelect} />}
      {groups.map(([title, things, none]) => (
        <MachineCard key={title} title={title}>
          {things.length === 0 ? (
            <Quiet>{none}</Quiet>
          ) : (
            <RefList title={title} things={things} onSelect={onSelect} />
          )}
        </MachineCard>
      ))}
    </Columns>
  );
}

const shown = 20;
const renew = 5000;

function Crew({
  host,
  onSelect,
}: {
  readonly host: EntityId;
  readonly onSelect: (id: EntityId) => void;
}): ReactNode {
  const words = useText().machine;
  const { data } = useQuery('machines', { host, limit: shown }, { every: renew });
  if (data === null) return null;
  return (
    <MachineCard title={words.sections.machines}>
      {data.total === 0 && <Quiet>{words.noMachines}</Quiet>}
      <RefList title={words.sections.machines} things={data.items} onSelect={onSelect} />
      {data.total > shown && (
        <Link to={`/explorer?node=${host}`} className="block px-3 py-1 text-12 text-text-2 hover:text-text">
          {words.allMachines(countText(data.total))}
        </Link>
      )}
    </MachineCard>
  );
}
