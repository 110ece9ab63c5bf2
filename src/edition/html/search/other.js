// A language of which no stems and no words without a topic are known.
const STOPS = new Set();
const stem = (word) => word;
const singular = (word) => word;
