import { Boxes, FlaskConical, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWorld } from '../data/world.ts';
import { useText } from '../text/text.ts';
import { EditButtons } from '../features/edits/edit-buttons.tsx';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { ClockControls } from './clock-controls.tsx';
import { openPanel } from './panels.ts';
import { SiteSwitcher } from './site-switcher.tsx';

export function TopBar(): ReactNode {
  const words = useText().shell;
  const running = useWorld((state) => state.runs.size);
  return (
    <header className="flex min-w-0 items-center gap-3 border-b px-3">
      <Boxes aria-hidden size={18} className="shrink-0" />
      <Breadcrumbs />
      <SiteSwitcher />
      <button
        type="button"
        onClick={() => openPanel('palette')}
        className="ml-auto flex h-7 w-80 min-w-8 shrink items-center gap-2 rounded-md border border-line bg-raised px-2 text-13 text-text-3 hover:bg-hover hover:text-text-2"
      >
        <Search aria-hidden size={15} className="shrink-0" />
        <span className="flex-1 truncate text-left max-[620px]:sr-only">{words.palette}</span>
        <span className="max-[900px]:hidden">
          <Kbd keys="Mod+k" />
        </span>
      </button>
      <div data-tour="edits">
        <EditButtons />
      </div>
      <div data-tour="clock">
        <ClockControls />
      </div>
      <Button icon={FlaskConical} data-tour="scenario" onClick={() => openPanel('scenario')}>
        <span className="max-[1000px]:sr-only">
          {running === 0 ? words.runScenario : words.running(running)}
        </span>
      </Button>
    </header>
  );
}
