/** Links to documents, and a note: both stand on the device's card, and go wherever the lab goes. */
import { ExternalLink, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { DeviceCard, Quiet } from './device-card.tsx';
import type { Device } from './device-chains.ts';
import { changeCard, isLink } from './device-facts.ts';
import type { Paper } from './device-facts.ts';

const mostPapers = 50;

function PaperLine({ paper, onDrop }: { readonly paper: Paper; readonly onDrop: () => void }): ReactNode {
  const words = useText().assets.device;
  return (
    <li className="flex min-h-8 items-center gap-2 px-3 text-12">
      {isLink(paper.url) ? (
        <a
          href={paper.url}
          target="_blank"
          rel="noreferrer"
          className="flex min-w-0 flex-1 items-center gap-1.5 text-accent hover:underline"
        >
          <span className="truncate">{paper.title}</span>
          <ExternalLink aria-hidden size={12} className="shrink-0" />
        </a>
      ) : (
        <span className="min-w-0 flex-1 truncate" title={paper.url}>
          {paper.title} <span className="font-mono text-11 text-text-3">{paper.url}</span>
        </span>
      )}
      <IconButton icon={Trash2} label={words.dropPaper(paper.title)} onClick={onDrop} />
    </li>
  );
}

function AddPaper({
  device,
  papers,
}: {
  readonly device: Device;
  readonly papers: readonly Paper[];
}): ReactNode {
  const words = useText().assets.device;
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const isReady = title.trim() !== '' && url.trim() !== '';
  const reason =
    papers.length >= mostPapers ? words.papersFull(mostPapers) : isReady ? null : words.paperFirst;
  return (
    <form
      className="grid gap-2 px-3 sm:grid-cols-[1fr_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== null) return;
        const documents = [...papers, { title: title.trim(), url: url.trim() }];
        void changeCard(device, { documents });
        setTitle('');
        setUrl('');
      }}
    >
      <TextInput
        aria-label={words.paperTitle}
        placeholder={words.paperTitle}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextInput
        aria-label={words.paperUrl}
        placeholder={words.paperUrl}
        maxLength={500}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
      <Button type="submit" refusedBecause={reason}>
        {words.addPaper}
      </Button>
    </form>
  );
}

export function DevicePapers({ device }: { readonly device: Device }): ReactNode {
  const words = useText().assets.device;
  const papers = device.spec.asset?.documents ?? [];
  return (
    <DeviceCard title={words.papers}>
      {papers.length === 0 && <Quiet>{words.noPapers}</Quiet>}
      <ul>
        {papers.map((paper, at) => (
          <PaperLine
            key={`${at} ${paper.url}`}
            paper={paper}
            onDrop={() => void changeCard(device, { documents: papers.filter((_, index) => index !== at) })}
          />
        ))}
      </ul>
      <AddPaper device={device} papers={papers} />
      <Quiet>{words.papersAbout}</Quiet>
      <Note key={device.spec.asset?.notes ?? ''} device={device} />
    </DeviceCard>
  );
}

function Note({ device }: { readonly device: Device }): ReactNode {
  const words = useText().assets.device;
  const before = device.spec.asset?.notes ?? '';
  const [notes, setNotes] = useState(before);
  return (
    <form
      className="flex flex-col gap-2 px-3 pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (notes !== before) void changeCard(device, { notes: notes.trim() });
      }}
    >
      <Field label={words.notes}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={3}
            maxLength={2000}
            value={notes}
            onChange={(event) => setNotes(event.target.value)}
          />
        )}
      </Field>
      <span>
        <Button type="submit" refusedBecause={notes === before ? words.noteSame : null}>
          {words.saveNote}
        </Button>
      </span>
    </form>
  );
}
