// Stands in for `electron` in unit tests. The real package, loaded by plain Node, tries to download a browser.
throw new Error(
  'electron was imported outside Electron: only src-main/electron and src-preload may, and their tests pass a fake',
);
