/** In which sizes and themes every screen is approved. */
import type { Theme } from './screens.table.ts';

type Variant = {
  readonly name: string;
  readonly page: {
    readonly colorScheme: Theme;
    readonly viewport: { readonly width: number; readonly height: number };
    readonly hasTouch?: boolean;
    readonly isMobile?: boolean;
  };
};

export const variants: readonly Variant[] = [
  {
    name: 'dark-1280x800',
    page: { colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  },
  {
    name: 'light-1280x800',
    page: { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  },
  {
    name: 'dark-1920x1080',
    page: { colorScheme: 'dark', viewport: { width: 1920, height: 1080 } },
  },
  {
    name: 'light-tablet-1024x768',
    page: { colorScheme: 'light', viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true },
  },
];

/** `/power?tab=racks` on the first variant → `dark-1280x800/power-tab-racks`. */
export const pictureName = ({ name }: Variant, path: string): string =>
  `${name}/${path.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'overview'}`;
