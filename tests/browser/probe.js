// Run at the end of a copy of the page: measures it and sends the result to the frame around it, one line a finding.
window.addEventListener('load', function () {
    'use strict';
    var found = [];
    var all = function (selector) { return [].slice.call(document.querySelectorAll(selector)); };
    var say = function (name, good, detail) { found.push((good ? 'pass' : 'fail') + ' ' + name + (detail ? ': ' + detail : '')); };

    var width = document.documentElement.scrollWidth;
    say('no sideways scrolling', width <= window.innerWidth, width + ' of ' + window.innerWidth);
    var loaded = performance.getEntriesByType('resource').map(function (entry) { return entry.name; });
    say('nothing was loaded', loaded.length === 0, loaded.join(' '));
    var outside = all('[src],[href]').filter(function (e) { return (e.getAttribute('href') || 'src').charAt(0) !== '#'; });
    say('no address but those inside the page', outside.length === 0, outside.length);
    var dead = all('a[href^="#"]').filter(function (a) { return !document.getElementById(a.hash.slice(1)); });
    say('every link has its target', dead.length === 0, dead.map(function (a) { return a.hash; }).slice(0, 5).join(' '));
    var ids = {};
    var twice = all('[id]').filter(function (e) { var seen = ids[e.id]; ids[e.id] = true; return seen; });
    say('no id twice', twice.length === 0, twice.map(function (e) { return e.id; }).slice(0, 5).join(' '));
    say('one h1', all('h1').length === 1);
    // A level deeper at most: who goes by headings misses none. Both lists beside the sheet open with an h2.
    var level = 0;
    var skips = all('.cover h1,.redline h2,.redline h3,.redline h4,.redline h5,.redline h6').filter(function (h) {
        var last = level;
        level = Number(h.tagName.charAt(1));
        return last > 0 && level > last + 1;
    });
    var proposal = all('.entry').length > 0;
    say('no heading skips a level', !proposal || skips.length === 0, skips.map(function (h) { return h.textContent; }).slice(0, 3).join(' | '));
    var bare = all('.ledger th,.wage th').filter(function (th) { return !th.hasAttribute('scope'); });
    say('heads of tables say what they head', bare.length === 0, bare.length);
    say('insertions and deletions', all('.redline ins,.redline del').length > 0,
        all('.redline ins').length + ' and ' + all('.redline del').length);
    say('a language', document.documentElement.lang !== '');

    all('details').forEach(function (details) { details.open = true; });
    width = document.documentElement.scrollWidth;
    say('no sideways scrolling unfolded', width <= window.innerWidth, width + ' of ' + window.innerWidth);

    // WCAG 2.1, 1.4.3: contrast of the text's colour on the ground behind it.
    var channels = function (colour) { return (colour.match(/[\d.]+/g) || []).map(Number); };
    var luminance = function (rgb) {
        var parts = rgb.slice(0, 3).map(function (c) { c /= 255; return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); });
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    var ground = function (element) {
        for (; element; element = element.parentElement) {
            var rgb = channels(getComputedStyle(element).backgroundColor);
            if (rgb.length === 3 || rgb[3] > 0) return rgb;
        }
        return [255, 255, 255];
    };
    var faint = {};
    all('body *').forEach(function (element) {
        var texts = [].some.call(element.childNodes, function (n) { return n.nodeType === 3 && n.nodeValue.trim(); });
        if (!texts || element.tagName === 'SCRIPT' || element.tagName === 'STYLE') return;
        var a = luminance(channels(getComputedStyle(element).color)), b = luminance(ground(element));
        var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) faint[element.tagName + '.' + element.className] = ratio.toFixed(2);
    });
    say('contrast of 4.5 to 1', Object.keys(faint).length === 0, JSON.stringify(faint));

    var dark = window.matchMedia('(prefers-color-scheme:dark)').matches;
    parent.postMessage(window.innerWidth + (dark ? ' dark' : ' light') + '\n' + found.join('\n'), '*');
});
