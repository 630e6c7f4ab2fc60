import { ChevronDown, ChevronUp, Circle, Eye, Search, Square, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TerminalSession } from '../../../sim/contract/terminal.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { tabTitle } from './tab-title.ts';
import { closeTerminal, type OpenTerminal } from './consoles-store.ts';
import type { TerminalLink, TerminalState } from './terminal-link.ts';
import type { TerminalScreen } from './terminal-screen.ts';

export type LiveTerminal = { readonly screen: TerminalScreen; readonly link: TerminalLink };

/** Whoever opens it wants to type into it. */
const focusAtOnce = (input: HTMLInputElement | null): void => input?.focus();

function Finder({
  screen,
  onClose,
}: {
  readonly screen: TerminalScreen;
  readonly onClose: () => void;
}): ReactNode {
  const words = useText().consoles;
  const [sought, setSought] = useState('');
  const [isFound, setFound] = useState(true);
  const find = (text: string, way: 'next' | 'previous'): void =>
    setFound(text === '' || screen.find(text, way));
  return (
    <span className="flex items-center gap-1">
      <TextInput
        ref={focusAtOnce}
        aria-label={words.find}
        value={sought}
        className="h-7 w-40"
        onChange={({ target }) => {
          setSought(target.value);
          find(target.value, 'next');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find(sought, event.shiftKey ? 'previous' : 'next');
          if (event.key === 'Escape') onClose();
        }}
      />
      <span role="status" className="text-12 text-text-2">
        {isFound ? '' : words.notFound}
      </span>
      <IconButton icon={ChevronUp} label={words.findPrevious} onClick={() => find(sought, 'previous')} />
      <IconButton icon={ChevronDown} label={words.findNext} onClick={() => find(sought, 'next')} />
    </span>
  );
}

type ToolsProps = {
  readonly wish: OpenTerminal;
  readonly state: TerminalState;
  readonly live: LiveTerminal | null;
};

const sessionOf = (state: TerminalState): TerminalSession | null =>
  state.phase === 'open' ? state.session : null;

function Title({ wish, state }: Pick<ToolsProps, 'wish' | 'state'>): ReactNode {
  const words = useText().consoles;
  const session = sessionOf(state);
  const watching = session?.watching ?? 0;
  const watchers = session?.watchers ?? [];
  return (
    <>
      <span className="truncate font-mono">{tabTitle(wish, words)}</span>
      {wish.mode === 'view' && <span className="text-text-3">{words.viewing}</span>}
      <span role="status" className="truncate text-text-2">
        {watchers.length > 0 ? words.watchedBy(watchers) : watching > 0 ? words.watching(watching) : ''}
      </span>
    </>
  );
}

function Find({ live }: Pick<ToolsProps, 'live'>): ReactNode {
  const words = useText().consoles;
  const [isFinding, setFinding] = useState(false);
  if (!isFinding || live === null)
    return <IconButton icon={Search} label={words.find} onClick={() => setFinding(true)} />;
  const close = (): void => {
    setFinding(false);
    live.screen.focus();
  };
  return <Finder screen={live.screen} onClose={close} />;
}

function Record({ wish, state, live }: ToolsProps): ReactNode {
  const words = useText().consoles;
  const session = sessionOf(state);
  const isRecording = session?.recording === 'on';
  return (
    <IconButton
      icon={isRecording ? Square : Circle}
      label={isRecording ? words.stopRecording : words.record}
      className={isRecording ? 'text-critical' : ''}
      refusedBecause={session === null ? words.connecting(wish.machine) : null}
      onClick={() => live?.link.say({ type: 'record', state: isRecording ? 'off' : 'on' })}
    />
  );
}

export function TerminalTools({ wish, state, live }: ToolsProps): ReactNode {
  const words = useText().consoles;
  const session = sessionOf(state);
  const [isSharing, setSharing] = useState(false);
  const close = (): void => {
    if (wish.mode === 'control') live?.link.say({ type: 'end' });
    closeTerminal(wish.key);
  };
  return (
    <header className="flex min-h-9 shrink-0 items-center gap-2 border-b bg-surface px-2 text-12">
      <Title wish={wish} state={state} />
      <span className="ml-auto flex items-center">
        <Find live={live} />
        {wish.mode === 'control' && <Record wish={wish} state={state} live={live} />}
        {wish.mode === 'control' && wish.kind !== 'local' && (
          <IconButton
            icon={Eye}
            label={words.share.open}
            refusedBecause={session === null ? words.connecting(wish.machine) : null}
            onClick={() => setSharing(true)}
          />
        )}
        {isSharing && session !== null && <ShareDialog session={session} onClose={() => setSharing(false)} />}
        <IconButton
          icon={X}
          label={words.close(wish.kind === 'local' ? words.local : wish.machine)}
          onClick={close}
        />
      </span>
    </header>
  );
}
