import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { ContextMenu } from '../../ui/menu.tsx';
import {
  aimTerminal,
  closeTerminal,
  dragTerminal,
  moveTerminal,
  passOn,
  showTerminal,
  stepTerminal,
  useConsoles,
  type OpenTerminal,
} from './consoles-store.ts';
import { goalAt } from './drop-zones.tsx';
import type { Pane } from './layout.ts';
import { tabTitle } from './tab-title.ts';

/** Arrows go from tab to tab, round the ends. */
function walk({ key }: KeyboardEvent): void {
  if (key === 'ArrowRight') stepTerminal(1);
  if (key === 'ArrowLeft') stepTerminal(-1);
}

export const tabId = (key: string): string => `${key}-tab`;

const farEnough = 6;

/** A tab that is pulled away goes where it is let go. By the pointer's own events: browsers do not drag buttons alike. */
function useDrag(key: string) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const isOnItsWay = (): boolean => useConsoles.getState().dragged === key;
  const end = (): void => {
    const { aim } = useConsoles.getState();
    from.current = null;
    if (!isOnItsWay()) return;
    if (aim === null) dragTerminal(null);
    else moveTerminal(key, aim);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (from.current === null) return;
      const far = Math.hypot(clientX - from.current.x, clientY - from.current.y);
      if (!isOnItsWay() && far >= farEnough) dragTerminal(key);
      if (isOnItsWay()) aimTerminal(goalAt(clientX, clientY));
    },
    onPointerUp: end,
    onPointerCancel: () => {
      from.current = null;
      if (isOnItsWay()) dragTerminal(null);
    },
  };
}

type TabProps = {
  readonly terminal: OpenTerminal;
  readonly pane: Pane;
  readonly isFocused: boolean;
};

function Tab({ terminal, pane, isFocused }: TabProps): ReactNode {
  const words = useText().consoles;
  const { key } = terminal;
  const isShown = key === pane.shown;
  const drag = useDrag(key);
  const alone = (): string | null => (pane.tabs.length === 1 ? words.move.alone : null);
  const items = [
    {
      id: 'right',
      title: words.move.right,
      disabled: alone,
      run: () => moveTerminal(key, { pane: pane.id, at: 'right' }),
    },
    {
      id: 'down',
      title: words.move.down,
      disabled: alone,
      run: () => moveTerminal(key, { pane: pane.id, at: 'bottom' }),
    },
    {
      id: 'next',
      title: words.move.next,
      run: () => {
        showTerminal(key);
        passOn();
      },
    },
    { id: 'close', title: words.move.close, run: () => closeTerminal(key) },
  ];
  return (
    <ContextMenu sections={[{ items }]}>
      <button
        type="button"
        role="tab"
        id={tabId(key)}
        aria-selected={isShown}
        aria-controls={key}
        tabIndex={isShown ? 0 : -1}
        {...drag}
        onClick={() => showTerminal(key)}
        onKeyDown={walk}
        className={classNames(
          'h-8 shrink-0 border-b-2 px-3 font-mono text-12 -outline-offset-2',
          isShown ? 'text-text' : 'text-text-2 hover:text-text',
          isShown ? (isFocused ? 'border-accent' : 'border-text-3') : 'border-transparent',
        )}
      >
        {tabTitle(terminal, words)}
      </button>
    </ContextMenu>
  );
}

type StripProps = {
  readonly pane: Pane;
  readonly at: number;
  readonly terminals: readonly OpenTerminal[];
  readonly isFocused: boolean;
};

/** The tabs of one pane. */
export function TerminalStrip({ pane, at, terminals, isFocused }: StripProps): ReactNode {
  const words = useText().consoles;
  return (
    <div
      role="tablist"
      aria-label={words.move.pane(String(at + 1))}
      className="flex h-8 min-w-0 overflow-x-auto border-b bg-surface"
    >
      {terminals.map((terminal) => (
        <Tab key={terminal.key} terminal={terminal} pane={pane} isFocused={isFocused} />
      ))}
    </div>
  );
}
