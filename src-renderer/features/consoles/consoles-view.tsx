import { Columns2, PanelTop, SquareTerminal, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Consoles, RecordingCard } from '../../../sim/contract/terminal.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { layTerminals, openTerminal, useConsoles, zoomTerminals } from './consoles-store.ts';
import { MachineList, type Machine } from './machine-list.tsx';
import { RecordingList } from './recording-list.tsx';
import { TerminalsArea } from './terminals-area.tsx';

function Terminals(): ReactNode {
  const words = useText().consoles;
  const isNone = useConsoles(({ terminals }) => terminals.length === 0);
  const isSplit = useConsoles(({ layout }) => layout.kind === 'split');
  if (isNone) return <EmptyState text={words.noneOpen} />;
  return (
    <>
      <div className="flex min-h-9 shrink-0 items-center justify-end border-b px-2">
        <IconButton icon={ZoomOut} label={words.smaller} onClick={() => zoomTerminals(-1)} />
        <IconButton icon={ZoomIn} label={words.larger} onClick={() => zoomTerminals(1)} />
        <IconButton
          icon={isSplit ? PanelTop : Columns2}
          label={isSplit ? words.tabs : words.tiles}
          onClick={() => layTerminals(isSplit ? 'tabs' : 'tiles')}
        />
      </div>
      <TerminalsArea />
    </>
  );
}

/** A shell of the host's own computer, or why there is none. */
function LocalShell({ local }: { readonly local: Consoles['local'] | null }): ReactNode {
  const words = useText().consoles;
  const open = (): void =>
    openTerminal({ machine: '', as: '', kind: 'local', mode: 'control', session: null });
  return (
    <div className="border-b p-2">
      <Button
        icon={SquareTerminal}
        className="w-full"
        refusedBecause={local === null ? words.connecting(words.local) : local.reason}
        onClick={open}
      >
        {words.openLocal}
      </Button>
    </div>
  );
}

export type ConsolesViewProps = {
  readonly machines: QueryState<{ readonly items: readonly Machine[] }>;
  readonly recordings: QueryState<{ readonly recordings: readonly RecordingCard[] }>;
  readonly local: Consoles['local'] | null;
};

function Choices({ machines, recordings, local }: ConsolesViewProps): ReactNode {
  const words = useText().consoles;
  const [tab, setTab] = useState('machines');
  return (
    <Tabs
      label={words.title}
      value={tab}
      onChange={setTab}
      tabs={[
        {
          id: 'machines',
          title: words.machines,
          content: (
            <Face state={machines} what={words.what} still={words.still}>
              {({ items }) => (
                <>
                  <LocalShell local={local} />
                  <MachineList machines={items} onOpen={openTerminal} />
                </>
              )}
            </Face>
          ),
        },
        {
          id: 'recordings',
          title: words.recordings.title,
          content: <RecordingList state={recordings} />,
        },
      ]}
    />
  );
}

export function ConsolesView(props: ConsolesViewProps): ReactNode {
  const words = useText().consoles;
  return (
    <div className="flex min-h-0 flex-1 gap-3 p-3 max-md:flex-col">
      <h1 className="sr-only">{words.title}</h1>
      <section
        aria-label={words.machines}
        className="flex min-h-0 w-72 shrink-0 flex-col rounded-lg border border-line bg-surface max-md:h-64 max-md:w-auto"
      >
        <Choices {...props} />
      </section>
      <Panel title={words.terminals} className="min-w-0 flex-1">
        <Terminals />
      </Panel>
    </div>
  );
}
