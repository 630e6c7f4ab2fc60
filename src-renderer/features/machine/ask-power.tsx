import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closePowerAsk, pressNow, usePowerAsk } from './power-deeds.ts';
import type { Powered } from './power-deeds.ts';
import type { Verb } from './power-verbs.table.ts';

const shown = 8;

function whyOf(words: Readonly<Record<string, string>>, verb: Verb, machines: readonly Powered[]): string {
  const isHost = verb !== 'enter' && machines.some(({ kind }) => kind === 'host');
  return words[isHost ? 'host' : verb] ?? '';
}

/** Before something may be lost: what, of which machines. It cannot be undone. */
export function AskPower(): ReactNode {
  const asking = usePowerAsk((state) => state.asking);
  const words = useText().machine;
  if (asking === null) return null;
  const { verb, machines } = asking;
  return (
    <Dialog
      open
      onOpenChange={closePowerAsk}
      title={words.askTitle(words.verbs[verb], machines.length, machines[0]?.name ?? '')}
      footer={
        <>
          <Button onClick={closePowerAsk}>{words.cancel}</Button>
          <Button
            look="danger"
            onClick={() => {
              closePowerAsk();
              void pressNow(verb, machines);
            }}
          >
            {words.verbs[verb]}
          </Button>
        </>
      }
    >
      <p className="text-13">
        {whyOf(words.askWhy, verb, machines)} {words.askUndo}
      </p>
      {machines.length > 1 && (
        <ul className="mt-2 text-12 text-text-2">
          {machines.slice(0, shown).map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
          {machines.length > shown && <li>…</li>}
        </ul>
      )}
    </Dialog>
  );
}
