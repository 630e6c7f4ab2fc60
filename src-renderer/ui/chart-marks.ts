/** What a chart's readings are held against: limits as lines, the recommended band as a shade. */
import type uPlot from 'uplot';
import { tokenValue } from '../theme/use-theme-name.ts';
import type { ChartLimit } from './chart-shape.ts';

export const bandHook =
  (band: { readonly low: number; readonly high: number }) =>
  (plot: uPlot): void => {
    const { ctx, bbox } = plot;
    const top = Math.max(bbox.top, plot.valToPos(band.high, 'left', true));
    const bottom = Math.min(bbox.top + bbox.height, plot.valToPos(band.low, 'left', true));
    if (bottom <= top) return;
    ctx.save();
    ctx.globalAlpha = 0.08;
    ctx.fillStyle = tokenValue('text-2');
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    ctx.restore();
  };

export const limitHook =
  (limits: readonly ChartLimit[]) =>
  (plot: uPlot): void => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
    for (const limit of limits) {
      const y = Math.round(plot.valToPos(limit.value, 'left', true)) + 0.5;
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      ctx.strokeStyle = tokenValue(limit.kind);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  };
