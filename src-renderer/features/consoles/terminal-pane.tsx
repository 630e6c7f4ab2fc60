import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { useText } from '../../text/text.ts';
import { useThemeName } from '../../theme/use-theme-name.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { showDone } from '../../ui/toasts.ts';
import { takeLink } from './page-terminal.ts';
import {
  closeTerminal,
  openTerminal,
  rememberSession,
  showTerminal,
  useConsoles,
  type OpenTerminal,
} from './consoles-store.ts';
import { regionTitle } from './tab-title.ts';
import type { TerminalState } from './terminal-link.ts';
import { TerminalTools, type LiveTerminal } from './terminal-tools.tsx';

/** A terminal lives as long as its tab: hidden ones go on reading and draw nothing. */
function useTerminal(
  box: RefObject<HTMLDivElement | null>,
  wish: OpenTerminal,
  share: string | null,
): readonly [live: LiveTerminal | null, state: TerminalState] {
  const [state, setState] = useState<TerminalState>({ phase: 'connecting' });
  const [live, setLive] = useState<LiveTerminal | null>(null);
  const { recorded, renewed } = useText().consoles;
  useEffect(() => {
    const ground = box.current;
    if (ground === null) return undefined;
    let isGone = false;
    let made: LiveTerminal | null = null;
    // The emulator is large, and comes with the first terminal.
    void import('./terminal-screen.ts').then(({ createTerminalScreen }) => {
      if (isGone) return;
      const screen = createTerminalScreen(ground);
      const session = wish.session ?? useConsoles.getState().sessions[wish.key] ?? null;
      const link = takeLink(
        {
          wish: { ...wish, session },
          size: screen.size(),
          onBytes: screen.write,
          onReplay: screen.reset,
          onRenewed: () => screen.write(`\r\n\x1b[2m-- ${renewed} --\x1b[0m\r\n`),
          onState: (told) => {
            setState(told);
            if (told.phase === 'open' && share === null) rememberSession(wish.key, told.session.session);
          },
          onRecorded: (file) => showDone(recorded(file)),
        },
        share,
      );
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
  }, [box, wish, share, recorded, renewed]);
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
    const { machine, as, kind, mode } = wish;
    closeTerminal(wish.key);
    openTerminal({ machine, as, kind, mode, session: null });
  };
  const sentence =
    state.phase === 'over'
      ? state.message
      : state.phase === 'lost'
        ? words.lost
        : words.connecting(wish.machine === '' ? words.local : wish.machine);
  return (
    <div role="status" className="flex shrink-0 items-center gap-3 border-b bg-raised px-3 py-1 text-12">
      <StatusMark kind={state.phase === 'connecting' ? 'info' : 'stale'} />
      <span className="min-w-0">{sentence}</span>
      {state.phase === 'over' && wish.mode === 'control' && (
        <Button look="ghost" className="ml-auto" onClick={again}>
          {words.openAgain}
        </Button>
      )}
    </div>
  );
}

export function TerminalPane({
  wish,
  isSeen,
  isFocused,
  share = null,
}: {
  readonly wish: OpenTerminal;
  /** In front of its pane. */
  readonly isSeen: boolean;
  readonly isFocused: boolean;
  /** By which one looks on who has nothing else. */
  readonly share?: string | null;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [live, state] = useTerminal(box, wish, share);
  const theme = useThemeName();
  const fontSize = useConsoles((consoles) => consoles.fontSize);
  useEffect(() => live?.screen.dress(theme, fontSize), [live, theme, fontSize]);
  useEffect(() => live?.screen.show(isSeen), [live, isSeen]);
  useEffect(() => {
    if (isFocused) live?.screen.focus();
  }, [live, isFocused]);
  const words = useText().consoles;
  return (
    <section aria-label={regionTitle(wish, words)} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {share === null && <TerminalTools wish={wish} state={state} live={live} />}
      <Standing wish={wish} state={state} />
      <div
        ref={box}
        className="min-h-0 flex-1 overflow-hidden bg-bg px-1 pt-1"
        onFocus={() => share === null && !isFocused && showTerminal(wish.key)}
      />
    </section>
  );
}
