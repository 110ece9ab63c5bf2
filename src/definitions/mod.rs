//! Finds what a policy defines: its terms and its acronyms, and where each is given its meaning.
