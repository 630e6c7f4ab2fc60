/** Reads PNG and WebP and writes WebP: the browser that the journeys drive knows both, so nothing else need be installed. */
import type { Page } from '@playwright/test';
import type { Picture } from './compare-pixels.ts';

type Packed = { readonly width: number; readonly height: number; readonly base64: string };

/** `page` is an empty one of its own, which nobody looks at. */
export async function decode(page: Page, file: Buffer, type: 'image/png' | 'image/webp'): Promise<Picture> {
  const packed: Packed = await page.evaluate(
    async (url) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('This browser has no 2D canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let binary = '';
      for (let at = 0; at < data.length; at += 32_768)
        binary += String.fromCharCode(...data.subarray(at, at + 32_768));
      return { width, height, base64: btoa(binary) };
    },
    `data:${type};base64,${file.toString('base64')}`,
  );
  const { width, height, base64 } = packed;
  return { width, height, pixels: new Uint8ClampedArray(Buffer.from(base64, 'base64')) };
}

/** Quality 1 is WebP without loss. */
export async function encode(page: Page, { width, height, pixels }: Picture): Promise<Buffer> {
  const packed: Packed = { width, height, base64: Buffer.from(pixels).toString('base64') };
  const base64 = await page.evaluate(async (picture) => {
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('This browser has no 2D canvas');
    const bytes = await (await fetch(`data:;base64,${picture.base64}`)).arrayBuffer();
    context.putImageData(new ImageData(new Uint8ClampedArray(bytes), picture.width, picture.height), 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 1 });
    const file = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (let at = 0; at < file.length; at += 32_768)
      binary += String.fromCharCode(...file.subarray(at, at + 32_768));
    return btoa(binary);
  }, packed);
  return Buffer.from(base64, 'base64');
}
