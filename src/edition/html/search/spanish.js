// Spanish: words that carry no topic, and Snowball's stemmer (https://snowballstem.org/algorithms/spanish/stemmer.html).
const STOPS = new Set(
  ("a al ante como con cual cuales cuando de del desde donde e el ella en entre es esa ese esta este esto estos estas " +
  "ha hasta hay la las le les lo los mas mi ni no o para pero por porque que quien quienes se segun ser si sin sobre " +
  "son su sus u un una uno y ya").split(" "));

const VOWELS = "aeiouáéíóúü";
const PRONOUNS = endings(list("la sela le me se lo selo las selas les los selos nos"));
const GERUNDS = { "iéndo": "iendo", "ándo": "ando", "ár": "ar", "ér": "er", "ír": "ir" };
const BEFORE_PRONOUNS = endings(list("ando iendo yendo ar er ir").concat(Object.keys(GERUNDS)));
const STANDARD = [
  [list("ica ico icas icos osa oso osas osos ista istas anza anzas able ible ables ibles ismo ismos amiento imiento amientos imientos"), "", []],
  [list("ancia ancias adora adoras ador adores ante antes acion ación aciones"), "", ["ic"]],
  [list("logía logías"), "log", []],
  [list("ucion ución uciones"), "u", []],
  [list("encia encias"), "ente", []],
  [["amente"], "", ["ic", "ad", "os", "iv"]],
  [["mente"], "", ["able", "ible", "ante"]],
  [list("idad idades"), "", ["ic", "abil", "iv"]],
  [list("iva ivo ivas ivos"), "", ["at"]],
];
const STANDARD_ENDINGS = endings([].concat(...STANDARD.map((group) => group[0])));
const STANDARD_OF = new Map([].concat(...STANDARD.map(([own, instead, further]) => own.map((ending) => [ending, [instead, endings(further)]]))));
const VERBS_Y = endings(list("ya ye yan yen yeron yendo yo yó yas yes yais yamos"));
const VERBS_SOFT = list("en es éis emos");
const VERBS = endings(VERBS_SOFT.concat(list(
  "aba ada ida ara iera ía aría ería iría ad ed id ase iese aste iste an aban aran ieran ían arían erían irían asen " +
  "iesen aron ieron arán erán irán ado ido ando iendo ar er ir as abas adas idas aras ieras ías arías erías irías ases " +
  "ieses abais arais ierais íais aríais eríais iríais aseis ieseis asteis isteis áis aréis eréis iréis ados idos amos " +
  "ábamos áramos iéramos íamos aríamos eríamos iríamos aremos eremos iremos ásemos iésemos imos arás erás irás ís ará " +
  "erá irá aré eré iré ió")));
const RESIDUES = endings(list("os a o á í ó e é"));

const isVowel = (letter) => letter !== undefined && VOWELS.includes(letter);

const verbRegion = (word) => {
  if (word.length < 3) return word.length;
  if (!isVowel(word[1])) return behind(word, 2, VOWELS, true);
  return isVowel(word[0]) ? behind(word, 2, VOWELS, false) : 3;
};

const withoutPronoun = (word, verb) => {
  const pronoun = longest(word, PRONOUNS);
  const before = without(word, pronoun);
  const ending = pronoun && longest(before, BEFORE_PRONOUNS);
  if (!ending || before.length - ending.length < verb) return word;
  if (GERUNDS[ending]) return without(before, ending) + GERUNDS[ending];
  return ending === "yendo" && !before.endsWith("uyendo") ? word : before;
};

// The word without its standard suffix; `null` if it has none.
const withoutStandard = (word, first, second) => {
  const ending = longest(word, STANDARD_ENDINGS);
  if (!ending || word.length - ending.length < (ending === "amente" ? first : second)) return null;
  const [instead, further] = STANDARD_OF.get(ending);
  const cut = without(word, ending);
  const more = longest(cut, further);
  if (!more || cut.length - more.length < second) return cut + instead;
  const shorter = without(cut, more);
  const isTwice = ending === "amente" && more === "iv" && shorter.endsWith("at") && shorter.length - 2 >= second;
  return isTwice ? without(shorter, "at") : shorter;
};

const withoutVerb = (word, verb) => {
  const y = longest(word, VERBS_Y, verb);
  if (y && without(word, y).endsWith("u")) return without(word, y);
  const ending = longest(word, VERBS, verb);
  const cut = without(word, ending);
  return VERBS_SOFT.includes(ending) && cut.endsWith("gu") ? without(cut, "u") : cut;
};

const withoutResidue = (word, verb) => {
  const ending = longest(word, RESIDUES);
  if (!ending || word.length - ending.length < verb) return word;
  const cut = without(word, ending);
  const isSilent = (ending === "e" || ending === "é") && cut.endsWith("gu") && cut.length - 1 >= verb;
  return isSilent ? without(cut, "u") : cut;
};

const stem = (word) => {
  const verb = verbRegion(word);
  const first = region(word, 0, VOWELS);
  const second = region(word, first, VOWELS);
  const bare = withoutPronoun(word, verb);
  const standard = withoutStandard(bare, first, second);
  const cut = standard === null ? withoutVerb(bare, verb) : standard;
  const rest = withoutResidue(cut, verb);
  return rest.replace(/[áéíóú]/g, (letter) => "aeiou"["áéíóú".indexOf(letter)]);
};

// What Snowball leaves out: the plural of words too short for it, `año` and `años`, `uso` and `usos`.
const singular = (word) => (word.length > 3 && /[aeiou]s$/.test(word) ? word.slice(0, -1) : word);
