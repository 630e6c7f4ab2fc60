import { Copy, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TerminalSession, TerminalShare } from '../../../sim/contract/terminal.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { wallMoment } from '../../ui/numbers.ts';
import { showDone } from '../../ui/toasts.ts';
import { lookOnAddress } from './share-link.ts';

const spans = ['15', '60', '240', '480'] as const;
type Span = (typeof spans)[number];
const everyMillis = 2000;

function Given({ shares }: { readonly shares: readonly TerminalShare[] }): ReactNode {
  const words = useText().consoles.share;
  const takeBack = ({ share, name }: TerminalShare): void => {
    void perform({ type: 'desk.terminal', order: { do: 'unshare', share } }, words.takenBack(name));
  };
  if (shares.length === 0) return <p className="text-12 text-text-3">{words.none}</p>;
  return (
    <ul className="flex flex-col">
      {shares.map((share) => (
        <li key={share.share} className="flex h-8 items-center gap-2 border-b text-13">
          <span className="min-w-0 truncate">{share.name}</span>
          <span className="min-w-0 flex-1 truncate text-12 text-text-3">
            {words.until(wallMoment(share.expiresAt).slice(11), share.watching)}
          </span>
          <IconButton icon={X} label={words.takeBack(share.name)} onClick={() => takeBack(share)} />
        </li>
      ))}
    </ul>
  );
}

function Link({ address }: { readonly address: string }): ReactNode {
  const words = useText().consoles.share;
  const copy = (): void => {
    void navigator.clipboard.writeText(address).then(() => showDone(words.copied));
  };
  return (
    <Field label={words.link} hint={words.once}>
      {(ids) => (
        <span className="flex items-center gap-2">
          <TextInput {...ids} readOnly value={address} onFocus={({ target }) => target.select()} />
          <IconButton icon={Copy} label={words.copy} onClick={copy} />
        </span>
      )}
    </Field>
  );
}

type Wish = { readonly name: string; readonly span: Span };

function Wishes({
  wish,
  onChange,
}: {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}): ReactNode {
  const words = useText().consoles.share;
  return (
    <>
      <Field label={words.forWhom} hint={words.forWhomHint}>
        {(ids) => (
          <TextInput
            {...ids}
            value={wish.name}
            maxLength={60}
            onChange={({ target }) => onChange({ ...wish, name: target.value })}
          />
        )}
      </Field>
      <div className="flex items-center gap-3 text-12 text-text-2">
        {words.minutes}
        <Select
          label={words.minutes}
          value={wish.span}
          onChange={(span) => onChange({ ...wish, span })}
          options={spans.map((value) => ({ value, title: words.minutesOf(Number(value)) }))}
        />
      </div>
    </>
  );
}

/** The address of a new share; null where it was refused. */
async function makeShare({ session, name }: TerminalSession, order: Wish): Promise<string | null> {
  const receipt = await perform({
    type: 'desk.terminal',
    order: { do: 'share', session, name: order.name, minutes: Number(order.span) },
  });
  if (receipt === null || !('share' in receipt) || receipt.share === undefined) return null;
  return lookOnAddress(window.location.origin, { token: receipt.share.token, machine: name });
}

/** Lets somebody look on at one terminal, by a link of its own that ends and can be taken back. */
export function ShareDialog({
  session,
  onClose,
}: {
  readonly session: TerminalSession;
  readonly onClose: () => void;
}): ReactNode {
  const words = useText().consoles.share;
  const { data, retry } = useQuery('consoles', {}, { every: everyMillis });
  const [wish, setWish] = useState<Wish>({ name: words.someone, span: '60' });
  const [address, setAddress] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const made = await makeShare(session, { ...wish, name: wish.name.trim() || words.someone });
    if (made === null) return;
    setAddress(made);
    retry();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title(session.name)}
      description={words.about}
      footer={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Button look="primary" onClick={() => void make()}>
            {words.make}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Wishes wish={wish} onChange={setWish} />
        {address !== null && <Link address={address} />}
        <h3 className="text-12 font-medium text-text-2">{words.given}</h3>
        <Given shares={(data?.shares ?? []).filter((one) => one.session === session.session)} />
      </div>
    </Dialog>
  );
}
