// What the stemmers of all languages share.
const list = (text) => text.split(" ");

// Endings by their last letters, the longest first.
const endings = (all) => {
  const groups = new Map();
  for (const ending of [...all].sort((one, other) => other.length - one.length)) {
    const last = ending[ending.length - 1];
    groups.set(last, (groups.get(last) || []).concat(ending));
  }
  return groups;
};

// The longest of the endings with which the word ends and which begins at `from` or behind it; "" if there is none.
const longest = (word, groups, from = 0) => (groups.get(word[word.length - 1]) || [])
  .find((ending) => word.length - ending.length >= from && word.endsWith(ending)) || "";

const without = (word, ending) => word.slice(0, word.length - ending.length);

// The place behind the first vowel, or the first letter that is none, from a place on; the word's length without one.
const behind = (word, from, vowels, isWanted) => {
  let place = from;
  while (place < word.length && vowels.includes(word[place]) !== isWanted) place += 1;
  return Math.min(place + 1, word.length);
};

// The place behind the first letter that is no vowel and follows one: Snowball's R1 and, from there, R2.
const region = (word, from, vowels) => behind(word, behind(word, from, vowels, true), vowels, false);
