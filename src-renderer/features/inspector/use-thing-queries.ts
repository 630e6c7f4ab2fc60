/** What the inspector asks the host about one thing, besides its readings. */
import { useCallback, useEffect, useRef } from 'react';
import type { Consequences, Redundancy } from '../../../sim/contract/consequences.ts';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { perform } from '../../app/perform.ts';
import { type QueryState, useQuery } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { faceTitles, type FaceName, mayAnswer, mqttAddress } from './protocols.ts';
import { copyText } from './thing-actions.ts';
import type { ThingProtocolsProps } from './thing-protocols.tsx';
import { topicOf } from './topic-of.ts';

const chain: readonly Kind[] = ['utility', 'transformer', 'ats', 'genset', 'ups', 'panel', 'pdu'];
/** Wall milliseconds: switches move and loads wander, but not while one reads. */
const askAgain = 10_000;

export function useWhatIf({ id, kind }: Entity): QueryState<Consequences> | null {
  const isAsked = chain.includes(kind);
  const state = useQuery('consequences', isAsked ? { id } : null, { every: askAgain });
  return isAsked ? state : null;
}

export function useRedundancy({ id, kind }: Entity): QueryState<Redundancy> | null {
  const isAsked = kind === 'rack';
  const state = useQuery('redundancy', isAsked ? { id } : null, { every: askAgain });
  return isAsked ? state : null;
}

const useBroker = (): string | null =>
  useWorld((state) => {
    const face = state.status?.faces.find(({ name }) => name.toLowerCase() === 'mqtt');
    return face?.state === 'up' ? face.address : null;
  });

/** The host opens and closes its faces after it has answered; they are asked for again until then. */
export function useProtocols(entity: Entity, inventory: Inventory): ThingProtocolsProps {
  const isAsked = mayAnswer(entity.kind);
  const addresses = useQuery('addresses', isAsked ? { entity: entity.id } : null);
  const settings = useQuery('settings', isAsked ? {} : null);
  const faceStates = useWorld((state) =>
    (state.status?.faces ?? []).map(({ name, state: now }) => `${name} ${now}`).join(),
  );
  const broker = useBroker();
  const { retry: askAddresses } = addresses;
  const { retry: askSettings } = settings;
  const seen = useRef(faceStates);
  useEffect(() => {
    if (seen.current === faceStates) return;
    seen.current = faceStates;
    askAddresses();
    askSettings();
  }, [faceStates, askAddresses, askSettings]);
  const onFace = useCallback(
    async (face: FaceName, state: 'on' | 'off') => {
      const patch = { faces: { [face]: { state } } };
      await perform(
        { type: 'desk.configure', patch },
        text().inspector.protocols.switched(faceTitles[face], state),
      );
      askSettings();
      askAddresses();
    },
    [askSettings, askAddresses],
  );
  return {
    addresses: isAsked ? addresses : null,
    faces: settings.data?.faces ?? null,
    mqtt:
      broker === null
        ? null
        : mqttAddress(broker, topicOf(inventory.entities, entity), entity.kind === 'sensor'),
    onFace: (face, state) => void onFace(face, state),
    onCopy: (text) => void copyText(text),
  };
}
