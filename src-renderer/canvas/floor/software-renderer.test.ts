import { expect, test } from 'vitest';
import { isSoftwareName } from './software-renderer.ts';

test('FR-120-111 processors that draw are told from graphics cards by name', () => {
  expect(
    isSoftwareName('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)'),
  ).toBe(true);
  expect(isSoftwareName('llvmpipe (LLVM 15.0.7, 256 bits)')).toBe(true);
  expect(isSoftwareName('ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)')).toBe(false);
});
