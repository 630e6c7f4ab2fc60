import { Box } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import { useText } from '../../text/text.ts';

type MarkProps = {
  readonly row: Pick<MachineRow, 'image'>;
  /** In a narrow column the sign alone. */
  readonly look: 'word' | 'sign';
};

/** Beside the name of a machine that is a container. */
export function ContainerMark({ row: { image }, look }: MarkProps): ReactNode {
  const words = useText().backing;
  if (image === undefined) return null;
  if (look === 'sign')
    return (
      <span title={`${words.mark}: ${image}`} className="mr-1.5 inline-block align-[-2px] text-text-2">
        <Box aria-hidden size={14} />
        <span className="sr-only">{words.mark}</span>
      </span>
    );
  return (
    <span
      title={image}
      className="inline-flex items-center gap-1 rounded-sm border px-1 text-11 font-normal text-text-2"
    >
      <Box aria-hidden size={12} />
      {words.mark}
    </span>
  );
}
