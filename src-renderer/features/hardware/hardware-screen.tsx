import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { HardwareSource } from '../../../sim/contract/settings.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import { useWorld, worldNow } from '../../data/world.ts';
import { text, useLanguage } from '../../text/text.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { askPreview, changeSources, withSource, withSourceAt, withoutSource } from './change-sources.ts';
import { draftFrom, emptyDraft } from './draft.ts';
import { editNew, editOld, endEditing, useEditing } from './hardware-editing.ts';
import { HardwareView } from './hardware-view.tsx';
import { sensorChoices } from './sensor-choices.ts';
import type { SensorChoice } from './sensor-choices.ts';
import { SourceEditor } from './source-editor.tsx';

type Removed = { readonly source: HardwareSource; readonly at: number };

/** Found only while the form is open: a large lab has tens of thousands. */
function useSensorChoices(isOpen: boolean): readonly SensorChoice[] {
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  const language = useLanguage();
  const key = isOpen ? `${story} ${layout} ${language}` : null;
  return useMemo(() => (key === null ? [] : sensorChoices(worldNow().entities)), [key]);
}

function useNow(everyMillis: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMillis);
    return () => clearInterval(timer);
  }, [everyMillis]);
  return now;
}

async function setBot(sensor: EntityId, source: 'bot' | 'hardware'): Promise<void> {
  const words = text().hardware;
  const done = source === 'bot' ? words.botSpeaks : words.botSilent;
  await perform({ type: 'inventory.change', id: sensor, spec: { source } }, done);
}

type EditorProps = { readonly sources: readonly HardwareSource[]; readonly onSaved: (id: string) => void };

function Editor({ sources, onSaved }: EditorProps): ReactNode {
  const on = useEditing((state) => state.on);
  const choices = useSensorChoices(on !== null);
  const old = on?.kind === 'old' ? sources.find(({ id }) => id === on.id) : undefined;
  if (on === null || (on.kind === 'old' && old === undefined)) return null;
  return (
    <SourceEditor
      start={old === undefined ? emptyDraft('mqtt') : draftFrom(old)}
      taken={sources.map(({ id }) => id)}
      choices={choices}
      ask={askPreview}
      onClose={endEditing}
      onSave={async (source, was) => {
        const refusal = await changeSources(withSource(source, was));
        if (refusal !== null) return refusal;
        showDone(text().hardware.readFromNowOn(source.id));
        endEditing();
        onSaved(source.id);
        return null;
      }}
    />
  );
}

/** Changes to the list of sources; what was removed last can be had back. */
function useSourceChanges(sources: readonly HardwareSource[], renew: () => void) {
  const [removed, setRemoved] = useState<Removed | null>(null);
  const change = async (...[to]: Parameters<typeof changeSources>): Promise<boolean> => {
    const refusal = await changeSources(to);
    if (refusal !== null) showRefusal(refusal);
    renew();
    return refusal === null;
  };
  return {
    removed: removed?.source.id ?? null,
    remove: async (id: string) => {
      const at = sources.findIndex((source) => source.id === id);
      const source = sources[at];
      if (source !== undefined && (await change(withoutSource(id)))) setRemoved({ source, at });
    },
    undo: async () => {
      if (removed !== null && (await change(withSourceAt(removed.source, removed.at)))) setRemoved(null);
    },
    switchTo: async (id: string, state: HardwareSource['state']) => {
      await change((all) => all.map((source) => (source.id === id ? { ...source, state } : source)));
    },
  };
}

export function HardwareScreen(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const hardware = useQuery('hardware', {}, { every: 1000 });
  const settings = useQuery('settings', {}, { every: 5000 });
  const now = useNow(1000);
  const sources = settings.data?.hardware ?? [];
  const renew = () => {
    settings.retry();
    hardware.retry();
  };
  const changes = useSourceChanges(sources, renew);
  const choose = (id: string) =>
    setSearch(
      (last) => {
        last.set('source', id);
        return last;
      },
      { replace: true },
    );
  return (
    <>
      <HardwareView
        hardware={hardware}
        sourceOf={(id) => sources.find((source) => source.id === id)}
        chosen={search.get('source')}
        now={now}
        removed={changes.removed}
        onChoose={choose}
        onAdd={editNew}
        onEdit={editOld}
        onSwitch={(id, state) => void changes.switchTo(id, state)}
        onRemove={(id) => void changes.remove(id)}
        onUndo={() => void changes.undo()}
        onBot={(sensor, speaker) => void setBot(sensor, speaker).then(hardware.retry)}
      />
      <Editor
        sources={sources}
        onSaved={(id) => {
          renew();
          choose(id);
        }}
      />
    </>
  );
}
