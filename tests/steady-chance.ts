import fc from 'fast-check';

// On a developer's machine every run tries new cases; where a run decides whether a change lands, it tries the same ones.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_121 });
