// Looks at built pages in Chromium, as their readers would: `node --test pages.test.mjs`.
//
// GACETA_TOOLS names the folder in which playwright-core and axe-core are installed, GACETA_CHROMIUM the browser,
// GACETA_PAGES the folders with the pages, parted by colons.
//
// Every page is looked at once, in one of four modes (light or dark, on a phone or a desktop), and the first of each kind
// in all of them: axe-core finds no fault, the page is not wider than the window, nothing is reported in the console and no
// security policy broken. The first of each kind is also walked through with the keyboard, read without JavaScript, and
// printed. Pages are of one kind if their
// bodies and main parts have the same parts.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const tools = createRequire(join(process.env.GACETA_TOOLS, 'node_modules', 'x'));
const { chromium } = tools('playwright-core');
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

const MODES = [
    ['light', 320],
    ['dark', 1280],
    ['dark', 320],
    ['light', 1280],
].map(([colorScheme, width]) => ({
    name: `${colorScheme}, ${width} px`,
    options: { colorScheme, viewport: { width, height: width === 320 ? 640 : 900 }, reducedMotion: 'reduce' },
}));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the margins of the style leave of A4, in CSS pixels. */
const PAPER = { width: 627, height: 948 };
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const AT_ONCE = 2;

let browser;
const pages = process.env.GACETA_PAGES.split(':').flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
        .map((path) => ({ name: relative(join(folder, '..'), path), address: pathToFileURL(path).href })),
);

before(async () => {
    const args = [...FLAGS, '--disable-component-update', '--disable-sync'];
    browser = await chromium.launch({ executablePath: process.env.GACETA_CHROMIUM, args });
});
after(() => browser?.close());

/** Does something with a page in a window of its own; gives what the browser complained about meanwhile. */
async function visit(address, options, task) {
    const context = await browser.newContext(options);
    try {
        const complaints = [];
        const page = await context.newPage();
        page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure().errorText}`));
        await page.goto(address);
        await task(page);
        return complaints;
    } finally {
        await context.close();
    }
}

/** What axe-core finds wrong, a line each. */
async function faults(page) {
    await page.evaluate(axe);
    // What it would load once more, a page's security policy forbids.
    const run = (values) => globalThis.axe.run({ runOnly: { type: 'tag', values }, preload: false });
    const found = await page.evaluate(run, TAGS);
    return found.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`),
    );
}

/** The elements that reach beyond the window, if the page can be scrolled sideways. */
function tooWide() {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const isWide = ({ left, right }) => right > clientWidth + 1 || left < -1;
    const wide = [...document.body.querySelectorAll('*')].filter((element) => isWide(element.getBoundingClientRect()));
    return [`${scrollWidth} px of ${clientWidth}`, ...wide.slice(0, 8).map((element) => element.outerHTML.slice(0, 120))];
}

/** What has the focus now, told by what a person would see of it; `null` if it is the page as a whole. */
function focused() {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    globalThis.walked ??= [];
    const last = globalThis.walked.at(-1);
    const follows = !last || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    globalThis.walked.push(element);
    const style = getComputedStyle(element);
    const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    const isThere = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // Some part of it is what the page shows at that point: not outside the window, nor behind anything.
    const isShown = [...element.getClientRects()].some(({ left, top, right, bottom }) => {
        const [start, end] = [Math.max(left, 0), Math.min(right, innerWidth)];
        const middle = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        return [0.1, 0.5, 0.9].some((share) => element.contains(document.elementFromPoint(start + (end - start) * share, middle)));
    });
    return { text: element.outerHTML.slice(0, 160), href: element.getAttribute('href'), follows, isMarked, isThere, isShown };
}

/** What can have the focus but was not reached. */
function missed() {
    const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
    const reachable = [...all].filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }));
    return reachable.filter((element) => !globalThis.walked.includes(element)).map((element) => element.outerHTML.slice(0, 160));
}

/** Goes through a page with the Tab key; what is wrong on the way, a line each. */
async function walk(page) {
    const wrong = [];
    const steps = [];
    const most = await page.evaluate(() => document.querySelectorAll('*').length);
    for (let step = 0; step <= most; step += 1) {
        await page.keyboard.press('Tab');
        const now = await page.evaluate(focused);
        if (now === null) break;
        steps.push(now);
        if (!now.follows) {
            wrong.push(`goes back, or stays: ${now.text}`);
            break;
        }
        if (!now.isMarked) wrong.push(`no focus mark: ${now.text}`);
        if (!now.isThere || !now.isShown) wrong.push(`not seen: ${now.text}`);
    }
    wrong.push(...(await page.evaluate(missed)).map((element) => `not reached: ${element}`));
    return { wrong, steps };
}

/** Opens and closes each fold with the keys that do that. */
async function unfold(page) {
    for (const summary of await page.locator('summary:visible').all()) {
        const isOpen = () => summary.evaluate((element) => element.parentElement.open);
        const before = await isOpen();
        for (const [key, expected] of [['Enter', !before], ['Space', before]]) {
            await summary.press(key);
            assert.equal(await isOpen(), expected, `${key} on ${await summary.textContent()}`);
        }
    }
}

/** Follows the link that leads past the furniture; what has the focus next is in the text, if anything there can. */
async function skip(page) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('main') !== null)) return;
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInText = await page.evaluate(() => {
        const [main, now] = [document.querySelector('main'), document.activeElement];
        const canHaveFocus = main.querySelector('a[href], button, input:enabled, summary, [tabindex="0"]');
        return !document.querySelector('nav') || !canHaveFocus || main.contains(now);
    });
    assert.ok(isInText, 'past the furniture');
}

/** The lines of text of the main part, the contents and the notes that are shown, and those that wait for a script. */
function lines() {
    const parts = [...document.querySelectorAll('main, .contents')];
    const split = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
    return {
        shown: parts.flatMap((part) => split(part.innerText)),
        waiting: [...document.querySelectorAll('[hidden]')].flatMap((part) => split(part.textContent)),
    };
}

/** The pages, each with its kind. */
async function kinds() {
    const seen = new Set();
    const told = [];
    for (const page of pages) {
        await visit(page.address, MODES[0].options, async (tab) => {
            const kind = await tab.evaluate(() => {
                const below = document.querySelectorAll('body > *, main, main > *, nav');
                const names = [...below].map((element) => `${element.localName}.${element.classList[0] ?? ''}`);
                return [...new Set(names)].sort().join(' ');
            });
            told.push({ ...page, isFirst: !seen.has(kind) });
            seen.add(kind);
        });
    }
    return told;
}

test('what is wrong is found', async () => {
    const wrong = '<!DOCTYPE html><body style="width:500px"><p style="color:#999">pale</p><a href="#x">skip</a>' +
        '<img src="data:,"><a href="#y" style="outline:0">y</a><div style="overflow:hidden;height:0"><a href="#z">z</a></div>';
    const options = { ...MODES[0].options };
    const complaints = await visit('about:blank', options, async (page) => {
        await page.setContent(wrong);
        const found = await faults(page);
        for (const rule of ['color-contrast', 'image-alt', 'html-has-lang', 'document-title']) {
            assert.ok(found.some((fault) => fault.startsWith(`${rule}:`)), `${rule} in ${found}`);
        }
        assert.notDeepEqual(await page.evaluate(tooWide), []);
        const walked = await walk(page);
        assert.deepEqual(walked.wrong.map((fault) => fault.split(':')[0]), ['no focus mark', 'not seen']);
        await page.evaluate(() => console.error('told'));
    });
    assert.ok(complaints.includes('told'), complaints);
});

test('every page', { concurrency: AT_ONCE }, async (suite) => {
    assert.ok(pages.length > 0, process.env.GACETA_PAGES);
    const told = await kinds();
    console.log(`${pages.length} pages, of ${told.filter((page) => page.isFirst).length} kinds`);
    const work = [];
    for (const [number, page] of told.entries()) {
        for (const mode of page.isFirst ? MODES : [MODES[number % MODES.length]]) {
            work.push(suite.test(`${page.name}: ${mode.name}`, () => look(page, mode)));
        }
        if (page.isFirst) {
            for (const mode of MODES.slice(0, 2)) {
                work.push(suite.test(`${page.name}: with the keyboard, ${mode.name}`, () => byKeyboard(page, mode)));
            }
            work.push(suite.test(`${page.name}: without JavaScript`, () => withoutScript(page)));
            work.push(suite.test(`${page.name}: printed`, () => printed(page)));
        }
    }
    await Promise.all(work);
});

async function look(page, mode) {
    const complaints = await visit(page.address, mode.options, async (tab) => {
        assert.deepEqual(await tab.evaluate(tooWide), [], 'too wide');
        assert.deepEqual(await faults(tab), []);
    });
    assert.deepEqual(complaints, []);
}

async function byKeyboard(page, mode) {
    await visit(page.address, mode.options, async (tab) => {
        const { wrong, steps } = await walk(tab);
        assert.deepEqual(wrong, []);
        // A page with anything before its text leads past it at once.
        if (await tab.evaluate(() => Boolean(document.querySelector('nav')))) {
            const leadsToText = (href) => Boolean(document.getElementById(href.slice(1))?.closest('main'));
            assert.ok(await tab.evaluate(leadsToText, steps[0]?.href ?? ''), `the first step leads to the text: ${steps[0]?.text}`);
        }
    });
    await visit(page.address, mode.options, unfold);
    await visit(page.address, mode.options, skip);
}

async function withoutScript(page) {
    const read = async (javaScriptEnabled) => {
        let found;
        const take = async (tab) => { found = await tab.evaluate(lines); };
        await visit(page.address, { ...MODES[3].options, javaScriptEnabled }, take);
        return found;
    };
    const [script, none] = [await read(true), await read(false)];
    assert.ok(none.shown.length > 0);
    const lost = script.shown.filter((line) => !none.shown.includes(line) && !none.waiting.includes(line));
    assert.deepEqual(lost, [], 'text that is not there without JavaScript');
}

async function printed(page) {
    await visit(page.address, { viewport: PAPER }, async (tab) => {
        await tab.emulateMedia({ media: 'print' });
        // For a table that no paper is wide enough for, a browser prints everything smaller.
        await tab.evaluate(() => document.querySelectorAll('.table').forEach((table) => { table.style.overflow = 'hidden'; }));
        assert.deepEqual(await tab.evaluate(tooWide), [], 'too wide for paper');
        const paper = await tab.pdf({ preferCSSPageSize: true });
        assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
    });
}
