// The style sheet: a sheet of paper in the middle, tools around it; on a phone and on paper the sheet stays.
// All colours of text reach a contrast of 4.5:1 on their ground, and no meaning hangs on colour alone.
#include "writers/html/style.hpp"

namespace stet::html {

const std::string_view style = R"css(
:root{--ink:#1a1d21;--quiet:#59616c;--line:#d4d9df;--ground:#f2f4f6;--sheet:#fff;--soft:#eceff3;
--del:#b3261e;--ins:#0b57b5;--mov:#146c2e;--warn:#855600;--bad:#b00020;--as:#6a6f76;--bar:#1a1d21;--pa:#0b57b5;--pb:#8f1d78;--pab:#146c2e;
--serif:Charter,"Bitstream Charter",Cambria,Georgia,"Times New Roman","Liberation Serif",serif;
--sans:-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",system-ui,sans-serif;
--mono:ui-monospace,Menlo,Consolas,"Liberation Mono",monospace}
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 var(--sans);overflow-wrap:break-word}
a{color:inherit}
a:focus-visible,summary:focus-visible,input:focus-visible,button:focus-visible{outline:3px solid var(--ins);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--sheet);padding:.5rem 1rem}
.quiet{color:var(--quiet)}
.ok{color:var(--mov);font-weight:600}
.bad{color:var(--bad);font-weight:700}
.lab{margin:0 0 .7rem;color:var(--quiet);font:600 .75rem/1.4 var(--sans);letter-spacing:.07em;text-transform:uppercase}
.bar{position:sticky;top:0;z-index:5;display:flex;align-items:center;gap:.5rem 1.25rem;padding:.65rem 1.4rem;
background:var(--sheet);border-bottom:1px solid var(--line)}
.logo{font:700 1.3rem/1.2 var(--serif);letter-spacing:.02em;border-bottom:2px dotted var(--ink)}
.what{flex:1;min-width:0;display:flex;flex-direction:column}
.what b,.what .quiet{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.what .quiet{font-size:.82rem}
.bar .ok,.bar .bad{font-size:.85rem;text-align:right;max-width:32rem}
.page{display:grid;grid-template-columns:14rem minmax(0,47rem) 20rem;grid-template-rows:auto 1fr;gap:0 1.5rem;
justify-content:center;padding:1.4rem}
.toc,.side{grid-row:1/3;align-self:start;position:sticky;top:5.2rem;max-height:calc(100vh - 6.4rem);overflow:auto;
scrollbar-width:thin}
.toc{grid-column:1}
.side{grid-column:3}
.cover,.redline{grid-column:2;background:var(--sheet);border:1px solid var(--line);padding:2.6rem 3.4rem 1.6rem 4.6rem}
.cover{border-bottom:0;border-radius:5px 5px 0 0;padding-bottom:0}
.redline{border-top:0;border-radius:0 0 5px 5px;padding-top:1rem;padding-bottom:4rem;min-height:60vh}
.cover::after{content:"";display:block;border-bottom:2px solid var(--ink);margin-top:1.2rem}
h1{margin:0 0 .9rem;font:700 1.65rem/1.25 var(--serif)}
dl{margin:0;font-size:.88rem}
dl div{display:flex;gap:1rem;margin:.22rem 0}
dt{flex:0 0 5.6rem;color:var(--quiet)}
dd{margin:0;min-width:0}
code{font:.86em var(--mono)}
dd code{color:var(--quiet);margin-left:.3em;white-space:nowrap}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:.9rem 0 0;padding:0;font-size:.82rem;color:var(--quiet)}
.barkey{display:inline-block;width:3px;height:1em;background:var(--bar);vertical-align:-.15em;margin-right:.3em}
.toc ol,.cards,.tiles,.renum ul{list-style:none;margin:0;padding:0}
.toc summary{cursor:default;list-style:none}
.toc summary::-webkit-details-marker{display:none}
.toc a{display:flex;gap:.6rem;justify-content:space-between;align-items:baseline;padding:.28rem .5rem;border-radius:5px;
text-decoration:none;font-size:.86rem;line-height:1.35}
.toc a:hover,.toc a:focus-visible{background:var(--soft)}
.toc span{min-width:0}
.toc small{flex:none;max-width:6rem;text-align:right;color:var(--quiet);font-size:.76rem}
.toc .on a{font-weight:600}
.tools{display:none;margin:0 0 .9rem}
.js .tools{display:block}
.tools input{width:100%;padding:.5rem .7rem;border:1px solid var(--line);border-radius:6px;
background:var(--sheet);color:var(--ink);font:inherit;font-size:.86rem}
.tools button{width:100%;text-align:left;padding:.42rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--sheet);color:var(--ink);
font:inherit;font-size:.82rem;cursor:pointer}
.tiles{display:grid;grid-template-columns:1fr 1fr;gap:.45rem;margin-bottom:1rem}
.tiles li{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:.4rem .7rem;font-size:.85rem}
.tiles b{display:block;font-size:1.1rem;line-height:1.3}
.card{background:var(--sheet);border:1px solid var(--line);border-left:4px solid var(--bar);border-radius:6px;
padding:.6rem .85rem;margin-bottom:.6rem;font-size:.86rem}
.card.hi{border-left-color:var(--warn)}
.card.in{border-left-color:var(--ins)}
.card.de{border-left-color:var(--del)}
.card.mo{border-left-color:var(--mov)}
.card:target,.row:target{outline:2px solid var(--ins)}
.card h3{margin:0;font:600 .86rem/1.4 var(--sans)}
.card h3 a{text-decoration:none}
.card h3 a:hover{text-decoration:underline}
.card p{margin:.2rem 0 0}
.facts{color:var(--quiet);font-size:.8rem}
.val{font-size:.95rem;font-weight:600}
.dl{white-space:nowrap;font-weight:400}
.flag{color:var(--warn)}
.f-low,.f-info{color:var(--quiet)}
.wd{font-family:var(--serif);line-height:1.4}
.vals{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.vals .val{flex:1 1 100%}
.renum summary,.remarks summary,.more summary{cursor:pointer;font-size:.86rem;color:var(--quiet);padding:.3rem 0}
.row{font-size:.82rem;padding:.15rem 0}
.redline{font:1.07rem/1.62 var(--serif)}
.redline>p,.fold>p{margin:0 0 .85em;unicode-bidi:plaintext}
.redline h2,.redline h3,.redline h4,.redline h5,.redline h6{margin:1.7em 0 .5em;font:700 1rem/1.4 var(--sans);unicode-bidi:plaintext}
.redline h2+h2,.redline h3+h3{margin-top:-.2em}
.redline h3{font-size:.96rem}
.redline h4,.redline h5,.redline h6{font-size:.92rem}
.i1{padding-left:1.5rem}
.i2{padding-left:3rem}
.i3{padding-left:4.5rem}
.i4{padding-left:6rem}
.i5{padding-left:7.5rem}
.bu::before{content:"•";position:absolute;margin-left:-1rem;color:var(--quiet)}
.bu[data-n]::before{content:attr(data-n);margin-left:-1.5rem}
.nt{font-size:.92rem}
b.l{font-weight:700}
.ty .t{text-decoration:underline 1.5px dotted var(--warn);text-underline-offset:.17em}
ins,del,.m,.ms,.as,.t{unicode-bidi:isolate}
del{color:var(--del);text-decoration:line-through 1.5px}
ins{color:var(--ins);text-decoration:underline 2px;text-underline-offset:.17em;text-decoration-skip-ink:none}
.g{margin-left:.25em}
del.pa,ins.pa,.m.pa,.by.pa,b.pa{color:var(--pa)}
del.pb,ins.pb,.m.pb,.by.pb,b.pb{color:var(--pb)}
del.pab,ins.pab,.m.pab{color:var(--pab)}
.by{font:600 .62em/1 var(--sans);margin-left:.1em;vertical-align:super}
.cf{outline:1px dashed var(--warn);outline-offset:1px;background:color-mix(in srgb,var(--warn) 10%,transparent)}
.cfl{font:600 .7rem/1.5 var(--sans);letter-spacing:.02em;color:var(--warn);border:1px solid;border-radius:3px;padding:0 .3em;
white-space:nowrap}
.card.ea{border-left-color:var(--pa)}
.card.eb{border-left-color:var(--pb)}
.card.eab{border-left-color:var(--pab)}
.m{color:var(--mov);text-decoration:underline double 1px;text-underline-offset:.16em;text-decoration-skip-ink:none}
.ms{color:var(--mov);text-decoration:line-through double 1px}
u{text-decoration:underline 1px var(--quiet);text-underline-offset:.14em}
s{text-decoration:line-through 1px var(--as)}
.as,ins.as,del.as{color:var(--as);font-style:italic;font-size:.94em;text-decoration-color:var(--as)}
.as.as ::before,.note{font-style:italic}
ins.as{text-decoration:underline 1px dotted}
mark{background:#fff3b0;color:#1a1d21}
.u{font:.8em var(--mono);color:var(--bad);border:1px solid;border-radius:3px;padding:0 .15em}
.j,[hidden]{display:none}
.c{position:relative}
.c::before{content:"";position:absolute;left:-1.5rem;top:.2em;bottom:.2em;width:3px;background:var(--bar)}
.bu.c::before{content:"•";left:auto;top:auto;bottom:auto;width:auto;background:none}
.bu.c[data-n]::before{content:attr(data-n)}
.bu.c::after{content:"";position:absolute;left:-1.5rem;top:.2em;bottom:.2em;width:3px;background:var(--bar)}
tr.c::before{content:none}
tr.c>:first-child{position:relative}
tr.c>:first-child::before{content:"";position:absolute;left:-1.5rem;top:2px;bottom:2px;width:3px;background:var(--bar)}
span.c{position:static}
span.c::before{content:none}
.ids{position:absolute;left:-4.4rem;top:.35em;width:2.6rem;text-align:right;font:400 .72rem/1.35 var(--sans);letter-spacing:0}
.k{display:block;color:var(--quiet);text-decoration:none}
.k:hover{text-decoration:underline}
.pill{display:inline-block;margin-left:.3em;padding:.05em .6em;border-radius:1em;background:var(--soft);color:var(--quiet);
font:400 .76rem/1.6 var(--sans);letter-spacing:0;text-decoration:none;vertical-align:.1em}
.pill[href]:hover{text-decoration:underline}
.from{font-size:.92em}
.fold{margin:1.1rem 0}
.fold>summary{display:flex;justify-content:space-between;gap:1rem;cursor:pointer;list-style:none;padding:.5rem .6rem;
border:dashed var(--line);border-width:1px 0;color:var(--quiet);font:.85rem/1.45 var(--sans)}
.fold>summary::-webkit-details-marker{display:none}
.fold>summary::after{content:"Show ▾";flex:none}
.fold[open]>summary::after{content:"Fold ▴"}
.fold[open]>summary{margin-bottom:1rem}
.fold>summary:hover{background:var(--soft)}
.ts{overflow-x:auto;margin:0 -1rem 1.1rem -4.4rem;padding:0 1rem 2px 4.4rem}
table{border-collapse:collapse;min-width:100%;font:.86rem/1.45 var(--sans)}
th,td{border-bottom:1px solid var(--line);padding:.32rem .55rem;text-align:left;vertical-align:top;font-weight:400;unicode-bidi:plaintext}
thead th{font-weight:600;color:var(--quiet);vertical-align:bottom;border-bottom-color:var(--quiet)}
.n{text-align:right;font-variant-numeric:tabular-nums}
td.n del,td.n ins{white-space:nowrap}
.remarks{grid-column:2;margin-top:1rem;font-size:.84rem}
del::before,del::after,ins::before,ins::after,.m::before,.m::after,.ms::before,.ms::after,.as>s::before,.as>s::after{
position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
del::before{content:" [deletion start] "}
del::after{content:" [deletion end] "}
ins::before{content:" [insertion start] "}
ins::after{content:" [insertion end] "}
.m::before{content:" [moved text start] "}
.m::after{content:" [moved text end] "}
.ms::before{content:" [text moved away, start] "}
.ms::after{content:" [text moved away, end] "}
.as>s::before{content:" [struck in the file, start] "}
.as>s::after{content:" [struck in the file, end] "}
)css"
                               R"css(
@media screen and (min-width:1600px){.page{grid-template-columns:16rem minmax(0,48rem) 23rem;gap:0 2.2rem}}
@media screen and (max-width:1179px){
.page{grid-template-columns:minmax(0,1fr) 18rem;grid-template-rows:auto auto 1fr}
.toc{grid-column:1/3;grid-row:1;position:static;max-height:none;margin-bottom:1rem}
.toc ol{max-height:15rem;overflow:auto;columns:2}
.toc summary{cursor:pointer;list-style:revert}
.cover{grid-column:1;grid-row:2}
.redline{grid-column:1;grid-row:3}
.side{grid-column:2;grid-row:2/4}
.remarks{grid-column:1}}
@media screen and (max-width:819px){
html{scroll-padding-top:1rem}
.bar{position:static;flex-wrap:wrap;padding:.8rem 1rem}
.what b{display:none}
.what .quiet{white-space:normal;font-size:.9rem}
.bar .ok,.bar .bad{flex-basis:100%;text-align:left}
.page{display:block;padding:.75rem}
.cover,.redline{padding:1.3rem 1.1rem 0 1.6rem;border:1px solid var(--line);border-radius:6px}
.redline{padding:1rem 1.1rem 3rem 1.6rem;margin-top:1rem}
.cover{padding-bottom:1.2rem}
.cover::after{content:none}
.side{position:static;max-height:none;margin-top:1.2rem;overflow:visible}
.cards{max-height:70vh;overflow:auto}
.tiles{grid-template-columns:repeat(auto-fill,minmax(6.2rem,1fr))}
.toc ol{columns:1}
h1{font-size:1.4rem}
.c::before,.bu.c::after{left:-.85rem}
.ids{position:static;display:inline;margin-right:.4em}
.k{display:inline}
.i1{padding-left:1rem}
.i2{padding-left:2rem}
.i3,.i4,.i5{padding-left:2.8rem}
.ts{margin:0 -1rem 1.1rem -1.5rem;padding:0 1rem 2px 1.5rem}
tr.c>:first-child::before{left:-.75rem}
.toc a,.k,.pill{touch-action:manipulation}}
@media screen and (prefers-color-scheme:dark){
:root{--ink:#e6e8eb;--quiet:#a7afb9;--line:#3a4149;--ground:#111417;--sheet:#1b1f24;--soft:#2a3037;
--del:#ff9187;--ins:#8fb8ff;--mov:#7ed492;--warn:#e8b558;--bad:#ff8a80;--as:#a3a9b1;--bar:#e6e8eb;--pa:#8fb8ff;--pb:#f0a0dc;--pab:#7ed492}
mark{background:#5c5200;color:#fff}}
@media(forced-colors:active){.c::before,.bu.c::after,.barkey,tr.c>:first-child::before{background:CanvasText;forced-color-adjust:none}}
@media print{
:root{--ink:#000;--quiet:#444;--line:#999;--ground:#fff;--sheet:#fff;--soft:#eee;--del:#a31610;--ins:#0a4fa6;--mov:#11602a;
--warn:#6d4700;--bad:#a0001c;--as:#555;--bar:#000;--pa:#0a4fa6;--pb:#7d1468;--pab:#11602a}
body{background:#fff;font-size:10pt}
.bar,.toc,.tools,.skip,.tiles,#found{display:none!important}
.page,.cover,.redline,.side{display:block;position:static;border:0;margin:0;padding:0;max-height:none;overflow:visible}
.cover,.redline,.side{padding-left:14mm}
.side{margin-top:6mm}
.cards{max-height:none;overflow:visible}
.card,.tiles li{border:0;border-top:1px solid var(--line);border-radius:0;padding:1.2mm 0;margin:0;break-inside:avoid;font-size:9pt}
.card h3,.card .facts{display:inline}
.card .facts{margin-left:1.5mm;font-size:8.5pt}
.card .wd{font-size:9.5pt}
.vals{gap:0 6mm}
.vals .val{flex:none;font-size:9pt;margin-top:.5mm}
.renum{font-size:9pt}
.cover,.redline{border-radius:0}
.redline{font-size:11pt;line-height:1.5;break-before:page}
h1,h2,h3,h4,h5,h6{break-after:avoid}
p,li{orphans:3;widows:3}
.fold>summary::after{content:none!important}
.fold{margin:3mm 0}
.fold>summary{padding:1mm 2mm}
.ids{left:-14mm;width:9mm;font-size:7.5pt}
.c::before,.bu.c::after{left:-4mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
tr.c>:first-child::before{left:-4mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.barkey,mark,.pill{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.ts{overflow:visible;margin:0 0 4mm;padding:0}
table{font-size:8.5pt;width:100%;min-width:0}
.wide{font-size:7pt}
.wide th,.wide td{padding:.6mm .8mm;overflow-wrap:anywhere}
thead{display:table-header-group}
tr{break-inside:avoid}
a{text-decoration:none}}
)css";

// Filter of the changes, keys, and links into what is folded. The page is complete without it.
const std::string_view script = R"js((function(){
'use strict';
var doc=document,root=doc.documentElement,query=doc.getElementById('q'),found=doc.getElementById('found'),
unfold=doc.getElementById('unfold'),cards=[].slice.call(doc.querySelectorAll('.card,.row')),
marks=[].slice.call(doc.querySelectorAll('.redline .k')),at=-1;
root.classList.add('js');
if(window.matchMedia('(max-width:1179px)').matches)doc.querySelector('.toc details').open=false;
function reveal(){
var e=location.hash.length>1&&doc.getElementById(location.hash.slice(1));
if(!e)return;
for(var p=e.parentElement;p;p=p.parentElement)if(p.tagName==='DETAILS')p.open=true;
e.scrollIntoView();}
function go(step){
if(!marks.length)return;
if(doc.activeElement&&doc.activeElement.classList.contains('k'))at=marks.indexOf(doc.activeElement);
at=Math.max(0,Math.min(marks.length-1,at+step));
var e=marks[at];
for(var p=e.parentElement;p;p=p.parentElement)if(p.tagName==='DETAILS')p.open=true;
e.focus({preventScroll:true});e.scrollIntoView({block:'center'});}
function filter(){
var words=query.value.toLowerCase().split(/\s+/),left=0;
cards.forEach(function(card){
var text=card.textContent.toLowerCase(),show=words.every(function(w){return text.indexOf(w)>=0;});
card.hidden=!show;if(show)left++;});
found.hidden=!query.value;found.textContent=left+' of '+cards.length+' changes';}
query.addEventListener('input',filter);
unfold.addEventListener('click',function(){
var folds=[].slice.call(doc.querySelectorAll('.fold')),open=folds.some(function(f){return !f.open;});
folds.forEach(function(f){f.open=open;});
unfold.textContent=open?'Fold the unchanged':'Show the unchanged';});
window.addEventListener('hashchange',reveal);
doc.addEventListener('click',function(e){
var a=e.target.closest&&e.target.closest('a[href^="#"]');if(a&&a.hash===location.hash)reveal();});
doc.addEventListener('keydown',function(e){
if(e.ctrlKey||e.metaKey||e.altKey)return;
if(e.target===query){if(e.key==='Escape'){query.value='';filter();query.blur();}return;}
if(e.key==='/'){e.preventDefault();query.focus();}
else if(e.key==='n')go(1);
else if(e.key==='p')go(-1);});
reveal();
})();)js";

const std::string_view script_hash = "+Zht4QsJz+6SzLftvhKGGcejzpieZSaQ6c9fgNxCjJM=";

}  // namespace stet::html
