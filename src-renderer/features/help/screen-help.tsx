import { Compass, LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { closePanel } from '../../app/panels.ts';
import { screens } from '../../app/shell.actions.ts';
import { goTo } from '../../app/way.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { nounOf, partsOf, useGuide } from './guide.ts';
import { startTour } from './tour-state.ts';

/** Above the keys: what the screen one is on shows, and the way to the rest. */
export function ScreenHelp(): ReactNode {
  const all = useText();
  const words = all.help;
  const { pathname } = useLocation();
  const guide = useGuide();
  const noun = nounOf(pathname, screens);
  const go = (then: () => void) => () => {
    closePanel();
    then();
  };
  return (
    <section className="mb-4 border-b pb-4">
      {noun !== null && (
        <>
          <h3 className="mb-1 text-12 font-semibold text-text-2">
            {words.thisScreen}: {all.shell.screens[noun]}
          </h3>
          <p className="min-h-15 text-13">
            {guide.data?.[noun]
              .map((sentence) =>
                partsOf(sentence)
                  .map(({ text }) => text)
                  .join(''),
              )
              .join(' ')}
          </p>
        </>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button icon={LifeBuoy} onClick={go(() => goTo(noun === null ? '/help' : `/help?about=${noun}`))}>
          {words.openHelp}
        </Button>
        <Button icon={Compass} onClick={go(() => startTour(0))}>
          {words.takeTour}
        </Button>
      </div>
    </section>
  );
}
