import type { CSSProperties, ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { shownOf, useConsoles } from './consoles-store.ts';
import { DropZones } from './drop-zones.tsx';
import { placed, type Rect } from './layout.ts';
import { PaneBorder } from './pane-border.tsx';
import { TerminalPane } from './terminal-pane.tsx';
import { TerminalStrip, tabId } from './terminal-strip.tsx';

const stripHeight = 32;

const boxOf = ({ left, top, width, height }: Rect): CSSProperties => ({
  left: `${left}%`,
  top: `${top}%`,
  width: `${width}%`,
  height: `${height}%`,
});

/**
 * All terminals lie in one box, each where its pane is: one that moves to another pane stays the same element, and
 * keeps what it shows.
 */
export function TerminalsArea(): ReactNode {
  const { terminals, layout, dragged, ...state } = useConsoles();
  const { panes, borders } = placed(layout);
  const focused = shownOf({ layout, pane: state.pane });
  const inPane = new Map(panes.flatMap((one) => one.pane.tabs.map((key) => [key, one] as const)));
  return (
    <div className="relative min-h-0 flex-1 overflow-hidden">
      {panes.map(({ pane, rect }, at) => (
        <div
          key={pane.id}
          className="absolute z-10 overflow-hidden border-r"
          style={{ ...boxOf(rect), height: stripHeight }}
        >
          <TerminalStrip
            pane={pane}
            at={at}
            isFocused={pane.shown === focused}
            terminals={pane.tabs.flatMap((key) => terminals.find((one) => one.key === key) ?? [])}
          />
        </div>
      ))}
      {terminals.map((one) => {
        const place = inPane.get(one.key);
        const isSeen = place?.pane.shown === one.key;
        return (
          <div
            key={one.key}
            id={one.key}
            role="tabpanel"
            aria-labelledby={tabId(one.key)}
            style={place === undefined ? {} : { ...boxOf(place.rect), paddingTop: stripHeight }}
            className={classNames('absolute border-r bg-bg', isSeen ? 'flex' : 'hidden')}
          >
            <TerminalPane wish={one} isSeen={isSeen} isFocused={isSeen && one.key === focused} />
          </div>
        );
      })}
      {borders.map((border) => (
        <PaneBorder key={border.split.id} border={border} />
      ))}
      {dragged !== null &&
        panes.map(({ pane, rect }) => (
          <div key={pane.id} className="absolute" style={boxOf(rect)}>
            <DropZones pane={pane.id} />
          </div>
        ))}
    </div>
  );
}
