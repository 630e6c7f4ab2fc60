import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export type BackingAsk =
  | { readonly to: 'container'; readonly image: string; readonly files: 'take' | 'leave' }
  | { readonly to: 'simulated' };

type AskProps = {
  readonly vm: EntityOf<'vm'>;
  readonly ask: BackingAsk;
  readonly onDo: () => void;
  readonly onClose: () => void;
};

/** What ends and what goes is said before it does. */
export function AskBacking({ vm: { name, spec }, ask, onDo, onClose }: AskProps): ReactNode {
  const words = useText().backing;
  const isTurn = ask.to === 'container';
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isTurn ? words.turnTitle(name) : words.releaseTitle(name)}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look={isTurn ? 'primary' : 'danger'} onClick={onDo}>
            {isTurn ? words.turnDo : words.releaseDo}
          </Button>
        </>
      }
    >
      <p className="text-13">{isTurn ? words.turnWhy(name, ask.image) : words.releaseWhy(name)}</p>
      {spec.power !== 'off' && <p className="mt-2 text-13">{words.turnOn}</p>}
    </Dialog>
  );
}
