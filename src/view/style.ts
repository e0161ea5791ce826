/** The page's own small design: system fonts, large targets, high contrast, nothing that moves. */
export const CSS = `
:root{--ink:#1c2230;--soft:#434b5c;--paper:#fbf8f2;--card:#fff;--line:#cfc7b8;--accent:#1d4e63;--tint:#eef4f4;--on:#fff;--alert:#7a1420;--alert-paper:#fcf1ec}
@media(prefers-color-scheme:dark){:root{--ink:#f3f0ea;--soft:#cfcbc2;--paper:#16191f;--card:#20242c;--line:#4a5160;--accent:#a9d6e5;--tint:#1d2a32;--on:#10222a;--alert:#ffb9b0;--alert-paper:#2a1b1c}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:4.25rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.larger{font-size:140%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
header{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem;padding:.5rem 1rem;background:var(--paper);border-bottom:1px solid var(--line)}
main,.alert,.limits,footer{max-width:42rem;margin:0 auto;padding:.5rem 1rem}
footer{margin-top:1.5rem;border-top:1px solid var(--line)}
h1{font-size:1.4rem;margin:1rem 0 .25rem}h2{font-size:1.2rem;line-height:1.3;margin:1rem 0 .5rem}h3{font-size:1.05rem;line-height:1.35;margin:0 0 .25rem}h4{font-size:1rem;margin:.5rem 0 0}
h1:focus{outline:none}
p{margin:.25rem 0 .5rem}
ul,ol{padding-inline-start:1.25rem;margin:.25rem 0}
.small{font-size:.95rem;color:var(--soft)}
.limits{padding-bottom:0}
a{color:var(--accent)}
button,.exit,.contacts a,.sms,.numbers a,.way{display:inline-flex;align-items:center;min-width:44px;min-height:44px;padding:.4rem 1rem;border:2px solid var(--accent);border-radius:.6rem;background:var(--card);color:var(--accent);font:inherit;font-weight:600;text-align:start;text-decoration:none;cursor:pointer}
.exit{border-color:var(--ink);background:var(--ink);color:var(--paper);white-space:nowrap}
.contacts,.lines,.cards{list-style:none;padding:0}
.contacts li{margin:.35rem 0}
.contacts a{margin-inline-end:.5rem}
.alert{width:calc(100% - 1rem);margin:.5rem auto;border:2px solid var(--alert);border-radius:.75rem;background:var(--alert-paper)}
main .alert{width:auto}
.alert h2{color:var(--alert);margin:.25rem 0 .5rem}
.alert .contacts a,.sms,.numbers a{border-color:var(--alert);color:var(--alert)}
.sms{margin-top:.25rem}
.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.6rem,1fr));gap:.5rem}
.numbers a{flex-direction:column;align-items:flex-start;justify-content:center;padding:.35rem .6rem;line-height:1.25}
.numbers b{font-size:1.2rem}
.numbers span{font-size:.95rem;font-weight:400}
.short{border-width:1px;padding-bottom:0}
.short h2,.short .numbers span,.away{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.short .numbers{display:flex;flex-wrap:wrap;gap:.4rem;margin:0}
.short .numbers a{flex-direction:row;align-items:center;padding:.25rem .5rem}
.short b{font-size:inherit}
.short a[href^="sms:"]::before{content:attr(data-way);margin-inline-end:.3em}
.short .silent{display:none}.short:has(details[open]) .silent{display:block}
.lines>li{margin:.75rem 0}
.langs{margin:.5rem 0 1rem}
.langs form,.langs>div{display:flex;flex-wrap:wrap;gap:.25rem .4rem}
.told form>div{flex:0 0 100%}
.langs button{padding:.2rem .45rem;font-size:.95rem;border:1px solid var(--soft);font-weight:400}
.tongue li a{display:flex;align-items:center;gap:.75rem;min-height:44px;color:inherit;text-decoration:none}
.tongue li b{flex:none;min-width:5.6rem;padding:.4rem .5rem;border:2px solid var(--alert);border-radius:.6rem;color:var(--alert);text-align:center}
.tongue li{margin:.4rem 0}
button svg,.contacts svg{flex:none;width:1.9rem;height:1.9rem;margin-inline-end:.6rem;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.action{font-weight:700}
.choices{display:grid;gap:.5rem;margin:.5rem 0}
.quiet{display:flex;flex-wrap:wrap}
.quiet button,#aloud{border:1px solid var(--soft);color:var(--ink);font-weight:400}
.send{margin-top:.5rem;background:var(--accent);color:var(--on)}
.summary ul{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
.summary li{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.25rem;padding-inline-start:.8rem;border:1px solid var(--line);border-radius:.6rem;background:var(--tint);font-weight:600}
.summary button{border:0;background:none;font-weight:400;text-decoration:underline;padding:.4rem .8rem}
button:focus-visible,a:focus-visible,summary:focus-visible,textarea:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
textarea{width:100%;padding:.6rem;border:2px solid var(--soft);border-radius:.6rem;background:var(--card);color:var(--ink);font:inherit}
label{display:block;font-weight:600;margin-top:1.25rem}
summary{min-height:44px;padding:.6rem 0;color:var(--accent);cursor:pointer}
.alert summary{color:var(--alert)}
.card{margin:.75rem 0;padding:.9rem 1rem;border:1px solid var(--line);border-radius:.75rem;background:var(--card)}
.note{padding:.5rem .75rem;border-inline-start:4px solid var(--accent);background:var(--tint)}
.hours.oui{font-weight:600}
.waiting{opacity:.6}
#status{margin:0}
@media(min-width:34rem){.question .choices{grid-template-columns:1fr 1fr}}
@media(hover:none){#keyboard{display:none}}
@media(forced-colors:active){button,.summary button,.exit,.contacts a,.sms,.numbers a{border:2px solid ButtonText}.exit{forced-color-adjust:none;border-color:CanvasText;background:CanvasText;color:Canvas}}
footer a,.open{display:inline-flex;align-items:center;min-height:44px}
.sheet,.print button,.live .by-hand,.short~footer a{display:none}
.live .print button{display:inline-flex}
@media print{@page{margin:0}:root{--ink:#000;--paper:#fff;--card:#fff}body{padding:1.5cm;font-size:11pt;line-height:1.35}header,.limits,.alert,footer,h1,form,details,button,.card,main p,main h3,main h2,.summary,.question,.cards{display:none}main{max-width:none;padding:0}.sheet{display:block}.sheet h2,.sheet p{display:block;margin:.1rem 0}.sheet ul{list-style:none;padding:0}.sheet li{break-inside:avoid;padding:.35rem 0;border-bottom:1px solid #999}.sheet .blank{padding-top:.4rem}}
`.replace(/\n/g, '');
