export const discardLab: any = null; export const labCards: any = () => ({ items: [], directory: '' });
