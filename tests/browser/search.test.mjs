// The search of the site, tested without a browser:
//
//     cargo run --example stems > stems.tsv
//     cargo run -- build policy --edition site
//     node tests/browser/search.test.mjs stems.tsv public
//
// The script's parts are functions that know nothing of a page; they are read from their files and from the edition.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const [stemsFile, editions] = process.argv.slice(2);
assert(stemsFile && editions, "usage: search.test.mjs STEMS EDITIONS");

const here = fileURLToPath(new URL(".", import.meta.url));
const parts = join(here, "../../src/edition/html/search");
const LANGUAGES = { es: ["stemming.js", "spanish.js"], en: ["stemming.js", "english.js"], fr: ["other.js"] };

/** The functions of the script for a language. */
const script = (language) => {
  const files = [...LANGUAGES[language], "search.js"];
  const text = files.map((file) => readFileSync(join(parts, file), "utf8")).join("");
  return vm.runInNewContext(`"use strict";${text}\n({ addressOf, excerpt, find, fold, keys, corpus, parse, plain, stem, surroundings, unpack })`);
};

/** A file of the site in a language. */
const file = (language, name) => readFileSync(join(editions, language, name), "utf8");

/** What the index of a language sets. */
const index = (language) => {
  const context = { window: {} };
  vm.runInNewContext(file(language, "search-index.js"), context);
  return context.window.gacetaIndex;
};

/** The anchor of an address. */
const anchorOf = (section) => section.address.split("#")[1];

const queries = readFileSync(join(here, "queries.tsv"), "utf8").split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"))
  .map(([language, query, anchors]) => ({ language, query, anchors: anchors.split("|") }));

// A packer of its own, which takes the long way everywhere: the reading side is held to the description.
const DIGITS = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).filter((digit) => !'"<\\'.includes(digit));
const number = (value) => {
  let digits = DIGITS[value % 56];
  for (let rest = Math.floor(value / 56); rest > 0; rest = Math.floor((rest - 1) / 36)) digits = DIGITS[56 + ((rest - 1) % 36)] + digits;
  return digits;
};
const pack = (sections) => {
  const pieces = [];
  const text = (written) => (written.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) || [])
    .filter((piece) => piece !== " ")
    .map((piece) => number(2 + (pieces.includes(piece) ? pieces.indexOf(piece) : pieces.push(piece) - 1)))
    .join("") + number(0);
  const texts = text("Capítulo") + sections.map((section) => text(section.title || "") + text(section.text)).join("");
  const list = pieces.map((piece) => DIGITS[90] + number(0) + number(piece.length) + piece).join("");
  return { pieces: list, pages: [["", sections.map((section) => section.anchor)]], texts };
};
const searching = (language, sections) => {
  const functions = script(language);
  const corpus = functions.corpus(pack(sections));
  const addresses = (found) => Array.from(found, anchorOf);
  return (query) => {
    const { all, some } = functions.find(corpus, query);
    return { all: addresses(all), some: addresses(some) };
  };
};

test("an address names the words found, unless they stand above them too", () => {
  const functions = script("es");
  const sections = [
    { anchor: "a", title: "Uno", text: "La Unidad publica los datos cada año." },
    { anchor: "b", title: "Dos", text: "La Unidad publica los datos cada año, y el inventario en el mes de enero de 2027." },
    { anchor: "c", title: "Enero", text: "Nada en enero." },
  ];
  const corpus = functions.corpus(pack(sections));
  const address = (query, place, text) => {
    const section = corpus.sections[place];
    const { forms } = functions.find(corpus, query);
    return functions.addressOf(corpus, section, functions.excerpt(corpus, section, forms).place, functions.surroundings(corpus, text));
  };
  assert.equal(address("inventario ", 1, ""), "#b:~:text=inventario%20en%20el%20mes%20de%20enero");
  // The first section has the same words, and case and accents are no difference.
  assert.equal(address("datos ", 0, ""), "#a:~:text=datos%20cada%20a%C3%B1o");
  assert.equal(address("unidad publica ", 1, ""), "#b");
  assert.equal(address("inventario ", 1, "INVÉNTARIO en el mes de enero"), "#b");
  // A title stands in the contents, above the text.
  assert.equal(address("enero ", 2, ""), "#c");
});

const stems = readFileSync(stemsFile, "utf8").trim().split("\n").map((line) => line.split("\t"));

for (const language of ["es", "en"]) {
  test(`stems are Snowball's (${language})`, () => {
    const { stem } = script(language);
    const own = stems.filter(([of]) => of === language);
    assert(own.length > 50000, `${own.length} words`);
    const wrong = own.filter(([, word, expected]) => stem(word) !== expected);
    assert.deepEqual(wrong.slice(0, 20), []);
  });

  test(`the program of the site is these parts, and meets a page without a search (${language})`, () => {
    const program = file(language, "search.js");
    for (const part of [...LANGUAGES[language], "search.js", "interface.js"]) {
      assert(program.includes(readFileSync(join(parts, part), "utf8")), part);
    }
    vm.runInNewContext(program, { window: {}, document: { querySelector: () => null } });
  });

  test(`the index holds the sections of the pages (${language})`, () => {
    const functions = script(language);
    const corpus = functions.corpus(index(language));
    const names = [...new Set(corpus.sections.map((section) => section.address.split("#")[0]))];
    const pages = names.map((name) => [name, file(language, name)]);
    const headings = pages.flatMap(([name, page]) => [...page.matchAll(/<h[1-6] id="([^"]*)"/g)]
      .map(([, id]) => id)
      // The headings of the contents and of the notes are the page's, not of the text.
      .filter((id) => id !== "contents" && id !== "notes")
      .map((id) => `${name}#${id}`));
    assert.deepEqual(Array.from(corpus.sections, (section) => decodeURIComponent(section.address)), headings);
    const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };
    const words = (text) => new Set(text.match(/[\p{L}\p{N}]+/gu));
    const texts = pages.map(([, page]) => page.replace(/<wbr>/g, "").replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, " $1 ").replace(/<[^>]*>/g, " "));
    const shown = words(texts.join("\n").replace(/&[a-z#0-9]+;/g, (name) => entities[name]));
    const missing = corpus.sections.flatMap((section) => [...words(functions.plain(corpus, section.text))].filter((word) => !shown.has(word)));
    assert.deepEqual(Array.from(missing), []);
  });

  test(`a reader finds the section (${language})`, () => {
    const functions = script(language);
    const corpus = functions.corpus(index(language));
    const ranks = queries.filter((asked) => asked.language === language).map(({ query, anchors }) => {
      const { all, some } = functions.find(corpus, `${query} `);
      const found = [...all, ...some].map(anchorOf);
      return { query, rank: found.findIndex((anchor) => anchors.includes(anchor)) + 1 };
    });
    const within = (places) => ranks.filter(({ rank }) => rank > 0 && rank <= places).length / ranks.length;
    console.log(`${language}: ${ranks.length} queries, success@1 ${within(1).toFixed(2)}, success@3 ${within(3).toFixed(2)}`);
    assert(within(1) >= 0.85 && within(3) >= 0.93, JSON.stringify(ranks.filter(({ rank }) => rank !== 1)));
  });
}

test("inflections that the text does not have find those it has", () => {
  const spanish = searching("es", [
    { anchor: "a", text: "La publicación es mensual." },
    { anchor: "b", text: "El dato obliga a la autoridad." },
    { anchor: "c", text: "Cada año se informa." },
  ]);
  for (const query of ["publicaciones ", "publicacion ", "PUBLICACIÓN ", "publicar "]) assert.deepEqual(spanish(query).all, ["a"], query);
  for (const query of ["datos ", "obligará ", "obligaran ", "autoridades "]) assert.deepEqual(spanish(query).all, ["b"], query);
  for (const query of ["años ", "ano ", "anos ", "informaciones "]) assert.deepEqual(spanish(query).all, ["c"], query);
  const english = searching("en", [{ anchor: "a", text: "Agencies shall publish the committee’s reports." }]);
  for (const query of ["agency ", "publishing ", "published ", "committees ", "report "]) assert.deepEqual(english(query).all, ["a"], query);
});

test("a language without known stems is searched by its words", () => {
  const french = searching("fr", [{ anchor: "a", text: "La délibération est publique." }, { anchor: "b", text: "Les délibérations." }]);
  assert.deepEqual(french("deliberation ").all, ["a"]);
  assert.deepEqual(french("delib").all.sort(), ["a", "b"]);
});

test("the exact spelling comes first", () => {
  const search = searching("es", [{ anchor: "tilde", text: "Un año más." }, { anchor: "plain", text: "Un ano más." }]);
  assert.deepEqual(search("ano ").all, ["plain", "tilde"]);
  assert.deepEqual(search("año ").all, ["tilde", "plain"]);
});

test("a word that is being written finds longer ones, a finished one does not", () => {
  const search = searching("es", [{ anchor: "a", text: "El inventario." }, { anchor: "b", text: "La invasión." }]);
  assert.deepEqual(search("inv").all, ["a", "b"]);
  assert.deepEqual(search("inv ").all, []);
  assert.deepEqual(search("inven").all, ["a"]);
});

test("sections with every word stand apart from those with some", () => {
  const search = searching("es", [
    { anchor: "one", text: "El plazo vence." },
    { anchor: "both", text: "El plazo de la queja." },
    { anchor: "none", text: "Otra cosa." },
  ]);
  assert.deepEqual(search("¿cuál es el plazo de la queja? "), { all: ["both"], some: ["one"] });
  // Words without a topic count where a query has no others.
  assert.deepEqual(search("otra de la ").all, ["none"]);
  assert.deepEqual(search("de la ").all, ["both"]);
});

test("a title weighs more than a mention", () => {
  const search = searching("es", [
    { anchor: "mention", text: "La queja, la queja y otra queja." },
    { anchor: "title", title: "Quejas", text: "Se presentan por escrito." },
  ]);
  assert.deepEqual(search("queja ").all, ["title", "mention"]);
});

test("a quoted phrase is looked up word for word", () => {
  const search = searching("es", [
    { anchor: "phrase", text: "Los datos, abiertos o no." },
    { anchor: "apart", text: "Abiertos los datos están." },
  ]);
  assert.deepEqual(search('"datos abiertos"').all, ["phrase"]);
  assert.deepEqual(search("«DATOS abiertos»").all, ["phrase"]);
  assert.deepEqual(search('"datos abiertos').all.sort(), ["apart", "phrase"]);
});

test("an excerpt shows the words where they stand closest", () => {
  const functions = script("es");
  const far = "relleno ".repeat(60);
  const corpus = functions.corpus(pack([{ anchor: "a", text: `El plazo. ${far}Otra frase. La queja tiene un plazo breve. ${far}Fin.` }]));
  const { all, forms } = functions.find(corpus, "plazo queja ");
  const { runs, isCutBefore, isCutBehind } = functions.excerpt(corpus, all[0], forms);
  const text = runs.map((run) => run.text).join("");
  assert(text.startsWith("La queja tiene un plazo breve. relleno"), text);
  assert.deepEqual([...runs].filter((run) => run.isFound).map((run) => run.text), ["queja", "plazo"]);
  assert.deepEqual([isCutBefore, isCutBehind], [true, true]);
});

test("no query fails", () => {
  const search = searching("es", [{ anchor: "a", text: "Uno [a.*] \"dos\" 4.0 política." }]);
  for (const query of ["", " ", '"', '""', "«»", "\\", "[a.*]", "(", "\u0000", "\ud800", "é".repeat(5000), "constructor __proto__ ", "<b>"]) search(query);
  assert.deepEqual(search("politica ").all, ["a"]);
  assert.deepEqual(search("constructor ").all, []);
});
