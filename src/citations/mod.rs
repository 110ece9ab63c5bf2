//! Finds the citations of clauses in running text: «artículo 14, fracción III», “Annex C”.
