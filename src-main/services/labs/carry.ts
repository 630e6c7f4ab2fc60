export const exportSession: any = null; export const importToSession: any = null; export const copyLab: any = null;
