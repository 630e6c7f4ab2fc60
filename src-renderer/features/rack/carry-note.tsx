/** Said under the elevations while a device is carried: where it would go, and each check of it. */
import type { ReactNode } from 'react';
import { text, useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { checkText, unitsText } from './check-words.ts';
import type { Verdict } from './drop-check.ts';
import type { Rack } from './elevation.ts';
import type { Carried } from './use-carry.ts';

const marks = { ok: 'ok', warned: 'minor', refused: 'critical' } as const satisfies Record<Verdict, string>;

/** `A02 U12–U13, front` */
function placeText(rack: Rack, { device, target }: Carried): string {
  const units = unitsText({ position: target.position, height: device.spec.slot.height });
  return `${rack.name} ${units}, ${text().rack.side[target.face]}`;
}

export function CarryNote({
  carried,
  racks,
}: {
  readonly carried: Carried | null;
  readonly racks: readonly Rack[];
}): ReactNode {
  const words = useText().rack;
  const rack = racks.find(({ id }) => id === carried?.target.rack);
  return (
    <div
      role="status"
      className={classNames(
        'flex min-h-9 shrink-0 flex-wrap items-center gap-x-4 gap-y-0.5 border-t px-3 py-1 text-12',
        carried === null && 'text-text-3',
      )}
    >
      {carried === null || rack === undefined ? (
        words.keys
      ) : (
        <>
          <span className="font-medium">
            {words.carry.over(carried.device.name, placeText(rack, carried))}
          </span>
          <StatusMark
            kind={marks[carried.verdict]}
            word={
              carried.isHome
                ? words.carry.home
                : words.carry[carried.verdict === 'ok' ? 'allowed' : carried.verdict]
            }
            showWord
          />
          {!carried.isHome &&
            carried.checks.map((check) => (
              <span key={check.kind} className="flex items-center gap-1.5">
                <StatusMark kind={marks[check.verdict]} word={words.checkMarks[check.verdict]} size={11} />
                <span className={check.verdict === 'ok' ? 'text-text-2' : 'font-medium'}>
                  {checkText(check)}
                </span>
              </span>
            ))}
          {carried.by === 'keys' && <span className="ml-auto text-text-3">{words.carry.how}</span>}
        </>
      )}
    </div>
  );
}
