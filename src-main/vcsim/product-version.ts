/** `6.5` is the API of 6.5.0; what is no number stays as it is. */
export const productVersionOf = (api: string): string => (/^\d+\.\d+$/.test(api) ? `${api}.0` : api);
