export const isSimPath = (path: string): boolean => path === '/sim' || path.startsWith('/sim/');
