import type { Size } from './viewport.ts';

/** Also told when the window moves to a screen of another density, which changes no CSS size. */
export function watchSize(host: HTMLElement, onSize: (size: Size) => void): () => void {
  const tell = (): void => onSize({ width: host.clientWidth, height: host.clientHeight });
  const observer = new ResizeObserver(tell);
  observer.observe(host);
  let density: MediaQueryList | null = null;
  const watchDensity = (): void => {
    density?.removeEventListener('change', watchDensity);
    density = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    density.addEventListener('change', watchDensity);
    tell();
  };
  watchDensity();
  return () => {
    observer.disconnect();
    density?.removeEventListener('change', watchDensity);
  };
}
