/** Self-contained: the page names no font, script or image of anybody. */
export const DOCS_STYLE = `
:root {
  --page: #f6f8fb; --card: #ffffff; --text: #1b2638; --faint: #5a6a82; --line: #d9e0ea;
  --link: #0b57b7; --method: #0d6b3f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0b1b33; --card: #12264a; --text: #e6edf7; --faint: #a3b4cc; --line: #2a4067;
    --link: #7db7ff; --method: #6fd6a0;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; display: grid; grid-template-columns: minmax(14rem, 20rem) minmax(0, 1fr);
  background: var(--page); color: var(--text);
  font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
nav {
  position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem 1rem;
  border-right: 1px solid var(--line); display: flex; flex-direction: column; gap: .25rem;
}
nav a { padding: .25rem .5rem; border-radius: .375rem; text-decoration: none; }
nav a:hover { background: var(--card); }
nav code { display: block; font-size: .8em; color: var(--faint); overflow-wrap: anywhere; }
main { padding: 1.5rem clamp(1rem, 4vw, 3rem); max-width: 72rem; }
section {
  background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
  padding: 1rem 1.25rem; margin-block: 1.5rem; overflow-x: auto;
}
h1, h2, h3 { line-height: 1.3; margin-block: .25em .5em; }
small { color: var(--faint); font-weight: 400; font-size: .8em; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font: .9em/1.5 ui-monospace, "SFMono-Regular", Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; color: var(--faint); }
.address b { color: var(--method); margin-right: .5em; }
.address a { margin-left: 1em; }
table { width: 100%; border-collapse: collapse; margin-block: .75rem; font-size: .925em; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid var(--line); }
th { color: var(--faint); font-weight: 600; border-top: 0; }
td:first-child { white-space: nowrap; }
dl { margin: 0; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; }
dd { margin: 0; }
dd > dl { padding-left: .75rem; border-left: 2px solid var(--line); }
.schema { font-size: .925em; margin-bottom: 1.25rem; }
@media (max-width: 52rem) {
  body { display: block; }
  nav { position: static; height: auto; max-height: 45vh; border: 0; border-bottom: 1px solid var(--line); }
  dl { grid-template-columns: 1fr; }
  td:first-child { white-space: normal; }
}
`
