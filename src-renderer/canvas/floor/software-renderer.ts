/** Names under which browsers draw WebGL on the processor. */
const softwareNames = /swiftshader|llvmpipe|softpipe|software|basic render/i;

export const isSoftwareName = (name: string): boolean => softwareNames.test(name);

export function isSoftwareRenderer(gl: WebGLRenderingContext | WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL);
  return typeof name === 'string' && isSoftwareName(name);
}
