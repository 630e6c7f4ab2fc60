import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '../../data/client.ts';
import { openTerminal, useConsoles } from './consoles-store.ts';
import { ConsolesView } from './consoles-view.tsx';
import type { Machine } from './machine-list.tsx';

/** A lab's first so many: with more, one finds them in the explorer. */
const most = 2000;
const everyMillis = 3000;

const isMachine = (entity: { readonly kind: string }): entity is Machine =>
  entity.kind === 'vm' || entity.kind === 'blade';

/** `?open=web-01` opens a shell, `?look=<session>` looks on at one that is open; once, whatever the address says later. */
function useAddress(): void {
  const [search, setSearch] = useSearchParams();
  const [open, look] = [search.get('open'), search.get('look')];
  const machine = search.get('machine');
  useEffect(() => {
    if (open === null && look === null) return;
    if (look !== null)
      openTerminal({ machine: machine ?? look, as: 'root', kind: 'shell', mode: 'view', session: look });
    else if (open !== null && !useConsoles.getState().terminals.some((one) => one.machine === open))
      openTerminal({ machine: open, as: 'root', kind: 'shell', mode: 'control', session: null });
    setSearch({}, { replace: true });
  }, [open, look, machine, setSearch]);
}

export function ConsolesScreen(): ReactNode {
  useAddress();
  const { data, ...rest } = useQuery(
    'entities',
    { kinds: ['vm', 'blade'], limit: most },
    { every: everyMillis },
  );
  const machines = useMemo(
    () =>
      data === null
        ? null
        : {
            items: data.items
              .filter(isMachine)
              .filter(({ kind, spec }) => kind === 'blade' || !spec.isTemplate),
          },
    [data],
  );
  return <ConsolesView machines={{ ...rest, data: machines }} />;
}
