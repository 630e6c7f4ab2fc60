import { Eye } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { EmptyState } from '../../ui/states.tsx';
import type { OpenTerminal } from './consoles-store.ts';
import { readLookOn, type LookOnFacts } from './share-link.ts';
import { TerminalPane } from './terminal-pane.tsx';

const storageKey = 'coldaisle.look-on';

/** The share leaves the address at once, and stays in this tab for a reload. */
function takeShare(page: Window): LookOnFacts | null {
  const given = readLookOn(page.location.hash);
  if (given === null) return readLookOn(page.sessionStorage.getItem(storageKey) ?? '');
  page.sessionStorage.setItem(storageKey, page.location.hash);
  page.history.replaceState(page.history.state, '', page.location.pathname);
  return given;
}

/** For somebody who was let in to look on at one terminal: that terminal, and nothing else. */
export function LookOnScreen(): ReactNode {
  const words = useText().consoles.lookOn;
  const [facts] = useState(() => takeShare(window));
  const wish = useMemo<OpenTerminal>(
    () => ({
      key: 'look-on',
      machine: facts?.machine ?? '',
      as: 'root',
      kind: 'shell',
      mode: 'view',
      session: null,
    }),
    [facts],
  );
  return (
    <main className="flex h-screen flex-col bg-bg text-text">
      <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-3 border-b bg-surface px-3 text-13">
        <Eye aria-hidden size={15} className="text-text-3" />
        <h1 className="font-semibold">{facts === null ? words.title : words.of(facts.machine)}</h1>
        <span className="text-12 text-text-2">{words.only}</span>
        <span className="ml-auto rounded-sm border border-line px-2 text-11 text-text-2">
          {words.simulated}
        </span>
      </header>
      {facts === null ? (
        <EmptyState text={words.noShare} />
      ) : (
        <TerminalPane wish={wish} isSeen isFocused={false} share={facts.token} />
      )}
    </main>
  );
}
