/** The page's own small design: system fonts, large targets, high contrast, nothing that moves. */
export const CSS = `
:root{--ink:#1c2230;--soft:#434b5c;--paper:#fbf9f5;--card:#fff;--line:#c9c3b6;--accent:#1d4e63;--on:#fff;--alert:#7a1420;--alert-paper:#fdf1ee}
@media(prefers-color-scheme:dark){:root{--ink:#f3f0ea;--soft:#cfcbc2;--paper:#16191f;--card:#20242c;--line:#4a5160;--accent:#a9d6e5;--on:#10222a;--alert:#ffb9b0;--alert-paper:#2c1a1b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem;padding:.5rem 1rem;background:var(--paper);border-bottom:1px solid var(--line)}
header p{margin:0}
main,.alert,.line,footer{max-width:42rem;margin:0 auto;padding:.5rem 1rem}
.alert{width:calc(100% - 1rem)}main .alert{width:auto}
.line{display:flex;flex-wrap:wrap;gap:.25rem .5rem}
.line a{display:inline-flex;align-items:center;min-height:44px;padding:0 .8rem;border:2px solid var(--alert);border-radius:.5rem;color:var(--alert);font-weight:700;text-decoration:none}
h1{font-size:1.4rem;margin:.75rem 0 .25rem}h2{font-size:1.2rem;margin:.75rem 0 .5rem}h3{font-size:1.05rem;margin:0 0 .25rem}h4{font-size:1rem;margin:.5rem 0 0}
h1:focus{outline:none}
p{margin:.25rem 0 .5rem}
ul,ol{padding-left:1.25rem;margin:.25rem 0}
.small{font-size:.95rem;color:var(--soft)}
.exit{display:inline-flex;align-items:center;min-height:44px;padding:.25rem 1rem;border-radius:.5rem;background:var(--ink);color:var(--paper);font-weight:600;text-decoration:none}
a{color:var(--accent)}footer a{display:inline-flex;align-items:center;min-height:44px}
.contacts,.lines,.cards{list-style:none;padding:0}
.contacts li{margin:.35rem 0}
.contacts a,.sms{display:inline-flex;align-items:center;min-height:44px;padding:.25rem .9rem;margin-right:.5rem;border:2px solid var(--accent);border-radius:.5rem;font-weight:600;text-decoration:none;background:var(--card)}
.alert{margin:.5rem auto;border:2px solid var(--alert);border-radius:.75rem;background:var(--alert-paper)}
.alert .alert{border:0;padding:0}
.alert h2{color:var(--alert);margin-top:.25rem}
.numbers{display:flex;flex-wrap:wrap;gap:.5rem}
.numbers a{display:inline-flex;align-items:center;min-height:44px;padding:.25rem .8rem;border-radius:.5rem;background:var(--alert);color:var(--alert-paper);font-weight:700;text-decoration:none}
.alert .contacts a,.alert .sms{border-color:var(--alert);color:var(--alert)}
.action{font-weight:700}
.choices{display:flex;flex-wrap:wrap;gap:.5rem;margin:.5rem 0}
button{min-height:44px;padding:.4rem 1rem;border:2px solid var(--accent);border-radius:.6rem;background:var(--card);color:var(--accent);font:inherit;font-weight:600;text-align:left;cursor:pointer}
.quiet button,.summary button{border:1px solid var(--line);color:var(--ink);font-weight:400}
.send{background:var(--accent);color:var(--on)}
button:focus-visible,a:focus-visible,summary:focus-visible,textarea:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
textarea{width:100%;padding:.6rem;border:2px solid var(--soft);border-radius:.6rem;background:var(--card);color:var(--ink);font:inherit}
label{display:block;font-weight:600;margin-top:1rem}
summary{min-height:44px;padding:.6rem 0;cursor:pointer}
.card{margin:.75rem 0;padding:.9rem 1rem;border:1px solid var(--line);border-radius:.75rem;background:var(--card)}
.note{padding:.5rem .75rem;border-left:4px solid var(--accent);background:var(--card)}
.hours.oui{font-weight:600}
@media(min-width:40rem){.choices{gap:.6rem}}
@media(forced-colors:active){.exit,button,.contacts a{border:2px solid ButtonText}}
@media print{header,form,footer,details:not([open]){display:none}}
`.replace(/\n/g, '');
