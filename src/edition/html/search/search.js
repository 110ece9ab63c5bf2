// The search. It knows nothing of the page: it takes the index and a query, and gives back what was found.
//
// 1. `unpack` reads the index: the pieces of the text by their numbers, and where each section's stand;
// 2. `corpus` gathers the forms of words, letter case aside, with the sections they stand in;
// 3. `parse` reads a query; each word of it meets forms (`nearness`): the same, the same but for accents, of the same stem,
//    or, for the word that is being written, longer ones;
// 4. `find` ranks the sections by BM25 with titles weighing more, those with every word apart from those with some;
// 5. `excerpt` cuts the sentence out in which the words stand closest.

// How much a word in the title, or in the chapter's title, counts for more or less than one in the text.
const IN_TITLE = 6;
const IN_CHAPTER = 0.5;
// BM25: how soon more of the same word stops counting, and how much longer texts are held back.
const SATURATION = 1.2;
const LENGTH = 0.5;
// How many words an excerpt has, and how many of these may stand before the first word found.
const EXCERPT = 32;
const LEAD = 8;
// How many words tell a place.
const PLACE = 6;

const END = 0;
const JOINED = 1;
const WORD = /[\p{Alphabetic}\p{N}]/u;

// Reads numbers, leading digits of base 36 without a zero and a last one of base 56, and the strings between them.
const reader = (text) => {
  let place = 0;
  const digit = () => {
    const code = text.charCodeAt(place);
    place += 1;
    return code - 32 - (code > 34) - (code > 60) - (code > 92);
  };
  const number = () => {
    let leading = 0;
    let next = digit();
    for (; next >= 56; next = digit()) leading = leading * 36 + next - 55;
    return leading * 56 + next;
  };
  // A string that begins like the one before: one digit says how far and how it goes on, or one and two numbers do.
  const likeBefore = (before) => {
    const lengths = digit();
    const shared = lengths < 90 ? Math.floor(lengths / 10) : number();
    const added = lengths < 90 ? (lengths % 10) + 1 : number();
    place += added;
    return before.slice(0, shared) + text.slice(place - added, place);
  };
  return { isDone: () => place >= text.length, number, likeBefore };
};

const unpack = (index) => {
  const pieces = ["", ""];
  const list = reader(index.pieces);
  while (!list.isDone()) pieces.push(list.likeBefore(pieces[pieces.length - 1]));
  const texts = reader(index.texts);
  const numbers = [];
  const text = () => {
    const from = numbers.length;
    for (let number = texts.number(); number !== END; number = texts.number()) numbers.push(number);
    return { from, to: numbers.length };
  };
  const sections = [];
  for (const [page, anchors] of index.pages) {
    const chapter = text();
    for (const anchor of anchors) sections.push({ address: `${page}#${anchor}`, chapter, title: text(), text: text() });
  }
  return { pieces, numbers, sections };
};

const ASCII = /^[\0-\x7f]*$/;
const fold = (word) => (ASCII.test(word) ? word : word.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));

// By what a word is found besides its spelling: stems of its parts, with the accents and without.
const keys = (word) => {
  const parts = word.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== "");
  const found = new Set();
  for (const part of parts.length > 1 ? [word].concat(parts) : [word]) {
    const plain = fold(part);
    for (const variant of new Set([part, plain, singular(plain)])) found.add(fold(stem(variant)));
  }
  return found;
};

const lower = (word) => word.normalize("NFC").toLowerCase().replace(/\u2019/g, "'");

const formOf = (written) => {
  const word = lower(written);
  return { word, folded: fold(word), keys: keys(word), sections: new Map() };
};

const corpus = (index) => {
  const { pieces, numbers, sections } = unpack(index);
  const byWord = new Map();
  // The form of each piece; none of what stands between words.
  const forms = pieces.map((piece) => {
    if (!WORD.test(piece)) return undefined;
    const word = lower(piece);
    if (!byWord.has(word)) byWord.set(word, formOf(piece));
    return byWord.get(word);
  });
  sections.forEach((section, place) => {
    const count = (part) => {
      for (let at = section[part].from; at < section[part].to; at += 1) {
        const form = forms[numbers[at]];
        if (form === undefined) continue;
        if (!form.sections.has(place)) form.sections.set(place, { text: 0, title: 0, chapter: 0 });
        form.sections.get(place)[part] += 1;
      }
    };
    ["chapter", "title", "text"].forEach(count);
  });
  const length = sections.reduce((sum, section) => sum + section.text.to - section.text.from, 0);
  return { pieces, numbers, sections, forms, words: [...byWord.values()], usual: length / sections.length + 1 };
};

// The words of a query, as Unicode cuts them but for scripts without spaces: a word may hold marks such as in `4.0`.
const QUERY_WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+(?:[.,:'’·](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_])+)*/gu;
const wordsOf = (text) => (text.match(QUERY_WORDS) || []).filter((word) => WORD.test(word));

// A query: its words, those that carry a topic marked, and the phrases in quotation marks.
const parse = (query) => {
  const phrases = [];
  for (const quoted of query.match(/"[^"]*"|“[^”]*”|«[^»]*»/g) || []) {
    const phrase = wordsOf(quoted).map((word) => fold(lower(word)));
    if (phrase.length > 0) phrases.push(phrase);
  }
  const words = wordsOf(query);
  const isWriting = words.length > 0 && query.endsWith(words[words.length - 1]);
  const terms = words.map((word, place) => {
    const term = formOf(word);
    term.isBegun = isWriting && place === words.length - 1;
    term.isStop = STOPS.has(term.folded);
    return term;
  });
  const isAllStops = terms.every((term) => term.isStop);
  return { phrases, terms: isAllStops ? terms : terms.filter((term) => !term.isStop || term.isBegun) };
};

// How far two words begin alike, as a share of the longer one.
const likeness = (one, other) => {
  const longer = Math.max(one.length, other.length);
  let alike = 0;
  while (alike < longer && one[alike] === other[alike]) alike += 1;
  return alike / longer;
};

// How near a form of the text comes to a word of the query, from 0 to 1. Of one stem, `publicación` is nearer to
// `publicaciones` than `público` is.
const nearness = (form, term) => {
  if (form.word === term.word) return 1;
  if (form.folded === term.folded) return 0.95;
  for (const key of term.keys) if (form.keys.has(key)) return 0.5 + 0.45 * likeness(form.folded, term.folded);
  return term.isBegun && form.folded.startsWith(term.folded) ? 0.5 : 0;
};

// The sections that a word of the query is found in, with what it counts there, and its forms.
const meet = (corpus, term) => {
  const forms = new Set();
  const found = new Map();
  let holding = 0;
  for (const form of corpus.words) {
    const near = nearness(form, term);
    if (near === 0) continue;
    forms.add(form);
    for (const [place, counts] of form.sections) {
      const { text } = corpus.sections[place];
      const length = 1 - LENGTH + (LENGTH * (text.to - text.from)) / corpus.usual;
      const weight = counts.text / length + IN_TITLE * counts.title + IN_CHAPTER * counts.chapter;
      const met = found.get(place) || { weight: 0, near: 0, isOwn: false };
      const isOwn = met.isOwn || counts.text + counts.title > 0;
      holding += isOwn && !met.isOwn ? 1 : 0;
      found.set(place, { weight: met.weight + near * weight, near: Math.max(met.near, near), isOwn });
    }
  }
  const rarity = Math.log(1 + (corpus.sections.length - holding + 0.5) / (holding + 0.5));
  for (const met of found.values()) {
    met.score = (rarity * met.near * met.weight * (SATURATION + 1)) / (met.weight + SATURATION);
  }
  return { forms, found };
};

const holds = (corpus, section, phrase) => ["title", "text"].some((part) => {
  const words = [];
  for (let at = section[part].from; at < section[part].to; at += 1) {
    const form = corpus.forms[corpus.numbers[at]];
    if (form !== undefined) words.push(form.folded);
  }
  return words.some((_, start) => phrase.every((word, step) => words[start + step] === word));
});

// What a query finds: sections with every word, and sections with some, the best first.
const find = (corpus, query) => {
  const { phrases, terms } = parse(query);
  const meetings = terms.map((term) => meet(corpus, term));
  // A word such as `de` that is being written may become another: it is no condition.
  const needed = terms.filter((term) => !term.isStop).length || terms.length;
  const hits = new Map();
  meetings.forEach((meeting, which) => {
    const counts = !terms[which].isStop || needed === terms.length;
    for (const [place, met] of meeting.found) {
      const hit = hits.get(place) || { place, score: 0, words: 0, isOwn: false };
      hit.score += met.score;
      hit.words += counts ? 1 : 0;
      hit.isOwn = hit.isOwn || met.isOwn;
      hits.set(place, hit);
    }
  });
  const ranked = [...hits.values()]
    .filter((hit) => hit.isOwn && hit.words > 0)
    .filter((hit) => phrases.every((phrase) => holds(corpus, corpus.sections[hit.place], phrase)))
    .sort((one, other) => other.score - one.score || one.place - other.place);
  const result = (hit) => corpus.sections[hit.place];
  return {
    all: ranked.filter((hit) => hit.words >= needed).map(result),
    some: ranked.filter((hit) => hit.words < needed).map(result),
    forms: meetings.map((meeting) => meeting.forms),
  };
};

// The text from one place to another, as runs that were found and runs that were not.
const runs = (corpus, from, to, forms) => {
  const found = [];
  let wasWord = false;
  for (let at = from; at < to; at += 1) {
    const number = corpus.numbers[at];
    const form = corpus.forms[number];
    const isFound = forms.some((set) => set.has(form));
    const last = found[found.length - 1];
    const space = form !== undefined && wasWord ? " " : "";
    const text = corpus.pieces[number];
    if (last !== undefined && last.isFound === isFound) last.text += space + text;
    else if (last !== undefined && space !== "" && last.isFound) found.push({ text: space + text, isFound });
    else {
      if (last !== undefined) last.text += space;
      found.push({ text, isFound });
    }
    wasWord = form !== undefined;
  }
  return found;
};

const plain = (corpus, { from, to }) => runs(corpus, from, to, []).map((run) => run.text).join("");

// The stretch of a section's text that shows most of the words found, closest together.
const excerpt = (corpus, section, forms) => {
  const { from, to } = section.text;
  const words = [];
  for (let at = from; at < to; at += 1) if (corpus.forms[corpus.numbers[at]] !== undefined) words.push(at);
  const isIn = words.map((at) => forms.map((set) => set.has(corpus.forms[corpus.numbers[at]])));
  let best = { start: 0, worth: 0 };
  for (let start = 0; start < words.length; start += 1) {
    if (!isIn[start].includes(true)) continue;
    const window = isIn.slice(start, start + EXCERPT - LEAD);
    const kinds = forms.filter((_, which) => window.some((word) => word[which])).length;
    const worth = kinds * EXCERPT + window.filter((word) => word.includes(true)).length;
    if (worth > best.worth) best = { start, worth };
  }
  // Back to the beginning of the sentence, if it is near.
  let first = Math.max(0, best.start - LEAD);
  for (let start = best.start; start > first; start -= 1) {
    if (/[.:;?!\n]/.test(corpus.pieces[corpus.numbers[words[start] - 1]])) first = start;
  }
  const past = first + EXCERPT;
  const begin = first === 0 ? from : words[first];
  const end = past < words.length ? words[past - 1] + 1 : to;
  // The words found first with some that follow them, which may tell their place from others.
  const told = words.slice(best.start, best.start + PLACE);
  const place = best.worth === 0 ? "" : plain(corpus, { from: told[0], to: told[told.length - 1] + 1 });
  return { runs: runs(corpus, begin, end, forms), place, isCutBefore: begin > from, isCutBehind: end < to };
};

// Letters without case and accents, as browsers compare them.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// What stands around the sections of every page: `text`, and the titles, which the contents repeat.
const surroundings = (corpus, text) =>
  folded([text, ...corpus.sections.map((section) => plain(corpus, section.title))].join("\n"));

// The address of a section; of the words that tell a place in it, if nothing above has them too: a browser goes to the first
// place where they stand (https://wicg.github.io/scroll-to-text-fragment/).
const addressOf = (corpus, section, place, around) => {
  // What spans lines is in no single line of the page.
  if (place === "" || /[\n·]/.test(place)) return section.address;
  const page = section.address.split("#")[0];
  const before = corpus.sections.slice(0, corpus.sections.indexOf(section));
  const above = before.filter((other) => other.address.startsWith(`${page}#`)).map((other) => plain(corpus, other.text));
  const words = folded(place);
  if (around.includes(words) || above.some((other) => folded(other).includes(words))) return section.address;
  return `${section.address}:~:text=${encodeURIComponent(place).replace(/-/g, "%2D")}`;
};
