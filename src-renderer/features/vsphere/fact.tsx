import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';

type FactProps = {
  readonly name: string;
  readonly value: string;
  readonly onCopy?: (words: string, what: string) => void;
};

export function Fact({ name, value, onCopy }: FactProps): ReactNode {
  const words = useText().vsphere;
  return (
    <div className="flex min-w-0 items-center gap-1">
      <dt className="shrink-0 text-12 text-text-3">{name}</dt>
      <dd className="flex min-w-0 items-center text-12">
        <code className="truncate font-mono select-all" title={value}>
          {value}
        </code>
        {onCopy !== undefined && (
          <IconButton icon={Copy} label={words.copy(name)} onClick={() => onCopy(value, name)} />
        )}
      </dd>
    </div>
  );
}
