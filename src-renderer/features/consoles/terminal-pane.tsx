import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { TerminalScreen } from './terminal-screen.ts';
import { useText } from '../../text/text.ts';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { showDone } from '../../ui/toasts.ts';
import { takeLink } from './page-terminal.ts';
import { openTerminal, closeTerminal, useConsoles, type OpenTerminal } from './consoles-store.ts';
import type { TerminalLink, TerminalState } from './terminal-link.ts';
import { TerminalTools } from './terminal-tools.tsx';

type Live = { readonly screen: TerminalScreen; readonly link: TerminalLink };

/** A terminal lives as long as its tab: hidden ones go on reading and draw nothing. */
function useTerminal(
  box: RefObject<HTMLDivElement | null>,
  wish: OpenTerminal,
): readonly [live: Live | null, state: TerminalState] {
  const [state, setState] = useState<TerminalState>({ phase: 'connecting' });
  const [live, setLive] = useState<Live | null>(null);
  const recorded = useText().consoles.recorded;
  useEffect(() => {
    const ground = box.current;
    if (ground === null) return undefined;
    let isGone = false;
    let made: Live | null = null;
    // The emulator is large, and comes with the first terminal.
    void import('./terminal-screen.ts').then(({ createTerminalScreen }) => {
      if (isGone) return;
      const screen = createTerminalScreen(ground);
      const link = takeLink({
        wish,
        size: screen.size(),
        onBytes: screen.write,
        onReplay: screen.reset,
        onState: setState,
        onRecorded: (file) => showDone(recorded(file)),
      });
      screen.onTyped(link.type);
      screen.onSize((size) => link.say({ type: 'resize', ...size }));
      made = { screen, link };
      setLive(made);
    });
    return () => {
      isGone = true;
      made?.link.close();
      made?.screen.close();
    };
  }, [box, wish, recorded]);
  return [live, state];
}

function Standing({
  wish,
  state,
}: {
  readonly wish: OpenTerminal;
  readonly state: TerminalState;
}): ReactNode {
  const words = useText().consoles;
  if (state.phase === 'open') return null;
  const again = (): void => {
    closeTerminal(wish.key);
    openTerminal({ ...wish, session: null });
  };
  const sentence =
    state.phase === 'over'
      ? state.message
      : state.phase === 'lost'
        ? words.lost
        : words.connecting(wish.machine);
  return (
    <div role="status" className="flex shrink-0 items-center gap-3 border-b bg-raised px-3 py-1 text-12">
      <StatusMark kind={state.phase === 'connecting' ? 'info' : 'stale'} />
      <span className="min-w-0">{sentence}</span>
      {state.phase === 'over' && (
        <Button look="ghost" className="ml-auto" onClick={again}>
          {words.openAgain}
        </Button>
      )}
    </div>
  );
}

export function TerminalPane({
  wish,
  isShown,
}: {
  readonly wish: OpenTerminal;
  readonly isShown: boolean;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [live, state] = useTerminal(box, wish);
  const theme = useThemeName();
  const fontSize = useConsoles((consoles) => consoles.fontSize);
  useEffect(() => live?.screen.dress(theme, fontSize), [live, theme, fontSize]);
  useEffect(() => {
    if (isShown) live?.screen.focus();
  }, [live, isShown]);
  const words = useText().consoles;
  return (
    <section
      aria-label={words.terminalOf(wish.machine, wish.as)}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <TerminalTools wish={wish} state={state} live={live} />
      <Standing wish={wish} state={state} />
      <div ref={box} className="min-h-0 flex-1 overflow-hidden bg-bg px-1 pt-1" />
    </section>
  );
}
