/** What a machine runs, and how that is changed. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EngineState } from '../../../sim/contract/engine.ts';
import { goTo } from '../../app/way.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { BackingCards } from './backing-cards.tsx';
import { AskBacking } from './backing-dialog.tsx';
import type { BackingAsk } from './backing-dialog.tsx';
import { useTurning } from './use-turning.ts';
import type { Turning } from './use-turning.ts';
import type { MachinePage } from './machine-page.ts';

/** Wall milliseconds. */
const renew = 2000;

export function BackingTab({ page }: { readonly page: MachinePage }): ReactNode {
  const state = useQuery('engine', {}, { every: renew });
  const turning = useTurning(state.retry);
  return <BackingView page={page} state={state} turning={turning} />;
}

type ViewProps = {
  readonly page: MachinePage;
  readonly state: QueryState<EngineState>;
  readonly turning: Turning;
};

export function BackingView({ page, state, turning }: ViewProps): ReactNode {
  const words = useText().backing;
  const [ask, setAsk] = useState<BackingAsk | null>(null);
  const { entity } = page;
  if (entity.kind !== 'vm') return null;
  return (
    <Face state={state} what={words.what} still={words.still}>
      {(engine) =>
        engine.state === 'found' || entity.spec.backing !== undefined ? (
          <>
            <BackingCards vm={entity} engine={engine} turning={turning} onAsk={setAsk} />
            {ask !== null && (
              <AskBacking
                vm={entity}
                ask={ask}
                onClose={() => setAsk(null)}
                onDo={() => {
                  setAsk(null);
                  void turning.run(entity, ask);
                }}
              />
            )}
          </>
        ) : (
          <NoEngine engine={engine} onLook={state.retry} />
        )
      }
    </Face>
  );
}

function NoEngine({
  engine: { state, detail },
  onLook,
}: {
  readonly engine: EngineState;
  readonly onLook: () => void;
}): ReactNode {
  const words = useText().backing;
  const look = async (): Promise<void> => {
    await perform({ type: 'desk.engine', order: { do: 'look' } });
    onLook();
  };
  if (state === 'off')
    return (
      <EmptyState
        text={words.off(detail)}
        action={<Button onClick={() => goTo('/settings')}>{words.toSettings}</Button>}
      />
    );
  return (
    <EmptyState
      text={words.none(detail)}
      action={
        <Button look="primary" onClick={() => void look()}>
          {words.lookAgain}
        </Button>
      }
    />
  );
}
