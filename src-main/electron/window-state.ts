import * as z from 'zod';

/** In the screen's device-independent pixels. */
const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Rectangle = z.infer<typeof rectangleSchema>;

const windowStateSchema = z.object({
  bounds: rectangleSchema.nullable(),
  maximised: z.boolean(),
  /** The gateway's last port: what a page keeps (theme, density) belongs to its origin, and so to its port. */
  port: z.int().min(1).max(65_535).nullable(),
  /** Where further windows were closed, by their screen. */
  screens: z.record(z.string().max(80), rectangleSchema).optional(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** Small enough for a laptop of 1366 × 768, with the inspector folded. */
export const smallestWindow = { width: 940, height: 600 } as const;
const usualWindow = { width: 1440, height: 900 } as const;
/** A window can be caught again while this much of its title bar is on a display. */
const grip = { width: 120, height: 32 } as const;

/** Whatever the file says: a damaged one only costs the window its place. */
export function parseWindowState(text: string | null): WindowState {
  const fresh: WindowState = { bounds: null, maximised: false, port: null };
  if (text === null) return fresh;
  try {
    const parsed = windowStateSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : fresh;
  } catch {
    return fresh;
  }
}

/** Where the window opens: its old place, if a display is still there, otherwise centred by the system. */
export function placeWindow(
  state: WindowState,
  workAreas: readonly Rectangle[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const { bounds } = state;
  if (bounds === null) return fitted(usualWindow, workAreas[0]);
  const area = workAreas.find((candidate) => canBeCaught(bounds, candidate));
  if (area === undefined) return fitted(bounds, workAreas[0]);
  return { x: bounds.x, y: Math.max(bounds.y, area.y), ...fitted(bounds, area) };
}

type Size = { readonly width: number; readonly height: number };

function fitted(size: Size, area: Rectangle | undefined): Size {
  const limit = area ?? { width: Infinity, height: Infinity };
  return {
    width: Math.max(smallestWindow.width, Math.min(size.width, limit.width)),
    height: Math.max(smallestWindow.height, Math.min(size.height, limit.height)),
  };
}

function canBeCaught(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  const titleBar = Math.min(bounds.y + grip.height, area.y + area.height) - Math.max(bounds.y, area.y);
  return across >= grip.width && titleBar >= grip.height / 2;
}
