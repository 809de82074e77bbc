/** The reference pages' only style sheet; follows the reader's light or dark setting. */
export const REFERENCE_STYLE = `:root { color-scheme: light dark; --line: #c8c8c8; --soft: #f4f4f4; --link: #0f548c; }
@media (prefers-color-scheme: dark) { :root { --line: #5c5c5c; --soft: #2b2b2b; --link: #6cb8f6; } }
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 52rem; margin: 0 auto; padding: 1rem; }
header, footer { font-size: 0.875rem; padding: 0.5rem 0; }
h1 { font-size: 1.6rem; margin: 0.5rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; }
a { color: var(--link); }
.lead { font-size: 1.1rem; }
code, pre { font-family: Consolas, "Cascadia Mono", monospace; font-size: 0.9rem; }
pre.call { background: var(--soft); padding: 0.6rem 0.8rem; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
thead th { background: var(--soft); }
tbody th { font-weight: normal; }
table.result td { font-variant-numeric: tabular-nums; text-align: right; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; }
`;
