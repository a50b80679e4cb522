// Entries, readings, ledger and wage tables on the sheet; colours and measures are those of the page's own style.
#include "writers/proposal/html_style.hpp"

namespace stet::html {

const std::string_view proposal_style = R"css(
.draft{float:right;margin:.3rem 0 0 1rem;padding:.1em .7em;border:2px solid var(--bad);border-radius:3px;color:var(--bad);
font:700 .85rem/1.6 var(--sans);letter-spacing:.1em}
.redline h2{font-size:1.15rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
.redline h2:first-child{margin-top:.4rem}
.redline h3{margin:2.6em 0 .3em;font-size:1.02rem}
.redline h2+h3{margin-top:1.2em}
.entry{margin:0 0 1.7rem}
.redline .entry>h4{position:relative;margin:1.1em 0 .15em;font-size:.95rem}
.entry p{margin:0 0 .7em}
.entry p,.entry li,.left p{unicode-bidi:plaintext}
.where{color:var(--quiet);font:.82rem/1.5 var(--sans)}
.instr{font:italic .95rem/1.5 var(--serif)}
.instr span,.cond b,.pro b,.con b{font:600 .78rem/1.5 var(--sans);color:var(--quiet);font-style:normal}
.cond{padding:.3rem .7rem;border-left:3px solid var(--warn);background:var(--soft);font:.9rem/1.5 var(--sans)}
.entry .val{font-family:var(--sans)}
.pill.ta{color:var(--mov);font-weight:600;outline:1px solid}
.pill.am,.pill.no{color:var(--bad);font-weight:600;outline:1px dashed}
.reading{margin:.8rem 0;padding:.7rem 1rem .3rem;border:1px dashed var(--warn);border-radius:5px}
.redline .reading h5{margin:0 0 .5em}
.reading p{font-size:.98rem}
.pro,.con{font:.86rem/1.5 var(--sans)}
.flags{list-style:none;margin:.5rem 0 0;padding:0;font:.84rem/1.5 var(--sans)}
.flags li{margin:.15rem 0}
.flags code{color:var(--quiet);font-size:.78em}
.f-high{color:var(--bad)}
.f-medium{color:var(--warn)}
.parse{width:auto;min-width:0;margin:.2rem 0 1rem;font-size:.82rem}
.parse th{color:var(--quiet);white-space:nowrap}
.first{list-style:none;margin:0;padding:0;font:.92rem/1.5 var(--sans)}
.first li{margin:.45rem 0;padding-left:.8rem;border-left:4px solid var(--bad)}
.first a{font-weight:600}
.ledger td{min-width:7rem}
.ledger td:nth-child(2){min-width:9rem}
.ledger .pill{margin-left:0}
.wage td,.wage th{padding:.32rem .4rem}
.wage td small{display:block;color:var(--quiet);font-size:.8em;white-space:nowrap}
.wage tbody th{font-weight:600}
.wage .off,.wage td .off{color:var(--bad);font-weight:600}
.group{margin:-.2rem 0 .6rem;color:var(--quiet);font:.85rem/1.5 var(--sans)}
.left{margin:0 0 .8em}
.left b{font:600 .78rem/1.5 var(--sans);color:var(--quiet)}
.more-text>summary{cursor:pointer;color:var(--quiet);font:.85rem/1.5 var(--sans);margin:0 0 .6em}
.redline .ids.in{position:static;width:auto;margin-right:.4em;font-size:.82rem}
.redline .ids.in .k{display:inline}
.parse caption{text-align:left}
@media screen and (max-width:819px){.bar>.quiet{flex-basis:100%}.entry>h4 .ids{font-size:.95rem;color:var(--quiet)}}
@media print{.entry>h4,.where{break-after:avoid}.reading,.wage tr,.ledger tr{break-inside:avoid}
.pill.ta,.pill.am,.cond{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.redline h2{margin-top:8mm}.ledger td,.ledger td:nth-child(2){min-width:0}}
)css";

}  // namespace stet::html
