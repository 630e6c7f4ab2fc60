/** What the printer gets in place of the page: each rack's elevation on one sheet, its devices on the next. */
import { createPortal } from 'react-dom';
import type { CSSProperties, ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { labMoment, numberText } from '../../ui/numbers.ts';
import { unitsText } from './check-words.ts';
import { feedsOf, isPassive } from './condition.ts';
import { cellsOf, type Device, sides, topOf } from './elevation.ts';
import { devicesIn, type RackModel } from './rack-model.ts';
import './rack.css';

export type PrintSheetProps = {
  readonly models: readonly RackModel[];
  /** The lab's seed and its time, which every sheet states. */
  readonly seed: string;
  readonly at: number;
};

/** Of an A4 sheet with its margins, less the heading: 60 units still fit. */
const pageMillimetres = 235;

function Elevation({ model }: { readonly model: RackModel }): ReactNode {
  const words = useText().rack;
  const { heightU } = model.rack.spec;
  const unit = Math.min(5.4, pageMillimetres / heightU);
  const grid: CSSProperties = {
    display: 'grid',
    gridTemplateColumns: '8mm 1fr 1fr',
    gridTemplateRows: `5mm repeat(${heightU}, ${unit}mm)`,
    columnGap: '2mm',
  };
  return (
    <div style={grid}>
      {sides.map((side, column) => (
        <b key={side} style={{ gridColumn: column + 2, gridRow: 1, textAlign: 'center' }}>
          {words.side[side]}
        </b>
      ))}
      {Array.from({ length: heightU }, (_, index) => (
        <span
          key={index}
          style={{ gridColumn: 1, gridRow: index + 2, textAlign: 'right', fontSize: '6.5pt' }}
        >
          {heightU - index}
        </span>
      ))}
      {sides.flatMap((side, column) =>
        cellsOf(heightU, devicesIn(model), side).map((cell) => (
          <span
            key={`${side}-${cell.unit}`}
            style={{
              gridColumn: column + 2,
              gridRow: `${heightU - (cell.unit + cell.height - 1) + 2} / span ${cell.height}`,
              border: cell.kind === 'device' ? '0.3mm solid' : '0.1mm dotted',
              overflow: 'hidden',
              padding: '0 1mm',
              fontSize: '7pt',
              whiteSpace: 'nowrap',
            }}
          >
            {cell.kind === 'device' && `${cell.device.name} · ${cell.device.spec.model}`}
          </span>
        )),
      )}
    </div>
  );
}

function Row({ device }: { readonly device: Device }): ReactNode {
  const words = useText().rack;
  const { slot, model, category, weight, serial, lifecycle } = device.spec;
  const cells = [
    unitsText(slot),
    words.form.choices['face']?.[slot.face] ?? slot.face,
    device.name,
    model,
    words.category[category],
    numberText(device.spec.ratedPower, 0),
    isPassive(device) ? '–' : feedsOf(device).join(' + '),
    weight === undefined ? '–' : numberText(weight, 0),
    serial ?? '–',
    words.form.choices['lifecycle']?.[lifecycle] ?? lifecycle,
  ];
  return (
    <tr>
      {cells.map((cell, index) => (
        <td key={words.sheet.columns[index]} style={{ borderBottom: '0.1mm solid', padding: '0.6mm 1mm' }}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

export function Sheets({ models, seed, at }: PrintSheetProps): ReactNode {
  const words = useText().rack;
  return models.map((model) => {
    const heading = (
      <p>
        <b style={{ fontSize: '13pt' }}>{words.sheet.title(model.rack.name)}</b>{' '}
        {words.inRow(model.room, model.row)} · {words.sheet.simulated(seed, labMoment(at))}
      </p>
    );
    const devices = devicesIn(model).toSorted((one, other) => topOf(other.spec.slot) - topOf(one.spec.slot));
    return (
      <div key={model.rack.id}>
        <div className="rack-page">
          {heading}
          <Elevation model={model} />
        </div>
        <div className="rack-page">
          {heading}
          <table style={{ width: '100%', borderCollapse: 'collapse' }}>
            <caption style={{ textAlign: 'left' }}>{words.sheet.devices}</caption>
            <thead>
              <tr>
                {words.sheet.columns.map((column) => (
                  <th
                    key={column}
                    style={{ textAlign: 'left', borderBottom: '0.3mm solid', padding: '0.6mm 1mm' }}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {devices.map((device) => (
                <Row key={device.id} device={device} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    );
  });
}

export const PrintSheet = (props: PrintSheetProps): ReactNode =>
  createPortal(
    <div className="rack-paper" aria-hidden>
      <Sheets {...props} />
    </div>,
    document.body,
  );
