//! The measures of the page, which the theme and the tables share. Lengths are in points, 72 to the inch.

use crate::model::Paper;

/// Width and height of paper.
pub(super) const fn size(paper: Paper) -> (f64, f64) {
    match paper {
        Paper::A4 => (595.28, 841.89),
        Paper::Letter => (612.0, 792.0),
    }
}

/// Width of the column of running text: about 72 characters, which is as much as an eye follows with ease.
pub(super) const COLUMN: f64 = 350.0;

/// How far chapter titles, the numbers of articles and wide tables reach out of the column to the left.
pub(super) const OUTDENT: f64 = 82.0;

/// Size of running text.
pub(super) const TEXT_SIZE: f64 = 11.0;

/// Size of the text of tables.
pub(super) const TABLE_SIZE: f64 = 9.2;

/// Tallest image.
pub(super) const TALLEST_IMAGE: f64 = 480.0;
