import { SquareTerminal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InsideState } from '../../../sim/contract/machine-insides.ts';
import { goTo } from '../../app/way.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { consolePath } from './power-deeds.ts';

/** Why one cannot look inside, and what one does about it. */
export function NotInside({
  state,
  name,
}: {
  readonly state: Exclude<InsideState, 'running'>;
  readonly name: string;
}): ReactNode {
  const words = useText().machine.insides;
  if (state !== 'asleep') return <EmptyState text={words[state]} />;
  return (
    <EmptyState
      text={words.asleep}
      action={
        <Button look="primary" icon={SquareTerminal} onClick={() => goTo(consolePath(name))}>
          {words.start}
        </Button>
      }
    />
  );
}
