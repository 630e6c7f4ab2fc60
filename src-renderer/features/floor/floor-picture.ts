/** The floor as one picture that explains itself: room, layer, lab time, legend, and that it is simulated. */
import { fitCanvas } from '../../canvas/floor/rack-layer.ts';
import { floorFont } from '../../canvas/floor/floor-look.ts';
import { isGroupLayer, layerScales } from '../../canvas/heat/floor-layer.table.ts';
import { text } from '../../text/text.ts';
import type { ThemeName } from '../../theme/apply-theme.ts';
import { tokenValue } from '../../theme/use-theme-name.ts';
import { labMoment, numberText, withUnit } from '../../ui/numbers.ts';
import { gradientStops, groupLook } from './floor-legend.tsx';
import { floorSvg } from './floor-svg.ts';
import type { PictureSubject } from './picture-subject.ts';
import { svgOrder } from './svg-order.ts';

type Pen = CanvasRenderingContext2D;

const width = 1200;
const ratio = 2;
const header = 56;
const footer = 44;
const margin = 24;

/** Tokens are read from the document, so the document wears the theme for as long as the picture is drawn. */
function wearing<T>(theme: ThemeName, draw: () => T): T {
  const page = document.documentElement;
  const before = page.dataset['theme'];
  page.dataset['theme'] = theme;
  try {
    return draw();
  } finally {
    if (before === undefined) delete page.dataset['theme'];
    else page.dataset['theme'] = before;
  }
}

function drawHeader(pen: Pen, { floor, look, at, isPast, lab }: PictureSubject): void {
  const words = text().floor;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = tokenValue('text');
  pen.font = `600 18px ${floorFont}`;
  const title = `${lab} / ${floor.plan.room.name}`;
  pen.fillText(title, margin, header / 2);
  const after = margin + pen.measureText(title).width + 14;
  pen.fillStyle = tokenValue('text-2');
  pen.font = `400 14px ${floorFont}`;
  const count = words.rackCount(floor.plan.racks.length);
  pen.fillText(`${count}, ${words.notes[look.layer]}, ${words.modes[look.mode]}`, after, header / 2 + 1);
  pen.textAlign = 'right';
  const moment = isPast ? words.picture.past(labMoment(at)) : words.picture.at(labMoment(at));
  pen.fillText(moment, width - margin - 110, header / 2 + 1);
  pen.font = `600 13px ${floorFont}`;
  pen.fillStyle = tokenValue('text');
  pen.strokeStyle = tokenValue('line-strong');
  pen.strokeRect(width - margin - 98, header / 2 - 12, 98, 24);
  pen.textAlign = 'center';
  pen.fillText(words.picture.simulated, width - margin - 49, header / 2 + 1);
}

type Footer = { readonly subject: PictureSubject; readonly theme: ThemeName; readonly y: number };

function drawGroups(pen: Pen, { subject: { floor, look }, theme, y }: Footer): void {
  if (!isGroupLayer(look.layer)) return;
  let x = margin;
  floor.facts.groups[look.layer].names.forEach((name, index) => {
    const group = groupLook(theme, index);
    pen.fillStyle = group.colour;
    pen.fillRect(x, y - 9, 20, 18);
    pen.fillStyle = group.ink;
    pen.textAlign = 'center';
    pen.fillText(group.letter, x + 10, y + 1);
    pen.textAlign = 'left';
    pen.fillStyle = tokenValue('text-2');
    pen.fillText(name, x + 26, y + 1);
    x += 26 + pen.measureText(name).width + 20;
  });
}

function drawFooter(pen: Pen, bottom: Footer): void {
  const { theme, y } = bottom;
  const { look } = bottom.subject;
  pen.font = `400 13px ${floorFont}`;
  pen.textBaseline = 'middle';
  if (isGroupLayer(look.layer)) return drawGroups(pen, bottom);
  const words = text().floor;
  const { low, high, unit, band } = layerScales[look.layer];
  const bar = { left: margin + 44, width: 280 };
  const gradient = pen.createLinearGradient(bar.left, 0, bar.left + bar.width, 0);
  const stops = gradientStops(theme, look.layer, look.mode);
  stops.forEach((colour, index) => gradient.addColorStop(index / (stops.length - 1), colour));
  pen.fillStyle = gradient;
  pen.fillRect(bar.left, y - 5, bar.width, 10);
  pen.fillStyle = tokenValue('text-2');
  pen.textAlign = 'right';
  pen.fillText(numberText(low, 0), bar.left - 8, y + 1);
  pen.textAlign = 'left';
  const said = `${withUnit(String(high), unit)}   ${words.bands[look.layer]} ${band.from}–${band.to}`;
  pen.fillText(said, bar.left + bar.width + 8, y + 1);
}

export function floorPicture(subject: PictureSubject, theme: ThemeName): HTMLCanvasElement {
  return wearing(theme, () => {
    const plan = subject.stage.picture({ theme, width, ratio });
    const planHeight = plan.height / ratio;
    const canvas = document.createElement('canvas');
    const size = { width, height: header + planHeight + footer };
    fitCanvas(canvas, { view: { scale: 1, x: 0, y: 0 }, size, pixelRatio: ratio });
    const pen = canvas.getContext('2d');
    if (pen === null) return canvas;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = tokenValue('surface');
    pen.fillRect(0, 0, size.width, size.height);
    drawHeader(pen, subject);
    pen.drawImage(plan, 0, header, width, planHeight);
    drawFooter(pen, { subject, theme, y: header + planHeight + footer / 2 });
    return canvas;
  });
}

/** As a file of the browser's own kind. */
export async function savePicture(subject: PictureSubject, theme: ThemeName): Promise<boolean> {
  const canvas = floorPicture(subject, theme);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) return false;
  download(subject, blob, 'png');
  return true;
}

/** Lines instead of dots, to scale: for drawing programs and large paper. */
export function saveDrawing(subject: PictureSubject): void {
  const svg = wearing('light', () => floorSvg(svgOrder(subject, subject.drawn())));
  download(subject, new Blob([svg], { type: 'image/svg+xml' }), 'svg');
}

function download({ floor, look, at }: PictureSubject, blob: Blob, ending: 'png' | 'svg'): void {
  const address = URL.createObjectURL(blob);
  const moment = labMoment(at).replace(/[: ]/g, '-');
  const name = `${floor.plan.room.name}-${look.layer}-${moment}.${ending}`;
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; a longer life would keep the picture in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
