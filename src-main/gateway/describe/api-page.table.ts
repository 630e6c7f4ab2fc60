export const pageStyle = `
:root { color-scheme: light dark; --line: light-dark(#d5dbe3, #2b3644); --soft: light-dark(#f3f5f8, #151c25); --accent: light-dark(#0b62b8, #6cb6ff); }
body { margin: 0; font: 15px/1.55 system-ui, sans-serif; background: light-dark(#fff, #0e141b); color: light-dark(#17202b, #dce5ef); }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 small { font-weight: 400; font-size: 1rem; opacity: .75; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
a { color: var(--accent); }
.mark { font-size: .7rem; letter-spacing: .08em; border: 1px solid; border-radius: 3px; padding: .1rem .4rem; vertical-align: middle; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .5rem 0; padding: .4rem .8rem; }
details details { background: var(--soft); }
summary { cursor: pointer; }
summary b { display: inline-block; min-width: 3rem; color: var(--accent); }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
pre { background: var(--soft); border-radius: 6px; padding: .7rem; overflow-x: auto; }
pre code { overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
td { border-top: 1px solid var(--line); padding: .3rem .6rem .3rem 0; vertical-align: top; }
tr:target { background: var(--soft); }
`;
