import { Pause, Play, SkipBack } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { readCast, type Cast, type CastFault } from './cast.ts';
import { playTime } from './play-time.ts';
import type { Played } from './recording-file.ts';
import { usePlayer, type PlayerState } from './use-player.ts';

const speeds = ['0.5', '1', '2', '5', '10'] as const;
type Speed = (typeof speeds)[number];

const pauses = { none: null, one: 1, three: 3 } as const;
type PauseWish = keyof typeof pauses;
const isPauseWish = (text: string): text is PauseWish => text in pauses;

function Position({ player }: { readonly player: PlayerState }): ReactNode {
  const words = useText().consoles.player;
  const { at, length, seek } = player;
  return (
    <>
      <input
        type="range"
        min={0}
        max={Math.max(length, 0.1)}
        step={0.01}
        value={at}
        aria-label={words.position}
        aria-valuetext={words.time(playTime(at), playTime(length))}
        className="min-h-6 min-w-24 flex-1 accent-accent"
        onChange={({ target }) => seek(Number(target.value))}
      />
      <span className="text-12 whitespace-nowrap text-text-2 tabular-nums">
        {words.time(playTime(at), playTime(length))}
      </span>
    </>
  );
}

function Player({ cast }: { readonly cast: Cast }): ReactNode {
  const words = useText().consoles.player;
  const box = useRef<HTMLDivElement>(null);
  const [speed, setSpeed] = useState<Speed>('1');
  const [wish, setWish] = useState<PauseWish>('three');
  const player = usePlayer(box, cast, { speed: Number(speed), longestPause: pauses[wish] });
  return (
    <div className="flex flex-col gap-2">
      {cast.wrongLine !== null && (
        <p role="status" className="flex items-center gap-2 text-12 text-text-2">
          <StatusMark kind="minor" />
          {words.wrongLine(String(cast.wrongLine))}
        </p>
      )}
      <section aria-label={words.screen} className="max-h-[50vh] overflow-auto border border-line p-1">
        <div ref={box} className="w-max" />
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <IconButton
          icon={player.isPlaying ? Pause : Play}
          label={player.isPlaying ? words.pause : words.play}
          onClick={player.isPlaying ? player.pause : player.play}
        />
        <IconButton icon={SkipBack} label={words.again} onClick={() => player.seek(0)} />
        <Position player={player} />
        <Select
          label={words.speed}
          value={speed}
          onChange={setSpeed}
          options={speeds.map((value) => ({ value, title: `×${value}` }))}
        />
        <label className="flex items-center gap-2 text-12 text-text-2">
          {words.idle}
          <Select
            label={words.idle}
            value={wish}
            onChange={setWish}
            options={Object.keys(pauses)
              .filter(isPauseWish)
              .map((value) => ({ value, title: words.idleOf[value] }))}
          />
        </label>
      </div>
    </div>
  );
}

type Read = Cast | CastFault | 'reading' | 'missing';

function useCast({ read }: Played): Read {
  const [cast, setCast] = useState<Read>('reading');
  useEffect(() => {
    let isGone = false;
    void read().then((text) => {
      if (!isGone) setCast(text === null ? 'missing' : readCast(text));
    });
    return () => {
      isGone = true;
    };
  }, [read]);
  return cast;
}

function faultText(cast: CastFault | 'missing', name: string, words: Catalogue['consoles']): string {
  if (cast === 'missing') return words.recordings.notFetched(name);
  return cast.fault === 'not-cast' ? words.player.notCast : words.player.otherVersion(cast.version);
}

function Content({ played }: { readonly played: Played }): ReactNode {
  const words = useText().consoles;
  const cast = useCast(played);
  if (cast === 'reading') return <p className="text-13 text-text-2">{words.player.reading}</p>;
  if (cast === 'missing' || 'fault' in cast) return <EmptyState text={faultText(cast, played.name, words)} />;
  return <Player cast={cast} />;
}

/** Plays what was recorded on a terminal. */
export function PlayerDialog({
  played,
  onClose,
}: {
  readonly played: Played;
  readonly onClose: () => void;
}): ReactNode {
  const words = useText().consoles.player;
  return (
    <Dialog open wide onOpenChange={onClose} title={words.title(played.name)}>
      <Content played={played} />
    </Dialog>
  );
}
