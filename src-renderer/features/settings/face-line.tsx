/** How what a switch starts does now, and why it does not. */
import type { ReactNode } from 'react';
import type { FaceState } from '../../../sim/contract/queries.ts';
import { told, useText } from '../../text/text.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';

const marks = { up: 'ok', down: 'major' } as const satisfies Record<
  Exclude<FaceState['state'], 'off'>,
  StatusKind
>;

/** Null: the host has not said yet. */
export function FaceLine({ face }: { readonly face: FaceState | null }): ReactNode {
  const words = useText().settings.face;
  if (face === null) return <p className="text-12 text-text-3">{words.unknown}</p>;
  if (face.state === 'off')
    return (
      <p className="min-w-0 text-12 break-words text-text-3">
        {face.detail === '' ? words.off : `${words.off} ${told(face.detail)}`}
      </p>
    );
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 text-12">
      <StatusMark kind={marks[face.state]} word={words[face.state]} showWord />
      {face.address !== '' && <code className="font-mono text-12 break-all select-all">{face.address}</code>}
      {face.detail !== '' && <span className="min-w-0 text-text-2">{face.detail}</span>}
    </div>
  );
}
