import { Cable, SquareTerminal, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { TextInput } from '../../ui/field.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark, type StatusKind } from '../../ui/status-mark.tsx';
import type { TerminalWish } from './terminal-link.ts';
import { UserDialog } from './user-dialog.tsx';

export type Machine = EntityOf<'vm'> | EntityOf<'blade'>;

const marks = {
  on: 'ok',
  off: 'stale',
  suspended: 'maintenance',
  paused: 'maintenance',
} as const satisfies Record<Machine['spec']['power'], StatusKind>;

function Row({
  machine,
  onOpen,
}: {
  readonly machine: Machine;
  readonly onOpen: (wish: TerminalWish) => void;
}): ReactNode {
  const words = useText().consoles;
  const { name, spec } = machine;
  const off = spec.power === 'on' ? null : words.isOff(name);
  const [isChoosing, setChoosing] = useState(false);
  const open = (kind: TerminalWish['kind'], as: string): void => {
    setChoosing(false);
    onOpen({ machine: name, as, kind, mode: 'control', session: null });
  };
  return (
    <li className="flex h-8 items-center gap-2 border-b px-3 text-13 hover:bg-hover">
      <StatusMark kind={marks[spec.power]} word={words.power[spec.power]} />
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      <IconButton
        icon={SquareTerminal}
        label={words.openShellOn(name)}
        refusedBecause={off}
        onClick={() => open('shell', 'root')}
      />
      <IconButton
        icon={UserRound}
        label={words.openAs(name)}
        refusedBecause={off}
        onClick={() => setChoosing(true)}
      />
      <IconButton icon={Cable} label={words.openConsoleOn(name)} onClick={() => open('console', 'root')} />
      {isChoosing && (
        <UserDialog
          machine={name}
          onChoose={(user) => open('shell', user)}
          onClose={() => setChoosing(false)}
        />
      )}
    </li>
  );
}

export function MachineList({
  machines,
  onOpen,
}: {
  readonly machines: readonly Machine[];
  readonly onOpen: (wish: TerminalWish) => void;
}): ReactNode {
  const words = useText().consoles;
  const [sought, setSought] = useState('');
  if (machines.length === 0) return <EmptyState text={words.empty} />;
  const found = machines.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <>
      <div className="border-b p-2">
        <TextInput
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          className="h-7"
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState text={words.noneFound} />
      ) : (
        <ScrollRegion label={words.machines}>
          <ul>
            {found.map((machine) => (
              <Row key={machine.id} machine={machine} onOpen={onOpen} />
            ))}
          </ul>
        </ScrollRegion>
      )}
    </>
  );
}
