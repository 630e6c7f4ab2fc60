import { Download, FolderOpen, Play, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { RecordingCard } from '../../../sim/contract/terminal.ts';
import { perform } from '../../app/perform.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Face } from '../../ui/face.tsx';
import { bytesText, labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';
import { download } from '../labs/upload.ts';
import { PlayerDialog } from './player-dialog.tsx';
import { playTime } from './play-time.ts';
import { fetchRecording, type Played } from './recording-file.ts';

type RowProps = {
  readonly recording: RecordingCard;
  readonly onPlay: (played: Played) => void;
  readonly onRemove: (recording: RecordingCard) => void;
};

function Row({ recording, onPlay, onRemove }: RowProps): ReactNode {
  const words = useText().consoles.recordings;
  const { file, title, at, seconds, bytes } = recording;
  const fetched = async (): Promise<void> => {
    if (!(await download(file))) showToast({ kind: 'refused', title: words.notFetched(title), hint: null });
  };
  return (
    <li className="flex min-h-12 items-center gap-1 border-b px-3 text-13 hover:bg-hover">
      <span className="min-w-0 flex-1">
        <span className="block truncate">{title}</span>
        <span className="block truncate text-12 text-text-3 tabular-nums">
          {labMoment(at)} · {playTime(seconds)} · {bytesText(bytes)}
        </span>
      </span>
      <IconButton
        icon={Play}
        label={words.play(title)}
        onClick={() => onPlay({ name: title, read: () => fetchRecording(file) })}
      />
      <IconButton icon={Download} label={words.download(title)} onClick={() => void fetched()} />
      <IconButton icon={Trash2} label={words.remove(title)} onClick={() => onRemove(recording)} />
    </li>
  );
}

function RemoveDialog({
  recording,
  onClose,
  onGone,
}: {
  readonly recording: RecordingCard;
  readonly onClose: () => void;
  readonly onGone: () => void;
}): ReactNode {
  const words = useText().consoles.recordings;
  const remove = async (): Promise<void> => {
    const { file, title } = recording;
    const order = { do: 'delete-recording', file } as const;
    onClose();
    if ((await perform({ type: 'desk.terminal', order }, words.removed(title))) !== null) onGone();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.removeTitle}
      footer={
        <>
          <Button onClick={onClose}>{words.keepIt}</Button>
          <Button look="danger" onClick={() => void remove()}>
            {words.removeIt}
          </Button>
        </>
      }
    >
      <p className="text-13">{words.removeAbout(recording.file)}</p>
    </Dialog>
  );
}

/** A recording that lies on this computer, from here or from elsewhere. */
function OpenFile({ onPlay }: { readonly onPlay: (played: Played) => void }): ReactNode {
  const words = useText().consoles.recordings;
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="border-b p-2">
      <input
        ref={input}
        type="file"
        accept=".cast"
        className="hidden"
        aria-label={words.openFile}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onPlay({ name: file.name, read: () => file.text() });
          target.value = '';
        }}
      />
      <Button icon={FolderOpen} className="w-full" onClick={() => input.current?.click()}>
        {words.openFile}
      </Button>
    </div>
  );
}

export function RecordingList({
  state,
}: {
  readonly state: QueryState<{ readonly recordings: readonly RecordingCard[] }>;
}): ReactNode {
  const words = useText().consoles.recordings;
  const [played, setPlayed] = useState<Played | null>(null);
  const [removed, setRemoved] = useState<RecordingCard | null>(null);
  return (
    <Face state={state} what={words.what}>
      {({ recordings }) => (
        <>
          <OpenFile onPlay={setPlayed} />
          {recordings.length === 0 ? (
            <EmptyState text={words.empty} />
          ) : (
            <ScrollRegion label={words.title}>
              <ul>
                {recordings.map((recording) => (
                  <Row key={recording.file} recording={recording} onPlay={setPlayed} onRemove={setRemoved} />
                ))}
              </ul>
            </ScrollRegion>
          )}
          {played !== null && <PlayerDialog played={played} onClose={() => setPlayed(null)} />}
          {removed !== null && (
            <RemoveDialog recording={removed} onClose={() => setRemoved(null)} onGone={state.retry} />
          )}
        </>
      )}
    </Face>
  );
}
