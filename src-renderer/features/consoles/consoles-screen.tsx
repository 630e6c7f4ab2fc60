import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '../../data/client.ts';
import { openTerminal, useConsoles } from './consoles-store.ts';
import { ConsolesView } from './consoles-view.tsx';
import type { Machine } from './machine-list.tsx';
import type { TerminalWish } from './terminal-link.ts';

/** A lab's first so many: with more, one finds them in the explorer. */
const most = 2000;
const everyMillis = 3000;

const isMachine = (entity: { readonly kind: string }): entity is Machine =>
  entity.kind === 'vm' || entity.kind === 'blade';

const isOpen = ({ machine, as, kind }: Pick<TerminalWish, 'machine' | 'as' | 'kind'>): boolean =>
  useConsoles
    .getState()
    .terminals.some((one) => one.machine === machine && one.as === as && one.kind === kind);

/** `?open=web-01` opens a shell (`&as=learner`, `&kind=console`), `?look=<session>` looks on at one that is open; once, whatever the address says later. */
function useAddress(): void {
  const [search, setSearch] = useSearchParams();
  const [open, look] = [search.get('open'), search.get('look')];
  const machine = search.get('machine');
  const as = search.get('as') ?? 'root';
  const kind = search.get('kind') === 'console' ? 'console' : 'shell';
  useEffect(() => {
    if (open === null && look === null) return;
    if (look !== null)
      openTerminal({ machine: machine ?? look, as: 'root', kind: 'shell', mode: 'view', session: look });
    else if (open !== null && !isOpen({ machine: open, as, kind }))
      openTerminal({ machine: open, as, kind, mode: 'control', session: null });
    setSearch({}, { replace: true });
  }, [open, look, machine, as, kind, setSearch]);
}

export function ConsolesScreen(): ReactNode {
  useAddress();
  const { data, ...rest } = useQuery(
    'entities',
    { kinds: ['vm', 'blade'], limit: most },
    { every: everyMillis },
  );
  const recordings = useQuery('recordings', {}, { every: everyMillis });
  const consoles = useQuery('consoles', {}, { every: everyMillis });
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
  return (
    <ConsolesView
      machines={{ ...rest, data: machines }}
      recordings={recordings}
      local={consoles.data?.local ?? null}
    />
  );
}
