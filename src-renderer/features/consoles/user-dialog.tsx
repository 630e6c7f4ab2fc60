import { SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MachineUser } from '../../../sim/contract/terminal.ts';
import { useQuery, type QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';

export type UserListProps = {
  readonly state: QueryState<{ readonly users: readonly MachineUser[] }>;
  readonly onChoose: (user: string) => void;
};

export function UserList({ state, onChoose }: UserListProps): ReactNode {
  const words = useText().consoles.users;
  return (
    <Face state={state} what={words.what}>
      {({ users }) =>
        users.length === 0 ? (
          <EmptyState text={words.none} />
        ) : (
          <ul className="flex flex-col">
            {users.map(({ name, uid, shell, isAdmin }) => (
              <li key={name}>
                <button
                  type="button"
                  onClick={() => onChoose(name)}
                  className="flex h-8 w-full items-center gap-2 rounded-sm px-2 text-left text-13 hover:bg-hover"
                >
                  <SquareTerminal aria-hidden size={15} className="text-text-3" />
                  <span className="font-mono">{words.entry(name, String(uid))}</span>
                  {isAdmin && <span className="text-12 text-text-2">{words.admin}</span>}
                  <span className="ml-auto font-mono text-12 text-text-3">{shell}</span>
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </Face>
  );
}

/** Who logs in: the users of the machine, as its own files have them. */
export function UserDialog({
  machine,
  onChoose,
  onClose,
}: {
  readonly machine: string;
  readonly onChoose: (user: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const words = useText().consoles.users;
  const state = useQuery('machine-users', { id: machine });
  return (
    <Dialog open onOpenChange={onClose} title={words.title(machine)} description={words.about}>
      <UserList state={state} onChoose={onChoose} />
    </Dialog>
  );
}
