// English: words that carry no topic, and Snowball's stemmer (https://snowballstem.org/algorithms/english/stemmer.html).
const STOPS = new Set(
  ("a about an and are as at be been by can did do does for from had has have how i if in into is it its may my no not " +
  "of on or our that the their there these they this those to was we were what when where which who whom whose why " +
  "will with you your").split(" "));

const VOWELS = "aeiouy";
const pairs = (text) => list(text).map((pair) => pair.split(":"));
const WHOLE = new Map(pairs(
  "skis:ski skies:sky idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl andes:andes atlas:atlas " +
  "bias:bias cosmos:cosmos howe:howe news:news sky:sky"));
const BEGINNINGS = list("arsen commun emerg gener inter later organ past univers");
const STEP_2 = new Map(pairs(
  "tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ator:ate alism:al " +
  "aliti:al alli:al fulness:ful fulli:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ogist:og " +
  "ogi:og lessli:less li:"));
const STEP_3 = new Map(pairs("tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:"));
const POSSESSIVES = endings(["'", "'s", "'s'"]);
const PLURALS = endings(list("sses ied ies s ss us"));
const VERBS = endings(list("eed eedly ed edly ing ingly"));
const WITH_E = endings(list("at bl iz"));
const DOUBLES = endings(list("bb dd ff gg mm nn pp rr tt"));
const ENDINGS_2 = endings(STEP_2.keys());
const ENDINGS_3 = endings(STEP_3.keys());
const ENDINGS_4 = endings(list("ic ance ence able ible ate ive ize iti al ism ion er ous ant ent ment ement"));

// A `Y` is one that is no vowel.
const isVowel = (letter) => letter !== undefined && VOWELS.includes(letter);
const hasVowel = (text) => [...text].some(isVowel);

const isShort = (word) => {
  const [before, vowel, last] = [word[word.length - 3], word[word.length - 2], word[word.length - 1]];
  if (word.endsWith("past")) return true;
  if (!isVowel(vowel) || isVowel(last)) return false;
  return before === undefined || (!isVowel(before) && !"wxY".includes(last));
};

const prelude = (word) => {
  let out = "";
  for (const letter of word.replace(/^'/, "")) {
    out += letter === "y" && (out === "" || isVowel(out[out.length - 1])) ? "Y" : letter;
  }
  return out;
};

const step1a = (written) => {
  const word = without(written, longest(written, POSSESSIVES));
  const ending = longest(word, PLURALS);
  if (ending === "sses") return without(word, "es");
  if (ending === "ied" || ending === "ies") return without(word, word.length > 4 ? "es" : "s");
  return ending === "s" && hasVowel(word.slice(0, -2)) ? without(word, "s") : word;
};

const step1b = (word, first) => {
  const ending = longest(word, VERBS);
  const cut = without(word, ending);
  if (ending.startsWith("eed")) {
    return cut.length >= first && !["succ", "proc", "exc"].includes(cut) ? `${cut}ee` : word;
  }
  if (ending === "ing") {
    if (cut.length === 2 && cut[1] === "y" && !isVowel(cut[0])) return `${cut[0]}ie`;
    if (["even", "cann", "inn", "earr", "herr", "out"].includes(cut)) return word;
  }
  if (!ending || !hasVowel(cut)) return word;
  if (longest(cut, WITH_E)) return `${cut}e`;
  if (longest(cut, DOUBLES)) return cut.length === 3 && "aeo".includes(cut[0]) ? cut : cut.slice(0, -1);
  return cut.length === first && isShort(cut) ? `${cut}e` : cut;
};

const step1c = (word) =>
  word.length > 2 && /y$/i.test(word) && !isVowel(word[word.length - 2]) ? `${word.slice(0, -1)}i` : word;

const step2 = (word, first) => {
  const ending = longest(word, ENDINGS_2);
  const cut = without(word, ending);
  if (!ending || cut.length < first) return word;
  if (ending === "ogi" && !cut.endsWith("l")) return word;
  if (ending === "li" && !/[cdeghkmnrt]$/.test(cut)) return word;
  return cut + STEP_2.get(ending);
};

const step3 = (word, first, second) => {
  const ending = longest(word, ENDINGS_3);
  const cut = without(word, ending);
  return !ending || cut.length < (ending === "ative" ? second : first) ? word : cut + STEP_3.get(ending);
};

const step4 = (word, second) => {
  const ending = longest(word, ENDINGS_4);
  const cut = without(word, ending);
  return !ending || cut.length < second || (ending === "ion" && !/[st]$/.test(cut)) ? word : cut;
};

const step5 = (word, first, second) => {
  const cut = word.slice(0, -1);
  if (word.endsWith("e")) return cut.length >= second || (cut.length >= first && !isShort(cut)) ? cut : word;
  return word.endsWith("ll") && cut.length >= second ? cut : word;
};

const stem = (written) => {
  if (WHOLE.has(written)) return WHOLE.get(written);
  if (written.length < 3) return written;
  const word = prelude(written);
  const beginning = BEGINNINGS.find((beginning) => word.startsWith(beginning));
  const first = beginning ? beginning.length : region(word, 0, VOWELS);
  const second = region(word, first, VOWELS);
  const singular = step1c(step1b(step1a(word), first));
  const rest = step4(step3(step2(singular, first), first, second), second);
  return step5(rest, first, second).replace(/Y/g, "y");
};

// What Snowball leaves out of plurals; in English nothing.
const singular = (word) => word;
