/** Diagonal lines over what is too old to trust, as a repeating tile. */
const tile = 6;

export function createHatch(colour: string): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  canvas.width = tile;
  canvas.height = tile;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.6;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const shift of [-tile, 0, tile]) {
    pen.moveTo(shift, tile);
    pen.lineTo(shift + tile, 0);
  }
  pen.stroke();
  return pen.createPattern(canvas, 'repeat');
}
