/** The words that point each client here, complete, to be copied. */
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import type { VsphereClient, VsphereState } from '../../../sim/contract/vsphere.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Fact } from './fact.tsx';

type ClientCardsProps = {
  readonly clients: readonly VsphereClient[];
  readonly tls: VsphereState['tls'];
  readonly onCopy: (words: string, what: string) => void;
};

export function ClientCards({ clients, tls, onCopy }: ClientCardsProps): ReactNode {
  const words = useText().vsphere;
  if (clients.length === 0) return <EmptyState text={words.noClients} />;
  return (
    <ScrollRegion label={words.use}>
      {tls !== null && (
        <dl className="flex flex-wrap items-center gap-x-6 px-3 pt-2">
          <Fact name={words.certificate('SHA-256')} value={tls.sha256} onCopy={onCopy} />
          <Fact name={words.certificate('SHA-1')} value={tls.sha1} onCopy={onCopy} />
        </dl>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,420px),1fr))] gap-3 p-3">
        {clients.map(({ name, words: lines }) => (
          <li key={name} className="flex min-w-0 flex-col rounded-md border">
            <div className="flex min-h-10 items-center justify-between gap-2 px-3">
              <h3 className="text-13 font-semibold">{name}</h3>
              <Button
                icon={Copy}
                look="ghost"
                aria-label={words.copy(name)}
                onClick={() => onCopy(lines, name)}
              >
                {words.copyIt}
              </Button>
            </div>
            <pre className="flex-1 rounded-b-md border-t bg-bg px-3 py-2 font-mono text-12 leading-5 wrap-anywhere whitespace-pre-wrap select-text">
              {lines}
            </pre>
          </li>
        ))}
      </ul>
    </ScrollRegion>
  );
}
