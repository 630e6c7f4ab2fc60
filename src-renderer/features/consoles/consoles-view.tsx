import { Columns2, PanelTop, ZoomIn, ZoomOut } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import {
  layTerminals,
  openTerminal,
  showTerminal,
  stepTerminal,
  useConsoles,
  zoomTerminals,
  type OpenTerminal,
} from './consoles-store.ts';
import { MachineList, type Machine } from './machine-list.tsx';
import { TerminalPane } from './terminal-pane.tsx';

/** Arrows go from tab to tab, round the ends. */
function walk({ key }: KeyboardEvent): void {
  if (key === 'ArrowRight') stepTerminal(1);
  if (key === 'ArrowLeft') stepTerminal(-1);
}

const tabId = (key: string): string => `${key}-tab`;

function Strip({
  terminals,
  shown,
}: {
  readonly terminals: readonly OpenTerminal[];
  readonly shown: string | null;
}) {
  const words = useText().consoles;
  return (
    <div role="tablist" aria-label={words.terminals} className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
      {terminals.map(({ key, machine, as }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={tabId(key)}
          aria-selected={key === shown}
          aria-controls={key}
          tabIndex={key === shown ? 0 : -1}
          onClick={() => showTerminal(key)}
          onKeyDown={walk}
          className={classNames(
            'h-9 shrink-0 border-b-2 px-3 font-mono text-12 -outline-offset-2',
            key === shown ? 'border-text text-text' : 'border-transparent text-text-2 hover:text-text',
          )}
        >
          {as}@{machine}
        </button>
      ))}
    </div>
  );
}

function Terminals(): ReactNode {
  const words = useText().consoles;
  const { terminals, shown, lie } = useConsoles();
  if (terminals.length === 0) return <EmptyState text={words.noneOpen} />;
  const isTiled = lie === 'tiles';
  return (
    <>
      <div className="flex min-h-9 shrink-0 items-center gap-2 border-b pr-2">
        <Strip terminals={terminals} shown={shown} />
        <IconButton icon={ZoomOut} label={words.smaller} onClick={() => zoomTerminals(-1)} />
        <IconButton icon={ZoomIn} label={words.larger} onClick={() => zoomTerminals(1)} />
        <IconButton
          icon={isTiled ? PanelTop : Columns2}
          label={isTiled ? words.tabs : words.tiles}
          onClick={() => layTerminals(isTiled ? 'tabs' : 'tiles')}
        />
      </div>
      <div
        className={
          isTiled
            ? 'grid min-h-0 flex-1 auto-rows-fr grid-cols-[repeat(auto-fit,minmax(26rem,1fr))] gap-px overflow-auto bg-line'
            : 'flex min-h-0 flex-1'
        }
      >
        {terminals.map((one) => (
          <div
            key={one.key}
            id={one.key}
            role="tabpanel"
            aria-labelledby={tabId(one.key)}
            className={classNames(
              'min-h-0 min-w-0 flex-1 bg-bg',
              isTiled || one.key === shown ? 'flex' : 'hidden',
            )}
          >
            <TerminalPane wish={one} isShown={one.key === shown} />
          </div>
        ))}
      </div>
    </>
  );
}

export type ConsolesViewProps = {
  readonly machines: QueryState<{ readonly items: readonly Machine[] }>;
};

export function ConsolesView({ machines }: ConsolesViewProps): ReactNode {
  const words = useText().consoles;
  return (
    <div className="flex min-h-0 flex-1 gap-3 p-3 max-md:flex-col">
      <h1 className="sr-only">{words.title}</h1>
      <Panel title={words.machines} className="w-64 shrink-0 max-md:h-56 max-md:w-auto">
        <Face state={machines} what={words.what} still={words.still}>
          {({ items }) => <MachineList machines={items} onOpen={openTerminal} />}
        </Face>
      </Panel>
      <Panel title={words.terminals} className="min-w-0 flex-1">
        <Terminals />
      </Panel>
    </div>
  );
}
