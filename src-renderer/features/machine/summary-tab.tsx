import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { nameOfEntity } from '../../data/world.ts';
import { told, useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { FactList } from '../inspector/fact-list.tsx';
import { Cards, MachineCard, Quiet, RefList } from './machine-card.tsx';
import { hardwareFacts, identityFacts, nowFacts } from './machine-facts.ts';
import type { MachinePage } from './machine-page.ts';

type SummaryProps = { readonly page: MachinePage; readonly onSelect: (id: EntityId) => void };

export function SummaryTab({ page, onSelect }: SummaryProps): ReactNode {
  const words = useText().machine;
  const { row, entity, chain, feeds } = page;
  return (
    <Cards>
      <div className="flex min-w-0 flex-col gap-3">
        <MachineCard title={words.sections.facts}>
          <FactList facts={identityFacts(page)} />
        </MachineCard>
        <MachineCard title={words.sections.hardware}>
          <FactList facts={hardwareFacts(entity, nameIn(page))} />
        </MachineCard>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {row.power === 'on' && (
          <MachineCard title={words.sections.now}>
            <FactList facts={nowFacts(row)} />
          </MachineCard>
        )}
        <Services page={page} />
        <TagsAndNotes page={page} />
        <Alarms page={page} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <MachineCard title={words.sections.place}>
          {chain.length === 0 ? (
            <Quiet>{words.noPlace}</Quiet>
          ) : (
            <RefList title={words.sections.place} things={chain} onSelect={onSelect} />
          )}
        </MachineCard>
        <MachineCard title={words.sections.feed}>
          {feeds.length === 0 && <Quiet>{words.noFeed}</Quiet>}
          {feeds.map((line, index) => (
            <div key={line[0]?.id ?? index}>
              <h3 className="px-3 pt-1 text-11 font-medium text-text-2">{words.feedLine(index + 1)}</h3>
              <RefList title={words.feedLine(index + 1)} things={line} onSelect={onSelect} />
            </div>
          ))}
        </MachineCard>
      </div>
    </Cards>
  );
}

/** Names that came with the page, for the page may not hold all the lab. */
const nameIn =
  ({ networks, datastores, chain }: MachinePage) =>
  (id: string): string =>
    [...networks, ...datastores, ...chain].find((one) => one.id === id)?.name ?? nameOfEntity(id);

function Services({ page }: { readonly page: MachinePage }): ReactNode {
  const words = useText().machine;
  const { guest } = page;
  if (guest === null || guest.bootedAt === null) return null;
  return (
    <MachineCard title={words.sections.services}>
      {guest.services.length === 0 && <Quiet>{words.noServices}</Quiet>}
      <ul className="text-12">
        {guest.services.map(({ name, port, state }) => (
          <li key={`${name} ${port}`} className="flex min-h-7 items-center gap-2 px-3">
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="font-mono text-text-2">{port === null ? '' : words.port(port)}</span>
            <StatusMark
              kind={state === 'failed' ? 'major' : state === 'running' ? 'ok' : 'stale'}
              word={state}
            />
          </li>
        ))}
      </ul>
    </MachineCard>
  );
}

function TagsAndNotes({ page: { entity } }: { readonly page: MachinePage }): ReactNode {
  const words = useText().machine;
  if (entity.kind !== 'vm' && entity.kind !== 'host') return null;
  const { tags, custom, notes } = entity.spec;
  const values = Object.entries(custom).map(([label, value]) => ({ label, value }));
  return (
    <>
      <MachineCard title={words.sections.tags}>
        {tags.length === 0 && values.length === 0 && <Quiet>{words.noTags}</Quiet>}
        <ul className="flex flex-wrap gap-1 px-3 pb-1">
          {tags.map((tag) => (
            <li key={tag} className="rounded-sm border px-1.5 text-11 text-text-2">
              {tag}
            </li>
          ))}
        </ul>
        <FactList facts={values} />
      </MachineCard>
      <MachineCard title={words.sections.notes}>
        {notes === '' ? (
          <Quiet>{words.noNotes}</Quiet>
        ) : (
          <p className="px-3 text-12 whitespace-pre-wrap">{notes}</p>
        )}
      </MachineCard>
    </>
  );
}

function Alarms({ page: { alarms } }: { readonly page: MachinePage }): ReactNode {
  const words = useText().machine;
  return (
    <MachineCard title={words.sections.alarms}>
      {alarms.length === 0 && <Quiet>{words.noAlarms}</Quiet>}
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm.id} className="flex min-h-7 items-center gap-2 px-3 text-12">
            <StatusMark kind={alarm.severity} isUnacknowledged={alarm.state === 'ACTIVE'} />
            <span className="min-w-0 flex-1 truncate">{told(alarm.message)}</span>
            <Age since={alarm.raisedAt} className="text-text-3" />
          </li>
        ))}
      </ul>
    </MachineCard>
  );
}
