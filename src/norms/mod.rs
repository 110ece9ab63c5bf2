//! Finds the norms of a text: the sentences that oblige, forbid, recommend or permit.
