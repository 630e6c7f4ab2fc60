import { Box, Hammer, X } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EngineImage } from '../../../sim/contract/engine.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Select } from '../../ui/select.tsx';
import { memoryText } from './amounts.ts';
import type { BackingAsk } from './backing-dialog.tsx';
import type { Turning } from './use-turning.ts';

type FormProps = {
  readonly images: readonly EngineImage[];
  readonly turning: Turning;
  readonly onAsk: (ask: BackingAsk) => void;
};

const mebi = 1_048_576;

export function BackingForm({ images, turning, onAsk }: FormProps): ReactNode {
  const words = useText().backing;
  const [wanted, setWanted] = useState('');
  const [files, setFiles] = useState<'take' | 'leave'>('take');
  const image = images.find(({ name }) => name === wanted) ?? images[0];
  return (
    <div className="flex flex-col gap-3 px-3 py-1">
      {image === undefined ? (
        <p className="text-12 text-text-2">{words.noImages}</p>
      ) : (
        <>
          <Field label={words.choose} hint={words.imageNote(memoryText(image.bytes / mebi), image.init)}>
            {({ id }) => (
              <span>
                <Select
                  id={id}
                  label={words.choose}
                  value={image.name}
                  options={images.map(({ name }) => ({ value: name, title: name }))}
                  onChange={setWanted}
                />
              </span>
            )}
          </Field>
          <label className="flex min-h-6 items-center gap-2 text-12">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={files === 'take'}
              onChange={({ target }) => setFiles(target.checked ? 'take' : 'leave')}
            />
            {words.takeFiles}
          </label>
          <p className="text-11 text-text-3">{words.takeAbout}</p>
          <div>
            <Button
              look="primary"
              icon={Box}
              onClick={() => onAsk({ to: 'container', image: image.name, files })}
            >
              {words.turn}
            </Button>
          </div>
        </>
      )}
      <Build turning={turning} />
    </div>
  );
}

const buildable = ['debian', 'busybox'] as const;

function Build({ turning: { building, build, stopBuild } }: Pick<FormProps, 'turning'>): ReactNode {
  const words = useText().backing;
  if (building !== null)
    return (
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p role="status" className="mb-1 text-12">
            {words.building}
          </p>
          <ProgressBar label={words.building} value={building} />
        </div>
        <Button icon={X} onClick={stopBuild}>
          {words.stopBuild}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      {buildable.map((what) => (
        <Button key={what} icon={Hammer} onClick={() => void build(what)}>
          {words.build[what]}
        </Button>
      ))}
      <p className="w-full text-11 text-text-3">{words.buildAbout}</p>
    </div>
  );
}
