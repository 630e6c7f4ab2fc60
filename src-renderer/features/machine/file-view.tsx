import { Download, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { query, useQuery } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { bytesText } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showRefusal } from '../../ui/toasts.ts';
import { bytesIn, nameOfPath, textIn } from './file-words.ts';

/** As the contract has it: what one answer brings at most. */
const mostDownloaded = 4_194_304;

async function download(id: EntityId, path: string): Promise<void> {
  const answer = await query('machine-file', { id, path, bytes: mostDownloaded });
  if (!answer.ok) return showRefusal(answer.refusal);
  const { content, size } = answer.value;
  if (size > mostDownloaded)
    return showRefusal({
      code: 'too-large',
      message: text().machine.files.tooLarge(bytesText(mostDownloaded)),
    });
  const url = URL.createObjectURL(new Blob([bytesIn(content)]));
  const link = Object.assign(document.createElement('a'), { href: url, download: nameOfPath(path) });
  link.click();
  URL.revokeObjectURL(url);
}

type FileViewProps = { readonly id: EntityId; readonly path: string; readonly onClose: () => void };

export function FileView({ id, path, onClose }: FileViewProps): ReactNode {
  const words = useText().machine;
  const state = useQuery('machine-file', { id, path });
  return (
    <section
      aria-label={words.files.view}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-l max-lg:border-t max-lg:border-l-0"
    >
      <header className="flex h-9 shrink-0 items-center gap-2 border-b px-3">
        <h2 className="min-w-0 flex-1 truncate font-mono text-12">{path}</h2>
        <Button look="ghost" icon={Download} onClick={() => void download(id, path)}>
          {words.files.download}
        </Button>
        <IconButton icon={X} label={words.files.close} onClick={onClose} />
      </header>
      <Face state={state} what={words.files.view}>
        {(file) => <FileText file={file} />}
      </Face>
    </section>
  );
}

function FileText({ file }: { readonly file: QueryAnswer<'machine-file'> }): ReactNode {
  const words = useText().machine.files;
  if (file.is === 'binary') return <EmptyState text={words.binary} />;
  return (
    <>
      <ScrollRegion label={words.view}>
        <pre className="w-max min-w-full px-3 py-2 font-mono text-12 whitespace-pre">
          {textIn(file.content)}
        </pre>
      </ScrollRegion>
      {file.content.length < file.size && (
        <p className="shrink-0 border-t px-3 py-1 text-12 text-text-2">
          {words.cutText(bytesText(file.content.length), bytesText(file.size))}
        </p>
      )}
    </>
  );
}
