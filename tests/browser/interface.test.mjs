// The search of the site as a reader meets it, in Chromium:
//
//     cargo run -- build policy --edition site
//     npm install --prefix FOLDER playwright-core
//     NODE_PATH=FOLDER/node_modules node tests/browser/interface.test.mjs public /usr/bin/chromium
//
// Pages are opened from their folder, without a server.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

const [editions, executablePath] = process.argv.slice(2);
assert(editions && executablePath, "usage: interface.test.mjs EDITIONS CHROMIUM");
const { chromium } = createRequire(import.meta.url)("playwright-core");

const address = pathToFileURL(resolve(editions, "es/index.html")).href;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
after(() => browser.close());

/** A page just opened, in a context of its own; whatever it complains of fails the test. */
const opened = async (options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  return { page, end: async () => {
    assert.deepEqual(complaints, []);
    await context.close();
  } };
};
const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.type);
const status = (page) => page.textContent("dialog.search [role=status]");

test("the key opens the search, arrows walk the results, Enter follows one", async () => {
  const { page, end } = await opened();
  await page.keyboard.press("/");
  assert.equal(await focused(page), "search");
  await page.keyboard.type("inventario de datos ");
  assert.match(await status(page), /^\d+ secciones$/);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(page), "Artículo 14. Inventario institucional de datos");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(page), "search");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/es\/[^/]*\.html#inventario-de-datos:~:text=/);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await page.locator("#inventario-de-datos").isVisible(), true);
  await end();
});

test("a result leads to the words in the text of the section", async () => {
  const { page, end } = await opened({ viewport: { width: 1000, height: 300 } });
  await page.keyboard.press("/");
  await page.keyboard.type("convocar segunda ocasión ");
  await page.click("text=/^Artículo 11\\./");
  await page.waitForURL(/\/04-[^/]*\.html#sesiones-del-comite:~:text=convocar/);
  await page.waitForFunction(() => {
    const paragraph = [...document.querySelectorAll("main p")].find((own) => own.textContent.includes("segunda ocasión"));
    const { top, bottom } = paragraph.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await end();
});

test("Escape closes it, and it remembers what was asked", async () => {
  const { page, end } = await opened();
  await page.click("[data-search-open]");
  await page.keyboard.type("xyzzy");
  assert.equal(await status(page), "Ninguna sección contiene esas palabras");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await focused(page), "Buscar");
  await page.keyboard.press("/");
  assert.equal(await page.inputValue("dialog input[type=search]"), "xyzzy");
  await end();
});

test("the key can be turned off, for the pages to come too", async () => {
  const { page, end } = await opened();
  await page.click("[data-search-open]");
  await page.click("dialog input[type=checkbox]");
  await page.click("dialog button");
  await page.keyboard.press("/");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.reload();
  await page.keyboard.press("/");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await end();
});

test("results come by the page, and the first of the new ones is next", async () => {
  const { page, end } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("datos ");
  const links = page.locator(".search-results li a");
  assert.equal(await links.count(), 20);
  await page.click("text=Mostrar más secciones");
  assert.equal(await links.count(), 40);
  assert.equal(await focused(page), await links.nth(20).textContent());
  await end();
});

test("what is asked is never markup", async () => {
  const { page, end } = await opened();
  await page.keyboard.press("/");
  await page.keyboard.type("<img src=x onerror=alert(1)> datos");
  assert.equal(await page.locator("dialog img, dialog script").count(), 0);
  await end();
});

test("at 320 pixels nothing stands beyond the edge", async () => {
  const { page, end } = await opened({ viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true });
  await page.tap("[data-search-open]");
  await page.keyboard.type("quejas");
  const beyond = await page.evaluate(() => [...document.querySelectorAll("dialog.search, dialog.search *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth || element.scrollWidth > element.clientWidth + 1)
    .filter((element) => getComputedStyle(element).display !== "inline")
    .map((element) => element.outerHTML.slice(0, 80)));
  assert.deepEqual(beyond, []);
  const targets = await page.evaluate(() => [...document.querySelectorAll("dialog.search :is(button, a, input[type=search])")]
    .filter((element) => element.getBoundingClientRect().height > 0 && element.getBoundingClientRect().height < 24).length);
  assert.equal(targets, 0);
  await end();
});

test("without JavaScript, and on paper, nothing of it is shown", async () => {
  const { page, end } = await opened({ javaScriptEnabled: false });
  assert.deepEqual([await page.isVisible("[data-search-open]"), await page.isVisible("dialog.search")], [false, false]);
  await end();
  const { page: printed, end: endPrinted } = await opened();
  await printed.emulateMedia({ media: "print" });
  assert.equal(await printed.isVisible("[data-search-open]"), false);
  await endPrinted();
});
